namespace Wijk.Graph.Export;

/// <summary>The Rijksdriehoek (EPSG 28992), in metres, in longitude and latitude.</summary>
/// <remarks>
/// The approximation of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten" (Geodesia 2001-2):
/// within about 25 cm in the Netherlands, which is enough to draw a neighbourhood and not to set a boundary stone.
/// </remarks>
public static class DutchCoordinates
{
    // Amersfoort, the middle of the system.
    private const double MiddleX = 155_000;
    private const double MiddleY = 463_000;
    private const double MiddleLatitude = 52.15517440;
    private const double MiddleLongitude = 5.38720621;

    private static readonly (int P, int Q, double K)[] Latitude =
    [
        (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530),
        (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
    ];

    private static readonly (int P, int Q, double L)[] Longitude =
    [
        (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256),
        (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
    ];

    /// <summary>The longitude and latitude of a point, in degrees.</summary>
    /// <param name="x">Metres to the east.</param>
    /// <param name="y">Metres to the north.</param>
    public static (double Longitude, double Latitude) ToWgs84(double x, double y)
    {
        var (dx, dy) = ((x - MiddleX) * 1e-5, (y - MiddleY) * 1e-5);
        var latitude = MiddleLatitude + (Latitude.Sum(term => term.K * Math.Pow(dx, term.P) * Math.Pow(dy, term.Q)) / 3600);
        var longitude = MiddleLongitude + (Longitude.Sum(term => term.L * Math.Pow(dx, term.P) * Math.Pow(dy, term.Q)) / 3600);
        return (longitude, latitude);
    }
}
