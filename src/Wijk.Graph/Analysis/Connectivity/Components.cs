using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>The connected components of a network: the largest sets of nodes with a path between any two.</summary>
public sealed class Components
{
    private const int FirstEdges = 2;
    private const int SampleSize = 1024;

    private Components(int[] componentOf, int[] sizes) => (ComponentOf, Sizes) =
        (ImmutableCollectionsMarshal.AsImmutableArray(componentOf), ImmutableCollectionsMarshal.AsImmutableArray(sizes));

    /// <summary>How many components there are; 0 without nodes.</summary>
    public int Count => Sizes.Length;

    /// <summary>The component of each node; length NodeCount. Components are numbered by their lowest node.</summary>
    public ImmutableArray<int> ComponentOf { get; }

    /// <summary>How many nodes each component has; length <see cref="Count"/>.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>Finds the components, O(nodes + edges) in practice. Weights and self-loops do not matter; an isolated node is one of its own.</summary>
    /// <remarks>
    /// Joins sets of nodes edge by edge, first along two edges of each node. By then nearly all of a large component is together, and the other edges of its
    /// nodes need no look: whoever is still outside has the same edges. Source: Afforest (Sutton, Ben-Nun and Barak 2018, doi:10.1109/IPDPS.2018.00012).
    /// </remarks>
    public static Components Of(Network network)
    {
        var (offsets, neighbors, _) = network.Rows;
        var parents = new int[network.NodeCount];
        for (var node = 0; node < parents.Length; node++) parents[node] = node;
        for (var first = 0; first < FirstEdges; first++)
        {
            for (var node = 0; node < parents.Length; node++)
            {
                if (offsets[node] + first < offsets[node + 1]) Join(parents, node, neighbors[offsets[node] + first]);
            }
        }

        Flatten(parents);
        var largest = LikelyLargest(parents);
        for (var node = 0; node < parents.Length; node++)
        {
            if (parents[node] == largest) continue;
            for (var entry = offsets[node] + FirstEdges; entry < offsets[node + 1]; entry++) Join(parents, node, neighbors[entry]);
        }

        Flatten(parents);
        return Numbered(parents);
    }

    // The higher root is hung below the lower one, so the root of a set is its lowest node and parents come before children.
    private static void Join(int[] parents, int node, int other)
    {
        var (one, two) = (parents[node], parents[other]);
        while (one != two)
        {
            var (low, high) = one < two ? (one, two) : (two, one);
            var above = parents[high];
            if (above == high)
            {
                parents[high] = low;
                return;
            }

            (one, two) = (parents[above], low);
        }
    }

    private static void Flatten(int[] parents)
    {
        foreach (ref var parent in parents.AsSpan()) parent = parents[parent];
    }

    // Whichever it is, the answer is the same: only the work differs.
    private static int LikelyLargest(int[] parents)
    {
        var step = Math.Max(1, parents.Length / SampleSize);
        var counts = new Dictionary<int, int>();
        for (var node = 0; node < parents.Length; node += step)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, parents[node], out _)++;
        return counts.Count == 0 ? -1 : counts.MaxBy(set => set.Value).Key;
    }

    private static Components Numbered(int[] parents)
    {
        var sizes = new List<int>();
        for (var node = 0; node < parents.Length; node++)
        {
            // A root comes before all others of its set: by then its place holds the number of the component.
            if (parents[node] == node)
            {
                parents[node] = sizes.Count;
                sizes.Add(1);
            }
            else
            {
                parents[node] = parents[parents[node]];
                CollectionsMarshal.AsSpan(sizes)[parents[node]]++;
            }
        }

        return new(parents, [.. sizes]);
    }
}
