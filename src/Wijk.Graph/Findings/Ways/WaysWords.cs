using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Ways;

/// <summary>The sentences on ways: who can introduce an initiative to whom, and whom to ask where nobody is known.</summary>
internal static class WaysWords
{
    public static Words FoundIn(WaysAnswer answer)
    {
        if (answer.Question.Initiative is { } key)
        {
            return answer.Initiatives is [var only]
                ? only.Reason
                : new($"We kennen hier geen initiatief met de sleutel '{key}'.", $"We know no initiative with the key '{key}' here.");
        }

        if (answer.InitiativeCount == 0) return new("We kennen hier geen bewonersinitiatieven.", "We know no residents' initiatives here.");
        if (answer.Initiatives.IsEmpty)
        {
            return new("Elk bewonersinitiatief dat we hier kennen, kent iemand en heeft een weg naar wie betaalt of beslist.",
                "Every residents' initiative that we know here knows somebody and has a way to somebody who pays or decides.");
        }

        var noWay = answer.Initiatives.Count(initiative => initiative.Ways.IsEmpty);
        var all = Phrasing.Count(answer.InitiativeCount, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives"));
        return new Words($"Van {all.Nl} ", $"Of {all.En} ")
            + Phrasing.ByNumber(answer.Initiatives.Length, new("staat er ", ""), new("staan er ", ""))
            + Phrasing.Count(answer.Initiatives.Length)
            + Phrasing.ByNumber(answer.Initiatives.Length, new(" alleen of ver weg", " stands alone or far away"), new(" alleen of ver weg", " stand alone or far away"))
            + new Words($"; van {Phrasing.Count(noWay).Nl} kennen we geen weg naar wie betaalt of beslist.", $"; of {Phrasing.Count(noWay).En} we know no way to anybody who pays or decides.");
    }

    public static Words NextStepOf(WaysAnswer answer) => answer switch
    {
        { Initiatives: [var only] } => only.NextStep,
        { Initiatives.IsEmpty: false } => (answer.Initiatives.FirstOrDefault(initiative => initiative.Ways.IsEmpty) ?? answer.Initiatives[0]).NextStep,
        { Question.Initiative: not null } => new(
            "Zoek het initiatief op en vraag het met de sleutel die daar staat.", "Look the initiative up and ask with the key that stands there."),
        { InitiativeCount: 0 } => new("Leg vast welke bewonersinitiatieven er zijn, en wie hen steunt.", "Record which residents' initiatives there are, and who supports them."),
        _ => new("Vraag de initiatieven of zij dat ook zo merken.", "Ask the initiatives whether they notice it too."),
    };

    public static Words ReasonOf(InitiativeWays found)
    {
        var name = NameOf(found, found.Initiative);
        if (!found.Ways.IsEmpty)
        {
            var ways = found.Ways.Select(way => WayWords.Of(found.View.Graph, way)).ToArray();
            return Words.Join(
                name + ": " + Phrasing.Count(ways.Length, new("weg", "way"), new("wegen", "ways"))
                    + new Words(" naar wie betaalt of beslist.", " to somebody who pays or decides."),
                Words.Join(ways));
        }

        return Words.Join(
            name + new Words(": we kennen geen weg naar wie betaalt of beslist.", ": we know no way to anybody who pays or decides."),
            (found.IsAlone, found.WasAsked) switch
            {
                (true, true) => new("Het is gevraagd: er is geen contact en geen steun.", "It was asked: there is no tie and no support."),
                (true, false) => new("Van contact of steun weten we niets: het is niet gevraagd.", "Of ties or support we know nothing: nobody asked."),
                _ => new("Wie het kent, kent voor zover we weten zelf niemand die betaalt of beslist.", "Those who know it do, as far as we know, know nobody who pays or decides."),
            });
    }

    public static Words NextStepOf(InitiativeWays found)
    {
        var name = NameOf(found, found.Initiative);
        if (found.Ways is [var first, ..])
        {
            if (first.StepCount == 1)
            {
                var near = WayWords.NameOf(found.View.Graph, first.Nodes[^1]);
                return new($"{name.Nl} kent {near.Nl} al: zoek daar zelf contact.", $"{name.En} knows {near.En} already: get in touch with them.");
            }

            var via = WayWords.NameOf(found.View.Graph, first.Nodes.Skip(1).First(node => found.View.Graph.Node(node).Kind != NodeKind.Trajectory));
            return new($"Vraag {via.Nl} om {name.Nl} voor te stellen. Een weg is geen belofte.", $"Ask {via.En} to introduce {name.En}. A way is no promise.");
        }

        var around = string.Join(", ", found.ToAsk.Select(agency => found.View.Graph.Node(agency).Name));
        return around.Length == 0
            ? new($"Vraag {name.Nl} met wie het contact heeft, en leg dat vast.", $"Ask {name.En} whom it knows, and record that.")
            : new($"Vraag {name.Nl} met wie het contact heeft, en wie er in dezelfde buurt werken of zij het kennen: {around}.",
                $"Ask {name.En} whom it knows, and those who work in the same place whether they know it: {around}.");
    }

    private static Words NameOf(InitiativeWays found, int node) => found.View.Graph.Node(node).Name;
}
