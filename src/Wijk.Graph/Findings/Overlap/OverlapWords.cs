using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The sentences of an overlap answer: what is not known comes with what is.</summary>
internal static class OverlapWords
{
    private const int NamesShown = 5;

    private static readonly Words Pair = new("paar", "pair");
    private static readonly Words Pairs = new("paren", "pairs");

    public static Words ReasonOf(OverlapCell cell) => Words.Join(
        Who(cell), Beside(cell), cell.Lens == OverlapLens.Group ? Domains(cell) : SameThing(cell), Periods(cell), Barriers(cell), Asked(cell.Coordination));

    public static Words NextStepOf(OverlapCell cell) => cell.Coordination switch
    {
        { Unknown: > 0 } => new(
            "Leg deze lijst aan hen voor en vraag wie met wie afstemt.",
            "Put this list before them and ask who coordinates with whom."),
        { NotCoordinated: > 0 } => new(
            "Breng wie nog niet afstemt bij elkaar, met deze lijst op tafel.",
            "Bring together those who do not coordinate yet, with this list on the table."),
        _ => new("Zij stemmen al af. Vraag bewoners of zij dat merken.", "They coordinate already. Ask residents whether they notice."),
    };

    public static Words ReasonOf(OverlapAnswer answer)
    {
        var cells = Phrasing.Count(answer.Cells.Length, Cell(answer, "combinatie", "combination"), Cell(answer, "combinaties", "combinations"));
        var found = answer switch
        {
            { CellCount: 0 } => new(
                "Geen enkele inzet noemt beide: over overlap kunnen we hier niets zeggen.",
                "No targeting names both: about overlap we can say nothing here."),
            { Cells.Length: 0 } => new(
                "Nergens vonden we twee of meer organisaties. Dat bewijst niet dat er geen overlap is.",
                "Nowhere did we find two or more organisations. That does not prove that there is no overlap."),
            { Question.Lens: OverlapLens.Group } => cells + new Words(
                $" met twee of meer organisaties; in {answer.OverlappingCount} daarvan werken zij uit verschillende domeinen in dezelfde tijd.",
                $" with two or more organisations; in {answer.OverlappingCount} of them they work from different domains at the same time."),
            _ when answer.OverlappingCount == answer.Cells.Length => cells + new Words(
                " met twee of meer organisaties die hetzelfde doen.", " with two or more organisations that do the same."),
            _ => cells + new Words(
                $" met twee of meer organisaties; in {answer.OverlappingCount} daarvan doen zij het in dezelfde tijd.",
                $" with two or more organisations; in {answer.OverlappingCount} of them they do it at the same time."),
        };
        return Words.Join(NotSeen(answer.Coverage), found);
    }

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

    public static Words NextStepOf(OverlapAnswer answer) => answer.Cells.IsEmpty
        ? new("Leg vast voor wie en waar maatregelen zijn bedoeld, te beginnen bij de grootste.",
            "Record for whom and where measures are meant, starting with the largest.")
        : new("Begin met de eerste combinatie: leg de lijst voor aan wie erop staan en vraag met wie zij afstemmen.",
            "Start with the first combination: put the list before those on it and ask with whom they coordinate.");

    private static Words Cell(OverlapAnswer answer, string nl, string en) => answer.Question.Lens == OverlapLens.Group
        ? new($"{nl} van doelgroep en gebied", $"{en} of target group and area")
        : new($"{nl} van activiteit en gebied", $"{en} of activity and area");

    private static Words Who(OverlapCell cell)
    {
        var where = $"{cell.Snapshot.Node(cell.Subject).Name} in {cell.Snapshot.Node(cell.Area).Name}: ";
        Words?[] known =
        [
            cell.Schemes.IsEmpty ? null : Phrasing.Count(cell.Schemes.Length, new("regeling", "scheme"), new("regelingen", "schemes")),
            .. cell.Granted.Where(sum => sum.Value > 0).Select(sum => Phrasing.Amount(sum.Value, sum.Key) + new Words(" toegekend", " granted")),
            ReadFrom(cell),
        ];
        var details = known.OfType<Words>().ToArray();
        var inBrackets = details.Length == 0
            ? new Words("", "")
            : new($" ({string.Join(", ", details.Select(detail => detail.Nl))})", $" ({string.Join(", ", details.Select(detail => detail.En))})");
        var others = new Words(
            $"; in {cell.Snapshot.Node(cell.Area).Name} kennen we de inzet van {Phrasing.Count(cell.AgenciesInAreaCount).Nl} organisaties.",
            $"; in {cell.Snapshot.Node(cell.Area).Name} we know of the work of {Phrasing.Count(cell.AgenciesInAreaCount).En} organisations.");
        return where + Phrasing.Count(cell.Agencies.Length, new("organisatie", "organisation"), new("organisaties", "organisations"))
            + new Words(" met ", " with ")
            + Phrasing.Count(cell.Measures.Length, new("maatregel", "measure"), new("maatregelen", "measures")) + inBrackets
            + (cell.AgenciesInAreaCount > cell.Agencies.Length ? others : ".");
    }

    private static Words? ReadFrom(OverlapCell cell)
    {
        if (cell.InferredCount == 0) return null;
        var how = cell.IsReadFromTitles
            ? new Words("gelezen uit titels", "read from titles")
            : new Words($"afgeleid: {string.Join(", ", cell.InferenceRules)}", $"inferred: {string.Join(", ", cell.InferenceRules)}");
        return cell.InferredCount == cell.Targetings.Length
            ? how
            : new Words($"{cell.InferredCount} van {cell.Targetings.Length} inzetten ", $"{cell.InferredCount} of {cell.Targetings.Length} targetings ") + how;
    }

    private static Words? Beside(OverlapCell cell) => cell.Initiatives.IsEmpty
        ? null
        : new Words("Daarnaast ", "Beside them ")
            + Phrasing.Count(cell.Initiatives.Length, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives")) + ".";

    private static Words Domains(OverlapCell cell)
    {
        if (cell.IsOverlapping)
        {
            var names = Phrasing.List([.. cell.Domains.Select(domain => cell.Snapshot.Node(domain).Name).Distinct()], NamesShown);
            return Phrasing.Count(cell.PairCount, Pair, Pairs) + (cell.PairCount == 1
                ? new Words(" komt uit verschillende domeinen", " comes from different domains")
                : new Words(" komen uit verschillende domeinen", " come from different domains")) + " (" + names + ").";
        }

        var known = cell.Agencies.Where(agency => !agency.Domains.IsEmpty).ToArray();
        var unknownCount = cell.Agencies.Length - known.Length;
        if (known.Length < 2)
        {
            return new(
                $"Van {unknownCount} van de {cell.Agencies.Length} kennen we het domein niet; of zij uit verschillende domeinen werken weten we dus niet.",
                $"Of {unknownCount} of the {cell.Agencies.Length} we do not know the domain, so we do not know whether they work from different domains.");
        }

        if (known.Any(agency => !agency.Domains.SequenceEqual(known[0].Domains)))
            return new("Zij komen uit verschillende domeinen, maar niet in dezelfde tijd.", "They come from different domains, but not at the same time.");
        var domains = string.Join(" + ", known[0].Domains.Select(domain => cell.Snapshot.Node(domain).Name));
        var rest = unknownCount == 0
            ? null
            : new Words($"Van {unknownCount} kennen we geen domein, of alleen een verzamelnaam.", $"Of {unknownCount} we know no domain, or only a catch-all.");
        return Words.Join(
            new($"Druk, maar geen overlap tussen domeinen die we kennen: {known.Length} van de {cell.Agencies.Length} staan onder {domains}.",
                $"Crowded, but no overlap between domains that we know of: {known.Length} of the {cell.Agencies.Length} stand under {domains}."),
            rest);
    }

    private static Words SameThing(OverlapCell cell) => cell.IsOverlapping
        ? new("Zij doen hier hetzelfde, in dezelfde tijd; dat kan goed zijn: bewoners hebben dan keus.",
            "They do the same thing here at the same time; that may be good: residents then have a choice.")
        : new("Zij doen hier hetzelfde, maar niet in dezelfde tijd.", "They do the same thing here, but not at the same time.");

    private static Words? Periods(OverlapCell cell) => cell.OpenPeriodCount == 0
        ? null
        : new($"Periode onbekend bij {cell.OpenPeriodCount} van {cell.Targetings.Length} inzetten; die tellen als gelijktijdig.",
            $"Period unknown for {cell.OpenPeriodCount} of {cell.Targetings.Length} targetings; those count as simultaneous.");

    private static Words? Barriers(OverlapCell cell)
    {
        var unaddressed = cell.Barriers.Where(barrier => barrier.Offers.IsEmpty).Select(barrier => cell.Snapshot.Node(barrier.Barrier).Name).ToArray();
        var addressedCount = cell.Barriers.Length - unaddressed.Length;
        return Words.Join(
            unaddressed.Length == 0 ? null : new Words("Zonder aanbod: ", "Without an offer: ") + Phrasing.List(unaddressed, NamesShown) + ".",
            addressedCount == 0 ? null : new Words("Er is aanbod voor ", "There is an offer for ")
                + Phrasing.Count(addressedCount, new("belemmering", "barrier"), new("belemmeringen", "barriers")) + ".");
    }

    private static Words Asked(Coordination coordination)
    {
        var total = Phrasing.Count(coordination.Total);
        if (coordination.Unknown == 0 && coordination.NotCoordinated == 0)
            return new($"Bij alle {total.Nl} paren is afstemming gemeld.", $"Coordination was reported for all {total.En} pairs.");
        if (coordination.Known == 0)
        {
            return new(
                $"Of zij afstemmen weten we niet: het is voor 0 van de {total.Nl} paren gevraagd. Dit is geen bewijs van dubbel werk.",
                $"Whether they coordinate we do not know: 0 of {total.En} pairs were asked. This is no proof of double work.");
        }

        var unknown = coordination.Unknown == 0
            ? null
            : new Words("Dit is geen bewijs van dubbel werk.", "This is no proof of double work.");
        return Words.Join(
            new($"Voor {coordination.Known} van de {total.Nl} paren is gevraagd of zij afstemmen: {coordination.Coordinated} wel, {coordination.NotCoordinated} niet.",
                $"Whether they coordinate was asked for {coordination.Known} of {total.En} pairs: {coordination.Coordinated} do, {coordination.NotCoordinated} do not."),
            unknown);
    }
}
