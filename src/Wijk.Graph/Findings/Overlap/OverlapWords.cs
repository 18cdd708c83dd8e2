using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The sentences of an overlap answer as a whole: what is not known comes with what is.</summary>
internal static class OverlapWords
{
    public static Words FoundIn(OverlapAnswer answer) => Words.Join(NotSeen(answer.Coverage), Found(answer));

    public static Words NextStepOf(OverlapAnswer answer)
    {
        if (answer.Cells.IsEmpty)
        {
            return new(
                "Leg vast voor wie en waar maatregelen zijn bedoeld, te beginnen bij de grootste.",
                "Record for whom and where measures are meant, starting with the largest.");
        }

        // What was answered already needs no asking: the first place where something can be learned or done comes first.
        if (answer.Cells.FirstOrDefault(cell => cell.Coordination.Unknown > 0) is { } unknown)
        {
            return new(
                $"Begin met {unknown.Title}: leg de lijst voor aan wie erop staan en vraag met wie zij afstemmen.",
                $"Start with {unknown.Title}: put the list before those on it and ask with whom they coordinate.");
        }

        return answer.Cells.FirstOrDefault(cell => cell.Coordination.NotCoordinated > 0) is { } apart
            ? Words.Join(
                answer.Cells.All(cell => cell.Coordination.Recorded == 0) ? new("Iedereen is gevraagd.", "Everyone was asked.") : null,
                new($"Breng in {apart.Title} bij elkaar wie nog niet afstemt.", $"In {apart.Title}, bring together those who do not coordinate yet."))
            : new("Overal is afstemming gemeld. Vraag bewoners of zij dat merken.", "Coordination was reported everywhere. Ask residents whether they notice.");
    }

    private static Words Found(OverlapAnswer answer)
    {
        var isGroup = answer.Question.Lens == OverlapLens.Group;
        if (answer.CellCount == 0)
        {
            return isGroup
                ? new("Van geen enkel werk weten we wie het doet, voor wie én waar: over overlap kunnen we hier niets zeggen.",
                    "Of no work do we know who does it, for whom and where: about overlap we can say nothing here.")
                : new("Van geen enkel werk weten we wie het doet, wat het is én waar: over overlap kunnen we hier niets zeggen.",
                    "Of no work do we know who does it, what it is and where: about overlap we can say nothing here.");
        }

        if (answer.Cells.IsEmpty)
        {
            return new(
                "Nergens vonden we twee of meer organisaties. Dat bewijst niet dat er geen overlap is.",
                "Nowhere did we find two or more organisations. That does not prove that there is no overlap.");
        }

        var (one, many) = isGroup
            ? (new Words("combinatie van doelgroep en gebied", "combination of target group and area"),
                new Words("combinaties van doelgroep en gebied", "combinations of target group and area"))
            : (new Words("combinatie van activiteit en gebied", "combination of activity and area"),
                new Words("combinaties van activiteit en gebied", "combinations of activity and area"));
        return Phrasing.Count(answer.Cells.Length, one, many)
            + new Words(" met twee of meer organisaties; ", " with two or more organisations; ")
            + (isGroup ? FromDomains(answer) : SameTime);
    }

    private static Words FromDomains(OverlapAnswer answer)
    {
        if (answer.OverlappingCount == 0) return new("overlap tussen domeinen zien we daar niet.", "we see no overlap between domains there.");
        var count = Phrasing.Count(answer.OverlappingCount);
        var where = answer.OverlappingCount == answer.Cells.Length ? new Words("daar", "there") : new($"in {count.Nl} daarvan", $"in {count.En} of them");
        return where + new Words(" werken organisaties uit verschillende domeinen in dezelfde tijd.", " organisations from different domains work at the same time.");
    }

    // Whoever is in a cell is there on the day that is looked at.
    private static Words SameTime { get; } = new("daar werken er twee of meer in dezelfde tijd.", "there two or more work at the same time.");

    // One sentence, so that what is missing is read before anything that is there.
    private static Words? NotSeen(IEnumerable<Coverage> coverage)
    {
        var gaps = coverage.Where(item => item.Known < item.Total).Select(item => item.What + new Words(
            $" {Phrasing.Count(item.Known).Nl} van {Phrasing.Count(item.Total).Nl}",
            $" {Phrasing.Count(item.Known).En} of {Phrasing.Count(item.Total).En}")).ToArray();
        return gaps.Length == 0
            ? null
            : new($"We zien niet alles: {string.Join("; ", gaps.Select(gap => gap.Nl))}.", $"We do not see everything: {string.Join("; ", gaps.Select(gap => gap.En))}.");
    }
}
