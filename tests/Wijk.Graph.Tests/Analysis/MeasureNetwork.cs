using System.Text.Json;
using Wijk.Graph.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis;

/// <summary>A network with what networkx and igraph computed of it: Expected/measures.py.</summary>
public sealed class MeasureNetwork
{
    private static readonly JsonElement File = JsonDocument.Parse(
        System.IO.File.ReadAllText(Path.Combine(SharedData.Root, "tests/Wijk.Graph.Tests/Analysis/Expected/measures.json"))).RootElement;

    private MeasureNetwork(JsonElement expected)
    {
        Expected = expected;
        Groups = [.. expected.GetProperty("groups").EnumerateArray().Select(group => group.GetInt32())];
        Edge[] edges = [.. expected.GetProperty("edges").EnumerateArray().Select(edge => new Edge(edge[0].GetInt32(), edge[1].GetInt32(), edge[2].GetSingle()))];
        Weighted = Network.Of(expected.GetProperty("nodeCount").GetInt32(), edges);
        Unweighted = Network.Of(Weighted.NodeCount, [.. edges.Select(edge => edge with { Weight = 1 })]);
    }

    /// <summary>The five networks of the literature and twenty random ones, by name.</summary>
    public static TheoryData<string> All => [.. Networks.Select(network => network.GetProperty("name").GetString()!)];

    /// <summary>Who sat at which table, and how they are connected without the large ones.</summary>
    public static JsonElement Tables => File.GetProperty("tables");

    public JsonElement Expected { get; }

    public Network Weighted { get; }

    public Network Unweighted { get; }

    public int[] Groups { get; }

    private static IEnumerable<JsonElement> Networks => File.GetProperty("networks").EnumerateArray();

    public static MeasureNetwork Named(string name) => new(Networks.Single(network => network.GetProperty("name").GetString() == name));

    public double Number(string name) => Expected.GetProperty(name).GetDouble();

    public double? NumberOrNone(string name) => Expected.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public double?[] Numbers(string name) => [.. Expected.GetProperty(name).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];

    public int NodeNamed(string name) => Expected.GetProperty("names").EnumerateArray().Index().Single(entry => entry.Item.GetString() == name).Index;
}
