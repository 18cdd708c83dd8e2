using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The money for work that is targeted at an area. The area is a number in the graph of its view.</summary>
public sealed record FundedArea
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>The area; what is targeted at a part of it counts there.</summary>
    public required int Area { get; init; }

    /// <summary>The figures of the work there. Work in several areas counts in each.</summary>
    public required FundingFigures Figures { get; init; }

    /// <summary>The organisations that get money for work there.</summary>
    public required int AgencyCount { get; init; }

    /// <summary>The initiatives that get or asked for money for work there; null when so few of them are private persons' that a count may point at one.</summary>
    public required int? InitiativeCount { get; init; }

    /// <summary>Projects there that are paid from several pots.</summary>
    public required int SplitProjectCount { get; init; }
}
