using System.Collections.Immutable;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>What falls apart when edges are taken out of a network together.</summary>
/// <remarks>Holds scratch space of the network's size, so that many removals can be asked one after the other; for one thread.</remarks>
/// <param name="network">The network.</param>
/// <param name="components">Its components.</param>
public sealed class EdgeRemoval(Network network, Components components)
{
    private readonly CutLabels labels = new(network);
    private readonly int[] seenBy = new int[network.NodeCount]; // The search that met a node last; searches are numbered from 1.
    private readonly int[] queue = new int[network.NodeCount];
    private int searches;

    /// <summary>The nodes that lose the largest remaining part of their component.</summary>
    /// <remarks>
    /// Of most sets of edges <see cref="CutLabels"/> say at once that nothing falls apart. Else it searches from the ends of the edges only, and stops as soon
    /// as the ends of a component have met: linear in what lies between them, and in the component only when it does fall apart.
    /// </remarks>
    /// <param name="edges">The edges to take out, each once by its two ends, in either order.</param>
    /// <param name="removedNode">A node that goes with them and is not itself cut off; its edges must be among them. Null for none.</param>
    /// <returns>Node numbers, ascending; empty when everything stays together. Of parts of equal size the one with the lowest node stays.</returns>
    public ImmutableArray<int> CutOff(IReadOnlyCollection<(int A, int B)> edges, int? removedNode = null)
    {
        // A node that goes is a part of its own, and is not cut off.
        if (labels.MostPartsMore(edges) <= (removedNode is { } gone && network.Degree(gone) > 0 ? 1 : 0)) return [];
        var removed = edges.SelectMany(edge => new[] { edge, (edge.B, edge.A) }).ToHashSet();
        var ends = removed.Select(edge => edge.Item1).ToHashSet();
        var lost = ends.Where(end => end != removedNode)
            .GroupBy(end => components.ComponentOf[end])
            .SelectMany(component => PartsOf([.. component.Order()], removed, ends)
                .OrderByDescending(part => part.Length)
                .ThenBy(part => part.Min())
                .Skip(1)
                .SelectMany(part => part));
        return [.. lost.Order()];
    }

    // The parts that hold the ends; when the ends stay together there is one, and it is not whole.
    private List<int[]> PartsOf(int[] ends, HashSet<(int, int)> removed, HashSet<int> allEnds)
    {
        var parts = new List<int[]>();
        var missing = ends.ToHashSet();
        var before = searches;
        foreach (var end in ends)
        {
            if (seenBy[end] > before) continue;
            var (head, tail) = (0, 1);
            (queue[0], seenBy[end]) = (end, ++searches);
            missing.Remove(end);

            // Nearly always there is a short detour, and then the search ends before it has gone far.
            while (head < tail && (missing.Count > 0 || parts.Count > 0))
            {
                var node = queue[head++];
                var isEnd = allEnds.Contains(node);
                foreach (var neighbor in network.Neighbors(node))
                {
                    if (seenBy[neighbor] > before || (isEnd && removed.Contains((node, neighbor)))) continue;
                    (seenBy[neighbor], queue[tail++]) = (searches, neighbor);
                    missing.Remove(neighbor);
                }
            }

            parts.Add([.. queue.AsSpan(..tail)]);
        }

        return parts;
    }
}
