namespace Wijk.Graph.Findings.Overlap;

/// <summary>What is to be done about a cell, by what is known of it; what can be acted on first comes first.</summary>
public enum CellStanding
{
    /// <summary>A pair was asked and does not coordinate.</summary>
    NotCoordinated,

    /// <summary>Of some pairs nobody knows whether they coordinate.</summary>
    Unasked,

    /// <summary>All pairs coordinate.</summary>
    Coordinated,
}

/// <summary>The order of cells: what can be acted on first.</summary>
internal static class CellOrder
{
    /// <summary>The fewest and the most organisations that fit round one table.</summary>
    public const int SmallestTable = 3, LargestTable = 12;

    /// <summary>
    /// Cells that overlap first; of those what is asked and not coordinated, then what is not asked; what fits round one table before pairs and before
    /// crowds; then by severity, number of organisations and keys.
    /// </summary>
    public static IOrderedEnumerable<OverlapCell> Sort(IEnumerable<OverlapCell> cells) => cells
        .OrderByDescending(cell => cell.IsOverlapping)
        .ThenBy(cell => cell.Standing)
        .ThenBy(cell => cell.Size)
        .ThenByDescending(cell => cell.Severity)
        .ThenByDescending(cell => cell.Agencies.Length)
        .ThenBy(cell => cell.Place.Area)
        .ThenBy(cell => cell.Place.Group)
        .ThenBy(cell => cell.Place.Activity);
}

/// <summary>How many organisations are in a cell, by what can be done with them.</summary>
public enum CellSize
{
    /// <summary>3 to 12, and not most of those in the area: they can be brought together.</summary>
    Table,

    /// <summary>Two: they can call each other.</summary>
    Pair,

    /// <summary>More than fit round a table, or most of those in the area: it says more of the area than of the group or the activity.</summary>
    Crowd,
}
