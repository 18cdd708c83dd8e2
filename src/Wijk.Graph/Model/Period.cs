namespace Wijk.Graph.Model;

/// <summary>A closed interval of days: both ends belong to it. An end that is not known is open.</summary>
public readonly record struct Period
{
    /// <summary>The interval from the first day of <paramref name="from"/> to the last day of <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentException">The end comes before the start.</exception>
    public Period(PartialDate? from, PartialDate? to)
    {
        First = from?.FirstDay ?? DateOnly.MinValue;
        Last = to?.LastDay ?? DateOnly.MaxValue;
        if (Last < First) throw new ArgumentException($"A period cannot end ({to}) before it starts ({from}).");
    }

    /// <summary>The first day; <see cref="DateOnly.MinValue"/> when the start is open.</summary>
    public DateOnly First { get; }

    /// <summary>The last day; <see cref="DateOnly.MaxValue"/> when the end is open.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether an end is missing: "period unknown".</summary>
    public bool IsOpen => First == DateOnly.MinValue || Last == DateOnly.MaxValue;

    /// <summary>Whether the day falls in the period, its ends included.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether the two share at least one day.</summary>
    public bool Intersects(Period other) => First <= other.Last && other.First <= Last;
}
