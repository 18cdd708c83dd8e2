using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>What overlaps in one cell.</summary>
public sealed class CellOverlap
{
    private readonly MeasureDomains domains;

    internal CellOverlap(int cell, PairRule rule, ImmutableArray<CellActor> actors, MeasureDomains domains)
    {
        (Cell, Rule, Actors, this.domains) = (cell, rule, actors, domains);
        (Severity, PairCount, WholePairCount) = Overlap.Severity.Of(actors, rule);
    }

    /// <summary>The cell.</summary>
    public int Cell { get; }

    /// <summary>Which pairs count.</summary>
    public PairRule Rule { get; }

    /// <summary>The actors active there, ascending.</summary>
    public ImmutableArray<CellActor> Actors { get; }

    /// <summary>How many domains the measures would be spread over if they were spread evenly: exp(Shannon entropy).</summary>
    /// <remarks>
    /// A measure counts once, divided evenly over its domains. 0 when no domain is known; not stored. Source: Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x.
    /// </remarks>
    public double EffectiveDomainCount
    {
        get
        {
            var weights = new SortedDictionary<int, double>();
            foreach (var measure in Actors.SelectMany(actor => actor.Works).Select(work => work.Measure).Distinct().Order())
            {
                var own = domains.Own[measure];
                foreach (var domain in own) weights[domain] = weights.GetValueOrDefault(domain) + (1.0 / own.Length);
            }

            return ShannonDiversity.Effective([.. weights.Values]);
        }
    }

    /// <summary>How many pairs the rule counts.</summary>
    public long PairCount { get; }

    /// <summary>How many of those count wholly: crossing, they share no domain at all.</summary>
    public long WholePairCount { get; }

    /// <summary>Those pairs, each weighted by the share of time the two have in common.</summary>
    public double Severity { get; }

    /// <summary>Whether there is such a pair.</summary>
    public bool IsOverlapping => PairCount > 0;

    /// <summary>The pairs the rule counts: those of which most pairs of measures count first, as a share, then by their actors.</summary>
    /// <remarks>O(k²) for k actors; not stored.</remarks>
    public IEnumerable<CellPair> Pairs() =>
        from i in Enumerable.Range(0, Actors.Length)
        from j in Enumerable.Range(i + 1, Actors.Length - i - 1)
        let pair = CellPair.Of(Actors[i], Actors[j], Rule)
        where pair.Counts
        orderby pair.Share descending
        select pair;
}
