using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>How severe the overlap in one cell is.</summary>
/// <param name="Value">The pairs that count, each weighted by the share of time the two have in common; 0 or more.</param>
/// <param name="PairCount">How many pairs the rule counts.</param>
/// <param name="WholePairCount">How many of those count wholly: crossing, they share no domain at all.</param>
internal readonly record struct Severity(double Value, long PairCount, long WholePairCount)
{
    /// <summary>The severity of a cell with some actors.</summary>
    /// <param name="actors">Who is active there.</param>
    /// <param name="rule">Which pairs count.</param>
    /// <remarks>O(k²) for k actors.</remarks>
    public static Severity Of(ImmutableArray<CellActor> actors, PairRule rule)
    {
        var (value, pairs, whole) = (0.0, 0L, 0L);
        for (var i = 0; i < actors.Length; i++)
        {
            for (var j = i + 1; j < actors.Length; j++)
            {
                var pair = CellPair.Of(actors[i], actors[j], rule);
                value += pair.Weight;
                if (pair.Counts) pairs++;
                if (pair.CountsWholly) whole++;
            }
        }

        return new(value, pairs, whole);
    }
}
