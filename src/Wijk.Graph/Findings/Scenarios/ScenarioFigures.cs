using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>A figure of a scenario, with its name.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="ValueOf">What it is in a state.</param>
public sealed record ScenarioFigure(Words Name, Func<ScenarioState, Words> ValueOf);

/// <summary>The figures of a scenario in the order in which they are told.</summary>
public static class ScenarioFigures
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<ScenarioFigure> All { get; } =
    [
        new(new("Groepen in gebieden met aanbod", "Groups in areas with an offer"), state => Phrasing.Count(state.OfferedCount)),
        new(new("Plekken waar organisaties elkaar uit verschillende domeinen raken", "Places where organisations meet from different domains"), state => Phrasing.Count(state.OverlappingCount)),
        new(new("Paren daar, uit verschillende domeinen", "Pairs there, from different domains"), state => Phrasing.Count(state.CrossingPairCount)),
        new(new("Belemmeringen waar iemand aan werkt", "Barriers that somebody works on"), state => Phrasing.Count(state.BarriersWithOfferCount)),
        new(new("Paren die afstemmen, van wie blijft en waarvan we het weten", "Pairs that coordinate, of those who stay and of whom it is known"), state => Pairs(state.Coordination)),
        new(new("Paren zonder weg naar elkaar (F)", "Pairs without a path to each other (F)"), state => Share(state.Fragmentation)),
        new(new("Versnippering naar afstand (DF)", "Fragmentation by distance (DF)"), state => Share(state.DistanceWeightedFragmentation)),
    ];

    private static Words Pairs(Coordination pairs) => Phrasing.Of(pairs.Coordinated, pairs.Known);

    private static Words Share(double? share) => share is { } known ? Phrasing.Decimal(known, 2) : new("niet bekend", "not known");
}
