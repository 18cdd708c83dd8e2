using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Funding;

/// <summary>What the figures on funding mean.</summary>
public static class FundingMetrics
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        new("potCount",
            new("Potjes: elke betaler met een regeling waaruit iets is toegekend, één keer geteld.",
                "Pots: each funder with a scheme that granted anything, counted once."),
            "|{(funder, scheme): granted > 0}|; all grants of one funder without a known scheme are one pot"),
        new("applicationCount",
            new("Aanvragen: één per potje en project waarvoor is toegekend, en één per afwijzing. Termijnen zijn één aanvraag.",
                "Applications: one for each pot and project that was granted, and one for each refusal. Instalments are one application."),
            "accountingCount + refusedCount"),
        new("refusedCount",
            new("Aanvragen waarvoor niets is toegekend: afgewezen of ingetrokken.", "Applications that were granted nothing: refused or withdrawn."),
            "|{grant: amount = 0}|"),
        new("accountingCount",
            new("Verantwoordingen: één per potje en project waarvoor is toegekend.", "Accounts to give: one for each pot and project that was granted."),
            "|{(pot, project): granted > 0}|"),
        new("smallPotCount",
            new("Kleine potjes: minder dan een deel van al het geld van wie het krijgt, of minder dan een bedrag. Geteld voor ieder die het krijgt.",
                "Small pots: under a share of all money of who gets it, or under an amount. Counted for each who gets it."),
            "|{(runner, pot): granted < smallPercent / 100 * money of runner, or granted < smallAmount}|"),
        new("oneOffShare",
            new("Het deel van de toekenningen dat eenmalig is, van de toekenningen waarvan dat bekend is.",
                "Grants given once as a share of the grants of which that is known."),
            "|{(pot, project): oneOff}| / |{(pot, project): recurrence known}|; null when it is known of none"),
        new("effectivePots",
            new("Hoe afhankelijk iemand van één betaler is: zoveel even grote potjes zouden even gespreid zijn. Geen maat voor werk of last.",
                "Dependence on one payer: so many pots of equal size would be as spread. No measure of work or burden."),
            "exp(-sum p ln p), p = amount of a pot / amount of all pots",
            "Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x"),
        new("hoursSaved",
            new("Uren die één aanvraag en één verantwoording per project schelen, als een aanvraag en een verantwoording zoveel uur kosten als is aangenomen.",
                "Hours that one application and one account per project would save, if each takes as many hours as is assumed."),
            "sum over projects of (accountingCount - 1) * (hoursPerApplication + hoursPerAccount); of a runner, over the projects that are clearly one "
                + "(not both isByTitle and isGeneralTitle); of a whole answer, over those of them that two or more funders pay",
            Version: 2),
    ];
}
