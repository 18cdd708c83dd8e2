using System.Collections.Immutable;
using System.Numerics;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>Whom to invite: the tables that are best by an order of criteria, without a score.</summary>
/// <remarks>
/// Of at most <see cref="LargestExhaustive"/> candidates every table is looked at, so the best is proven. Of more, tables are filled seat by seat from every
/// candidate on, and then whoever brings more is exchanged until nobody does; what any table could have of each criterion is told beside.
/// Equal tables stand in the order of their seats, so the same pool gives the same tables.
/// </remarks>
public static class TableSearch
{
    /// <summary>The most candidates of which every table is looked at: 60 have 5.5 million tables of five.</summary>
    public const int LargestExhaustive = 60;

    /// <summary>The best tables.</summary>
    /// <param name="pool">Who could sit at it.</param>
    /// <param name="parameters">What a table must be like.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Whoever must be there is excluded too, or there are more of them than seats.</exception>
    public static TableResult Best(TablePool pool, TableParameters parameters, CancellationToken cancellationToken = default)
    {
        if (parameters.Included.Length > parameters.MostSeats || parameters.Included.Any(parameters.Excluded.Contains))
            throw new ArgumentException("Those who must be there have no seat.", nameof(parameters));
        int[] free = [.. Enumerable.Range(0, pool.Candidates.Length).Except(parameters.Excluded).Except(parameters.Included)];
        var best = new BestTables(parameters.TableCount, new(parameters.Order));
        var isExhaustive = free.Length <= LargestExhaustive;
        if (isExhaustive)
            new ExhaustiveTables(pool, parameters, free, best).Search(cancellationToken);
        else
            new GreedyTables(pool, parameters, free, best).Search(cancellationToken);
        var tables = best.Tables();
        var bound = BoundOf(pool, parameters, free);
        return new(tables, isExhaustive || (tables is [var first, ..] && bound.All(most => first.Counts.Of(most.Criterion) == most.Count)), bound);
    }

    // Each criterion by itself: a table has at most what all have together, and at most what its seats have that bring the most.
    private static ImmutableArray<TableBound> BoundOf(TablePool pool, TableParameters parameters, int[] free)
    {
        int[] all = [.. parameters.Included, .. free];
        var seats = Math.Min(parameters.MostSeats, all.Length);
        return
        [
            .. parameters.Order.Select(criterion => new TableBound(criterion, criterion switch
            {
                TableCriterion.Sides => MostBits(candidate => candidate.Sides),
                TableCriterion.Barriers => MostBits(candidate => candidate.Barriers),
                TableCriterion.Perspectives => MostBits(candidate => candidate.Perspectives),
                TableCriterion.Ties or TableCriterion.Overlaps => seats * (seats - 1) / 2,
                _ => (Math.Min(parameters.FewestSeats, seats) + parameters.MostOfOneOrganisation - 1) / parameters.MostOfOneOrganisation,
            })),
        ];

        int MostBits(Func<TableCandidate, ulong> bits)
        {
            var together = all.Aggregate(0UL, (union, candidate) => union | bits(pool.Candidates[candidate]));
            var apart = all.Select(candidate => BitOperations.PopCount(bits(pool.Candidates[candidate]))).OrderDescending().Take(seats).Sum();
            return Math.Min(BitOperations.PopCount(together), apart);
        }
    }
}
