namespace Wijk.Graph.Tests.Sample;

/// <summary>A group cell with two or more active agencies, and its pairs of agencies by state.</summary>
/// <param name="CrossingPairs">Pairs of which both have domains there, not the same ones; above zero the cell overlaps.</param>
public sealed record StoryCell(
    string Group, string Area, string[] Agencies, int CrossingPairs, int CoordinatedPairs, int NotCoordinatedPairs, int UnknownPairs);

/// <summary>A cell of the activity lens with two or more agencies.</summary>
public sealed record StoryActivityCell(string Domain, string Area, string[] Agencies);

public static partial class VoorbeeldwijkStories
{
    /// <summary>Story 1. All three pairs coordinate: levels 4, 3 and 3.</summary>
    public static StoryCell CoordinatedOverlap { get; } = new(
        Group("jongeren"), Area("stationsbuurt"), [Agency("jongerenwerk"), Agency("politie"), Agency("school")], 2, 3, 0, 0);

    /// <summary>Story 2. All three pairs were asked; none coordinates: levels 0, 0 and 2.</summary>
    public static StoryCell UncoordinatedOverlap { get; } = new(
        Group("ouderen"), Area("havenbuurt"), [Agency("welzijn"), Agency("woonstichting"), Agency("zorggroep")], 3, 0, 3, 0);

    /// <summary>Story 3. Nobody asked any of the three pairs.</summary>
    public static StoryCell UnknownOverlap { get; } = new(
        Group("alleenstaande-ouders"), Area("parkbuurt"), [Agency("gezondheidsdienst"), Agency("school"), Agency("woonstichting")],
        3, 0, 0, 3);

    /// <summary>Story 14. Three agencies of one domain: crowded, and no overlap. "Algemeen", on one measure, makes no difference.</summary>
    public static StoryCell CrowdedWithoutOverlap { get; } = new(
        Group("mantelzorgers"), Area("voorbeeldwijk"), [Agency("gezondheidsdienst"), Agency("welzijn"), Agency("zorggroep")], 0, 1, 1, 1);

    /// <summary>Story 15. Reported as 3 by the round and as 1 by the school: the lowest counts, so the pair does not coordinate.</summary>
    public static StoryCell ContradictingOverlap { get; } = new(
        Group("jongeren"), Area("molenbuurt"), [Agency("budgetloket"), Agency("school")], 1, 0, 1, 0);

    /// <summary>The agencies themselves were not asked; their youth worker and budget coach coordinate (3).</summary>
    public static StoryCell OverlapCoordinatedByPeople { get; } = new(
        Group("jongeren-schulden"), Area("molenbuurt"), [Agency("budgetloket"), Agency("jongerenwerk")], 1, 1, 0, 0);

    /// <summary>All group cells with two or more active agencies: 14 pairs, of which 5 coordinate, 5 do not and 4 are unknown.</summary>
    /// <remarks>The share over the known pairs is 5 of 10.</remarks>
    public static IReadOnlyList<StoryCell> GroupCells { get; } =
        [CoordinatedOverlap, UncoordinatedOverlap, UnknownOverlap, CrowdedWithoutOverlap, ContradictingOverlap, OverlapCoordinatedByPeople];

    /// <summary>Without <c>asOf</c> this is a seventh cell: one measure ended in April 2025, the other began later, so no overlap.</summary>
    public static StoryCell NeverAtTheSameTime { get; } = new(
        Group("huurders"), Area("stationsbuurt"), [Agency("groenbedrijf"), Agency("woonstichting")], 0, 1, 0, 0);

    /// <summary>Targetings at the date: without a group they make no group cell, without an area no cell at all.</summary>
    public static (int All, int WithoutGroup, int WithoutArea) TargetingCounts => (35, 7, 1);

    /// <summary>The activity lens: different agencies do the same thing in the same place.</summary>
    public static IReadOnlyList<StoryActivityCell> ActivityCells { get; } =
    [
        new(Domain("zorg"), Area("voorbeeldwijk"), [Agency("gezondheidsdienst"), Agency("welzijn"), Agency("zorggroep")]),
        new(Domain("groenonderhoud"), Area("parkbuurt"), [Agency("groenbedrijf"), Agency("stadsdeel")]),
        new(Domain("jeugd"), Area("molenbuurt"), [Agency("jongerenwerk"), Agency("school")]),
        new(Domain("jeugd"), Area("stationsbuurt"), [Agency("jongerenwerk"), Agency("school")]),
    ];

    /// <summary>Story 4. How many active measures and initiatives address each barrier.</summary>
    /// <remarks>"formulieren" never had one; "eenzaamheid" has a measure and an initiative; "stookkosten" had one until April 2025; "schaamte" has three.</remarks>
    public static IReadOnlyDictionary<string, int> OffersByBarrier { get; } = new Dictionary<string, int>
    {
        [Barrier("formulieren")] = 0,
        [Barrier("stookkosten")] = 0,
        [Barrier("eenzaamheid")] = 2,
        [Barrier("moeilijke-brieven")] = 1,
        [Barrier("onderdoorgang")] = 1,
        [Barrier("overbelast")] = 2,
        [Barrier("schaamte")] = 3,
    };
}
