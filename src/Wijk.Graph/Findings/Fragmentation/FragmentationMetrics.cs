using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>What the figures on fragmentation mean.</summary>
internal static class FragmentationMetrics
{
    private const string Borgatti = "Borgatti (2006), doi:10.1007/s10588-006-7084-x", KrackhardtStern = "Krackhardt and Stern (1988), doi:10.2307/2786835",
        Tarjan = "Hopcroft and Tarjan (1973), doi:10.1145/362248.362272";

    public static ImmutableArray<Metric> All { get; } =
    [
        new("f",
            new("Welk deel van de paren geen enkele weg naar elkaar heeft: 0 als iedereen met iedereen verbonden is, 1 als niemand contact heeft.",
                "Which share of pairs has no path to each other: 0 where all are connected, 1 where nobody has contact."),
            "1 - sum over parts of s (s - 1) / (n (n - 1))", Borgatti),
        new("distanceWeightedF",
            new("Hetzelfde, waarbij een omweg minder telt: een weg van d stappen telt voor 1/d.", "The same, a detour counting for less: a path of d steps counts for 1/d."),
            "1 - mean over pairs of 1 / d, 0 where no path joins them", Borgatti),
        new("density", new("Welk deel van de paren contact heeft.", "Which share of pairs has a tie."), "ties / pairs"),
        new("bounds",
            new("Tussen welke grenzen een maat ligt voor iedereen die hier actief is, hoe de paren die niemand vroeg ook uitvallen.",
                "Between which bounds a figure lies for all who are active here, however the pairs that nobody asked turn out."),
            "F, distance-weighted F and parts: lowest with every unknown pair tied, highest with none; density and E-I: every unknown pair that raises or lowers them"),
        new("articulationPoints",
            new("Zonder wie zijn deel van het netwerk uiteenvalt; zeker als dat ook zo is wanneer iedereen van wie we het niet weten elkaar kent.",
                "Without whom their part of the network falls apart; certain when that is so even if all of whom it is not known know each other."),
            "nodes whose removal separates two others", Tarjan),
        new("bridges", new("Contacten zonder welke een deel van het netwerk uiteenvalt.", "Ties without which a part of the network falls apart."), "edges whose removal separates their ends", Tarjan),
        new("betweenness",
            new("Op hoeveel kortste wegen tussen twee anderen een organisatie of initiatief ligt.", "On how many shortest paths between two others an organisation or initiative lies."),
            "sum over pairs of others of the share of their shortest paths that pass it", "Brandes (2001), doi:10.1080/0022250X.2001.9990249"),
        new("index",
            new("Of contacten binnen het domein blijven: -1 als alle dat doen, 1 als geen enkel dat doet.", "Whether ties stay inside the domain: -1 where all do, 1 where none does."),
            "(E - I) / (E + I), E ties between domains, I inside one", KrackhardtStern),
        new("expected", new("De E-I-index die toeval gemiddeld geeft.", "The E-I index that chance gives on average."), "mean index over all ways to deal the domains out over the same members", KrackhardtStern),
        new("pValue",
            new("Hoe vaak toeval een index geeft die minstens zo ver van het gemiddelde ligt.", "How often chance gives an index at least as far from the mean."),
            "(1 + dealings as far from the expected index) / (1 + 999 dealings), two-sided", KrackhardtStern),
    ];
}
