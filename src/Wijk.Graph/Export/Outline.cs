using System.Globalization;
using System.Text;

namespace Wijk.Graph.Export;

/// <summary>An outline as GeoJSON has it.</summary>
/// <param name="Type">The type of geometry, such as MultiPolygon.</param>
/// <param name="Coordinates">Its coordinates as JSON: longitude and latitude of WGS 84, in degrees with seven decimals, about a centimetre.</param>
public sealed record Outline(string Type, string Coordinates)
{
    private const int Wgs84 = 4326;
    private const int RijksDriehoek = 28992;

    private static readonly Dictionary<string, (string Type, int Depth)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["POINT"] = ("Point", 0),
        ["MULTIPOINT"] = ("MultiPoint", 1),
        ["LINESTRING"] = ("LineString", 1),
        ["MULTILINESTRING"] = ("MultiLineString", 2),
        ["POLYGON"] = ("Polygon", 2),
        ["MULTIPOLYGON"] = ("MultiPolygon", 3),
    };

    /// <summary>Reads well-known text, in the coordinates of WGS 84 (4326, longitude first) or of the Rijksdriehoek (28992).</summary>
    /// <param name="text">The text.</param>
    /// <param name="epsg">The system of coordinates; null for WGS 84.</param>
    /// <returns>The outline; null when it is of another system or is no well-known text.</returns>
    public static Outline? Read(string text, long? epsg)
    {
        if (epsg is not (null or Wgs84 or RijksDriehoek)) return null;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? text : text[..open]).Trim().Split(' ')[0];
        if (open < 0 || !Types.TryGetValue(name, out var type)) return null;
        var (json, depth, position, deepest) = (new StringBuilder(), 0, new StringBuilder(), 0);
        for (var at = open; at < text.Length; at++)
        {
            var letter = text[at];
            switch (letter)
            {
                case '(':
                    if (position.ToString().Trim().Length > 0) return null;
                    depth++;
                    deepest = Math.Max(deepest, depth);
                    if (type.Depth > 0) json.Append('[');
                    break;
                case ')' or ',':
                    if (position.Length > 0 && position.ToString().Trim() is { Length: > 0 } written)
                    {
                        if (Position(written, epsg == RijksDriehoek) is not { } point) return null;
                        json.Append(point);
                        position.Clear();
                    }

                    if (letter == ',') json.Append(',');
                    else if (depth-- <= 0) return null;
                    else if (type.Depth > 0) json.Append(']');
                    break;
                default:
                    position.Append(letter);
                    break;
            }
        }

        // Points may stand in brackets of their own in MULTIPOINT ((1 2), (3 4)), which is one list deeper than in GeoJSON.
        if (depth != 0 || deepest != Math.Max(1, type.Depth) || position.ToString().Trim().Length > 0) return null;
        return new(type.Type, json.ToString());
    }

    private static string? Position(string written, bool isRijksDriehoek)
    {
        var numbers = written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length is < 2 or > 4
            || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            || !double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var y)) return null;
        var (longitude, latitude) = isRijksDriehoek ? DutchCoordinates.ToWgs84(x, y) : (x, y);
        if (Math.Abs(longitude) > 180 || Math.Abs(latitude) > 90 || double.IsNaN(longitude) || double.IsNaN(latitude)) return null;
        return string.Create(CultureInfo.InvariantCulture, $"[{longitude:0.#######},{latitude:0.#######}]");
    }
}
