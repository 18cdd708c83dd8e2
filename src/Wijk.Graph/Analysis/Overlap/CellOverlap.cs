using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>Which two actors in a cell count as doing the same from different sides.</summary>
public enum PairRule
{
    /// <summary>Both have domains there, the sets differ, and their periods share a day.</summary>
    DifferentDomains,

    /// <summary>Their periods share a day.</summary>
    SameTime,
}

/// <summary>One actor's part in a cell.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Measures">Its measures there, ascending.</param>
/// <param name="Domains">The domains of those measures, ascending; empty when none is known.</param>
/// <param name="Days">When it is active there, each range once.</param>
public sealed record CellActor(int Actor, ImmutableArray<int> Measures, ImmutableArray<int> Domains, ImmutableArray<DayRange> Days);

/// <summary>Two actors in a cell that count, and how much of their time they share.</summary>
/// <param name="A">The lower actor.</param>
/// <param name="B">The higher actor.</param>
/// <param name="Weight">The highest Jaccard of any two of their periods, above 0 to 1.</param>
public readonly record struct CellPair(int A, int B, double Weight);

/// <summary>What overlaps in one cell.</summary>
public sealed class CellOverlap
{
    internal CellOverlap(int cell, PairRule rule, ImmutableArray<CellActor> actors, double effectiveDomainCount)
    {
        (Cell, Rule, Actors, EffectiveDomainCount) = (cell, rule, actors, effectiveDomainCount);
        foreach (var pair in Pairs())
        {
            PairCount++;
            Severity += pair.Weight;
        }
    }

    /// <summary>The cell.</summary>
    public int Cell { get; }

    /// <summary>Which pairs count.</summary>
    public PairRule Rule { get; }

    /// <summary>The actors active there, ascending.</summary>
    public ImmutableArray<CellActor> Actors { get; }

    /// <summary>How many domains the measures would be spread over if they were spread evenly: exp(Shannon entropy).</summary>
    /// <remarks>A measure counts once, divided evenly over its domains. 0 when no domain is known. Source: Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x.</remarks>
    public double EffectiveDomainCount { get; }

    /// <summary>How many pairs the rule counts.</summary>
    public long PairCount { get; }

    /// <summary>Those pairs, each weighted by the share of time the two have in common.</summary>
    public double Severity { get; }

    /// <summary>Whether there is such a pair.</summary>
    public bool IsOverlapping => PairCount > 0;

    /// <summary>The pairs the rule counts, by their actors. O(k²) for k actors; not stored.</summary>
    public IEnumerable<CellPair> Pairs()
    {
        for (var i = 0; i < Actors.Length; i++)
        {
            for (var j = i + 1; j < Actors.Length; j++)
            {
                var weight = Overlaps.WeightOf(Actors[i], Actors[j], Rule);
                if (weight > 0) yield return new(Actors[i].Actor, Actors[j].Actor, weight);
            }
        }
    }
}
