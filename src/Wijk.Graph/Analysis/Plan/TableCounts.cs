using System.Numerics;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>What is at a table, seat by seat.</summary>
/// <param name="Seats">How many seats are taken.</param>
/// <param name="Sides">The sides that are there, a bit each.</param>
/// <param name="Barriers">The barriers within somebody's mandate, a bit each.</param>
/// <param name="Perspectives">The perspectives, a bit each.</param>
/// <param name="Overlaps">How many pairs of organisations do work that overlaps.</param>
/// <param name="Ties">How many pairs of organisations know each other.</param>
/// <param name="Organisations">How many organisations there are.</param>
public readonly record struct TableCounts(int Seats, ulong Sides, ulong Barriers, ulong Perspectives, int Overlaps, int Ties, int Organisations)
{
    /// <summary>What a criterion counts here.</summary>
    public int Of(TableCriterion criterion) => criterion switch
    {
        TableCriterion.Sides => BitOperations.PopCount(Sides),
        TableCriterion.Barriers => BitOperations.PopCount(Barriers),
        TableCriterion.Perspectives => BitOperations.PopCount(Perspectives),
        TableCriterion.Overlaps => Overlaps,
        TableCriterion.Ties => Ties,
        _ => Organisations,
    };

    /// <summary>The table with one more seat.</summary>
    /// <param name="pool">The candidates.</param>
    /// <param name="seats">Those who sit at it.</param>
    /// <param name="candidate">Who joins them.</param>
    /// <param name="mostOfOneOrganisation">The most seats of one organisation.</param>
    /// <param name="grown">The table then.</param>
    /// <returns>Whether their organisation may have one more seat.</returns>
    internal bool TryAdd(TablePool pool, ReadOnlySpan<int> seats, int candidate, int mostOfOneOrganisation, out TableCounts grown)
    {
        var joining = pool.Candidates[candidate];
        var (overlaps, ties, colleagues) = (Overlaps, Ties, 0);
        foreach (var seat in seats)
        {
            colleagues += pool.Candidates[seat].Organisation == joining.Organisation ? 1 : 0;
        }

        // A second seat of an organisation brings no pair that is not there already.
        for (var place = 0; place < seats.Length && colleagues == 0; place++)
        {
            if (HasColleagueBefore(pool, seats, place)) continue;
            overlaps += pool.AreOverlapping(seats[place], candidate) ? 1 : 0;
            ties += pool.AreTied(seats[place], candidate) ? 1 : 0;
        }

        grown = new(
            Seats + 1, Sides | joining.Sides, Barriers | joining.Barriers, Perspectives | joining.Perspectives, overlaps, ties,
            Organisations + (colleagues == 0 ? 1 : 0));
        return colleagues < mostOfOneOrganisation;
    }

    private static bool HasColleagueBefore(TablePool pool, ReadOnlySpan<int> seats, int place)
    {
        for (var before = 0; before < place; before++)
        {
            if (pool.Candidates[seats[before]].Organisation == pool.Candidates[seats[place]].Organisation) return true;
        }

        return false;
    }
}
