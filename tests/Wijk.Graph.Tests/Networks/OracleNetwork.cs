using System.Text.Json;
using Wijk.Graph.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Networks;

/// <summary>A small network of the literature, unweighted, with what NetworkX computed of it.</summary>
public sealed class OracleNetwork
{
    private OracleNetwork(Network network, string[] names, string[] groups, JsonElement expected) =>
        (Network, Names, Groups, Expected) = (network, names, groups, expected);

    public static TheoryData<string> All => ["karate", "krackhardt_kite", "florentine_families", "davis_southern_women", "les_miserables"];

    public Network Network { get; }

    public string[] Names { get; }

    /// <summary>The second column of the nodes, where there is one.</summary>
    public string[] Groups { get; }

    private JsonElement Expected { get; }

    public static OracleNetwork Read(string file)
    {
        var folder = SharedData.Path("oracle-networkx-builtins");
        var nodes = Rows(Path.Combine(folder, $"{file}_nodes.csv"));
        var names = nodes.Select(row => row[0]).ToArray();
        var numbers = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var edges = Rows(Path.Combine(folder, $"{file}_edges.csv")).Select(row => new Edge(numbers[row[0]], numbers[row[1]])).ToArray();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var key = file switch { "florentine_families" => "florentine", "les_miserables" => "les_miserables (unweighted)", _ => file };
        var groups = nodes.Where(row => row.Length > 1).Select(row => row[1]).ToArray();
        return new(Network.Of(names.Length, edges), names, groups, json.RootElement.GetProperty(key).Clone());
    }

    public int Count(string name) => Expected.GetProperty(name).GetInt32();

    public double? Number(string name) => Expected.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    public IEnumerable<(string Name, double Value)> Ranking(string name) =>
        Expected.GetProperty(name).EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetDouble()));

    /// <summary>Numbers for the names in <see cref="Groups"/>.</summary>
    public int[] GroupNumbers()
    {
        var distinct = Groups.Distinct().ToList();
        return [.. Groups.Select(group => distinct.IndexOf(group))];
    }

    private static string[][] Rows(string path) =>
        [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
}
