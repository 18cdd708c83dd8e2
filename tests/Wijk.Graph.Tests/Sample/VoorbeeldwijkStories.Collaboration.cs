namespace Wijk.Graph.Tests.Sample;

/// <summary>The collaboration network of agencies and initiatives, ties of level 1 and up.</summary>
/// <remarks>A professional's tie counts for the agency they work for; the connector, who works for none, is a member herself.</remarks>
public static partial class VoorbeeldwijkStories
{
    /// <summary>11 agencies, 9 initiatives and the connector; two other agencies and six other initiatives were not asked.</summary>
    public const int CollaborationMemberCount = 21;

    public const int CollaborationTieCount = 30;

    /// <summary>Three more pairs were asked, and have no contact.</summary>
    public const int AskedPairCount = 33;

    /// <summary>1 − (18·17 + 2·1 + 1·0) / (21·20) = 112/420.</summary>
    public const double Fragmentation = 112.0 / 420;

    /// <summary>Distance-weighted: 1 − Σ 1/d / (21·20), over ordered pairs.</summary>
    public const double DistanceWeightedFragmentation = 1619.0 / 2520;

    /// <summary>Story 6. The connector between the social and the physical side; works for no agency.</summary>
    public static string BridgePerson { get; } = Professional("verbinder");

    /// <summary>Without her the part of 18 falls into 10 and 7: these seven lose the ten.</summary>
    public static IReadOnlyList<string> BridgePersonCutsOff { get; } =
    [
        Agency("gemeente"), Agency("groenbedrijf"), Agency("stadsdeel"), Agency("woonstichting"),
        Initiative("buurttuin"), Initiative("speeltuinwacht"), Initiative("zon-op-het-dak"),
    ];

    /// <summary>Who holds parts together, and how large the parts of their component are without them.</summary>
    public static IReadOnlyDictionary<string, int[]> ArticulationPoints { get; } = new Dictionary<string, int[]>
    {
        [BridgePerson] = [10, 7],
        [Agency("welzijn")] = [15, 1, 1],
        [Agency("woonstichting")] = [16, 1],
    };

    /// <summary>The bridges: ties without which somebody is cut off.</summary>
    public static IReadOnlyList<(string From, string To)> SingleTies { get; } =
    [
        (Agency("welzijn"), Initiative("huiskamer")), (Agency("welzijn"), Initiative("repareertafel")),
        (Agency("woonstichting"), Initiative("zon-op-het-dak")), (Initiative("buurtkoor"), Initiative("wandelclub")),
    ];

    /// <summary>Beside the component of 18.</summary>
    public static IReadOnlyList<string[]> OtherComponents { get; } =
        [[Initiative("buurtkoor"), Initiative("wandelclub")], [Initiative("breigroep")]];

    /// <summary>Story 12. Of the 26 ties between members with a domain 15 lead outside it: (15 − 11) / 26.</summary>
    public const double EiIndexByDomain = 4.0 / 26;

    /// <summary>Story 13. Agencies that belong together.</summary>
    /// <remarks>The budget desk is between the first two and moves with the weights.</remarks>
    public static IReadOnlyList<string[]> AgencyClusters { get; } =
    [
        [Agency("jongerenwerk"), Agency("politie"), Agency("school")],
        [Agency("gezondheidsdienst"), Agency("welzijn"), Agency("zorggroep")],
        [Agency("gemeente"), Agency("groenbedrijf"), Agency("stadsdeel"), Agency("woonstichting")],
    ];

    /// <summary>Story 5. No collaboration, no support, no money recorded, and nobody asked.</summary>
    public static IReadOnlyList<string> InitiativesNobodyAsked { get; } = [Initiative("leeskring")];

    /// <summary>Isolated too, but known: it was asked, and there is no contact.</summary>
    public static IReadOnlyList<string> InitiativesWithoutContact { get; } = [Initiative("breigroep")];

    /// <summary>Not isolated, for they know each other; neither has support, and no path leads to a funder.</summary>
    public static IReadOnlyList<string> PairWithoutSupport { get; } = [Initiative("buurtkoor"), Initiative("wandelclub")];
}
