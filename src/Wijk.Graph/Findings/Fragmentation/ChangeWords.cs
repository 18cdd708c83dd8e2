using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences on a figure on two days: how it went, and whether the network changed or only the asking.</summary>
internal static class ChangeWords
{
    public static Words ReasonOf(FragmentationChange found) => Words.Join(Went(found), Why(found), Beyond(found));

    private static Words Went(FragmentationChange found)
    {
        var (then, now) = (Phrasing.Day(found.Before.LookedAt.Day), Phrasing.Day(found.After.LookedAt.Day));
        return (found.Change.Before, found.Change.After) switch
        {
            (null, null) => new($"Op {then.Nl} was van geen enkel paar iets bekend, en op {now.Nl} is dat nog zo.", $"On {then.En} nothing was known of any pair, and on {now.En} that is still so."),
            (null, { } f) => new($"Op {then.Nl} was van geen enkel paar iets bekend. Op {now.Nl} is F {Share(f).Nl}, over de {Members(found.After).Nl} van wie we iets weten.",
                $"On {then.En} nothing was known of any pair. On {now.En} F is {Share(f).En}, over the {Members(found.After).En} of whom we know something."),
            ({ } f, null) => new($"Op {then.Nl} was F {Share(f).Nl}, over de {Members(found.Before).Nl} van wie we iets wisten. Op {now.Nl} is van geen enkel paar iets bekend.",
                $"On {then.En} F was {Share(f).En}, over the {Members(found.Before).En} of whom we knew something. On {now.En} nothing is known of any pair."),
            ({ } before, { } after) => new(
                $"Op {then.Nl} was F {Share(before).Nl}, over de {Members(found.Before).Nl} van wie we iets wisten; op {now.Nl} is F {Share(after).Nl}, over {Members(found.After).Nl}.",
                $"On {then.En} F was {Share(before).En}, over the {Members(found.Before).En} of whom we knew something; on {now.En} it is {Share(after).En}, over {Members(found.After).En}."),
        };
    }

    private static Words? Why(FragmentationChange found)
    {
        var change = found.Change;
        if (change.Before is null && change.After is null) return null;
        if (change.SharedCount == 0)
        {
            return new("Geen enkel paar is op beide dagen bekend: over het netwerk zelf zegt het verschil dus niets, alleen over wat er is gevraagd of vastgelegd.",
                "Not one pair is known on both days: so the difference says nothing of the network itself, only of what was asked or recorded.");
        }

        var shared = Phrasing.Count(change.SharedCount, new("paar", "pair"), new("paren", "pairs"));
        if (change.BegunCount + change.EndedCount == 0)
        {
            return change.NewlyKnownCount + change.NoLongerKnownCount == 0
                ? new($"Er is niets veranderd: dezelfde {shared.Nl} zijn bekend, met hetzelfde antwoord.", $"Nothing changed: the same {shared.En} are known, with the same answer.")
                : new Words($"Het netwerk is voor zover we zien niet veranderd: van de {shared.Nl} die op beide dagen bekend zijn, is er geen ander. Het verschil komt doordat ",
                    $"As far as we see the network did not change: of the {shared.En} known on both days none is different. The difference comes from ") + Asking(found);
        }

        var (begun, ended, changed) = (Phrasing.Count(change.BegunCount), Phrasing.Count(change.EndedCount), change.BegunCount + change.EndedCount);
        var level = found.After.Question.Level;
        var at = level == 1 ? new Words("", "") : new($" op niveau {level} of hoger", $" at level {level} or higher");
        var went = new Words($"over die paren alleen ging F van {Share(change.SharedBefore!.Value).Nl} naar {Share(change.SharedAfter!.Value).Nl}.",
            $"over those pairs alone F went from {Share(change.SharedBefore.Value).En} to {Share(change.SharedAfter.Value).En}.");
        if (Share(change.SharedBefore.Value) == Share(change.SharedAfter.Value))
            went = new($"over die paren alleen blijft F {Share(change.SharedAfter.Value).Nl}.", $"over those pairs alone F stays {Share(change.SharedAfter.Value).En}.");
        var network = found.DisputedCount == changed
            ? new Words($"Of het netwerk zelf is veranderd, weten we niet: van de {shared.Nl} die op beide dagen bekend zijn, is er bij {Phrasing.Count(changed).Nl} een verschil, en daarover spreken de meldingen elkaar tegen; "
                    + "dan telt het laagste niveau. Verder is er niets anders; ",
                $"Whether the network itself changed we do not know: of the {shared.En} known on both days {Phrasing.Count(changed).En} differ{(changed == 1 ? "s" : "")}, and there the reports contradict each other; then the lowest level counts. "
                    + "Nothing else is different; ") + went
            : new Words($"Het netwerk is veranderd: van de {shared.Nl} die op beide dagen bekend zijn, kregen er {begun.Nl} contact{at.Nl} en verloren er {ended.Nl} dat; ",
                $"The network changed: of the {shared.En} known on both days {begun.En} gained contact{at.En} and {ended.En} lost it; ") + went;
        return change.NewlyKnownCount + change.NoLongerKnownCount == 0 ? network : Words.Join(network, new Words("Daarbij komt het verschil doordat ", "Beside that the difference comes from ") + Asking(found));
    }

    private static Words Asking(FragmentationChange found)
    {
        var (more, fewer) = (found.Change.NewlyKnownCount, found.Change.NoLongerKnownCount);
        var (moreNl, moreEn) = (Phrasing.Count(more, new("paar", "pair"), new("paren", "pairs")).Nl, Phrasing.Count(more, new("paar", "pair"), new("paren", "pairs")).En);
        var (fewerNl, fewerEn) = (Phrasing.Count(fewer, new("paar", "pair"), new("paren", "pairs")).Nl, Phrasing.Count(fewer, new("paar", "pair"), new("paren", "pairs")).En);
        var (become, are) = (more == 1 ? "is" : "zijn", fewer == 1 ? "is" : "zijn");
        return (more, fewer) switch
        {
            (_, 0) => new($"er {moreNl} bekend {become} bijgekomen.", $"{moreEn} that became known."),
            (0, _) => new($"{fewerNl} niet meer bekend {are}.", $"{fewerEn} that {(fewer == 1 ? "is" : "are")} no longer known."),
            _ => new($"er {moreNl} bekend {become} bijgekomen en {fewerNl} niet meer bekend {are}.", $"{moreEn} that became known and {fewerEn} that {(fewer == 1 ? "is" : "are")} no longer known."),
        };
    }

    // Where the bounds of both days do not meet, all who are active hold together differently, whatever nobody asked.
    private static Words? Beyond(FragmentationChange found)
    {
        if (found.Before.Bounds?.Connectivity.Fragmentation is not { } before || found.After.Bounds?.Connectivity.Fragmentation is not { } after) return null;
        if (after.Low > before.High)
            return new("Voor iedereen die hier actief is, is het zeker versnipperder geworden.", "For all who are active here it has certainly become more fragmented.");
        return after.High < before.Low
            ? new("Voor iedereen die hier actief is, is het zeker minder versnipperd geworden.", "For all who are active here it has certainly become less fragmented.")
            : null;
    }

    private static Words Share(double value) => Phrasing.Percent(value);

    private static Words Members(FragmentationAnswer answer) => Phrasing.Count(answer.Members.Length);
}
