using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>Two scenarios beside each other. It gives no score: people decide.</summary>
public sealed class ScenarioComparison
{
    private const int NamesShown = 4;

    /// <summary>Compares two answers that were read from one view, of one area.</summary>
    /// <exception cref="ArgumentException">They look at different graphs, days or areas.</exception>
    public ScenarioComparison(ScenarioAnswer one, ScenarioAnswer other)
    {
        if (one.View != other.View || one.Scope?.Root != other.Scope?.Root) throw new ArgumentException("Only scenarios of one area on one day can be compared.", nameof(other));
        (One, Other) = (one, other);
    }

    /// <summary>The first.</summary>
    public ScenarioAnswer One { get; }

    /// <summary>The second.</summary>
    public ScenarioAnswer Other { get; }

    /// <summary>Who loses something in one of them only; and why they cannot be compared, where they cannot.</summary>
    public Words Reason => One.Effect is { } one && Other.Effect is { } other
        ? Words.Join([.. Differences(one, other) is { Length: > 0 } differences ? differences : [Same], One.DayReason])
        : Words.Join(One.Effect is null ? One.Reason : null, Other.Effect is null ? Other.Reason : null);

    /// <summary>Figures as they are, and in each of the two; what is lost is 0 as it is. None where they cannot be compared.</summary>
    public ImmutableArray<(Words Name, Words Now, Words One, Words Other)> Figures => One.Effect is { } one && Other.Effect is { } other
        ?
        [
            .. Lost.Select(lost => (lost.Name, Phrasing.Count(0), Phrasing.Count(lost.CountIn(one)), Phrasing.Count(lost.CountIn(other)))),
            .. ScenarioFigures.All.Select(figure => (figure.Name, figure.ValueOf(one.Before), figure.ValueOf(one.After), figure.ValueOf(other.After))),
        ]
        : [];

    private static (Words Name, Func<ScenarioEffect, int> CountIn)[] Lost =>
    [
        (new("Groepen in gebieden die geen aanbod overhouden", "Groups in areas that keep no offer"), effect => effect.WithoutOffer.Length),
        (new("Groepen in gebieden die minder aanbod overhouden", "Groups in areas that keep fewer offers"), effect => effect.FewerOffers.Length),
        (new("Wie het enige contact verliest dat we kennen", "Those who lose the only tie that is known"), effect => effect.WithoutTie.Length),
        (new("Wie loskomt van een groter deel", "Those cut off from a larger part"), effect => effect.CutOff.Sum(cut => cut.Members.Length)),
    ];

    private static Words Same => new("Wie aanbod, een enig contact of de rest van het netwerk verliest, is in beide hetzelfde.", "Those who lose an offer, an only tie or the rest of the network are the same in both.");

    private Words[] Differences(ScenarioEffect one, ScenarioEffect other) =>
    [
        .. Only(One, Titles(one.WithoutOffer), Titles(other.WithoutOffer), new("geen aanbod meer dat we kennen voor ", "no offer is left that we know of for ")),
        .. Only(Other, Titles(other.WithoutOffer), Titles(one.WithoutOffer), new("geen aanbod meer dat we kennen voor ", "no offer is left that we know of for ")),
        .. Only(One, Names(one.BarriersWithoutOffer), Names(other.BarriersWithoutOffer), new("niemand meer, voor zover we weten, die werkt aan ", "nobody works any more, as far as we know, on ")),
        .. Only(Other, Names(other.BarriersWithoutOffer), Names(one.BarriersWithoutOffer), new("niemand meer, voor zover we weten, die werkt aan ", "nobody works any more, as far as we know, on ")),
        .. Only(One, Names(Parted(one)), Names(Parted(other)), new("los van de rest of zonder contact: ", "cut off or without contact: ")),
        .. Only(Other, Names(Parted(other)), Names(Parted(one)), new("los van de rest of zonder contact: ", "cut off or without contact: ")),
        .. Only(One, Titles(one.FewerOffers), Titles(other.FewerOffers), new("minder aanbod voor ", "fewer offers for ")),
        .. Only(Other, Titles(other.FewerOffers), Titles(one.FewerOffers), new("minder aanbod voor ", "fewer offers for ")),
    ];

    private static IEnumerable<Words> Only(ScenarioAnswer answer, IEnumerable<Words> own, IEnumerable<Words> others, Words what)
    {
        Words[] only = [.. own.Except(others)];
        return only.Length == 0 ? [] : [new Words("Alleen als ", "Only if ") + answer.Title + ": " + what + Phrasing.End(Phrasing.List(only, NamesShown))];
    }

    private static IEnumerable<int> Parted(ScenarioEffect effect) => effect.CutOff.SelectMany(cut => cut.Members).Concat(effect.WithoutTie);

    private static IEnumerable<Words> Titles(IEnumerable<OfferChange> offers) => offers.Select(offer => offer.Title);

    private IEnumerable<Words> Names(IEnumerable<int> nodes) => nodes.Select(node => (Words)TableWords.NameOf(One.View, node));
}
