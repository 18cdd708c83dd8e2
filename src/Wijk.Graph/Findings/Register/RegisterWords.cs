using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Register;

/// <summary>The sentences of the register: what exists of what was given out and of what was held back, and what cannot be said yet.</summary>
internal static class RegisterWords
{
    private const int NamesShown = 4;

    public static ImmutableArray<Metric> Metrics { get; } =
    [
        new("difference",
            new("Het verschil tussen het deel van de meegegeven en van de achtergehouden verbindingen dat nu bestaat: een interval van 95%, vanaf 20 gevraagde paren per groep.",
                "The share of links given out that exist now less that of links held back: a 95% interval, from 20 asked pairs in each arm."),
            "Newcombe's hybrid score interval, method 10", "Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"),
    ];

    /// <summary>What stands before the names of a pair, in the text of its record.</summary>
    public static string TextOf(AdviceArm arm) => arm switch
    {
        AdviceArm.Given => "Verbinding: ",
        AdviceArm.Held => "Achtergehouden verbinding: ",
        AdviceArm.Random => "Ter vergelijking, willekeurig: ",
        _ => "Ter vergelijking, meeste contacten: ",
    };

    public static Words FoundIn(RegisterAnswer answer) => answer.Entries.IsEmpty
        ? new("Er staat nog geen advies in het register.", "No advice stands in the register yet.")
        : Words.Join([.. Links(answer), Compared(answer), Misses(answer), Others(answer, AdviceType.Table), Others(answer, AdviceType.AskList)]);

    public static Words NextStepOf(RegisterAnswer answer)
    {
        if (answer.Entries.IsEmpty)
            return new("Leg bij een plan vast wat u meegeeft: een tafel, verbindingen of een vragenlijst.", "Keep of a plan what you give out: a table, links or a list to ask.");
        RegisterEntry[] open = [.. answer.Entries.Where(entry => entry.Type == AdviceType.Link && entry.CountOf(AdviceOutcome.NotAsked) > 0)];
        if (open.Length == 0) return new("Alle paren zijn gevraagd. Bespreek met wie het advies kreeg wat hielp en wat niet.", "All pairs were asked. Talk with those who got the advice about what helped and what did not.");
        var (pairs, due) = (open.SelectMany(entry => entry.Pairs).Distinct().Count(), open.Min(entry => entry.FollowUpOn));
        var asked = Phrasing.Count(pairs, new("paar of zij contact hebben, zonder te zeggen of het advies", "pair whether they have contact, without saying whether that was advised"),
            new("paren of zij contact hebben, zonder te zeggen welke", "pairs whether they have contact, without saying which of them")) + Phrasing.ByNumber(pairs, new(" was.", "."), new(" advies waren.", " were advised."));
        return due <= answer.LookedAt.Day
            ? new Words("Vraag nu ", "Ask now, of ") + asked
            : new Words("Vraag op ", "On ") + Phrasing.Day(due) + new Words(" ", " ask of ") + asked;
    }

    private static IEnumerable<Words?> Links(RegisterAnswer answer)
    {
        var (given, held) = (answer.CountOf(AdviceArm.Given), answer.CountOf(AdviceArm.Held));
        if (given.Count == 0) yield break;
        yield return Phrasing.Of(given.Asked.Successes, given.Count) + Phrasing.ByNumber(given.Asked.Successes, new(" meegegeven verbindingen bestaat nu", " links that were given out exists now"), new(" meegegeven verbindingen bestaan nu", " links that were given out exist now"))
            + (held.Count == 0 ? new(".", ".") : new Words("; van de ", "; of ") + Phrasing.Count(held.Count) + new Words(" achtergehouden ", " held back ") + Phrasing.Count(held.Asked.Successes) + ".");
        var open = new[] { (given, new Words("meegegeven", "given out")), (held, new Words("achtergehouden", "held back")) }.Where(arm => arm.Item1.NotAskedCount > 0)
            .Select(arm => Phrasing.Count(arm.Item1.NotAskedCount) + " " + arm.Item2).ToArray();
        if (open.Length > 0)
            yield return new Words("Nog niet opnieuw gevraagd: ", "Not asked again yet: ") + new Words(string.Join(", ", open.Select(words => words.Nl)), string.Join(", ", open.Select(words => words.En))) + ".";
        var (random, connected) = (answer.CountOf(AdviceArm.Random), answer.CountOf(AdviceArm.Connected));
        if (random.Count + connected.Count > 0)
        {
            yield return new Words("Ter vergelijking: van ", "To compare: of ") + Arm(random, new("willekeurige paren", "random pairs")) + new Words(", van ", ", of ")
                + Arm(connected, new("paren met de meeste contacten", "pairs with most ties")) + ".";
        }
    }

    private static Words Arm(ArmCount arm, Words what) => Phrasing.Count(arm.Count) + " " + what + " " + Phrasing.Count(arm.Asked.Successes)
        + (arm.NotAskedCount == 0 ? new("", "") : new Words(" (", " (") + Phrasing.Count(arm.NotAskedCount) + new Words(" niet gevraagd)", " not asked)"));

    private static Words? Compared(RegisterAnswer answer)
    {
        var (given, held) = (answer.CountOf(AdviceArm.Given), answer.CountOf(AdviceArm.Held));
        if (given.Count == 0) return null;
        if (answer.Difference is not { } between)
        {
            return new($"Of het advies verschil maakt, is niet te zeggen: daarvoor moeten van beide minstens {RegisterAnswer.FewestPerArm} paren gevraagd zijn.",
                $"Whether the advice makes a difference cannot be told: for that at least {RegisterAnswer.FewestPerArm} pairs of both must have been asked.");
        }

        var (first, second) = (Phrasing.Percent(given.Share!.Value), Phrasing.Percent(held.Share!.Value));
        var (low, high) = (Phrasing.Decimal(100 * between.Low, 0), Phrasing.Decimal(100 * between.High, 0));
        return new Words($"Van wie gevraagd is: {first.Nl} van de meegegeven en {second.Nl} van de achtergehouden; het verschil ligt tussen {low.Nl} en {high.Nl} procentpunt (95%-interval). ",
                $"Of those asked: {first.En} of those given out and {second.En} of those held back; the difference is between {low.En} and {high.En} percentage points (95% interval). ")
            + (between.Low > 0 ? new Words("Meegegeven verbindingen komen vaker tot stand.", "Links that are given out come about more often.")
                : between.High < 0 ? new Words("Meegegeven verbindingen komen minder vaak tot stand.", "Links that are given out come about less often.")
                : new Words("Dat kan toeval zijn.", "That may be chance."));
    }

    private static Words? Misses(RegisterAnswer answer)
    {
        Words[] pairs = [.. answer.Misses.SelectMany(entry => entry.Pairs).Distinct().Select(pair => TableWords.NameOf(answer.View, pair.A) + new Words(" en ", " and ") + TableWords.NameOf(answer.View, pair.B))];
        return pairs.Length == 0 ? null : new Words("Niet tot stand gekomen: ", "Did not come about: ") + Phrasing.End(Phrasing.List(pairs, NamesShown));
    }

    private static Words? Others(RegisterAnswer answer, AdviceType type)
    {
        RegisterEntry[] entries = [.. answer.Entries.Where(entry => entry.Type == type)];
        if (entries.Length == 0) return null;
        var (pairs, exist, open) = (entries.Sum(entry => entry.Pairs.Length), entries.Sum(entry => entry.CountOf(AdviceOutcome.Exists)), entries.Sum(entry => entry.CountOf(AdviceOutcome.NotAsked)));
        var given = type == AdviceType.Table
            ? Phrasing.Count(entries.Length, new("tafel", "table"), new("tafels", "tables")) + new Words(" meegegeven: van de ", " given out: of the ")
            : Phrasing.Count(entries.Length, new("vragenlijst", "list to ask"), new("vragenlijsten", "lists to ask")) + new Words(" meegegeven: van de ", " given out: of the ");
        return given + Phrasing.Count(pairs, new("paar", "pair"), new("paren", "pairs")) + new Words(" hebben er ", " ") + Phrasing.Count(exist) + new Words(" nu contact", " have contact now")
            + (open == 0 ? new Words(".", ".") : new Words("; ", "; ") + Phrasing.Count(open) + new Words(" niet gevraagd sindsdien.", " not asked since."));
    }
}
