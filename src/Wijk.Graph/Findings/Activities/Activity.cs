using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Activities;

/// <summary>A targeting with what hangs on it, as node numbers; the unit that overlap is made of.</summary>
/// <param name="Targeting">The targeting.</param>
/// <param name="Work">The measure or initiative it is a targeting of.</param>
/// <param name="Group">The target group; null when it names none.</param>
/// <param name="Area">The area; null when it names none.</param>
/// <param name="Days">When; the work's own period where the targeting has none.</param>
public sealed record TargetedWork(int Targeting, int Work, int? Group, int? Area, DayRange Days);

/// <summary>Who does what, for whom, where and when, read from one view.</summary>
public sealed class Activity
{
    private readonly GraphSnapshot snapshot;
    private readonly Dictionary<int, ImmutableArray<int>> domains = [];

    private Activity(GraphSnapshot snapshot)
    {
        this.snapshot = snapshot;
        All = [.. snapshot.NumbersOf(NodeKind.Targeting).Select(Read).OfType<TargetedWork>()];
    }

    /// <summary>Every targeting of something that is in the snapshot.</summary>
    public ImmutableArray<TargetedWork> All { get; }

    /// <summary>The activity of a view; read once.</summary>
    public static Activity Of(GraphView view) => view.Index(static view => new Activity(view.Graph));

    /// <summary>The targetings at an area or a part of it; all of them when there is no area.</summary>
    public IEnumerable<TargetedWork> In(AreaScope? scope) =>
        scope is null ? All : All.Where(work => work.Area is { } area && scope.Contains(area));

    /// <summary>The domains of a measure, initiative or agency, ascending; catch-alls left out, since they make no difference.</summary>
    public ImmutableArray<int> DomainsOf(int node)
    {
        lock (domains)
        {
            if (!domains.TryGetValue(node, out var known)) domains.Add(node, known = [.. snapshot.DomainsOf(node)]);
            return known;
        }
    }

    /// <summary>The agencies that are active through a piece of work: those that run the measure. A funder is not active.</summary>
    public IEnumerable<int> AgenciesRunning(int work) => RunnersOf(work, NodeKind.Agency);

    /// <summary>The agencies that run the work of a targeting on a day of that targeting, each with the days it does.</summary>
    public IReadOnlyList<(int Agency, DayRange Days)> RunsOf(TargetedWork targeted)
    {
        var runs = snapshot.Incoming(RelationKind.Runs);
        var runners = runs.Neighbors(targeted.Work);
        var relations = runs.Relations(targeted.Work);
        var found = new List<(int, DayRange)>(1);
        for (var run = 0; run < runners.Length; run++)
        {
            if (snapshot.Node(runners[run]).Kind == NodeKind.Agency && targeted.Days.SharedWith(DaysOf(snapshot.Relation(relations[run]))) is { } days)
                found.Add((runners[run], days));
        }

        return found;
    }

    /// <summary>The initiatives that are active through a piece of work: it is one, or they run the measure.</summary>
    public IEnumerable<int> InitiativesBehind(int work) =>
        snapshot.Node(work).Kind == NodeKind.Initiative ? [work] : RunnersOf(work, NodeKind.Initiative);

    /// <summary>The schemes a measure or initiative is part of, at any height.</summary>
    public IEnumerable<int> SchemesOf(int work) =>
        Wholes.Of(snapshot, work).Where(whole => whole.Steps > 0 && snapshot.Node(whole.Node).Attributes.Text("type") == "scheme").Select(whole => whole.Node);

    private IEnumerable<int> RunnersOf(int work, NodeKind kind) =>
        snapshot.Incoming(RelationKind.Runs).Neighbors(work).ToArray().Where(runner => snapshot.Node(runner).Kind == kind);

    private TargetedWork? Read(int targeting)
    {
        if (FirstOf(RelationKind.Of, targeting) is not { } work) return null;
        var (own, ofWork) = (snapshot.Node(targeting), snapshot.Node(work));
        var (ownDays, daysOfWork) = (DaysOf(own), DaysOf(ofWork));
        var days = new DayRange(ownDays.First ?? daysOfWork.First, ownDays.Last ?? daysOfWork.Last);

        // A targeting that starts after its work ended, or the other way round, is taken at its own word.
        return new(targeting, work, FirstOf(RelationKind.For, targeting), FirstOf(RelationKind.In, targeting), days.First > days.Last ? ownDays : days);
    }

    private static DayRange DaysOf(GraphRecord record) => new(record.ValidFrom?.FirstDay.DayNumber, record.ValidTo?.LastDay.DayNumber);

    private int? FirstOf(RelationKind kind, int targeting) =>
        snapshot.Outgoing(kind).Neighbors(targeting) is { IsEmpty: false } nodes ? nodes[0] : null;
}
