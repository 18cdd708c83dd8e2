using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>The connected components of a network: the largest sets of nodes with a path between any two.</summary>
public sealed class Components
{
    private Components(int[] componentOf, int[] sizes) => (ComponentOf, Sizes) =
        (ImmutableCollectionsMarshal.AsImmutableArray(componentOf), ImmutableCollectionsMarshal.AsImmutableArray(sizes));

    /// <summary>How many components there are; 0 without nodes.</summary>
    public int Count => Sizes.Length;

    /// <summary>The component of each node; length NodeCount. Components are numbered by their lowest node.</summary>
    public ImmutableArray<int> ComponentOf { get; }

    /// <summary>How many nodes each component has; length <see cref="Count"/>.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>Finds the components breadth first, O(nodes + edges). Weights and self-loops do not matter; an isolated node is one of its own.</summary>
    public static Components Of(Network network)
    {
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        var (componentOf, queue, sizes) = (new int[network.NodeCount], new int[network.NodeCount], new List<int>());
        componentOf.AsSpan().Fill(-1);
        for (var start = 0; start < componentOf.Length; start++)
        {
            if (componentOf[start] >= 0) continue;
            var (head, tail) = (0, 1);
            (queue[0], componentOf[start]) = (start, sizes.Count);
            while (head < tail)
            {
                var node = queue[head++];
                foreach (var neighbor in neighbors[offsets[node]..offsets[node + 1]])
                {
                    if (componentOf[neighbor] >= 0) continue;
                    componentOf[neighbor] = sizes.Count;
                    queue[tail++] = neighbor;
                }
            }

            sizes.Add(tail);
        }

        return new(componentOf, [.. sizes]);
    }
}
