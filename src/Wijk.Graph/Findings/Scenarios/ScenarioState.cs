using Wijk.Graph.Findings.Collaboration;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>The figures of an area before or after the changes of a scenario.</summary>
public sealed record ScenarioState
{
    /// <summary>Combinations of a group and an area for which there is an offer: work that somebody runs, or an initiative.</summary>
    public required int OfferedCount { get; init; }

    /// <summary>Those in which two or more organisations meet from different domains.</summary>
    public required int OverlappingCount { get; init; }

    /// <summary>Pairs of organisations that meet from different domains, counted in each of those.</summary>
    public required long CrossingPairCount { get; init; }

    /// <summary>Barriers that somebody works on.</summary>
    public required int BarriersWithOfferCount { get; init; }

    /// <summary>What is known of coordination between those who stay.</summary>
    public required Coordination Coordination { get; init; }

    /// <summary>Share of the pairs of those who stay with no path between them, 0 to 1; null where no tie was known.</summary>
    public required double? Fragmentation { get; init; }

    /// <summary>The same, a path of d ties counting for 1/d; null also where they are more than <see cref="StayingNetwork.MostForDistances"/>.</summary>
    public required double? DistanceWeightedFragmentation { get; init; }
}
