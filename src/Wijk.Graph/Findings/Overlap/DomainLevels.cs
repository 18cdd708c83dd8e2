using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What domains stand for on one level of their tree: two measures differ when what theirs stand for does.</summary>
/// <param name="snapshot">The graph they are part of.</param>
/// <param name="level">0 for the top; a domain that lies less deep stands for itself.</param>
/// <remarks>
/// A domain lies as deep as its shortest way to the top. A catch-all is no whole: its parts are tops; so is what is, in a circle, part of itself.
/// Domains of one name are one, whatever their keys.
/// </remarks>
internal sealed class DomainLevels(GraphSnapshot snapshot, int level)
{
    private readonly Dictionary<int, int[]> known = [];
    private readonly ILookup<string, int> byName = snapshot.NumbersOf(NodeKind.Domain).ToLookup(domain => snapshot.Node(domain).Name, StringComparer.Ordinal);

    /// <summary>What some domains stand for, ascending, each once.</summary>
    public ImmutableArray<int> Of(ImmutableArray<int> domains) => [.. domains.SelectMany(Of).Distinct().Order()];

    private int[] Of(int domain)
    {
        if (known.TryGetValue(domain, out var found)) return found;
        int[] standsFor = DepthOf(domain) <= level
            ? [domain]
            : [.. WholesOf(domain).Select(whole => whole.Node).Where(whole => DepthOf(whole) == level)];
        known.Add(domain, found = [.. standsFor.Select(whole => byName[snapshot.Node(whole).Name].First())]);
        return found;
    }

    private int DepthOf(int domain) => WholesOf(domain).Where(whole => IsTop(whole.Node)).Select(whole => whole.Steps).DefaultIfEmpty(0).Min();

    private bool IsTop(int domain) => snapshot.Outgoing(RelationKind.PartOf).Neighbors(domain).ToArray().All(snapshot.IsCatchAll);

    private IEnumerable<(int Node, int Steps)> WholesOf(int domain) => Wholes.Of(snapshot, domain).Where(whole => !snapshot.IsCatchAll(whole.Node));
}
