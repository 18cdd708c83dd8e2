using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>The nodes and edges on which a network hangs: without one of them its component falls apart.</summary>
public sealed class CutPoints
{
    private CutPoints(ImmutableArray<ArticulationPoint> articulationPoints, ImmutableArray<Bridge> bridges) =>
        (ArticulationPoints, Bridges) = (articulationPoints, bridges);

    /// <summary>The nodes without which their component falls apart, by node.</summary>
    public ImmutableArray<ArticulationPoint> ArticulationPoints { get; }

    /// <summary>The edges without which their component falls apart, by their ends.</summary>
    public ImmutableArray<Bridge> Bridges { get; }

    /// <summary>Finds both in one depth-first pass, O(nodes + edges), without recursion. Weights and self-loops do not matter.</summary>
    /// <remarks>
    /// A child in the search tree from whose subtree no edge leads above its parent is cut off with that subtree when the parent goes.
    /// Source: Hopcroft and Tarjan (1973), doi:10.1145/362248.362272; Tarjan (1974), doi:10.1016/0020-0190(74)90003-9.
    /// </remarks>
    public static CutPoints Of(Network network)
    {
        var search = new DepthFirstSearch(network);
        return new(PointsOf(search, network.NodeCount), BridgesOf(search));
    }

    private static ImmutableArray<ArticulationPoint> PointsOf(DepthFirstSearch search, int nodeCount)
    {
        // Separated subtrees by the node they hang on: a counting sort, as one node may have a million of them.
        var starts = new int[nodeCount + 1];
        foreach (var (parent, _, _) in search.Separations) starts[parent + 1]++;
        for (var node = 0; node < nodeCount; node++) starts[node + 1] += starts[node];
        var (sizes, next) = (new int[search.Separations.Count], starts.AsSpan(..nodeCount).ToArray());
        foreach (var (parent, _, size) in search.Separations) sizes[next[parent]++] = size;

        var points = ImmutableArray.CreateBuilder<ArticulationPoint>();
        for (var node = 0; node < nodeCount; node++)
        {
            var separated = sizes.AsSpan(starts[node]..starts[node + 1]);
            if (separated.IsEmpty) continue;
            var rest = search.ComponentSize(node) - 1;
            foreach (var size in separated) rest -= size;
            var partCount = separated.Length + (rest > 0 ? 1 : 0);
            if (partCount < 2) continue;
            var parts = new int[partCount];
            separated.CopyTo(parts);
            if (rest > 0) parts[^1] = rest;
            parts.AsSpan().Sort((a, b) => b.CompareTo(a));
            points.Add(new(node, ImmutableCollectionsMarshal.AsImmutableArray(parts)));
        }

        return points.ToImmutable();
    }

    private static ImmutableArray<Bridge> BridgesOf(DepthFirstSearch search)
    {
        var bridges = new Bridge[search.Bridges.Count];
        var keys = new long[bridges.Length];
        for (var found = 0; found < bridges.Length; found++)
        {
            var (parent, child, size) = search.Bridges[found];
            var rest = search.ComponentSize(parent) - size;
            bridges[found] = parent < child ? new(parent, child, rest, size) : new(child, parent, size, rest);
            keys[found] = ((long)bridges[found].A << 32) | (uint)bridges[found].B;
        }

        Array.Sort(keys, bridges);
        return ImmutableCollectionsMarshal.AsImmutableArray(bridges);
    }
}

/// <summary>A node without which the rest of its component falls apart.</summary>
/// <param name="Node">The node.</param>
/// <param name="PartSizes">How many nodes each part has without it, largest first; at least two parts.</param>
public readonly record struct ArticulationPoint(int Node, ImmutableArray<int> PartSizes);

/// <summary>An edge without which its component falls in two.</summary>
/// <param name="A">The end with the lower number.</param>
/// <param name="B">The other end.</param>
/// <param name="SizeA">How many nodes stay with <paramref name="A"/>, itself included.</param>
/// <param name="SizeB">How many nodes stay with <paramref name="B"/>, itself included.</param>
public readonly record struct Bridge(int A, int B, int SizeA, int SizeB);
