using Wijk.Graph.Analysis;
using Wijk.Graph.Networks;

namespace Wijk.Benchmarks.Asking;

/// <summary>The networks that sheets are tried on.</summary>
public static class AskedNetworks
{
    private const int CityCount = 120, CellCount = 40;

    private static readonly string[] Literary = ["karate", "florentine_families", "les_miserables"];

    /// <summary>Three of the literature, as NetworkX has them; of none is known who meets whom.</summary>
    /// <param name="folder">Where their edges stand.</param>
    public static IEnumerable<AskedNetwork> Literature(string folder) =>
        Literary.Select(name => AskedNetwork.WithoutPlaces(name, Read(Path.Combine(folder, name))));

    /// <summary>A made-up city: 120 organisations with one to six of 40 cells, some cells far more popular than others, and about ten ties each.</summary>
    /// <remarks>
    /// How likely a tie is grows with the cells that two share, from a tenth of what one shared cell gives to three times as much, and with how active both are (log-normal).
    /// </remarks>
    public static AskedNetwork City(int seed)
    {
        var random = SeededRandom.Sequence(seed, 3);
        var cellsOf = new HashSet<int>[CityCount];
        var active = new double[CityCount];
        for (var node = 0; node < CityCount; node++)
        {
            cellsOf[node] = [];
            var count = 1 + (int)(6 * Math.Pow(random.NextDouble(), 2));
            while (cellsOf[node].Count < count) cellsOf[node].Add((int)(CellCount * Math.Pow(random.NextDouble(), 1.5)));

            // The sum of twelve even draws is nearly normal.
            var drawn = -6.0;
            for (var draw = 0; draw < 12; draw++) drawn += random.NextDouble();
            active[node] = Math.Exp(0.5 * drawn);
        }

        var (ties, meetings) = (new List<Edge>(), new List<Edge>());
        for (var one = 0; one < CityCount; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var shared = cellsOf[one].Count(cellsOf[other].Contains);
                if (shared > 0) meetings.Add(new(other, one, shared));
                if (random.NextDouble() < active[one] * active[other] * (0.02 + (0.2 * Math.Min(shared, 3)))) ties.Add(new(other, one));
            }
        }

        return new("city", Network.Of(CityCount, [.. ties]), Network.Of(CityCount, [.. meetings]));
    }

    private static Network Read(string path)
    {
        var numbers = Rows(path + "_nodes.csv").Select(row => row[0]).Index().ToDictionary(node => node.Item, node => node.Index);
        return Network.Of(numbers.Count, [.. Rows(path + "_edges.csv").Select(row => new Edge(numbers[row[0]], numbers[row[1]]))]);
    }

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
}
