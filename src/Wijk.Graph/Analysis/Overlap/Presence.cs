namespace Wijk.Graph.Analysis.Overlap;

/// <summary>An actor is active in a cell with a measure, from one day to another.</summary>
/// <param name="Cell">The cell, from 0.</param>
/// <param name="Actor">The actor, any number.</param>
/// <param name="Measure">The measure, an index into the domains given beside it.</param>
/// <param name="Days">When.</param>
public readonly record struct Presence(int Cell, int Actor, int Measure, DayRange Days);

/// <summary>A closed range of days, counted as <see cref="DateOnly.DayNumber"/> counts them. An end that is not known is open.</summary>
/// <param name="First">The first day; null when unknown.</param>
/// <param name="Last">The last day, included; null when unknown.</param>
public readonly record struct DayRange(int? First, int? Last)
{
    /// <summary>The first day, of the calendar; null when unknown.</summary>
    public DateOnly? FirstDay => DayOf(First);

    /// <summary>The last day, of the calendar; null when unknown.</summary>
    public DateOnly? LastDay => DayOf(Last);

    /// <summary>Days shared as a share of days in either (Jaccard), 0 to 1.</summary>
    /// <remarks>An end that one side does not know is taken to be the other's; unknown on both sides, it shortens nothing.</remarks>
    public double JaccardWith(DayRange other)
    {
        long first = Math.Max(First ?? int.MinValue, other.First ?? int.MinValue);
        long last = Math.Min(Last ?? int.MaxValue, other.Last ?? int.MaxValue);
        if (last < first) return 0;
        long earliest = Math.Min(First ?? other.First ?? int.MinValue, other.First ?? First ?? int.MinValue);
        long latest = Math.Max(Last ?? other.Last ?? int.MaxValue, other.Last ?? Last ?? int.MaxValue);
        return (last - first + 1) / (double)(latest - earliest + 1);
    }

    /// <summary>The days in both, an end that one side does not know taken to be the other's; null when there are none.</summary>
    public DayRange? SharedWith(DayRange other)
    {
        var first = First is { } mine && other.First is { } theirs ? Math.Max(mine, theirs) : First ?? other.First;
        var last = Last is { } own && other.Last is { } its ? Math.Min(own, its) : Last ?? other.Last;
        return first > last ? null : new(first, last);
    }

    private static DateOnly? DayOf(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
}
