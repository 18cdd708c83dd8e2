using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>What the figures of a scenario mean.</summary>
internal static class ScenarioMetrics
{
    private const string Borgatti = "Borgatti (2006), doi:10.1007/s10588-006-7084-x";

    public static ImmutableArray<Metric> All { get; } =
    [
        new("fragmentation",
            new("Welk deel van de paren geen enkele weg naar elkaar heeft, van 0 tot 1; voor en na over dezelfde lijst: wie blijft.",
                "Which share of pairs has no path to each other, 0 to 1; before and after over one list: those who stay."),
            "1 - sum of s(s - 1) / n(n - 1), s the sizes of the components among those who stay", Borgatti),
        new("distanceWeightedFragmentation",
            new("Hoe ver zij uit elkaar liggen: 0 als iedereen elkaar kent, 1 als niemand iemand kent; over dezelfde lijst.",
                "How far they are apart: 0 where everybody knows everybody, 1 where nobody knows anybody; over the same list."),
            "1 - mean over pairs of 1 / steps between them", Borgatti),
        new("offeredCount",
            new("Combinaties van een groep en een gebied met aanbod: werk dat iemand uitvoert, of een bewonersinitiatief. Aanbod bereikt misschien niemand.",
                "Combinations of a group and an area with an offer: work that somebody runs, or a residents' initiative. An offer may reach nobody."),
            "count of (group, area) with a targeting of a measure that is run, or of an initiative", null),
    ];
}
