using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>The sentences on the day that an answer looks at, and on areas that had ended by then.</summary>
internal static class DayWords
{
    private const int AreasNamed = 3;

    /// <summary>Which day was looked at and why; then which areas had ended but are still named.</summary>
    public static Words Of(Answer answer) => Words.Join(Looked(answer.View, answer.LookedAt), Ended(answer.View));

    private static Words Looked(GraphView view, LookedAt lookedAt)
    {
        var day = Phrasing.Day(lookedAt.Day);
        return lookedAt.Reason switch
        {
            DayReason.Asked => new($"We kijken naar {day.Nl}.", $"We look at {day.En}."),
            DayReason.Stated => new($"We kijken naar {day.Nl}, de dag van deze gegevens.", $"We look at {day.En}, the day these data are about."),
            DayReason.Today when DatedWork.Of(view.On(null)).IsEmpty => new(
                $"We kijken naar vandaag, {day.Nl}; van geen enkel werk staat in de bron of het nu nog loopt.",
                $"We look at today, {day.En}; the source does not say whether any of this work still goes on."),
            DayReason.Today => new($"We kijken naar vandaag, {day.Nl}.", $"We look at today, {day.En}."),
            DayReason.LastHeld => new(
                $"Al het werk met een datum liep tot en met {day.Nl} of eerder; we kijken naar die dag.",
                $"All dated work had ended by {day.En}; we look at that day."),
            _ => new(
                $"Al het werk met een datum begint op {day.Nl} of later; we kijken naar die dag.",
                $"All dated work begins on {day.En} or later; we look at that day."),
        };
    }

    private static Words? Ended(GraphView view)
    {
        if (view.EndedAreas.IsEmpty) return null;
        var shown = view.EndedAreas.Take(AreasNamed).Select(ended => Ended(view, ended)).ToArray();
        var rest = view.EndedAreas.Length - shown.Length;
        var others = Phrasing.Count(rest, new("gebied", "more area"), new("gebieden", "more areas"));
        return Words.Join([.. shown, rest == 0 ? null : new($"Zo zijn er nog {others.Nl}.", $"The same holds for {others.En}.")]);
    }

    private static Words Ended(GraphView view, EndedArea ended)
    {
        var (area, day) = (view.History.Node(ended.Area).Name, Phrasing.Day(ended.LastDay));
        var named = Phrasing.Count(ended.NamedByCount, new("inzet noemt", "targeting names"), new("inzetten noemen", "targetings name"));
        return ended.Replacement is { } replacement
            ? named + new Words(
                $" {area}, een gebied dat ophield op {day.Nl}; we tellen {(ended.NamedByCount == 1 ? "die" : "ze")} bij {view.History.Node(replacement).Name}, dat ervoor in de plaats kwam.",
                $" {area}, an area that ended on {day.En}; we count {(ended.NamedByCount == 1 ? "it" : "them")} under {view.History.Node(replacement).Name}, which replaced it.")
            : named + new Words(
                $" {area}, een gebied dat ophield op {day.Nl}; wat ervoor in de plaats kwam, weten we niet. Leg dat vast.",
                $" {area}, an area that ended on {day.En}; what replaced it we do not know. Record that.");
    }
}

/// <summary>How much of the dated work holds on the day that is looked at.</summary>
internal static class DayCoverage
{
    /// <summary>The targetings that hold on the day, of all that were recorded; nothing where all of them hold.</summary>
    public static ImmutableArray<Coverage> Of(GraphView view)
    {
        // A targeting without an end of its own ends with the work.
        var (held, recorded) = (Activity.Of(view).All.Length, view.History.Count(NodeKind.Targeting));
        if (view.Day is not { } day || held == recorded) return [];
        var date = Phrasing.Day(day);
        return [new(new($"inzetten die op {date.Nl} golden", $"targetings that held on {date.En}"), held, recorded)];
    }
}
