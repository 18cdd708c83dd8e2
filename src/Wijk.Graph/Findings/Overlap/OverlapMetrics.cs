using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What the figures on overlap mean.</summary>
public static class OverlapMetrics
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new("cellCount",
            new("Combinaties van doelgroep, activiteit of allebei met een gebied, waarin iemand actief is.",
                "Combinations of a target group, an activity or both with an area, in which somebody is active."),
            "|{(group, activity, area): somebody runs a measure targeted there, or is an initiative that is}|"),
        new("overlappingCount", new("Combinaties waarin een paar organisaties elkaar raakt.", "Combinations in which a pair of organisations meets."), "|{cell: pairCount > 0}|"),
        new("pairCount",
            new("Paren organisaties uit verschillende domeinen: een maatregel van de een en een maatregel van de ander, allebei met een domein en in dezelfde tijd, delen geen domein. In de andere lenzen: paren die hetzelfde doen.",
                "Pairs of organisations from different domains: a measure of one and a measure of the other, both with a domain and active together, share none. In the other lenses: pairs that do the same."),
            "sum over cells of |{(a, b): some measure m of a, n of b: active together, domains(m) and domains(n) known and disjoint on the level asked}|", Version: 2),
        new("whollyDifferentPairCount",
            new("Daarvan de paren die helemaal geen domein delen.", "Those of the pairs that share no domain at all."),
            "|{(a, b): all comparable measure pairs cross}|"),
        new("severity",
            new("De paren, elk zo zwaar als het deel van de tijd dat zij delen, en half zo zwaar voor elke stap dat een van de twee ruimer werkt.",
                "The pairs, each weighted by the share of time they have in common, and halved for each step wider that one of the two works."),
            "sum over pairs of Jaccard(periods) * 2^-steps", Version: 2),
        new("effectiveDomainCount",
            new("Over hoeveel domeinen het werk verdeeld zou zijn als het gelijk verdeeld was.", "How many domains the work would be spread over if it were spread evenly."),
            "exp(-sum p ln p), p = measures of a domain / all measures, a measure divided evenly over its domains",
            "Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x"),
        new("agenciesInAreaCount",
            new("Organisaties waarvan we in het gebied enige inzet kennen.", "Organisations of which any work in the area is known."), "|{agency: runs a measure targeted at the area}|"),
        new("share",
            new("Het deel van de bekende paren dat afstemt, op niveau 3 of hoger.", "Pairs that coordinate, at level 3 or above, as a share of the pairs of which it is known."),
            "coordinated / (coordinated + notCoordinated); null when none are known"),
        new("jaccard",
            new("Gedeelde combinaties als deel van de combinaties waarin een van beide is.", "Shared combinations as a share of those in which either is."),
            "|A and B| / |A or B|", "Jaccard (1912), doi:10.1111/j.1469-8137.1912.tb05611.x"),
    ];
}
