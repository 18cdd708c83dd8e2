using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What a reader needs of a cell beside who is in it; made when it is first read, for of many cells only a few are.</summary>
internal sealed record CellDetails
{
    public required ImmutableArray<int> Initiatives { get; init; }

    public required ImmutableArray<int> Measures { get; init; }

    public required ImmutableArray<int> Schemes { get; init; }

    public required ImmutableArray<int> Domains { get; init; }

    public required ImmutableArray<int> Funders { get; init; }

    public required ImmutableSortedDictionary<string, decimal> Granted { get; init; }

    public required ImmutableArray<int> Targetings { get; init; }

    public required int InferredCount { get; init; }

    public required int OpenPeriodCount { get; init; }

    public required ImmutableArray<BarrierOffer> Barriers { get; init; }

    /// <summary>The targetings of others by which they meet somebody here from a wider group or a larger area.</summary>
    public required Lazy<ImmutableArray<int>> WiderTargetings { get; init; }

    public required Lazy<ImmutableArray<ListedAgency>> List { get; init; }
}
