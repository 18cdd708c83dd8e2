namespace Wijk.Graph.Analysis.Plan;

/// <summary>What makes one table better than another. More is better, except of organisations.</summary>
public enum TableCriterion
{
    /// <summary>How many of the sides that a table needs are there.</summary>
    Sides,

    /// <summary>How many barriers are within somebody's mandate.</summary>
    Barriers,

    /// <summary>How many perspectives there are.</summary>
    Perspectives,

    /// <summary>How many pairs do work that overlaps: they have something to settle.</summary>
    Overlaps,

    /// <summary>How many pairs know each other already.</summary>
    Ties,

    /// <summary>How few organisations it takes.</summary>
    FewestOrganisations,
}
