using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The sentences of one cell: who is there and how they meet, then what is not known of it.</summary>
internal static class OverlapCellWords
{
    private const int NamesShown = 5;

    public static Words ReasonOf(OverlapCell cell) => Words.Join(
        Who(cell), Beside(cell), Meeting(cell), Nested(cell), Periods(cell), Barriers(cell), Coordinate(cell.Coordination));

    /// <summary>What it comes to, in a sentence or two: how many, how many pairs, and whether they coordinate.</summary>
    public static Words OpeningOf(OverlapCell cell) => Phrasing.Begin(cell.Title) + ": " + SummaryOf(cell);

    /// <summary>The same, for where its name stands above it.</summary>
    public static Words SummaryOf(OverlapCell cell) => Words.Join(
        Organisations(cell) + ", " + Phrasing.Count(cell.PairCount, new("paar ", "pair "), new("paren ", "pairs "))
            + (cell.Lens == OverlapLens.Group ? new Words("uit verschillende domeinen", "from different domains") : new("op hetzelfde terrein", "in the same field"))
            + (ReadFrom(cell) is { } how ? " (" + how + ")" : "") + ".",
        Coordinate(cell.Coordination));

    public static Words NextStepOf(OverlapCell cell) => cell.Standing switch
    {
        // All that speaks against it is a report that another report contradicts.
        CellStanding.NotCoordinated when cell.Coordination is var pairs && pairs.Contradicting >= pairs.NotCoordinated - pairs.RecordedNotCoordinated => new(
            "Vraag aan allebei hoe het zit: de meldingen spreken elkaar tegen.",
            "Ask both how it is: the reports contradict each other."),
        CellStanding.NotCoordinated => new(
            "Breng wie nog niet afstemt bij elkaar, met deze lijst op tafel.",
            "Bring together those who do not coordinate yet, with this list on the table."),
        CellStanding.Unasked => Words.Join(
            new("Leg deze lijst aan hen voor en vraag wie met wie afstemt.", "Show them this list and ask who coordinates with whom."),
            FunderOf(cell)),
        _ => new("Zij stemmen al af. Vraag bewoners of zij dat merken.", "They coordinate already. Ask residents whether they notice."),
    };

    /// <summary>Who pays for work of most of them, and may know who can call them together; null when nobody is known to.</summary>
    public static Words? FunderOf(OverlapCell cell) => cell.CommonFunder is { } common ? common.Say(cell.View.Graph.Node(common.Funder).Name) : null;

    private static Words Who(OverlapCell cell)
    {
        Words?[] known =
        [
            cell.Schemes.IsEmpty ? null : Phrasing.Count(cell.Schemes.Length, new("regeling", "scheme"), new("regelingen", "schemes")),
            // A grant is for the whole measure, which may be meant for other groups and areas as well.
            .. cell.Granted.Where(sum => sum.Value > 0).Select(sum => Granted(cell, sum.Key, sum.Value)),
            ReadFrom(cell),
        ];
        var details = known.OfType<Words>().ToArray();
        var inBrackets = details.Length == 0
            ? new Words("", "")
            : new($" ({string.Join(", ", details.Select(detail => detail.Nl))})", $" ({string.Join(", ", details.Select(detail => detail.En))})");
        var others = new Words(
            $"; in {cell.View.Graph.Node(cell.Place.Area).Name} kennen we de inzet van {Phrasing.Count(cell.AgenciesInAreaCount).Nl} organisaties.",
            $"; in {cell.View.Graph.Node(cell.Place.Area).Name} we know of the work of {Phrasing.Count(cell.AgenciesInAreaCount).En} organisations.");
        return Phrasing.Begin(cell.Title) + ": " + Organisations(cell)
            + " (" + Phrasing.List([.. cell.Agencies.Select(agency => cell.View.Graph.Node(agency.Actor).Name)], NamesShown) + ")"
            + new Words(" met ", " with ")
            + Phrasing.Count(cell.Measures.Length, new("maatregel", "measure"), new("maatregelen", "measures")) + inBrackets
            + (cell.AgenciesInAreaCount > cell.Agencies.Length ? others : ".");
    }

    private static Words Organisations(OverlapCell cell) => Phrasing.Count(cell.Agencies.Length, new("organisatie", "organisation"), new("organisaties", "organisations"));

    // One contract can make a place look rich: the largest amount is named when it is most of the whole.
    private static Words Granted(OverlapCell cell, string currency, decimal sum)
    {
        var whole = Phrasing.Amount(sum, currency) + new Words(" toegekend voor het geheel", " granted for the whole");
        if (cell.LargestGrantIn(currency) is not { } grant || cell.View.Graph.Relation(grant).Attributes.Number("amount") is not { } largest) return whole;
        return largest < sum && 2 * largest > sum
            ? whole + new Words(", waarvan ", ", of which ") + Phrasing.Amount(largest, currency) + new Words(" voor ", " for ") + cell.View.Graph.Node(cell.View.Graph.To(grant)).Name
            : whole;
    }

    private static Words? ReadFrom(OverlapCell cell)
    {
        if (cell.InferredCount == 0) return null;
        // Titles tell the group, at which the activity lens does not look.
        var rules = Phrasing.List([.. cell.InferenceRules], int.MaxValue);
        var how = cell.IsReadFromTitles && cell.Place.Group is not null
            ? new Words("gelezen uit titels", "read from titles")
            : new Words("afgeleid: ", "inferred: ") + rules;
        return cell.InferredCount == cell.Targetings.Length ? how : PartOf(cell.InferredCount, cell) + " " + how;
    }

    private static Words? Beside(OverlapCell cell) => cell.Initiatives.IsEmpty
        ? null
        : new Words("Daarnaast ", "Beside them ")
            + Phrasing.Count(cell.Initiatives.Length, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives")) + ".";

    private static Words Meeting(OverlapCell cell)
    {
        if (cell.Measures.Length == 1)
            return new("Het gaat om één maatregel, die zij samen uitvoeren.", "It is one measure, which they run together.");
        return cell.Lens == OverlapLens.Group ? DomainWords.Of(cell) : SameThing(cell);
    }

    // All of them hold on the day that is looked at, so all are there at the same time.
    private static Words SameThing(OverlapCell cell)
    {
        var what = cell.Place.What(cell.View.Graph);
        return new($"Zij werken hier allemaal aan {what.Nl}, in dezelfde tijd; of zij hetzelfde doen, staat er niet in.",
            $"All of them work on {what.En} here, at the same time; whether they do the same is not recorded.");
    }

    private static Words? Nested(OverlapCell cell)
    {
        if (cell.NestedPairCount == 0) return null;
        var from = cell.Lens == OverlapLens.Group ? new Words(" uit verschillende domeinen", " from different domains") : new("", "");
        var wider = cell.Lens switch
        {
            OverlapLens.Group => new Words("voor een ruimere groep of in een groter gebied", "for a wider group or in a larger area"),
            OverlapLens.Activity => new("aan iets ruimers of in een groter gebied", "on something wider or in a larger area"),
            _ => new("aan iets ruimers, voor een ruimere groep of in een groter gebied", "on something wider, for a wider group or in a larger area"),
        };
        return Phrasing.Count(cell.NestedPairCount, new("ander paar", "other pair"), new("andere paren", "other pairs")) + from
            + Phrasing.ByNumber(cell.NestedPairCount, new(" raakt elkaar hier", " meets here"), new(" raken elkaar hier", " meet here"))
            + new Words(" doordat een van de twee ", " because one of the two works ") + wider + new Words(" werkt.", ".");
    }

    private static Words? Periods(OverlapCell cell) => cell.OpenPeriodCount == 0
        ? null
        : new Words("Begin of eind onbekend bij ", "Start or end unknown for ") + PartOf(cell.OpenPeriodCount, cell)
            + new Words("; we rekenen alsof het doorloopt.", "; we count it as going on.");

    private static Words PartOf(int count, OverlapCell cell)
    {
        var (some, all) = (Phrasing.Count(count), Phrasing.Count(cell.Targetings.Length, new("inzet", "targeting"), new("inzetten", "targetings")));
        return new($"{some.Nl} van {all.Nl}", $"{some.En} of {all.En}");
    }

    private static Words? Barriers(OverlapCell cell)
    {
        var unaddressed = cell.Barriers.Where(barrier => barrier.Offers.IsEmpty).Select(barrier => cell.View.Graph.Node(barrier.Barrier).Name).ToArray();
        var addressedCount = cell.Barriers.Length - unaddressed.Length;
        return Words.Join(
            unaddressed.Length == 0 ? null : new Words("Zonder aanbod: ", "Without an offer: ") + Phrasing.List(unaddressed, NamesShown)
                + new Words(" (voor zover we weten).", " (as far as we know)."),
            addressedCount == 0 ? null : new Words("Er is aanbod voor ", "There is an offer for ")
                + Phrasing.Count(addressedCount, new("belemmering", "barrier"), new("belemmeringen", "barriers")) + ".");
    }

    private static Words Coordinate(Coordination coordination)
    {
        var total = Phrasing.Count(coordination.Total);
        if (coordination.Known == 0)
        {
            return coordination.Total == 1
                ? new("Of zij afstemmen weten we niet: het is niet gevraagd. Dit is geen bewijs van dubbel werk.",
                    "Whether they coordinate we do not know: nobody asked. This is no proof of duplicated work.")
                : new($"Of zij afstemmen weten we niet: het is voor 0 van de {total.Nl} paren gevraagd. Dit is geen bewijs van dubbel werk.",
                    $"Whether they coordinate we do not know: 0 of {total.En} pairs were asked. This is no proof of duplicated work.");
        }

        var isAll = coordination.Coordinated == coordination.Total && coordination is { Total: > 1, Recorded: 0 };
        return Words.Join(
            isAll
                ? new Words($"Bij alle {total.Nl} paren is afstemming gemeld.", $"Coordination was reported for all {total.En} pairs.")
                : CollaborationWords.Known(coordination),
            CollaborationWords.Contradicting(coordination),
            coordination.Unknown == 0 ? null : new("Dit is geen bewijs van dubbel werk.", "This is no proof of duplicated work."));
    }
}
