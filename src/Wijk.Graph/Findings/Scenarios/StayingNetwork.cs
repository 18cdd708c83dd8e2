using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>Who knows whom before and after the changes of a scenario, measured over one list: those of whom a tie is known and who stay.</summary>
/// <remarks>So a difference comes from the changes, and not from another list. Before, a path may pass through somebody who goes.</remarks>
internal sealed class StayingNetwork
{
    /// <summary>For more members no distances are measured.</summary>
    public const int MostForDistances = 3000;

    private readonly ImmutableArray<string> all;
    private readonly bool[] stays;
    private readonly Network before, after;

    private StayingNetwork(GraphView now, GraphView then, ScenarioBranch branch, Func<GraphView, ActiveActors> actorsIn)
    {
        // Whoever is active before or after, for who stops working here still knows whom they know.
        var actors = new[] { now, then }.SelectMany(view => { var active = actorsIn(view); return active.Agencies.Concat(active.Initiatives).Select(actor => view.Graph.Node(actor).Key); }).ToHashSet(StringComparer.Ordinal);
        var (known, supposed) = (KnownIn(now, actors), KnownIn(then, actors));
        IsKnown = known.Length > 0;
        all = [.. known.Concat(supposed).SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Order(StringComparer.Ordinal)];
        stays = [.. all.Select(key => then.Graph.Find(key) is not null && now.Graph.Find(key) is { } node && !branch.Goes(node))];
        (before, after) = (Among(known), Among(supposed));
        Members = [.. all.Where((_, place) => stays[place]).Select(key => now.Graph.Find(key)!.Value)];
    }

    /// <summary>Whether a tie was known before; if not, nothing is measured.</summary>
    public bool IsKnown { get; }

    /// <summary>Those over whom it is measured, numbers in the graph as it is, ascending.</summary>
    public ImmutableArray<int> Members { get; }

    /// <summary>Reads the two networks.</summary>
    public static StayingNetwork Of(GraphView now, GraphView then, ScenarioBranch branch, Func<GraphView, ActiveActors> actorsIn) => new(now, then, branch, actorsIn);

    /// <summary>The share of pairs without a path, before and after.</summary>
    public (double? Before, double? After) Fragmentation => IsKnown ? (FragmentationOf(before), FragmentationOf(after)) : (null, null);

    /// <summary>The same by distance.</summary>
    public (double? Before, double? After) DistanceWeighted(CancellationToken cancellationToken) => IsKnown && all.Length <= MostForDistances
        ? (DistanceWeightedFragmentation.Of(before, stays, cancellationToken), DistanceWeightedFragmentation.Of(after, stays, cancellationToken))
        : (null, null);

    /// <summary>Who had a tie and has none left; numbers in the graph as it is.</summary>
    public IEnumerable<int> WithoutTie(GraphView now) => Staying().Where(place => before.Neighbors(place).Length > 0 && after.Neighbors(place).Length == 0).Select(place => now.Graph.Find(all[place])!.Value);

    /// <summary>Pairs of those who stay that had a tie and have none left, the lower number first; numbers in the graph as it is.</summary>
    public IEnumerable<(int A, int B)> LostTies(GraphView now) =>
        from one in Staying()
        from other in before.Neighbors(one).ToArray()
        where one < other && stays[other] && after.Neighbors(one).BinarySearch(other) < 0
        select (now.Graph.Find(all[one])!.Value, now.Graph.Find(all[other])!.Value);

    /// <summary>Groups of two or more that lose the larger rest of what they were joined with, and how many that rest is; numbers in the graph as it is.</summary>
    public IEnumerable<(ImmutableArray<int> Members, int RestCount)> CutOff(GraphView now)
    {
        var (was, becomes) = (Components.Of(before).ComponentOf, Components.Of(after).ComponentOf);
        foreach (var whole in Staying().GroupBy(place => was[place]))
        {
            var parts = whole.GroupBy(place => becomes[place]).Select(part => part.ToArray()).OrderByDescending(part => part.Length).ThenBy(part => part[0]).ToArray();
            foreach (var part in parts.Skip(1).Where(part => part.Length > 1)) yield return ([.. part.Select(place => now.Graph.Find(all[place])!.Value)], parts[0].Length);
        }
    }

    private static (string A, string B, bool IsTie)[] KnownIn(GraphView view, HashSet<string> actors) =>
    [
        .. CollaborationNetwork.KnownAmong(view, actor => actors.Contains(view.Graph.Node(actor).Key), 1)
            .Select(tie => (view.Graph.Node(tie.A).Key, view.Graph.Node(tie.B).Key, tie.Level > 0)),
    ];

    private IEnumerable<int> Staying() => Enumerable.Range(0, all.Length).Where(place => stays[place]);

    private Network Among((string A, string B, bool IsTie)[] known) => Network.Of(all.Length,
    [
        .. known.Where(tie => tie.IsTie).Select(tie => new Edge(PlaceOf(tie.A), PlaceOf(tie.B))),
    ]);

    private int PlaceOf(string key) => all.BinarySearch(key, StringComparer.Ordinal);

    private double? FragmentationOf(Network network)
    {
        var component = Components.Of(network).ComponentOf;
        int[] sizes = [.. Staying().CountBy(place => component[place]).Select(count => count.Value)];
        return Analysis.Connectivity.Fragmentation.Of(sizes);
    }
}
