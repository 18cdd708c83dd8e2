using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Finds the pairs without comparing each with each: only those that have something in common which may show that they are one.</summary>
internal sealed class DuplicateSearch
{
    private static readonly Func<ComparedNode, IEnumerable<object>>[] More =
        [node => node.Seats.Cast<object>(), node => node.Runners.Cast<object>(), node => node.Website is { } site ? [site] : []];

    private readonly GraphSnapshot graph;
    private readonly HashSet<(int A, int B)> candidates = [];
    private readonly CancellationToken cancellationToken;

    private DuplicateSearch(QuestionScope scope, NodeKind[] kinds, CancellationToken cancellationToken)
    {
        (graph, this.cancellationToken) = (scope.View.Graph, cancellationToken);
        var here = Here(scope);
        var (pairs, signs) = (new List<DuplicatePair>(), new DuplicateSigns(graph));
        var (named, all, withSite, mayHaveSite) = (0, 0, 0, 0);
        foreach (var kind in kinds)
        {
            var nodes = graph.NumbersOf(kind).Where(node => here?.Contains(node) != false).Select(node => new ComparedNode(graph, node)).ToArray();
            (named, all) = (named + nodes.Count(node => node.Core.Length > 0), all + nodes.Length);
            if (kind is NodeKind.Agency or NodeKind.Document) (withSite, mayHaveSite) = (withSite + nodes.Count(node => node.Website is not null), mayHaveSite + nodes.Length);
            candidates.Clear();
            Collect(nodes);
            foreach (var (a, b) in candidates)
            {
                if (signs.Of(nodes[a], nodes[b]) is var (points, against)) pairs.Add(new(scope.View, nodes[a].Number, nodes[b].Number, points, against));
            }
        }

        NameCount = named;
        Coverage =
        [
            new(new("met een naam om te vergelijken", "with a name to compare"), named, all),
            new(new("organisaties en stukken met een webadres", "organisations and documents with a web address"), withSite, mayHaveSite),
        ];
        Pairs = [.. pairs.OrderByDescending(pair => pair.For.Length).ThenBy(pair => pair.Against.Length).ThenBy(pair => pair.For[0]).ThenBy(pair => pair.A).ThenBy(pair => pair.B)];
    }

    /// <summary>The pairs, in the order of the answer.</summary>
    public ImmutableArray<DuplicatePair> Pairs { get; }

    /// <summary>How many nodes have a name to compare.</summary>
    public int NameCount { get; }

    /// <summary>How many names, codes and web addresses too many have to compare each with each.</summary>
    public int CommonNameCount { get; private set; }

    /// <summary>How much could be compared.</summary>
    public ImmutableArray<Coverage> Coverage { get; }

    /// <summary>Searches nodes of some kinds, in an area when one is asked for.</summary>
    public static DuplicateSearch In(QuestionScope scope, NodeKind[] kinds, CancellationToken cancellationToken) => new(scope, kinds, cancellationToken);

    private void Collect(ComparedNode[] nodes)
    {
        var byCore = Groups(nodes, node => node.Core.Length > 0 ? [node.Core] : []);
        foreach (var group in byCore.Values) CommonNameCount += PairUp(nodes, group);
        foreach (var group in Groups(nodes, node => node.Aliases, byCore).Values) CommonNameCount += PairUp(nodes, group);
        foreach (var group in Groups(nodes, node => node.Code is { } code ? [code] : []).Values) CommonNameCount += PairUp(nodes, group);
        foreach (var group in Groups(nodes, node => node.Website is { } site ? [site] : []).Values) CommonNameCount += PairUp(nodes, group);
        var search = new OneLetterSearch();
        foreach (var (core, group) in byCore)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var near in search.NearTo(core).Select(near => byCore[near]).Where(near => near.Count <= DuplicatesQuestion.LargestGroup && group.Count <= DuplicatesQuestion.LargestGroup))
            {
                foreach (var a in near)
                {
                    foreach (var b in group) Add(a, b);
                }
            }
        }
    }

    // Who have something in common, by what that is; with the groups of others that have it as their name. Nobody has it twice.
    private static Dictionary<string, List<int>> Groups(ComparedNode[] nodes, Func<ComparedNode, IEnumerable<string>> common, Dictionary<string, List<int>>? joined = null)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var node = 0; node < nodes.Length; node++)
        {
            foreach (var text in common(nodes[node]))
            {
                if (!groups.TryGetValue(text, out var group)) groups.Add(text, group = [.. joined?.GetValueOrDefault(text) ?? []]);
                group.Add(node);
            }
        }

        return groups;
    }

    // 1 when the group is too large to compare each with each: then only those are compared that have more in common.
    private int PairUp(ComparedNode[] nodes, List<int> group)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (group.Count <= DuplicatesQuestion.LargestGroup)
        {
            AddAll(group);
            return 0;
        }

        foreach (var common in More)
        {
            foreach (var part in group.SelectMany(node => common(nodes[node]).Select(what => (What: what, Node: node))).GroupBy(one => one.What, one => one.Node))
            {
                if (part.Count() <= DuplicatesQuestion.LargestGroup) AddAll([.. part]);
            }
        }

        return 1;
    }

    private void AddAll(List<int> group)
    {
        for (var one = 0; one < group.Count; one++)
        {
            for (var other = one + 1; other < group.Count; other++) Add(group[one], group[other]);
        }
    }

    private void Add(int a, int b) => candidates.Add(a < b ? (a, b) : (b, a));

    // The numbers of what is in the area; null for everywhere.
    private static HashSet<int>? Here(QuestionScope scope)
    {
        if (scope.Area is not { } area) return null;
        var graph = scope.View.Graph;
        var actors = ActiveActors.In(scope.View, area);
        var here = new HashSet<int>([.. area.Areas, .. actors.Agencies, .. actors.Initiatives]);
        foreach (var work in Activity.Of(scope.View).In(area))
        {
            here.Add(work.Work);
            if (work.Group is { } group) here.Add(group);
        }

        foreach (var place in area.Areas) here.UnionWith(graph.Incoming(RelationKind.SeatedIn).Neighbors(place).ToArray());
        return here;
    }
}
