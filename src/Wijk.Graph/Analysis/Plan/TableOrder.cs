using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>Tables in order: the first criterion decides, the next among equals, and at last the fewest seats.</summary>
/// <param name="criteria">The criteria in order of weight.</param>
internal readonly struct TableOrder(ImmutableArray<TableCriterion> criteria)
{
    // Every count fits seven bits: a mask has 64 bits, and a table of 8 has 28 pairs.
    private const int BitsOfCount = 7;
    private const int MostOfCount = (1 << BitsOfCount) - 1;

    /// <summary>A number for a table that is higher the better it is.</summary>
    public ulong RankOf(TableCounts counts)
    {
        var rank = 0UL;
        foreach (var criterion in criteria) rank = (rank << BitsOfCount) | (uint)Worth(criterion, counts);
        return (rank << BitsOfCount) | (uint)(MostOfCount - counts.Seats);
    }

    /// <summary>What is worth more of a criterion: more of it, or fewer organisations.</summary>
    public static int Worth(TableCriterion criterion, TableCounts counts) =>
        criterion == TableCriterion.FewestOrganisations ? MostOfCount - counts.Organisations : counts.Of(criterion);
}
