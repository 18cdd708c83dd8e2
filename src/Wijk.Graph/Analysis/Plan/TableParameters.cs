using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>What a table must be like, and what makes one better than another.</summary>
public sealed record TableParameters
{
    /// <summary>The usual order: what comes first decides, and what follows only among equals.</summary>
    public static ImmutableArray<TableCriterion> UsualOrder { get; } =
    [
        TableCriterion.Sides, TableCriterion.Barriers, TableCriterion.Perspectives, TableCriterion.Overlaps, TableCriterion.Ties,
        TableCriterion.FewestOrganisations,
    ];

    /// <summary>The fewest seats.</summary>
    public int FewestSeats { get; init; } = 3;

    /// <summary>The most seats, at least <see cref="FewestSeats"/> and at most 8.</summary>
    public int MostSeats
    {
        get;
        init => field = value is >= 1 and <= 8 ? value : throw new ArgumentOutOfRangeException(nameof(MostSeats), value, "A table has 1 to 8 seats.");
    } = 5;

    /// <summary>The most seats of one organisation.</summary>
    public int MostOfOneOrganisation { get; init; } = 2;

    /// <summary>Candidates who sit at every table, by number.</summary>
    public ImmutableArray<int> Included { get; init; } = [];

    /// <summary>Candidates who sit at none, by number.</summary>
    public ImmutableArray<int> Excluded { get; init; } = [];

    /// <summary>The criteria in order of weight; those that are left out do not count.</summary>
    public ImmutableArray<TableCriterion> Order { get; init; } = UsualOrder;

    /// <summary>How many tables are asked for: the best, and the next best beside it.</summary>
    public int TableCount { get; init; } = 3;
}
