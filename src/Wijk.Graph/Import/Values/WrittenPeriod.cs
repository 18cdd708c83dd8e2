using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Values;

/// <summary>What somebody meant by a date: from the first day of <paramref name="From"/> to the last day of <paramref name="To"/>.</summary>
/// <param name="From">The day, month or year it starts in.</param>
/// <param name="To">The day, month or year it ends in; equal to <paramref name="From"/> for a date.</param>
internal readonly record struct WrittenPeriod(PartialDate From, PartialDate To)
{
    /// <summary>Whether it is more than one day, month or year: a season, a school year, from one date to another.</summary>
    public bool IsRange => From != To;

    /// <summary>A date.</summary>
    public static WrittenPeriod Of(PartialDate date) => new(date, date);
}
