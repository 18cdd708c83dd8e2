namespace Wijk.Graph.Tests.Sample;

/// <summary>The collaboration network: agencies, initiatives and professionals, ties of level 1 and up.</summary>
public static partial class VoorbeeldwijkStories
{
    /// <summary>11 agencies, 10 professionals and 9 initiatives; the two other agencies and six other initiatives were not asked.</summary>
    public const int CollaborationNodeCount = 30;

    public const int CollaborationTieCount = 42;

    /// <summary>Three more pairs were asked, and have no contact.</summary>
    public const int AskedPairCount = 45;

    /// <summary>1 − (27·26 + 2·1 + 1·0) / (30·29) = 166/870.</summary>
    public const double Fragmentation = 166.0 / 870;

    /// <summary>Distance-weighted: 1 − Σ 1/d / (30·29), over ordered pairs.</summary>
    public const double DistanceWeightedFragmentation = 0.6700547345374936;

    /// <summary>Story 6. The connector between the social and the physical side; works for no agency.</summary>
    public static string BridgePerson { get; } = Professional("verbinder");

    /// <summary>1 − (16·15 + 10·9 + 2·1) / (29·28) = 480/812.</summary>
    public const double FragmentationWithoutBridgePerson = 480.0 / 812;

    /// <summary>All shortest paths between her two sides pass her: 16·10. The highest of all; next is "welzijn", 159⅓.</summary>
    public const double BridgePersonBetweenness = 160;

    /// <summary>The two sides she joins, 16 and 10 nodes.</summary>
    public static IReadOnlyList<string[]> BridgePersonCutsOff { get; } =
    [
        [
            Agency("budgetloket"), Agency("gezondheidsdienst"), Agency("jongerenwerk"), Agency("politie"), Agency("school"),
            Agency("welzijn"), Agency("zorggroep"), Initiative("huiskamer"), Initiative("jongerenraad"), Initiative("repareertafel"),
            Professional("brugfunctionaris"), Professional("budgetcoach"), Professional("jongerenwerker"), Professional("sociaal-werker"),
            Professional("wijkagent"), Professional("wijkverpleegkundige"),
        ],
        [
            Agency("gemeente"), Agency("groenbedrijf"), Agency("stadsdeel"), Agency("woonstichting"), Initiative("buurttuin"),
            Initiative("speeltuinwacht"), Initiative("zon-op-het-dak"), Professional("gebiedsmakelaar"), Professional("groenbeheerder"),
            Professional("huismeester"),
        ],
    ];

    /// <summary>The only other articulation point; without it the repair table stands alone: parts of 25 and 1.</summary>
    public static string OtherCutPoint { get; } = Agency("welzijn");

    /// <summary>The bridges: ties without which somebody is cut off.</summary>
    public static IReadOnlyList<(string From, string To)> SingleTies { get; } =
        [(Agency("welzijn"), Initiative("repareertafel")), (Initiative("buurtkoor"), Initiative("wandelclub"))];

    /// <summary>Beside the component of 27.</summary>
    public static IReadOnlyList<string[]> OtherComponents { get; } =
        [[Initiative("buurtkoor"), Initiative("wandelclub")], [Initiative("breigroep")]];

    /// <summary>Story 12. The 15 ties between agencies by their own domain: 12 lead outside it, (12 − 3) / 15.</summary>
    public const double AgencyEiIndexByDomain = 9.0 / 15;

    /// <summary>The same ties by sphere: 4 lead outside it, (4 − 11) / 15.</summary>
    /// <remarks>None joins social and physical; both pairs that were asked have level 0.</remarks>
    public const double AgencyEiIndexBySphere = -7.0 / 15;

    /// <summary>Story 13. Agencies that stay together in the best partition of this network, and of the weighted one.</summary>
    /// <remarks>The budget desk is between the first two and moves with the weights.</remarks>
    public static IReadOnlyList<string[]> AgencyClusters { get; } =
    [
        [Agency("jongerenwerk"), Agency("politie"), Agency("school")],
        [Agency("gezondheidsdienst"), Agency("welzijn"), Agency("zorggroep")],
        [Agency("gemeente"), Agency("groenbedrijf"), Agency("stadsdeel"), Agency("woonstichting")],
    ];

    /// <summary>The highest modularity that 200 runs of Louvain found on this network, unweighted, in five communities.</summary>
    public const double BestKnownModularity = 0.5229591836734694;

    /// <summary>Story 5. No collaboration, no support, no money recorded, and nobody asked.</summary>
    public static IReadOnlyList<string> InitiativesNobodyAsked { get; } = [Initiative("leeskring")];

    /// <summary>Isolated too, but known: it was asked, and there is no contact.</summary>
    public static IReadOnlyList<string> InitiativesWithoutContact { get; } = [Initiative("breigroep")];

    /// <summary>Not isolated, for they know each other; neither has support, and no path leads to a funder.</summary>
    public static IReadOnlyList<string> PairWithoutSupport { get; } = [Initiative("buurtkoor"), Initiative("wandelclub")];
}
