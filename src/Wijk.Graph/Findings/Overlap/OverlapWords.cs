using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The sentences of an overlap answer as a whole: first what can be acted on. What we do not see follows as coverage.</summary>
internal static class OverlapWords
{
    private const int TermsShown = 3;

    public static Words? OpeningOf(OverlapAnswer answer) => answer.Cells is [{ IsOverlapping: true } first, ..] ? OverlapCellWords.OpeningOf(first) : null;

    public static Words WholeOf(OverlapAnswer answer) => Words.Join(Found(answer), Muted(answer));

    public static Words NextStepOf(OverlapAnswer answer)
    {
        if (answer.Cells.IsEmpty)
        {
            return new(
                "Leg vast voor wie en waar maatregelen zijn bedoeld, te beginnen bij de grootste.",
                "Record for whom and where measures are meant, starting with the largest.");
        }

        // The first of those where something can be done: the order of the list.
        var first = answer.Cells.MinBy(cell => cell.Standing)!;
        return first.Standing switch
        {
            CellStanding.NotCoordinated => Words.Join(
                answer.Cells.All(cell => cell.Coordination is { Unknown: 0, Recorded: 0 }) ? new("Iedereen is gevraagd.", "Everyone was asked.") : null,
                new($"Begin met {first.Title.Nl}: breng bij elkaar wie nog niet afstemt.", $"Start with {first.Title.En}: bring together those who do not coordinate yet.")),
            CellStanding.Unasked => Words.Join(
                new($"Begin met {first.Title.Nl}: leg de lijst voor aan wie erop staan en vraag met wie zij afstemmen.",
                    $"Start with {first.Title.En}: show the list to those on it and ask with whom they coordinate."),
                OverlapCellWords.FunderOf(first)),
            _ => new("Overal is afstemming gemeld. Vraag bewoners of zij dat merken.", "Coordination was reported everywhere. Ask residents whether they notice."),
        };
    }

    private static Words Found(OverlapAnswer answer)
    {
        var (what, one, many) = answer.Question.Lens switch
        {
            OverlapLens.Group => (new Words("voor wie", "for whom"), new Words("combinatie van doelgroep en gebied", "combination of target group and area"),
                new Words("combinaties van doelgroep en gebied", "combinations of target group and area")),
            OverlapLens.Activity => (new("wat het is", "what it is"), new("combinatie van activiteit en gebied", "combination of activity and area"),
                new("combinaties van activiteit en gebied", "combinations of activity and area")),
            _ => (new("wat het is, voor wie", "what it is, for whom"), new("combinatie van doelgroep, activiteit en gebied", "combination of target group, activity and area"),
                new("combinaties van doelgroep, activiteit en gebied", "combinations of target group, activity and area")),
        };
        if (answer.CellCount == 0)
        {
            return new($"Van geen enkel werk weten we wie het doet, {what.Nl} én waar: over overlap kunnen we hier niets zeggen.",
                $"Of no work do we know who does it, {what.En} and where: about overlap we can say nothing here.");
        }

        if (answer.Cells.IsEmpty)
        {
            return new(
                "Nergens vonden we twee of meer organisaties. Dat bewijst niet dat er geen overlap is.",
                "Nowhere did we find two or more organisations. That does not prove that there is no overlap.");
        }

        return Phrasing.Count(answer.Cells.Length, one, many)
            + new Words(" met twee of meer organisaties in dezelfde tijd", " with two or more organisations at the same time")
            + (answer.Question.Lens == OverlapLens.Group ? "; " + FromDomains(answer) : ".");
    }

    private static Words FromDomains(OverlapAnswer answer)
    {
        if (answer.OverlappingCount == 0) return new("overlap tussen domeinen zien we daar niet.", "we see no overlap between domains there.");
        var count = Phrasing.Count(answer.OverlappingCount);
        var where = answer.OverlappingCount == answer.Cells.Length ? new Words("daar", "there") : new($"in {count.Nl} daarvan", $"in {count.En} of them");
        return where + new Words(" treffen verschillende domeinen elkaar.", " different domains meet.");
    }

    private static Words? Muted(OverlapAnswer answer)
    {
        if (answer.LeftOut.IsEmpty) return null;
        var graph = answer.View.Graph;
        int[] terms = [.. answer.LeftOut.SelectMany(cell => cell.Place.Subjects).Distinct().Where(term => graph.MutedBy(term) is not null)];
        return Phrasing.Count(answer.LeftOut.Length, new("combinatie staat niet op de lijst: ", "combination is not listed: "), new("combinaties staan niet op de lijst: ", "combinations are not listed: "))
            + Phrasing.List([.. terms.Select(term => graph.Node(term).Name)], TermsShown)
            + Phrasing.ByNumber(terms.Length, new(" is gedempt door ", " was muted by "), new(" zijn gedempt door ", " were muted by "))
            + Phrasing.List([.. terms.Select(term => graph.MutedBy(term)!).Distinct()], TermsShown) + ".";
    }
}
