using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>What the figures of a plan mean.</summary>
internal static class DefragmentMetrics
{
    public static ImmutableArray<Metric> All { get; } =
    [
        new("gain",
            new("Hoeveel de versnippering van wie het plan over gaat daalt als alleen deze verbinding er komt, van 0 tot 1.",
                "By how much the fragmentation of those the plan is about falls when only this link is made, 0 to 1."),
            "rise of the mean over pairs of 1 / steps between them, 0 where no path joins them", "Borgatti (2006), doi:10.1007/s10588-006-7084-x"),
        new("distanceWeightedFragmentation",
            new("Hoe ver zij uit elkaar liggen door de contacten die we kennen: 0 als iedereen elkaar kent, 1 als niemand iemand kent.",
                "How far they are apart by the ties that are known: 0 where everybody knows everybody, 1 where nobody knows anybody."),
            "1 - mean over pairs of 1 / steps between them", "Borgatti (2006), doi:10.1007/s10588-006-7084-x"),
        new("effort",
            new("Hoeveel kennismakingen het kost: 1 als iemand beiden kent, anders 2.", "How many introductions it takes: 1 where somebody knows both, else 2."),
            "1 where a common contact of level 1 or more is known, else 2"),
    ];
}
