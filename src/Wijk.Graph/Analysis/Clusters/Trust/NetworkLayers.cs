using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>What a network is made of: ties between two nodes, and places that several nodes share.</summary>
/// <remarks>
/// <see cref="SharedGroups"/> says how a place joins its nodes. Chance deals ties and places apart: or those who share a place would look like a clique.
/// </remarks>
public sealed class NetworkLayers
{
    private NetworkLayers(int nodeCount, Edge[] ties, Incidence? places) => (NodeCount, Ties, Places) = (nodeCount, ties, places);

    /// <summary>How many nodes there are.</summary>
    public int NodeCount { get; }

    /// <summary>The ties, the lightest first; between two nodes at most one.</summary>
    internal Edge[] Ties { get; }

    /// <summary>The nodes of each place; null when there are none.</summary>
    internal Incidence? Places { get; }

    /// <summary>About how many edges the network has: a measure of the work.</summary>
    public long Size => Ties.Length + (Places is null ? 0L : Enumerable.Range(0, Places.RowCount).Sum(place =>
        Places.Degree(place) is var nodes && nodes > SharedGroups.MostPaired ? nodes : nodes * (nodes - 1L) / 2));

    /// <summary>Layers of ties and of places.</summary>
    /// <param name="nodeCount">How many nodes.</param>
    /// <param name="ties">The ties; each pair once.</param>
    /// <param name="places">A row for each place with its nodes as columns.</param>
    public static NetworkLayers Of(int nodeCount, ReadOnlySpan<Edge> ties, Incidence? places = null)
    {
        var ordered = ties.ToArray();
        ordered.AsSpan().Sort((a, b) => (a.Weight, a.A, a.B).CompareTo((b.Weight, b.A, b.B)));
        return new(nodeCount, ordered, places is { Count: > 0 } ? places : null);
    }

    /// <summary>A network of which only the ties are known.</summary>
    public static NetworkLayers Of(Network network)
    {
        var ties = new List<Edge>(network.EdgeCount);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var neighbors = network.Neighbors(node);
            var weights = network.Weights(node);
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                if (neighbors[entry] > node) ties.Add(new(node, neighbors[entry], weights[entry]));
            }
        }

        return Of(network.NodeCount, CollectionsMarshal.AsSpan(ties));
    }

    /// <summary>The layers among some nodes: node i is the i-th of them. A place keeps those of its nodes that are among them.</summary>
    /// <param name="nodes">The nodes, ascending.</param>
    public NetworkLayers Within(ImmutableArray<int> nodes) => Within([nodes])[0];

    /// <summary>The same for several parts at once, in one pass over the network.</summary>
    /// <param name="parts">The nodes of each, ascending; a node is in one of them at most.</param>
    internal NetworkLayers[] Within(IReadOnlyList<ImmutableArray<int>> parts)
    {
        var (partOf, numbers) = (new int[NodeCount], new int[NodeCount]);
        partOf.AsSpan().Fill(-1);
        for (var part = 0; part < parts.Count; part++)
        {
            for (var i = 0; i < parts[part].Length; i++) (partOf[parts[part][i]], numbers[parts[part][i]]) = (part, i);
        }

        // Nodes keep their order, so that ties do too.
        var ties = new List<Edge>[parts.Count];
        for (var part = 0; part < parts.Count; part++) ties[part] = [];
        foreach (var tie in Ties)
        {
            if (partOf[tie.A] >= 0 && partOf[tie.A] == partOf[tie.B]) ties[partOf[tie.A]].Add(new(numbers[tie.A], numbers[tie.B], tie.Weight));
        }

        var places = Places is null ? null : PlacesAmong(Places, partOf, numbers, parts);
        return [.. parts.Select((nodes, part) => new NetworkLayers(nodes.Length, [.. ties[part]], places?[part] is { Count: > 0 } own ? own : null))];
    }

    /// <summary>The network that the layers make together: nodes of its own for very crowded places come after the nodes.</summary>
    public Network Join() => Join(Ties, Places);

    /// <summary>The network that some ties make together with some places for the same nodes.</summary>
    internal Network Join(ReadOnlySpan<Edge> ties, Incidence? places) => places is null ? Network.Of(NodeCount, ties) : SharedGroups.Join(places, ties);

    private static Incidence[] PlacesAmong(Incidence places, int[] partOf, int[] numbers, IReadOnlyList<ImmutableArray<int>> parts)
    {
        var memberships = new List<(int Place, int Node)>[parts.Count];
        for (var part = 0; part < parts.Count; part++) memberships[part] = [];
        var (kept, before) = (new int[parts.Count], new int[parts.Count]);
        for (var place = 0; place < places.RowCount; place++)
        {
            foreach (var node in places.Row(place))
            {
                if (partOf[node] >= 0) memberships[partOf[node]].Add((kept[partOf[node]], numbers[node]));
            }

            // One node alone shares nothing.
            foreach (var node in places.Row(place))
            {
                var part = partOf[node];
                if (part < 0 || memberships[part].Count == before[part]) continue;
                if (memberships[part].Count - before[part] > 1) kept[part]++;
                else memberships[part].RemoveAt(before[part]);
                before[part] = memberships[part].Count;
            }
        }

        return [.. parts.Select((nodes, part) => Incidence.Of(kept[part], nodes.Length, CollectionsMarshal.AsSpan(memberships[part])))];
    }
}
