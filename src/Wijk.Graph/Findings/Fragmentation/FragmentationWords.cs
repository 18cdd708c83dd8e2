using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences of a fragmentation answer: what was not asked comes first.</summary>
internal static class FragmentationWords
{
    private const double Significance = 0.05;

    // A figure that can be off by a quarter of its scale or more says nothing: DESIGN's bound.
    private const double WidestTold = 0.25;

    public static Words FoundIn(FragmentationAnswer answer) => answer.IsKnown
        ? Words.Join(Asked(answer), Merged(answer), Split(answer), Bounded(answer), Hinges(answer), Persons(answer), Siloed(answer), Isolated(answer))
        : Words.Join(NothingAsked(answer), Isolated(answer));

    /// <summary>The one sentence that holds of all who are active, whatever nobody asked turns out to be.</summary>
    public static Words OpeningOf(FragmentationAnswer answer)
    {
        if (!answer.IsKnown || answer.Bounds is not { } bounds) return NothingAsked(answer);
        var joined = answer.Components.Sum(part => (long)part.Length * (part.Length - 1) / 2);
        var apart = (long)Math.Round(bounds.Connectivity.Fragmentation.Low * bounds.PairCount);
        var open = bounds.PairCount - joined - apart;
        var (pairs, all) = (Phrasing.Count(bounds.PairCount, new("paar", "pair"), new("paren", "pairs")), Phrasing.Count(bounds.Listed.Length));
        var level = answer.Question.Level == 1 ? new Words("", "") : new(
            $" op niveau {answer.Question.Level} ({Vocabulary.CollaborationLevels[answer.Question.Level].Nl}) of hoger",
            $" at level {answer.Question.Level} ({Vocabulary.CollaborationLevels[answer.Question.Level].En}) or higher");
        if (joined == bounds.PairCount)
        {
            return new($"Alle {pairs.Nl} tussen de {all.Nl} die hier actief zijn of van wie contact bekend is, hebben zeker een weg naar elkaar{level.Nl}, soms langs een omweg.",
                $"All {pairs.En} between the {all.En} who are active here or of whom contact is known certainly have a path to each other{level.En}, some along a detour.");
        }

        return new Words($"Van de {pairs.Nl} tussen de {all.Nl} die hier actief zijn of van wie contact bekend is, ", $"Of the {pairs.En} between the {all.En} who are active here or of whom contact is known, ")
            + Joined(joined)
            + new Words($" een weg naar elkaar{level.Nl}, soms langs een omweg", $" a path to each other{level.En}, some along a detour")
            + (apart == 0 ? new("", "") : new Words($", en {Phrasing.Count(apart).Nl} zeker niet", $", and {Phrasing.Count(apart).En} certainly not"))
            + (open == 0 ? "." : new Words($"; van de andere {Phrasing.Count(open).Nl} weten we niet of die weg er is.", $"; of the other {Phrasing.Count(open).En} we do not know whether there is one."));
    }

    private static Words Joined(long count) => Phrasing.ByNumber(
        count, new("heeft er zeker 1", "1 certainly has"), new($"hebben er zeker {Phrasing.Count(count).Nl}", $"{Phrasing.Count(count).En} certainly have"));

    /// <summary>How much was asked, and how those of whom something is known hold together.</summary>
    public static Words SummaryOf(FragmentationAnswer answer) => answer.IsKnown ? Words.Join(Asked(answer), Merged(answer), Split(answer)) : NothingAsked(answer);

    public static Words NextStepOf(FragmentationAnswer answer) => answer switch
    {
        { IsKnown: false } => new(
            "Vraag eerst wie met wie samenwerkt, en leg het vast: de vragenlijst noemt wie u het best als eersten vraagt, en naar wie.",
            "First ask who collaborates with whom, and record it: the ask-list names whom to ask first, and about whom."),
        { PersonBridges.IsEmpty: false } => new(
            "Zorg dat de verbinding die aan één persoon hangt ook door iemand anders wordt gedragen.",
            "See to it that the connection that hangs on one person is carried by somebody else as well."),
        { Components.Length: > 1 } => new(
            "Vraag eerst na of de losse delen echt geen contact hebben; breng daarna iemand uit elk deel bij elkaar.",
            "First check that the separate parts really have no contact; then bring together somebody of each."),
        _ when !IsAllKnown(answer) => new("Vraag de paren die nog niet gevraagd zijn.", "Ask the pairs that were not asked yet."),
        { RecordedPairCount: > 0 } => new("Van alle paren is het contact bekend. Vraag bewoners of zij merken dat er wordt samengewerkt.",
            "Of all pairs the contact is known. Ask residents whether they notice the collaboration."),
        _ => new("Alle paren zijn gevraagd. Vraag bewoners of zij merken dat er wordt samengewerkt.",
            "All pairs were asked. Ask residents whether they notice the collaboration."),
    };

    // Also of those outside the network, of whom nothing is known at all.
    private static bool IsAllKnown(FragmentationAnswer answer) =>
        answer.IsEveryPairKnown && answer.Seen.Skip(1).Sum(pairs => pairs.Known) == answer.Seen[1].Total;

    private static Words NothingAsked(FragmentationAnswer answer)
    {
        var pairs = Phrasing.Count(answer.Seen[1].Total, new("paar", "pair"), new("paren", "pairs"));
        var here = answer.Question.Area is { } area
            ? new Words($" tussen wie in {area} werkt", $" between those who work in {area}")
            : new("", "");
        return new Words("Er is geen samenwerking vastgelegd", "No collaboration is recorded") + here + new Words(
            $": 0 van {pairs.Nl} gevraagd. Hoe versnipperd het netwerk is, weten we dus niet. Niet gevraagd is niet hetzelfde als niet verbonden.",
            $": 0 of {pairs.En} asked. How fragmented the network is we therefore do not know. Not asked is not the same as not connected.");
    }

    private static Words Asked(FragmentationAnswer answer)
    {
        var (of, pairs) = (answer.Seen[0], answer.Seen[1]);
        var recorded = answer.Seen.Length > 2 ? answer.Seen[2].Known : 0;
        var outsiders = answer.Members.Length - of.Known;
        var asked = Phrasing.Count(pairs.Known) + Phrasing.ByNumber(pairs.Known, new(" gevraagd", " was asked"), new(" gevraagd", " were asked"))
            + (recorded == 0 ? new("", "") : new Words(" en van ", " and ") + Phrasing.Count(recorded)
                + CollaborationWords.OnRecord(recorded, string.Join(", ", answer.Registers)));
        return Words.Join(
            new Words("Van ", "Of ")
                + Phrasing.Count(pairs.Total, new("paar", "pair"), new("paren", "pairs"))
                + Phrasing.ByNumber(pairs.Known, new(" is er ", " "), new(" zijn er ", " ")) + asked
                + new Words(
                    $"; wat hieronder staat gaat over de {Phrasing.Count(of.Known).Nl} van {Phrasing.Count(of.Total).Nl} organisaties en initiatieven van wie we iets weten",
                    $"; what follows is about the {Phrasing.Count(of.Known).En} of {Phrasing.Count(of.Total).En} organisations and initiatives of whom we know something")
                + (outsiders == 0 ? new("", "") : new Words(" en ", " and ") + Phrasing.Count(outsiders,
                    new("professional zonder organisatie", "professional without organisation"),
                    new("professionals zonder organisatie", "professionals without organisation"))) + ".",
            CollaborationWords.Contradicting(answer.ContradictingPairCount));
    }

    private static Words? Merged(FragmentationAnswer answer) => answer.MergedCount == 0 ? null : Phrasing.ByNumber(
        answer.MergedCount,
        new("1 organisatie telt hier als de organisatie waar zij deel van is.", "1 organisation counts here as the one it is part of."),
        new($"{Phrasing.Count(answer.MergedCount).Nl} organisaties tellen hier als de organisatie waar zij deel van zijn.",
            $"{Phrasing.Count(answer.MergedCount).En} organisations count here as the one they are part of."));

    private static Words Split(FragmentationAnswer answer)
    {
        var level = Vocabulary.CollaborationLevels[answer.Question.Level];
        var from = new Words($"niveau {answer.Question.Level}, {level.Nl}, of hoger", $"level {answer.Question.Level}, {level.En}, or higher");
        var (members, parts) = (Phrasing.Count(answer.Members.Length), Phrasing.Count(answer.Components.Length));
        var largest = Phrasing.Count(answer.Components[0].Length);
        var share = Phrasing.Percent(answer.Fragmentation ?? 0);
        Words found = answer switch
        {
            { TieCount: 0 } => new(
                $"Niemand van hen heeft contact met een ander ({from.Nl}): F is 1.", $"None of them has contact with another ({from.En}): F is 1."),
            { Components.Length: 1 } => new(
                $"Alle {members.Nl} zijn, soms langs een omweg, met elkaar verbonden ({from.Nl}).",
                $"All {members.En} are connected with each other, some along a detour ({from.En})."),
            _ => new(
                $"Het netwerk valt in {parts.Nl} delen uiteen, het grootste met {largest.Nl}: {share.Nl} van de paren heeft geen enkele weg naar elkaar (F; {from.Nl}).",
                $"The network falls into {parts.En} parts, the largest of {largest.En}: {share.En} of pairs have no path to each other (F; {from.En})."),
        };

        // Within the network a pair nobody asked is no tie either, so parts may seem apart that are not.
        return Words.Join(found, answer.Components.Length == 1 || answer.IsEveryPairKnown
            ? null
            : answer.RecordedPairCount == 0
                ? new("Paren die niet gevraagd zijn, tellen hierin als: geen contact.", "Pairs that were not asked count as no contact here.")
                : new("Paren waarvan we niets weten, tellen hierin als: geen contact.", "Pairs of which nothing is known count as no contact here."));
    }

    // What holds for all who are active, also for those of whom nobody asked anything.
    private static Words? Bounded(FragmentationAnswer answer)
    {
        if (answer.Bounds is not { UnknownPairCount: > 0 } bounds) return null;
        var (all, unknown) = (Phrasing.Count(bounds.Listed.Length), Phrasing.Count(bounds.UnknownPairCount, new("paar", "pair"), new("paren", "pairs")));
        var share = bounds.Connectivity.Fragmentation;
        if (share.Width >= WidestTold)
        {
            return new($"Voor alle {all.Nl} samen kunnen we niet zeggen hoe versnipperd het is: {unknown.Nl} niet bekend.",
                $"For all {all.En} together we cannot say how fragmented it is: {unknown.En} not known.");
        }

        var (low, high) = (Phrasing.Percent(share.Low), Phrasing.Percent(share.High));
        var turnOut = Phrasing.ByNumber(bounds.UnknownPairCount, new("uitvalt", "turns out"), new("uitvallen", "turn out"));
        return low == high
            ? new($"Voor alle {all.Nl} samen is F {low.Nl}, hoe de {unknown.Nl} die we niet kennen ook {turnOut.Nl}.",
                $"For all {all.En} together F is {low.En}, however the {unknown.En} we do not know {turnOut.En}.")
            : new($"Voor alle {all.Nl} samen ligt F tussen {low.Nl} en {high.Nl}, hoe de {unknown.Nl} die we niet kennen ook {turnOut.Nl}.",
                $"For all {all.En} together F lies between {low.En} and {high.En}, however the {unknown.En} we do not know {turnOut.En}.");
    }

    private static Words? Hinges(FragmentationAnswer answer)
    {
        // A person's name is personal data; what hangs on persons has a sentence of its own.
        if (answer.ArticulationPoints.FirstOrDefault(point => answer.View.Graph.Node(point.Actor).Kind != NodeKind.Professional) is not { } first) return null;
        var (name, count) = (answer.View.Graph.Node(first.Actor).Name, first.CutOffCount);
        var found = Phrasing.ByNumber(
            count,
            new($"Zonder {name} raakt 1 ander los van het grootste deel", $"Without {name} 1 other loses the largest part"),
            new($"Zonder {name} raken {Phrasing.Count(count).Nl} anderen los van het grootste deel",
                $"Without {name} {Phrasing.Count(count).En} others lose the largest part"));
        return found + (answer.Bounds!.UnknownPairCount == 0 ? "."
            : first.IsCertain
                ? new Words("; ook als iedereen van wie we het niet weten elkaar kent, zijn er dan twee zonder weg naar elkaar.",
                    "; even if all of whom we do not know it know each other, two are then without a path to each other.")
                : new Words(", voor zover we weten.", ", as far as we know."));
    }

    private static Words? Persons(FragmentationAnswer answer)
    {
        // The person is not named: the connection must be shared, not somebody judged.
        if (answer.PersonBridges.IsEmpty) return null;
        var (persons, most) = (answer.PersonBridges.Length, answer.PersonBridges[0].CutOff.Length);
        var cutOff = Phrasing.Count(most, new("partij los", "party is cut off"), new("partijen los", "parties are cut off"));
        var breaks = Phrasing.ByNumber(most, new(" raakt ", " "), new(" raken ", " "));
        return Phrasing.ByNumber(
            persons,
            new("Er is 1 verbinding die aan één persoon hangt; valt die weg, dan", "There is 1 connection that hangs on one person; if that person leaves,"),
            new($"Er zijn {Phrasing.Count(persons).Nl} verbindingen die elk aan één persoon hangen; valt de meest dragende weg, dan",
                $"There are {Phrasing.Count(persons).En} connections that each hang on one person; if the one that carries most goes,")) + breaks + cutOff + ".";
    }

    private static Words? Siloed(FragmentationAnswer answer)
    {
        if (answer.Silos is not { } silos) return null;
        var value = Phrasing.Decimal(silos.Index, 2);
        var verdict = (silos.PValue < Significance, silos.Index < silos.Expected) switch
        {
            (false, _) => new Words("dat kan toeval zijn", "that may be chance"),
            (true, true) => new("dat wijst op verkokering: meer dan toeval geeft", "that points to silos: more than chance gives"),
            (true, false) => new("dat is minder dan toeval geeft", "that is less than chance gives"),
        };
        var (all, inside) = (silos.ExternalCount + silos.InternalCount, silos.InternalCount);
        return Phrasing.ByNumber(
            inside,
            new($"Van {Phrasing.Count(all).Nl} contacten waarvan we beide domeinen kennen, blijft er 1", $"Of {Phrasing.Count(all).En} ties of which we know both domains 1 stays"),
            new($"Van {Phrasing.Count(all).Nl} contacten waarvan we beide domeinen kennen, blijven er {Phrasing.Count(inside).Nl}",
                $"Of {Phrasing.Count(all).En} ties of which we know both domains {Phrasing.Count(inside).En} stay"))
            + new Words(
                $" binnen het domein (E-I {value.Nl}). Als contacten niet op domeinen letten, zouden dat er ongeveer {Expected(silos).Nl} zijn; {verdict.Nl}.",
                $" inside the domain (E-I {value.En}). If ties took no notice of domains it would be about {Expected(silos).En}; {verdict.En}.");
    }

    private static Words Expected(SiloAnswer silos) => Phrasing.Decimal(silos.ExpectedInternalCount, 0);

    private static Words? Isolated(FragmentationAnswer answer)
    {
        var asked = answer.IsolatedInitiatives.Count(initiative => initiative.WasAsked);
        var notAsked = answer.IsolatedInitiatives.Length - asked;
        var here = answer.Question.Level == 1 ? new Words("", "") : new(" op dit niveau", " at this level");
        var alone = answer.Question.Level == 1
            ? new Words(" gevraagd en ", " asked and ") + Phrasing.ByNumber(asked, new("staat alleen.", "stands alone."), new("staan alleen.", "stand alone."))
            : new Words(" gevraagd en ", " asked and ") + Phrasing.ByNumber(
                asked,
                new("heeft op dit niveau geen contact en geen steun.", "has no tie at this level and no support."),
                new("hebben op dit niveau geen contact en geen steun.", "have no tie at this level and no support."));
        return Words.Join(
            asked == 0 ? null : Initiatives(asked) + Phrasing.ByNumber(asked, new(" is", " was"), new(" zijn", " were")) + alone,
            notAsked == 0 ? null : new Words("Van ", "Of ") + Initiatives(notAsked) + Phrasing.ByNumber(
                notAsked,
                new($" is{here.Nl} geen contact of steun bekend, hooguit geld; het is niet gevraagd.", $" no tie or support{here.En} is known, money at most; it was not asked."),
                new($" is{here.Nl} geen contact of steun bekend, hooguit geld; zij zijn niet gevraagd.", $" no tie or support{here.En} is known, money at most; they were not asked.")));
    }

    private static Words Initiatives(int count) =>
        Phrasing.Count(count, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives"));
}
