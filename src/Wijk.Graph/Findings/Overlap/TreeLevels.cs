using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What domains, or target groups, stand for on one level of their tree: two measures differ when what theirs stand for does.</summary>
/// <param name="snapshot">The graph they are part of.</param>
/// <param name="kind">Their kind.</param>
/// <param name="level">0 for the top; what lies less deep stands for itself.</param>
/// <remarks>
/// One lies as deep as its shortest way to the top. A catch-all is no whole: its parts are tops; so is what is, in a circle, part of itself.
/// Those of one name are one, whatever their keys.
/// </remarks>
internal sealed class TreeLevels(GraphSnapshot snapshot, NodeKind kind, int level)
{
    private readonly Dictionary<int, int[]> known = [];
    private readonly ILookup<string, int> byName = snapshot.NumbersOf(kind).ToLookup(node => snapshot.Node(node).Name, StringComparer.Ordinal);

    /// <summary>What some stand for, ascending, each once.</summary>
    public ImmutableArray<int> Of(ImmutableArray<int> nodes) => [.. nodes.SelectMany(Of).Distinct().Order()];

    /// <summary>What one stands for.</summary>
    public int[] Of(int node)
    {
        if (known.TryGetValue(node, out var found)) return found;
        int[] standsFor = DepthOf(node) <= level
            ? [node]
            : [.. WholesOf(node).Select(whole => whole.Node).Where(whole => DepthOf(whole) == level)];
        known.Add(node, found = [.. standsFor.Select(whole => byName[snapshot.Node(whole).Name].First())]);
        return found;
    }

    private int DepthOf(int node) => WholesOf(node).Where(whole => IsTop(whole.Node)).Select(whole => whole.Steps).DefaultIfEmpty(0).Min();

    private bool IsTop(int node) => snapshot.Outgoing(RelationKind.PartOf).Neighbors(node).ToArray().All(snapshot.IsCatchAll);

    private IEnumerable<(int Node, int Steps)> WholesOf(int node) => Wholes.Of(snapshot, node).Where(whole => !snapshot.IsCatchAll(whole.Node));
}
