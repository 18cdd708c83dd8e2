using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>The figures that a round changes, as they are written: to be put beside those without its answers.</summary>
public static class RoundFigures
{
    /// <summary>The figures, in order; those without a value where fewer than two are active.</summary>
    public static ImmutableArray<(Words Name, Words Value)> Of(RoundState state) =>
    [
        (new("paren waarvan we weten of er contact is", "pairs of which we know whether there is contact"), Phrasing.Of(state.KnownPairCount, state.PairCount)),
        (new("versnippering (F): het deel van de paren zonder weg naar elkaar", "fragmentation (F): the share of pairs with no path to each other"), Between(state.Bounds?.Connectivity.Fragmentation)),
        (new("dichtheid: het deel van de paren met contact", "density: the share of pairs with contact"), Between(state.Bounds?.Connectivity.Density)),
    ];

    private static Words Between(Interval? bounds)
    {
        if (bounds is not { } between) return new("niet bekend", "not known");
        var (low, high) = (Phrasing.Percent(between.Low), Phrasing.Percent(between.High));
        return low == high ? low : new($"tussen {low.Nl} en {high.Nl}", $"between {low.En} and {high.En}");
    }
}
