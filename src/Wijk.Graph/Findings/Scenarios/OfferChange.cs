using System.Collections.Immutable;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>A group in an area for which an offer goes. Nodes are numbers in the graph as it is.</summary>
/// <remarks>An offer is work that somebody runs, or an initiative; it may reach nobody.</remarks>
public sealed record OfferChange
{
    /// <summary>The graph as it is.</summary>
    public required GraphView View { get; init; }

    /// <summary>The group.</summary>
    public required int Group { get; init; }

    /// <summary>The area.</summary>
    public required int Area { get; init; }

    /// <summary>The measures and initiatives that go, ascending.</summary>
    public required ImmutableArray<int> Lost { get; init; }

    /// <summary>Those for this group in this area that stay, ascending.</summary>
    public required ImmutableArray<int> Left { get; init; }

    /// <summary>Those that stay for a wider group or a larger area that it is part of, ascending.</summary>
    public required ImmutableArray<int> Wider { get; init; }

    /// <summary>"ouderen in Havenbuurt".</summary>
    public Words Title => new CellPlace(Group, null, Area).NameIn(View.Graph);

    /// <summary>What this says.</summary>
    public Words Reason => ScenarioWords.ReasonOf(this);
}

/// <summary>A group in an area where organisations meet from different domains before or after, and not both. Nodes are numbers in the graph as it is.</summary>
/// <param name="View">The graph as it is.</param>
/// <param name="Group">The group.</param>
/// <param name="Area">The area.</param>
/// <param name="AgencyCount">How many organisations are active there before.</param>
/// <param name="ThenCount">How many after.</param>
public sealed record CellChange(GraphView View, int Group, int Area, int AgencyCount, int ThenCount)
{
    /// <summary>"ouderen in Havenbuurt".</summary>
    public Words Title => new CellPlace(Group, null, Area).NameIn(View.Graph);
}

/// <summary>Some who lose the larger rest of what they were joined with. Nodes are numbers in the graph as it is.</summary>
/// <param name="Members">Two or more that stay joined with each other, ascending.</param>
/// <param name="RestCount">How many they lose.</param>
public sealed record CutOff(ImmutableArray<int> Members, int RestCount);
