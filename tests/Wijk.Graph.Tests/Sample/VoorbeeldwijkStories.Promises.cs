namespace Wijk.Graph.Tests.Sample;

/// <summary>Stories about time, money and what was promised.</summary>
public static partial class VoorbeeldwijkStories
{
    /// <summary>Story 7. Same runner, group and area, nearly the same name, eight months between them, and no SUCCEEDS.</summary>
    public static (string Ended, string Started) RestartedWithoutContinuity { get; } = (Measure("kookclub-2023"), Measure("kookclub-2025"));

    /// <summary>The counter-example: the second SUCCEEDS the first.</summary>
    public static (string Ended, string Started) Continued { get; } = (Measure("huiswerkklas-2024"), Measure("huiswerkklas"));

    /// <summary>Story 8. Due 2025-06-01; nothing was returned and nothing came of it.</summary>
    public static string PastDueWithoutReturn { get; } = Consultation("wijkgesprek-2024");

    public static string ReturnAccepted { get; } = Consultation("speelronde-2025");

    /// <summary>Something came back, but residents do not accept it as an answer.</summary>
    public static string ReturnNotAccepted { get; } = Consultation("warmteronde-2025");

    public static string ReturnNotYetDue { get; } = Consultation("toekomstavond-2026");

    /// <summary>Story 9. A plan and two reports without a LED_TO.</summary>
    public static IReadOnlyList<string> DocumentsThatLedToNothing { get; } =
        [Document("studie-eenzaamheid-2024"), Document("studie-jongeren-2025"), Document("wijkplan-2024")];

    public static (string Plan, string Measure) PlanThatLedToMeasure { get; } = (Document("groenplan-2025"), Measure("groenstroken"));

    /// <summary>Story 10. One service, in three parts, each with a funder and a scheme of its own.</summary>
    public static string PaidFromThreePots { get; } = Measure("eettafel");

    public static IReadOnlyList<(string Funder, string Scheme, string Part, decimal Amount)> Pots { get; } =
    [
        (Agency("gemeente"), Measure("regeling-meedoen"), Measure("eettafel-meedoen"), 12_000),
        (Agency("stadsdeel"), Measure("regeling-wijkbudget"), Measure("eettafel-wijkbudget"), 6_000),
        (Agency("woonstichting"), Measure("regeling-leefbaar"), Measure("eettafel-leefbaar"), 6_000),
    ];

    /// <summary>exp(½ ln 2 + ¼ ln 4 + ¼ ln 4) = 2^1.5.</summary>
    public static double EffectivePots { get; } = Math.Pow(2, 1.5);

    /// <summary>Story 11.</summary>
    public static IReadOnlyDictionary<string, string[]> CommitmentsByStatus { get; } = new Dictionary<string, string[]>
    {
        ["kept"] = [Commitment("sleutel-huiskamer"), Commitment("speeltoestellen")],
        ["partly"] = [Commitment("vaste-plek")],
        ["broken"] = [Commitment("lantaarns")],
        ["withdrawn"] = [Commitment("buurtbus")],
        ["open"] = [Commitment("een-formulier"), Commitment("krant")],
    };

    /// <summary>Due 2026-03-01 and still open; the other open one is due in October.</summary>
    public static string OpenPastDue { get; } = Commitment("een-formulier");

    /// <summary>Story 16. Each sends residents on to the next, and the last to the first.</summary>
    public static IReadOnlyList<string> ReferralLoop { get; } = [Agency("welzijn"), Agency("budgetloket"), Agency("gemeente")];

    /// <summary>Two agencies send young people here; nobody runs it and it leads nowhere.</summary>
    public static string ReferralDeadEnd { get; } = Measure("jeugdcoach");
}
