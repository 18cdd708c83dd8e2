using Wijk.Graph.Generate;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Stores;

namespace Wijk.Benchmarks;

/// <summary>A synthetic city, in the forms that are measured.</summary>
internal sealed class City
{
    private const int Seed = 1;

    public City(int nodeCount)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, Seed);
        Contents = new(new GraphVersion(1, DateTimeOffset.UnixEpoch), nodes, relations);
        var numbers = nodes.Index().ToDictionary(pair => pair.Item.Key, pair => pair.Index);
        Network = Network.Of(nodeCount, [.. relations.Select(relation => new Edge(numbers[relation.From], numbers[relation.To]))]);
        OffersByCells = Incidence.Of(nodeCount, nodeCount, [.. CellsOf(relations, numbers)]);
    }

    public GraphContents Contents { get; }

    /// <summary>All relations as edges of weight 1.</summary>
    public Network Network { get; }

    /// <summary>Measures and initiatives by the cells (group in an area) they are targeted at.</summary>
    public Incidence OffersByCells { get; }

    private static IEnumerable<(int Offer, int Cell)> CellsOf(IReadOnlyList<Relation> relations, Dictionary<string, int> numbers)
    {
        var ends = relations.Where(relation => relation.Kind is RelationKind.Of or RelationKind.For or RelationKind.In)
            .GroupBy(relation => relation.From, relation => (relation.Kind, relation.To));
        var cells = new Dictionary<(string Group, string Area), int>();
        foreach (var targeting in ends)
        {
            var to = targeting.ToDictionary(end => end.Kind, end => end.To);
            if (!to.TryGetValue(RelationKind.For, out var group) || !to.TryGetValue(RelationKind.In, out var area)) continue;
            if (!cells.TryGetValue((group, area), out var cell)) cells[(group, area)] = cell = cells.Count;
            yield return (numbers[to[RelationKind.Of]], cell);
        }
    }
}
