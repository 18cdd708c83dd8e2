using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>The days on which any dated targeting or grant holds, and the day that the data states for itself.</summary>
/// <remarks>What has neither a start nor an end holds always and decides nothing. A missing start or end is open.</remarks>
internal sealed class DatedWork
{
    // Closed intervals of day numbers, ascending, with at least a day between one and the next.
    private readonly List<(int First, int Last)> held = [];

    private DatedWork(GraphView view)
    {
        foreach (var (first, last) in Periods(view).Order())
        {
            if (held.Count > 0 && first - 1 <= held[^1].Last) held[^1] = (held[^1].First, Math.Max(held[^1].Last, last));
            else held.Add((first, last));
        }

        var areas = view.Graph.NumbersOf(NodeKind.Area).Select(area => view.Graph.Node(area).Attributes.Date("lookAt")).OfType<PartialDate>();
        StatedDay = areas.Select(day => day.LastDay).Cast<DateOnly?>().Max();
    }

    /// <summary>The day the data states for itself; null when it states none.</summary>
    public DateOnly? StatedDay { get; }

    /// <summary>Whether nothing is dated.</summary>
    public bool IsEmpty => held.Count == 0;

    /// <summary>The first day on which anything dated holds.</summary>
    public DateOnly FirstDay => DateOnly.FromDayNumber(held[0].First);

    /// <summary>The dated work of a view of all days; read once.</summary>
    public static DatedWork Of(GraphView view) => view.Index(static view => new DatedWork(view));

    /// <summary>Whether anything dated holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => held.Exists(period => period.First <= day.DayNumber && day.DayNumber <= period.Last);

    /// <summary>The last day before one on which anything dated held; null when nothing did.</summary>
    public DateOnly? LastDayBefore(DateOnly day) => held.FindLast(period => period.Last < day.DayNumber) is { Last: > 0 } last
        ? DateOnly.FromDayNumber(last.Last)
        : null;

    private static IEnumerable<(int First, int Last)> Periods(GraphView view)
    {
        var targetings = Activity.Of(view).All.Select(work => (work.Days.First, work.Days.Last));
        var grants = view.Graph.NumbersOf(RelationKind.Funds).Select(grant => DaysOf(view.Graph, grant));
        return targetings.Concat(grants)
            .Where(days => days.First is not null || days.Last is not null)
            .Select(days => (days.First ?? DateOnly.MinValue.DayNumber, days.Last ?? DateOnly.MaxValue.DayNumber));
    }

    // A grant that states no period is for its year.
    private static (int? First, int? Last) DaysOf(GraphSnapshot graph, int grant)
    {
        var relation = graph.Relation(grant);
        if (relation.ValidFrom is not null || relation.ValidTo is not null) return (relation.ValidFrom?.FirstDay.DayNumber, relation.ValidTo?.LastDay.DayNumber);
        return relation.Attributes.Integer("year") is { } year
            ? (new DateOnly((int)year, 1, 1).DayNumber, new DateOnly((int)year, 12, 31).DayNumber)
            : (null, null);
    }
}
