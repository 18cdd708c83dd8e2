using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of an answer on whom to bring together: what to begin with first.</summary>
internal static class DefragmentWords
{
    public static Words FoundIn(DefragmentAnswer answer)
    {
        if (!answer.Problems.IsEmpty) return Words.Join(answer.Problems);
        if (answer.Plans is not [var first, ..]) return Nothing(answer);
        return Words.Join(
            first.Table.Seats.IsEmpty ? first.Reason : PlanWords.Invite(first),
            first.Table.Seats.IsEmpty ? null : Why(first),
            answer.Plans.Length == 1
                ? null
                : Phrasing.ByNumber(answer.Plans.Length - 1, new("Er is nog ", "There is "), new("Er zijn nog ", "There are ")) + Phrasing.Count(answer.Plans.Length - 1, new("combinatie", "more combination"), new("combinaties", "more combinations"))
                    + new Words("; bij elk staat of er genoeg zijn voor een tafel.", "; each says whether there are enough for a table."));
    }

    public static Words NextStepOf(DefragmentAnswer answer) => answer.Plans is [var first, ..]
        ? first.NextStep
        : !answer.Problems.IsEmpty
        ? new("Zoek de sleutel op van wie u bedoelt, en vraag het opnieuw.", "Look up the key of whom you mean, and ask again.")
        : answer.Fullest is { } cell
        ? new("Vraag die organisaties waar hun werk over gaat, en wie met wie afstemt; leg dat vast, en vraag het opnieuw.", "Ask those organisations what their work is about, and who coordinates with whom; record that, and ask again.")
        : new("Vraag wie er voor wie is, en waar; leg dat vast, en vraag het opnieuw.", "Ask who is there for whom, and where; record that, and ask again.");

    private static Words Why(DefragmentPlan plan) => plan.Cells is [var cell, ..]
        ? OverlapCellWords.OpeningOf(cell)
        : plan.Reason;

    private static Words Nothing(DefragmentAnswer answer) => answer.Question.Barrier is { } barrier
        ? new($"Geen belemmering heeft de sleutel of naam '{barrier}'; zoek naar belemmeringen om te zien welke er zijn.",
            $"No barrier has the key or name '{barrier}'; search for barriers to see which there are.")
        : answer.OverlappingCount > 0
        ? new("Waar organisaties uit verschillende domeinen bij dezelfde mensen komen, stemmen zij voor zover we weten al af: er is nu niets om mensen voor bij elkaar te roepen.",
            "Where organisations from different domains come to the same people, they coordinate already as far as we know: there is nothing now to call people together for.")
        : answer.Fullest is { } cell
        ? Words.Join(
            new("Een tafel over domeinen heen kunnen we hier niet aanwijzen: van te weinig organisaties bij dezelfde mensen kennen we het domein.",
                "We cannot point to a table across domains here: of too few organisations with the same people we know the domain."),
            new Words("Begin met ", "Start with ") + cell.Title + new Words($": daar werken {Phrasing.Count(cell.Agencies.Length).Nl} organisaties.", $": {Phrasing.Count(cell.Agencies.Length).En} organisations work there."),
            OverlapCellWords.FunderOf(cell))
        : new("We vinden hier geen organisaties uit verschillende domeinen bij dezelfde mensen: er is nu niets om mensen voor bij elkaar te roepen. Dat kan ook komen doordat van te weinig werk vastligt voor wie het is.",
            "We find no organisations from different domains with the same people here: there is nothing now to call people together for. That may also be because it is recorded of too little work for whom it is.");
}
