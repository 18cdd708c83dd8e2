using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>The figures that a round changes, as they are written: to be put beside those without its answers.</summary>
public static class RoundFigures
{
    /// <summary>A day as far as it is known: "1-3-2026" in Dutch, "1 March 2026" in English; "2026-03" where only the month is.</summary>
    public static Words Day(PartialDate day) => day.Day == 0 ? day.ToString() : Phrasing.Day(day.FirstDay);

    /// <summary>From which level contact counts, when that is not from any: " (from level 3 on)".</summary>
    public static Words LevelOf(Round round) => round.Level == 1 ? new("", "") : new($" (vanaf niveau {round.Level})", $" (from level {round.Level} on)");

    /// <summary>The figures, in order; those without a value where fewer than two are active. The one by distance is left out where it would take too long.</summary>
    public static ImmutableArray<(Words Name, Words Value)> Of(Round round, RoundState state) =>
    [
        (new Words("paren waarvan we weten of er contact is", "pairs of which we know whether there is contact") + LevelOf(round), Phrasing.Of(state.KnownPairCount, state.PairCount)),
        (new Words("versnippering (F): het deel van de paren zonder weg naar elkaar", "fragmentation (F): the share of pairs with no path to each other") + LevelOf(round), Between(state.Bounds?.Connectivity.Fragmentation)),
        .. state.DistanceWeighted is { } byDistance
            ? [(new Words("versnippering naar afstand (DF): hetzelfde, waarbij een omweg minder telt", "fragmentation by distance (DF): the same, a detour counting for less") + LevelOf(round), Between(byDistance))]
            : ImmutableArray<(Words, Words)>.Empty,
        (new Words("dichtheid: het deel van de paren met contact", "density: the share of pairs with contact") + LevelOf(round), Between(state.Bounds?.Connectivity.Density)),
    ];

    private static Words Between(Interval? bounds)
    {
        if (bounds is not { } between) return new("niet bekend", "not known");
        var (low, high) = (Phrasing.Percent(between.Low), Phrasing.Percent(between.High));
        return low == high ? low : new($"tussen {low.Nl} en {high.Nl}", $"between {low.En} and {high.En}");
    }
}
