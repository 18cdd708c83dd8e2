using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>What a network is made of: ties between two nodes, and places that several nodes share.</summary>
/// <remarks>
/// A place of k nodes joins each two of them with weight 1/(k − 1), so that a crowded place does not outweigh the rest
/// (Newman 2001, doi:10.1103/PhysRevE.64.016132). Chance deals ties and places apart: or whoever shares a place would look like a clique.
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

    /// <summary>How many ties there are, those that places make among them: a measure of the work.</summary>
    public long Size => Ties.Length + (Places is null ? 0L : Enumerable.Range(0, Places.RowCount).Sum(place => Places.Degree(place) * (Places.Degree(place) - 1L) / 2));

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

    /// <summary>The network that the layers make together.</summary>
    public Network Join() => Join(NodeCount, Ties, Places is null ? [] : Places.Offsets, Places is null ? [] : Places.Columns);

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

    /// <summary>The network that ties and places make together.</summary>
    /// <param name="nodeCount">How many nodes.</param>
    /// <param name="ties">The ties.</param>
    /// <param name="offsets">Where each place starts in <paramref name="nodes"/>; one more than there are places.</param>
    /// <param name="nodes">The nodes of all places. A node that stands twice in one counts once less.</param>
    internal static Network Join(int nodeCount, ReadOnlySpan<Edge> ties, ReadOnlySpan<int> offsets, ReadOnlySpan<int> nodes)
    {
        var edges = new List<Edge>(ties.Length);
        edges.AddRange(ties);
        for (var place = 0; place + 1 < offsets.Length; place++)
        {
            var here = nodes[offsets[place]..offsets[place + 1]];
            for (var i = 0; i < here.Length; i++)
            {
                for (var j = i + 1; j < here.Length; j++)
                {
                    if (here[i] != here[j]) edges.Add(new(here[i], here[j], 1f / (here.Length - 1)));
                }
            }
        }

        return Network.Of(nodeCount, CollectionsMarshal.AsSpan(edges));
    }
}
