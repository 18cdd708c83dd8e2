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
    public NetworkLayers Within(ReadOnlySpan<int> nodes)
    {
        var numbers = new int[NodeCount];
        numbers.AsSpan().Fill(-1);
        for (var i = 0; i < nodes.Length; i++) numbers[nodes[i]] = i;
        var ties = Ties.Where(tie => numbers[tie.A] >= 0 && numbers[tie.B] >= 0).Select(tie => new Edge(numbers[tie.A], numbers[tie.B], tie.Weight)).ToArray();
        return Of(nodes.Length, ties, Places is null ? null : PlacesAmong(numbers, nodes.Length, Places));
    }

    /// <summary>The network that the layers make together: nodes of its own for very crowded places come after the nodes.</summary>
    public Network Join() => Join(Ties, Places);

    /// <summary>The network that some ties make together with some places for the same nodes.</summary>
    internal Network Join(ReadOnlySpan<Edge> ties, Incidence? places) => places is null ? Network.Of(NodeCount, ties) : SharedGroups.Join(places, ties);

    private static Incidence PlacesAmong(int[] numbers, int count, Incidence places)
    {
        var (memberships, kept) = (new List<(int Place, int Node)>(), 0);
        for (var place = 0; place < places.RowCount; place++)
        {
            var before = memberships.Count;
            foreach (var node in places.Row(place))
            {
                if (numbers[node] >= 0) memberships.Add((kept, numbers[node]));
            }

            if (memberships.Count - before > 1) kept++;
            else memberships.RemoveRange(before, memberships.Count - before);
        }

        return Incidence.Of(kept, count, CollectionsMarshal.AsSpan(memberships));
    }
}
