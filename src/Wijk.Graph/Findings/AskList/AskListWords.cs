using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.AskList;

/// <summary>The sentences of an ask-list: whom to ask about whom comes first, then what it is for and what stays unknown.</summary>
internal static class AskListWords
{
    private const int NamesTold = 5, CellsTold = 3;

    public static Words FoundIn(AskListAnswer answer) => Words.Join(OpeningOf(answer), RestOf(answer));

    public static Words OpeningOf(AskListAnswer answer) => answer switch
    {
        { Bounds: null } => new(
            "Er is hier niemand om te vragen: we kennen er geen twee organisaties of initiatieven.", "There is nobody to ask here: we know of no two organisations or initiatives."),
        { Sheets.IsEmpty: true, Bounds.UnknownPairCount: 0 } => new("Er is niets te vragen: van elk paar is bekend of er contact is.", "There is nothing to ask: of every pair it is known whether there is contact."),
        { Sheets.IsEmpty: true } => new(
            "Van niemand die we bij naam kunnen vragen, zijn nog vijf contacten onbekend: een vragenronde leert hier weinig meer.",
            "Of nobody who can be asked by name five contacts are unknown any more: a round of questions would teach little more here."),
        _ => Whom(answer),
    };

    public static Words? RestOf(AskListAnswer answer) => answer.Sheets.IsEmpty ? null : Words.Join(Why(answer), Unknown(answer));

    public static Words NextStepOf(AskListAnswer answer) => answer switch
    {
        { Bounds: null } => new("Leg eerst vast welke organisaties en initiatieven hier werken.", "First record which organisations and initiatives work here."),
        { Sheets.IsEmpty: true } => new("Vraag bewoners of zij merken dat er wordt samengewerkt.", "Ask residents whether they notice the collaboration."),
        _ => new(
            "Begin een ronde en geef elk zijn eigen lijst, met een lege regel voor wie erop ontbreekt. Lees de antwoorden daarna in, ook ‘geen contact’ (niveau 0).",
            "Start a round and give each its own list, with an empty line for who is missing. Then read the answers in, “no contact” (level 0) as well."),
    };

    public static Words ReasonOf(AskedSheet sheet)
    {
        var graph = sheet.View.Graph;
        var name = graph.Node(sheet.Respondent).Name;
        var about = Phrasing.List([.. sheet.Lines.Select(line => Phrasing.Listed(graph.Node(line.About).Name))], AskListParameters.LongestSheet);
        var cells = CellOrder.Sort(sheet.Lines.SelectMany(line => line.Cells).Distinct()).ToArray();
        return Words.Join(
            new($"Vraag {name} welk contact er is met: {Phrasing.End(about).Nl}", $"Ask {name} which contact there is with: {Phrasing.End(about).En}"),
            cells.Length == 0 ? Meeting(sheet) : InCells(sheet.Lines.Count(line => line.Cells.Length > 0), cells));
    }

    // One sentence that can be acted on.
    private static Words Whom(AskListAnswer answer)
    {
        string[] names = [.. answer.Sheets.Select(sheet => Phrasing.Listed(answer.View.Graph.Node(sheet.Respondent).Name))];
        var (least, most) = (answer.Sheets.Min(sheet => sheet.Lines.Length), answer.Sheets.Max(sheet => sheet.Lines.Length));
        var others = (most - least) switch
        {
            0 => new Words($"{most}", $"{most}"),
            1 => new Words($"{least} of {most}", $"{least} or {most}"),
            _ => new Words($"{least} tot {most}", $"{least} to {most}"),
        };
        var (asked, lines, unknown) = (Phrasing.List(names, NamesTold), Phrasing.Count(answer.LineCount), Phrasing.Count(answer.Bounds!.UnknownPairCount));
        var pairs = new Words($"{lines.Nl} van de {unknown.Nl} paren waarvan we niets weten", $"{lines.En} of the {unknown.En} pairs of which we know nothing");
        return names.Length == 1
            ? new($"Vraag {asked.Nl} naar het contact met {others.Nl} anderen: dat zijn {pairs.Nl}.", $"Ask {asked.En} about contact with {others.En} others: that is {pairs.En}.")
            : new($"Vraag elk van deze {names.Length} naar het contact met {others.Nl} anderen: {Phrasing.End(asked).Nl} Samen zijn dat {pairs.Nl}.",
                $"Ask each of these {names.Length} about contact with {others.En} others: {Phrasing.End(asked).En} Together that is {pairs.En}.");
    }

    private static Words? Why(AskListAnswer answer)
    {
        var cells = answer.Cells;
        return cells.IsEmpty ? null : InCells(answer.Sheets.Sum(sheet => sheet.Lines.Count(line => line.Cells.Length > 0)), [.. cells]);
    }

    // At least: combinations that are crowded, or already coordinate as far as known, are not counted.
    private static Words InCells(int lineCount, OverlapCell[] cells)
    {
        var places = Phrasing.List([.. cells.Select(cell => cell.Title)], CellsTold);
        return Phrasing.ByNumber(lineCount, new("Eén vraag gaat", "One question is"), new($"Ten minste {Phrasing.Count(lineCount).Nl} vragen gaan", $"At least {Phrasing.Count(lineCount).En} questions are"))
            + new Words($" over wie nu al in één gebied voor dezelfde doelgroep werkt zonder dat we weten of er wordt afgestemd ({places.Nl}).",
                $" about those who work for the same group in one area already while we do not know whether they coordinate ({places.En}).");
    }

    private static Words? Meeting(AskedSheet sheet)
    {
        var count = sheet.Lines.Count(line => line.SharedPlaceCount > 0);
        return count == 0 ? null : Phrasing.ByNumber(
            count,
            new("Met één van hen deelt het een doelgroep in een gebied, of een traject.", "With one of them it shares a target group in an area, or a trajectory."),
            new($"Met {Phrasing.Count(count).Nl} van hen deelt het een doelgroep in een gebied, of een traject.",
                $"With {Phrasing.Count(count).En} of them it shares a target group in an area, or a trajectory."));
    }

    private static Words Unknown(AskListAnswer answer) => answer.Known.Tied.EdgeCount + answer.Known.Apart.EdgeCount == 0
        ? new("Nu weten we van niemand wie contact heeft met wie. Wat niet beantwoord wordt, blijft onbekend: dat is geen ‘nee’.",
            "At present we know of nobody who has contact with whom. What is not answered stays unknown: that is no “no”.")
        : new("Hoe het netwerk samenhangt weten we pas als er antwoorden zijn. Wat niet beantwoord wordt, blijft onbekend: dat is geen ‘nee’.",
            "How the network holds together we only know once there are answers. What is not answered stays unknown: that is no “no”.");
}
