using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>The sentences of a scenario: what to settle first, who loses what, what is solved, and what is not known.</summary>
internal static class ScenarioWords
{
    private const int NamesShown = 4, BackUpsShown = 3;

    /// <summary>What would change, as what comes after "if": "Eettafel stopt en Inloop opgaat in Spreekuur".</summary>
    public static Words TitleOf(ScenarioAnswer answer)
    {
        var (steps, view) = (answer.Steps, answer.View);
        var after = new Words(" na ", " after ") + Phrasing.Day(answer.LookedAt.Day);
        Words[] clauses =
        [
            .. Clause(view, steps.Stopped, new(" stopt", " stops"), new(" stoppen", " stop")),
            .. steps.Merged.Select(pair => Name(view, pair.From) + new Words(" opgaat in ", " becomes part of ") + Name(view, pair.Into)),
            .. Clause(view, steps.Leaving, new(" weggaat", " leaves"), new(" weggaan", " leave")),
            .. Clause(view, [.. steps.Unfunded.Where(node => IsPayer(view, node))], new Words(" niet meer betaalt", " no longer pays") + after, new Words(" niet meer betalen", " no longer pay") + after),
            .. Clause(view, [.. steps.Unfunded.Where(node => !IsPayer(view, node))], new Words(" geen geld meer krijgt", " no longer gets money") + after, new Words(" geen geld meer krijgen", " no longer get money") + after),
            .. steps.Linked.Select(pair => Pair(view, pair) + new Words(" gaan afstemmen", " coordinate")),
            .. steps.Unlinked.Select(pair => Pair(view, pair) + new Words(" geen contact meer hebben", " no longer have contact")),
        ];
        return clauses.Length == 0 ? new("er niets verandert", "nothing changes") : new(string.Join(" en ", clauses.Select(clause => clause.Nl)), string.Join(" and ", clauses.Select(clause => clause.En)));
    }

    public static Words FoundIn(ScenarioAnswer answer)
    {
        if (!answer.Problems.IsEmpty)
            return Words.Join([.. answer.Problems, new Words("Er is niets doorgerekend.", "Nothing was worked out.")]);
        if (answer.Effect is not { } effect) return Nothing;
        var view = answer.View;
        return Words.Join([First(answer, effect), .. Assumed(view, effect), .. Losses(view, effect).Skip(effect.Loses ? 1 : 0).Select(loss => loss.Told), Solved(effect), Added(effect), .. Network(answer, effect)]);
    }

    public static Words NextStepOf(ScenarioAnswer answer)
    {
        if (!answer.Problems.IsEmpty) return new("Zoek de sleutel op van wat u bedoelt, en vraag het opnieuw.", "Look up the key of what you mean, and ask again.");
        if (answer.Effect is not { } effect) return Nothing;
        Words[] steps = [.. Steps(answer, effect)];
        return steps.Length > 0 ? Words.Join(steps) : Put(answer.View, Involved(answer, effect));
    }

    /// <summary>"ouderen in Havenbuurt: … gaat weg; … blijft."</summary>
    public static Words ReasonOf(OfferChange offer)
    {
        var gone = Names(offer.View, offer.Lost) + Phrasing.ByNumber(offer.Lost.Length, new(" valt weg", " goes"), new(" vallen weg", " go"));
        Words left = (offer.Left.Length, offer.Wider.Length) switch
        {
            ( > 0, _) => Names(offer.View, offer.Left) + Phrasing.ByNumber(offer.Left.Length, new(" blijft.", " stays."), new(" blijven.", " stay.")),
            (_, > 0) => new Words("er blijft alleen aanbod voor een ruimere groep of een groter gebied: ", "all that stays is for a wider group or a larger area: ") + Phrasing.End(Names(offer.View, offer.Wider)),
            _ => new("er blijft geen aanbod over dat we kennen.", "no offer that we know of is left."),
        };
        return Phrasing.Begin(offer.Title) + ": " + gone + "; " + left;
    }

    /// <summary>What somebody could build on to take over.</summary>
    public static Words ReasonOf(BackUp found)
    {
        Words?[] parts =
        [
            found.HasSameRole ? new("heeft dezelfde functie", "has the same role") : null,
            found.IsColleague ? new("werkt bij dezelfde organisatie", "works for the same organisation") : null,
            found.ContactCount == 0 ? null : new Words($"heeft, zelf of via de organisatie, al contact met {found.KnownCount} van de {found.ContactCount}", $"has contact with {found.KnownCount} of the {found.ContactCount} already, themselves or through their organisation"),
        ];
        return Who(found) + new Words(" ", " ") + Listed([.. parts.OfType<Words>()]);
    }

    private static Words Nothing => new(
        "Noem wat er verandert: wat stopt of samengaat, wie weggaat of gaat afstemmen, of welk geld ophoudt.",
        "Say what changes: what stops or becomes one, who leaves or will coordinate, or which funding ends.");

    private static Words First(ScenarioAnswer answer, ScenarioEffect effect)
    {
        var title = answer.Title;
        if (effect.Loses && Losses(answer.View, effect).First() is var (settle, then, _))
        {
            var begin = effect.BackUps.IsEmpty || effect.WithoutOffer.Length > 0 || !answer.Steps.Leaving.Any(leaver => IsPerson(answer.View, leaver))
                ? settle
                : TakeOver(answer);
            return begin + new Words(": als ", ": if ") + title + ", " + then;
        }

        var brought = answer.Steps.Linked.Select(pair => Pair(answer.View, pair)).ToArray();
        var nobody = new Words("verliest voor zover we weten niemand aanbod of een laatste contact", "nobody loses an offer or a last tie, as far as we know");
        var isAll = answer.Question == answer.Question with { Stop = [], Merge = [], Leave = [], FundingEnds = [], Unlink = [] };
        return brought.Length > 0
            ? new Words("Breng ", "Bring ") + Phrasing.List(brought, NamesShown) + new Words(" bij elkaar: als ", " together: if ") + (isAll ? new("zij gaan afstemmen", "they coordinate") : title) + ", " + nobody + "."
            : new Words("Als ", "If ") + title + ", " + nobody
                + (effect.Stopping.IsEmpty ? new Words(".", ".") : new("; vraag wel voor wie en waar het was, als dat niet is vastgelegd.", "; do ask for whom and where it was, where that is not recorded."));
    }

    private static Words TakeOver(ScenarioAnswer answer)
    {
        var leavers = answer.Steps.Leaving.Where(leaver => IsPerson(answer.View, leaver)).ToArray();
        return new Words("Spreek eerst af wie de contacten overneemt van ", "First agree who takes over the contacts of ") + Names(answer.View, leavers);
    }

    // What to settle first, what comes of the changes as the end of "if …, ", and the same as a sentence; what is worst first.
    private static IEnumerable<(Words Settle, Words Then, Words Told)> Losses(GraphView view, ScenarioEffect effect)
    {
        if (!effect.WithoutOffer.IsEmpty)
        {
            var places = Places(effect.WithoutOffer);
            var wider = effect.WithoutOffer.Count(offer => !offer.Wider.IsEmpty);
            var note = wider == 0
                ? null
                : new Words(" Voor ", " For ") + Phrasing.Count(wider) + new Words(" daarvan is er nog wel iets voor een ruimere groep of een groter gebied.", " of them something for a wider group or a larger area is left.");
            var told = new Words("daar blijft geen aanbod over dat we kennen", "no offer that we know of is left there");
            yield return (
                new Words("Spreek eerst af wie er is voor ", "First agree who will be there for ") + places,
                new Words("blijft daar geen aanbod over dat we kennen.", "no offer that we know of is left there.") + (note ?? new("", "")),
                Phrasing.Begin(places) + ": " + told + "." + (note ?? new("", "")));
        }

        if (!effect.BarriersWithoutOffer.IsEmpty)
        {
            var barriers = Names(view, effect.BarriersWithoutOffer);
            yield return (
                new Words("Spreek eerst af wie werkt aan ", "First agree who works on ") + barriers,
                new("werkt daar niemand meer aan, voor zover we weten.", "nobody works on that any more, as far as we know."),
                new Words("Niemand werkt dan nog aan ", "Nobody works any more on ") + Phrasing.End(barriers));
        }

        foreach (var cut in effect.CutOff)
        {
            var names = Names(view, cut.Members);
            var lost = Phrasing.Count(cut.Members.Length) + new Words(" partijen los van ", " parties are cut off from ") + Phrasing.Count(cut.RestCount) + new Words(" andere", " others") + " (";
            yield return (
                new("Zoek eerst een andere verbinding", "First find another connection"),
                new Words("raken ", "") + lost + names + ").",
                new Words("Dan raken ", "Then ") + lost + names + ").");
        }

        if (!effect.WithoutTie.IsEmpty)
        {
            var names = Names(view, effect.WithoutTie);
            var lose = Phrasing.ByNumber(effect.WithoutTie.Length, new("verliest het enige contact dat we kennen", "loses the only tie that we know of"), new("verliezen het enige contact dat we kennen", "lose the only tie that we know of"));
            yield return (
                new Words("Breng ", "First bring ") + names + new Words(" eerst in contact met een ander", " into contact with somebody else"),
                Phrasing.ByNumber(effect.WithoutTie.Length, new("verdwijnt daar het enige contact dat we kennen.", "the only tie of theirs that we know of goes."), new("verdwijnt daar telkens het enige contact dat we kennen.", "the only tie that we know of goes for each of them.")),
                names + " " + lose + ".");
        }

        if (!effect.LostTies.IsEmpty)
        {
            var pairs = Phrasing.List([.. effect.LostTies.Select(pair => Pair(view, pair))], NamesShown);
            yield return (
                new Words("Zorg eerst dat anderen het contact overnemen tussen ", "First see to it that others take over the contact between ") + pairs,
                new("is daar geen contact meer dat we kennen.", "no contact that we know of is left there."),
                new Words("Geen contact meer dat we kennen: ", "No contact left that we know of: ") + Phrasing.End(pairs));
        }

        if (!effect.NewlyAlone.IsEmpty)
        {
            var names = Names(view, effect.NewlyAlone);
            yield return (
                new Words("Zoek eerst een ander die ", "First find somebody else who helps ") + names + new Words(" helpt", ""),
                Phrasing.ByNumber(effect.NewlyAlone.Length, new("staat dat initiatief alleen, voor zover we weten.", "that initiative stands alone, as far as we know."), new("staan die initiatieven alleen, voor zover we weten.", "those initiatives stand alone, as far as we know.")),
                names + Phrasing.ByNumber(effect.NewlyAlone.Length, new(" staat dan alleen, voor zover we weten.", " stands alone then, as far as we know."), new(" staan dan alleen, voor zover we weten.", " stand alone then, as far as we know.")));
        }

        if (!effect.FewerOffers.IsEmpty)
        {
            var first = effect.FewerOffers[0];
            var stays = Names(view, first.Left) + Phrasing.ByNumber(first.Left.Length, new(" blijft", " stays"), new(" blijven", " stay"));
            yield return (
                new Words("Vraag eerst of ", "First ask whether ") + Names(view, first.Left) + new Words(" het erbij kan hebben voor ", " can take on ") + first.Title,
                new Words("valt daar aanbod weg: ", "an offer goes there: ") + Phrasing.End(Names(view, first.Lost)) + More(effect.FewerOffers.Length),
                Phrasing.Begin(first.Title) + new Words(" houdt minder aanbod over: ", " keeps fewer offers: ") + stays + "." + More(effect.FewerOffers.Length));
        }
    }

    private static Words More(int count) => count == 1 ? new("", "") : new Words(" Zo is er nog minder aanbod in ", " There is also less of an offer in ")
        + Phrasing.Count(count - 1, new("andere combinatie van groep en gebied.", "other combination of group and area."), new("andere combinaties van groep en gebied.", "other combinations of group and area."));

    private static IEnumerable<Words?> Assumed(GraphView view, ScenarioEffect effect)
    {
        int[] stopping = [.. effect.Unpaid.Where(effect.Stopping.Contains)], others = [.. effect.Unpaid.Except(stopping)];
        if (stopping.Length > 0)
        {
            yield return Names(view, stopping) + Phrasing.ByNumber(stopping.Length, new(" heeft dan geen betaler meer die we kennen; we nemen aan dat het stopt.", " has no payer left that we know of then; we assume that it stops."),
                new(" hebben dan geen betaler meer die we kennen; we nemen aan dat zij stoppen.", " have no payer left that we know of then; we assume that they stop."));
        }

        if (others.Length > 0)
        {
            yield return Names(view, others) + Phrasing.ByNumber(others.Length, new(" verliest de enige betaler die we kennen; we nemen aan dat het doorgaat.", " loses the only payer that we know of; we assume that it goes on."),
                new(" verliezen de enige betaler die we kennen; we nemen aan dat zij doorgaan.", " lose the only payer that we know of; we assume that they go on."));
        }
    }

    private static Words? FewerPairs(ScenarioEffect effect) => effect.After.CrossingPairCount >= effect.Before.CrossingPairCount ? null
        : new Words("Van de ", "Of the ") + Phrasing.Count(effect.Before.CrossingPairCount) + new Words(" paren organisaties die elkaar uit verschillende domeinen raken, blijven er ", " pairs of organisations that meet from different domains ")
            + Phrasing.Count(effect.After.CrossingPairCount) + new Words(".", " are left.");

    private static Words? Solved(ScenarioEffect effect) => effect.Resolved.IsEmpty ? FewerPairs(effect) : new Words("Niet meer vanuit verschillende domeinen bij dezelfde mensen: ", "No longer there for the same people from different domains: ")
        + Phrasing.End(Phrasing.List([.. effect.Resolved.Select(cell => cell.Title)], NamesShown));

    private static Words? Added(ScenarioEffect effect) => effect.NewOverlaps.IsEmpty ? null : new Words("Nieuw vanuit verschillende domeinen bij dezelfde mensen: ", "Newly there for the same people from different domains: ")
        + Phrasing.End(Phrasing.List([.. effect.NewOverlaps.Select(cell => cell.Title)], NamesShown));

    private static IEnumerable<Words?> Network(ScenarioAnswer answer, ScenarioEffect effect)
    {
        var (before, after) = (effect.Before, effect.After);
        if (before.Fragmentation is not { } was || after.Fragmentation is not { } becomes)
        {
            var pairs = answer.Seen.Length > 0 ? before.Coordination.Total : 0;
            yield return effect.MemberCount == 0 || pairs == 0
                ? new("Hoe versnipperd de samenwerking is, weten we niet: niemand is gevraagd wie met wie contact heeft.", "How fragmented collaboration is we do not know: nobody was asked who has contact with whom.")
                : new("Hoe versnipperd de samenwerking dan is, is niet te zeggen: daar zijn er twee of meer voor nodig van wie we een contact kennen.", "How fragmented collaboration is then cannot be told: that takes two or more of whom a tie is known.");
            yield break;
        }

        var over = new Words($" (over dezelfde {effect.MemberCount} van wie we een contact kennen en die blijven)", $" (over the same {effect.MemberCount} of whom a tie is known and who stay)");
        var measured = before.DistanceWeightedFragmentation is { } far && after.DistanceWeightedFragmentation is { } farther
            ? new Words("; naar afstand (DF) ", "; by distance (DF) ") + FromTo(far, farther)
            : new("; de afstand (DF) is voor zo veel partijen niet berekend", "; distance (DF) was not computed for so many parties");
        var same = Math.Abs(was - becomes) < 1e-12 && before.DistanceWeightedFragmentation == after.DistanceWeightedFragmentation;
        yield return same
            ? new Words("Aan de contacten die we kennen verandert niets", "Nothing changes in the ties that are known") + over + "."
            : new Words("Paren zonder weg naar elkaar (F): ", "Pairs without a path to each other (F): ") + FromTo(was, becomes) + measured + over + ".";
    }

    private static Words FromTo(double was, double becomes)
    {
        var (one, other) = (Phrasing.Decimal(was, 2), Phrasing.Decimal(becomes, 2));
        return one == other ? new Words("blijft ", "stays ") + one : new Words("van ", "from ") + one + new Words(" naar ", " to ") + other;
    }

    private static IEnumerable<Words> Steps(ScenarioAnswer answer, ScenarioEffect effect)
    {
        var view = answer.View;
        foreach (var leaver in effect.BackUps.GroupBy(found => found.Leaver))
        {
            yield return new Words("Wie de contacten van ", "Who might take over the contacts of ") + Name(view, leaver.Key) + new Words(" kan overnemen: ", ": ")
                + Phrasing.End(Phrasing.List([.. leaver.Select(ReasonOf)], BackUpsShown)) + new Words(" Stel hen voor zolang dat nog kan.", " Have them introduced while that is still possible.");
        }

        foreach (var leaver in answer.Steps.Leaving.Where(leaver => IsPerson(view, leaver) && effect.BackUps.All(found => found.Leaver != leaver)))
        {
            int[] employers = [.. view.Graph.Outgoing(RelationKind.WorksFor).Neighbors(leaver)];
            yield return new Words("We kennen niemand die de contacten van ", "Nobody is known who could take over the contacts of ") + Name(view, leaver) + new Words(" kan overnemen: vraag ", ": ask ")
                + (employers.Length == 0 ? new("wie dat zijn en wie het overneemt.", "who they are and who takes over.") : Names(view, employers) + new Words(" wie dat gaat doen.", " who will."));
        }

        if (!effect.Unpaid.IsEmpty)
        {
            var funders = effect.EndedGrants.Select(view.Graph.From).Distinct().ToArray();
            yield return new Words("Vraag ", "Ask ") + Names(view, funders) + new Words(" of het geld doorloopt, en wie het uitvoert wat er anders stopt.", " whether the money goes on, and those who run it what stops otherwise.");
        }

        if (!effect.WithoutOffer.IsEmpty)
        {
            var offer = effect.WithoutOffer[0];
            var others = Runners(view, offer.Wider).ToArray();
            var losers = Runners(view, offer.Lost).ToArray();
            yield return new Words("Bespreek met ", "Talk with ") + Names(view, [.. losers.Union(others)]) + new Words(" wie overneemt wat er was voor ", " about who takes over what there was for ") + offer.Title
                + new Words(", en zeg het die mensen voor het stopt.", ", and tell those people before it stops.");
        }
        else if (!effect.FewerOffers.IsEmpty)
        {
            var offer = effect.FewerOffers[0];
            yield return Put(view, [.. Runners(view, offer.Left).Union(Runners(view, offer.Lost))]);
        }
    }

    private static Words Put(GraphView view, int[] nodes) => nodes.Length == 0
        ? new("Vraag wie dit raakt, voordat u besluit.", "Ask whom this touches, before you decide.")
        : new Words("Leg dit voor aan ", "Put this before ") + Names(view, nodes) + new Words(", voordat u besluit.", ", before you decide.");

    private static int[] Involved(ScenarioAnswer answer, ScenarioEffect effect)
    {
        var steps = answer.Steps;
        int[] works = [.. effect.Stopping, .. steps.Merged.SelectMany(pair => new[] { pair.Into, pair.From })];
        return [.. Runners(answer.View, works).Concat(steps.Linked.Concat(steps.Unlinked).SelectMany(pair => new[] { pair.A, pair.B }))
            .Concat(effect.EndedGrants.Select(answer.View.Graph.From)).Distinct()];
    }

    // Who runs some work; the work itself where it is an initiative or an organisation.
    private static IEnumerable<int> Runners(GraphView view, IEnumerable<int> works) => works.SelectMany(work => view.Graph.Node(work).Kind == NodeKind.Measure
        ? view.Graph.Incoming(RelationKind.Runs).Neighbors(work).ToArray()
        : [work]).Distinct();

    private static IEnumerable<Words> Clause(GraphView view, IReadOnlyList<int> nodes, Words one, Words many) =>
        nodes.Count == 0 ? [] : [Names(view, nodes) + Phrasing.ByNumber(nodes.Count, one, many)];

    private static Words Places(IReadOnlyList<OfferChange> offers) => Phrasing.List([.. offers.Select(offer => offer.Title)], NamesShown);

    private static Words Names(GraphView view, IReadOnlyList<int> nodes) => Phrasing.List([.. nodes.Select(node => Name(view, node)).Distinct()], NamesShown);

    // What work and barriers are called can read as a sentence.
    private static Words Name(GraphView view, int node) => view.Graph.Node(node).Kind is NodeKind.Measure or NodeKind.Barrier
        ? $"‘{view.Graph.Node(node).Name}’"
        : Phrasing.Listed(TableWords.NameOf(view, node));

    private static Words Pair(GraphView view, (int A, int B) pair) => Name(view, pair.A) + new Words(" en ", " and ") + Name(view, pair.B);

    private static Words Who(BackUp found) => found.Organisation == found.Person
        ? Name(found.View, found.Person)
        : Name(found.View, found.Person) + " (" + Name(found.View, found.Organisation) + ")";

    private static Words Listed(Words[] parts) => new(string.Join(" en ", parts.Select(part => part.Nl)), string.Join(" and ", parts.Select(part => part.En)));

    private static bool IsPerson(GraphView view, int node) => view.Graph.Node(node).Kind == NodeKind.Professional;

    private static bool IsPayer(GraphView view, int node) => view.Graph.Node(node).Kind == NodeKind.Agency;
}
