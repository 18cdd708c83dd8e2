using System.Collections.Immutable;
using QuikGraph;
using QuikGraph.Algorithms.ShortestPath;

namespace Wijk.Graph.Analysis.Paths;

/// <summary>A step from one node to another, as long in the one direction as in the other.</summary>
/// <param name="To">The node it leads to.</param>
/// <param name="Length">How long it is, above 0.</param>
public readonly record struct PathStep(int To, double Length);

/// <summary>A path that meets no node twice.</summary>
/// <param name="Nodes">From the start to an end.</param>
/// <param name="Length">The sum of its steps.</param>
public sealed record RankedPath(ImmutableArray<int> Nodes, double Length);

/// <summary>The shortest paths from a node to any of some ends: the best first, and then others.</summary>
/// <remarks>
/// A path stops at the first end it meets. Paths of one length are ordered by the numbers of their nodes, the first that differs deciding.
/// Source: Yen (1971), doi:10.1287/mnsc.17.11.712. The graph is not copied: QuikGraph's Dijkstra walks it through delegates. QuikGraph's own ranked
/// paths (Hoffman and Pavley; Yen) take only graphs that are copied, and leave the order of equally long paths open.
/// </remarks>
/// <param name="nodes">All nodes, numbers from 0.</param>
/// <param name="stepsFrom">The steps from a node; between two nodes there may be several, and the shortest counts.</param>
/// <param name="ends">Where a path may end.</param>
public sealed class RankedPaths(IReadOnlyCollection<int> nodes, Func<int, IEnumerable<PathStep>> stepsFrom, IReadOnlySet<int> ends)
{
    // One node behind all ends, so that a single search from it finds how far every node is from the nearest end.
    private const int BehindEnds = -1;

    private static readonly Comparer<RankedPath> ShortestFirst = Comparer<RankedPath>.Create(static (left, right) =>
    {
        var byLength = left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : left.Nodes.AsSpan().SequenceCompareTo(right.Nodes.AsSpan());
    });

    private Func<int, double>? distances;

    /// <summary>Whether any path leads from a node to an end. O(steps · log nodes) once for all nodes.</summary>
    public bool Leads(int start) => (distances ??= DistancesWithout([]))(start) < double.MaxValue;

    /// <summary>The shortest paths from a node. O(count · path length · steps · log nodes).</summary>
    /// <param name="start">The node.</param>
    /// <param name="count">How many at most, 0 or more.</param>
    /// <param name="cancellationToken">Stops the work between two searches.</param>
    public ImmutableArray<RankedPath> From(int start, int count, CancellationToken cancellationToken = default)
    {
        // One search for all tells who has none; without it each of them would take a search of its own.
        if (!Leads(start)) return [];
        var found = ImmutableArray.CreateBuilder<RankedPath>();
        var candidates = new SortedSet<RankedPath>(ShortestFirst);
        if (Shortest([start], []) is { } first) candidates.Add(first);
        while (found.Count < count && candidates.Min is { } next)
        {
            candidates.Remove(next);
            found.Add(next);

            // Every other path leaves one that was found at some node: there, by another step.
            for (var shared = 1; shared < next.Nodes.Length && found.Count < count; shared++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var root = next.Nodes[..shared];
                var taken = found.Where(path => path.Nodes.Length > shared && path.Nodes.AsSpan(..shared).SequenceEqual(root.AsSpan())).Select(path => path.Nodes[shared]);
                if (Shortest(root, [.. taken]) is { } other) candidates.Add(other);
            }
        }

        return found.ToImmutable();
    }

    // The shortest path that begins with some nodes and then takes none of some steps.
    private RankedPath? Shortest(ImmutableArray<int> root, HashSet<int> taken)
    {
        if (ends.Contains(root[^1])) return taken.Count == 0 ? new(root, LengthOf(root)) : null;
        HashSet<int> passed = [.. root];
        var distance = DistancesWithout(passed);
        var path = root.ToBuilder();
        while (!ends.Contains(path[^1]))
        {
            var next = stepsFrom(path[^1])
                .Where(step => !passed.Contains(step.To) && (path.Count > root.Length || !taken.Contains(step.To)))
                .Select(step => (Length: step.Length + distance(step.To), step.To))
                .DefaultIfEmpty((Length: double.MaxValue, To: BehindEnds))
                .Min();
            if (next.Length >= double.MaxValue) return null;
            path.Add(next.To);
        }

        return new(path.ToImmutable(), LengthOf(path.ToImmutable()));
    }

    private double LengthOf(ImmutableArray<int> path) =>
        path.Zip(path.Skip(1), (from, to) => stepsFrom(from).Where(step => step.To == to).Min(step => step.Length)).Sum();

    private Func<int, double> DistancesWithout(HashSet<int> passed)
    {
        var search = new DijkstraShortestPathAlgorithm<int, SEquatableTaggedEdge<int, double>>(new Walk(nodes, Backwards), static edge => edge.Tag);
        search.Compute(BehindEnds);
        return node => search.TryGetDistance(node, out var distance) ? distance : double.MaxValue;

        bool Backwards(int node, out IEnumerable<SEquatableTaggedEdge<int, double>> edges)
        {
            edges = node == BehindEnds
                ? ends.Select(end => new SEquatableTaggedEdge<int, double>(node, end, 0))
                : stepsFrom(node).Where(step => !passed.Contains(step.To) && !ends.Contains(step.To))
                    .Select(step => new SEquatableTaggedEdge<int, double>(node, step.To, step.Length));
            return true;
        }
    }

    // QuikGraph's own delegate graph with a list of nodes looks that list through at every edge.
    private sealed class Walk(IReadOnlyCollection<int> nodes, TryFunc<int, IEnumerable<SEquatableTaggedEdge<int, double>>> edgesFrom)
        : DelegateIncidenceGraph<int, SEquatableTaggedEdge<int, double>>(edgesFrom), IVertexListGraph<int, SEquatableTaggedEdge<int, double>>
    {
        public bool IsVerticesEmpty => false;

        public int VertexCount => nodes.Count + 1;

        public IEnumerable<int> Vertices => nodes.Append(BehindEnds);
    }
}
