using System.Collections.Immutable;

namespace Wijk.Graph.Model;

public static partial class Vocabulary
{
    /// <summary>The levels of areas, from the largest.</summary>
    public static ImmutableArray<string> AreaLevels { get; } = [.. Choices.AreaLevel.Select(level => level.Code)];

    /// <summary>The closed lists: the word in files and code, and what it is called in Dutch and English.</summary>
    // A class of its own, so that it is made before the tables, which are in other files.
    private static class Choices
    {
        public static readonly ImmutableArray<AttributeChoice> AreaLevel =
        [
            new("gemeente", new("gemeente", "municipality")),
            new("stadsdeel", new("stadsdeel", "city district")),
            new("gebied", new("gebied", "part of a city district")),
            new("wijk", new("wijk", "district")),
            new("buurt", new("buurt", "neighbourhood")),
            new("postcode", new("postcode", "postal code")),
            new("other", new("anders", "other")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Sphere =
        [
            new("physical", new("fysiek", "physical")),
            new("social", new("sociaal", "social")),
            new("safety", new("veiligheid", "safety")),
            new("economic", new("economisch", "economic")),
            new("governance", new("bestuur", "governance")),
        ];

        public static readonly ImmutableArray<AttributeChoice> AgencyType =
        [
            new("municipality", new("gemeente", "municipality")),
            new("district", new("stadsdeel", "district")),
            new("housingAssociation", new("woningcorporatie", "housing association")),
            new("welfare", new("welzijn", "welfare")),
            new("care", new("zorg", "care")),
            new("school", new("school", "school")),
            new("police", new("politie", "police")),
            new("knowledgeInstitute", new("kennisinstelling", "knowledge institute")),
            new("fund", new("fonds", "fund")),
            new("company", new("bedrijf", "company")),
            new("unknown", new("onbekend", "unknown")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Observation =
        [
            new("observed", new("bevraagd", "observed")),
            new("mentioned", new("alleen genoemd", "only mentioned")),
        ];

        public static readonly ImmutableArray<AttributeChoice> MeasureType =
        [
            new("scheme", new("regeling", "scheme")),
            new("service", new("dienst", "service")),
            new("project", new("project", "project")),
            new("enforcement", new("handhaving", "enforcement")),
            new("physical", new("fysieke ingreep", "physical measure")),
        ];

        public static readonly ImmutableArray<AttributeChoice> EvidenceLevel =
        [
            new("none", new("niet onderzocht", "none")),
            new("plausible", new("goed onderbouwd", "plausible")),
            new("promising", new("eerste aanwijzingen dat het werkt", "promising")),
            new("effective", new("werkt aantoonbaar", "effective")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Access =
        [
            new("counter", new("loket", "counter")),
            new("outreach", new("gaat naar mensen toe", "outreach")),
        ];

        public static readonly ImmutableArray<AttributeChoice> CommitmentStatus =
        [
            new("open", new("loopt nog", "open")),
            new("kept", new("nagekomen", "kept")),
            new("partly", new("deels nagekomen", "partly kept")),
            new("broken", new("niet nagekomen", "broken")),
            new("withdrawn", new("ingetrokken", "withdrawn")),
        ];

        public static readonly ImmutableArray<AttributeChoice> DocumentType =
        [
            new("plan", new("plan", "plan")),
            new("report", new("verslag", "report")),
            new("evaluation", new("evaluatie", "evaluation")),
        ];

        public static readonly ImmutableArray<AttributeChoice> InsightState =
        [
            new("new", new("nieuw", "new")),
            new("acknowledged", new("gezien", "acknowledged")),
            new("disputed", new("betwist", "disputed")),
            new("accepted", new("aangenomen", "accepted")),
            new("tried", new("geprobeerd", "tried")),
            new("resolved", new("opgelost", "resolved")),
        ];

        public static readonly ImmutableArray<AttributeChoice> SuggestionType =
        [
            new("link", new("verbinding", "link")),
            new("table", new("tafel", "table")),
            new("askList", new("vragenlijst", "list to ask")),
        ];

        public static readonly ImmutableArray<AttributeChoice> SuggestionArm =
        [
            new("given", new("meegegeven", "given out")),
            new("held", new("achtergehouden, bijna even goed", "held back, about as good")),
            new("random", new("vergelijking: willekeurig paar", "comparison: random pair")),
            new("connected", new("vergelijking: paar met de meeste contacten", "comparison: pair with most ties")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Recurrence =
        [
            new("oneOff", new("eenmalig", "one-off")),
            new("recurring", new("terugkerend", "recurring")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Contract =
        [
            new("employed", new("in dienst", "employed")),
            new("hired", new("ingehuurd", "hired")),
            new("volunteer", new("vrijwilliger", "volunteer")),
        ];

        public static readonly ImmutableArray<AttributeChoice> Basis =
        [
            new("asked", new("gevraagd", "asked")),
            new("register", new("staat in een register", "on record in a register")),
            new("observed", new("waargenomen", "observed")),
        ];

        public static readonly ImmutableArray<AttributeChoice> TrajectoryRole =
        [
            new("member", new("deelnemer", "member")),
            new("convener", new("trekker", "convener")),
        ];
    }
}
