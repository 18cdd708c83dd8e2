using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>The sentences on a round: how many answered comes first, then what they said, what is known now, and what that changes on the first page.</summary>
internal static class RoundWords
{
    private const int NamesTold = 5, PairsTold = 3, TitlesTold = 3;

    // As of fragmentation: a figure that can be off by a quarter of its scale or more says nothing.
    private const double WidestTold = 0.25;

    public static ImmutableArray<Metric> Metrics { get; } =
    [
        new("responseRate", new("Welk deel van wie is gevraagd minstens één vraag beantwoordde.", "Which share of those who were asked answered at least one question."), "answered / asked"),
    ];

    public static Words FoundIn(RoundAnswer answer) => answer.Round switch
    {
        null when answer.Question.Round is not null => new("Deze vragenronde is er niet.", "There is no such round of questions."),
        null => new("Er is nog geen vragenronde gehouden.", "No round of questions was held yet."),
        _ => Words.Join(ResponseTo(answer), LearnedFrom(answer)),
    };

    public static Words ResponseTo(RoundAnswer answer) => answer.Round switch
    {
        null => FoundIn(answer),
        { Respondents.IsEmpty: true } round => new($"Wie er in de ronde ‘{round.Name}’ is gevraagd, is niet vastgelegd of is voor u niet te zien.", $"Whom the round “{round.Name}” asked is not recorded, or is not shown to you."),
        { } round => Response(round),
    };

    public static Words? LearnedFrom(RoundAnswer answer) => answer.Round is { } round ? Words.Join(Said(round), Known(answer), FirstPage(answer)) : null;

    public static Words NextStepOf(RoundAnswer answer)
    {
        if (answer.Round is not { Respondents.IsEmpty: false } round) return new("Kies met een vragenlijst wie u naar wie vraagt, en begin een ronde.", "Choose with an ask-list whom to ask about whom, and start a round.");
        string[] open = [.. answer.Open.Select(respondent => NameOf(round, respondent.Node))];
        AnsweredPair[] contradicting = [.. round.Pairs.Where(pair => pair.Agreement == AnswerAgreement.Contradicting)];
        if (open.Length > 0)
        {
            var names = Phrasing.End(Phrasing.List(open, NamesTold));
            return new($"Vraag of de lijst is aangekomen bij: {names.Nl}", $"Ask whether the list has arrived at: {names.En}");
        }

        if (contradicting.Length > 0)
        {
            var pairs = Phrasing.End(Phrasing.List([.. contradicting.Select(pair => PairOf(round, pair))], PairsTold));
            return new($"Vraag samen aan beide hoe het zit: {pairs.Nl}", $"Ask both together how it is: {pairs.En}");
        }

        return answer.Now!.KnownPairCount < answer.Now.PairCount
            ? new("Bespreek met wie antwoordde wat dit laat zien, en begin een ronde over wat nog niet bekend is.", "Discuss with those who answered what this shows, and start a round about what is not known yet.")
            : new("Bespreek met wie antwoordde wat dit laat zien: van elk paar is nu iets bekend.", "Discuss with those who answered what this shows: of every pair something is known now.");
    }

    private static Words Response(Round round)
    {
        var (asked, answered) = (Phrasing.Count(round.Respondents.Length), Phrasing.Count(round.AnsweredCount));
        var (lines, answers) = (Phrasing.Count(round.LineCount), Phrasing.Count(round.AnsweredLineCount));
        if (round.AnsweredCount == 0)
        {
            return Phrasing.ByNumber(round.Respondents.Length,
                new("Wie in deze ronde is gevraagd, heeft nog niet geantwoord.", "Who was asked in this round has not answered yet."),
                new($"Van de {asked.Nl} die in deze ronde zijn gevraagd, heeft nog niemand geantwoord.", $"Of the {asked.En} that were asked in this round nobody has answered yet."));
        }

        var share = Phrasing.Percent((double)round.AnsweredCount / round.Respondents.Length);
        var added = round.Respondents.Sum(respondent => respondent.Added.Length);
        return Phrasing.ByNumber(round.AnsweredCount,
                new($"Van de {asked.Nl} die in deze ronde zijn gevraagd, heeft er 1 geantwoord ({share.Nl}), op {answers.Nl} van de {lines.Nl} vragen",
                    $"Of the {asked.En} that were asked in this round 1 has answered ({share.En}), {answers.En} of the {lines.En} questions"),
                new($"Van de {asked.Nl} die in deze ronde zijn gevraagd, hebben er {answered.Nl} geantwoord ({share.Nl}), op {answers.Nl} van de {lines.Nl} vragen",
                    $"Of the {asked.En} that were asked in this round {answered.En} have answered ({share.En}), {answers.En} of the {lines.En} questions"))
            + (added == 0 ? new(".", ".") : Phrasing.ByNumber(added,
                new("; zij noemden 1 contact dat niet op hun lijst stond.", "; they named 1 contact that was not on their list."),
                new($"; zij noemden {Phrasing.Count(added).Nl} contacten die niet op hun lijst stonden.", $"; they named {Phrasing.Count(added).En} contacts that were not on their list.")));
    }

    private static Words? Said(Round round)
    {
        if (round.Pairs.IsEmpty) return null;
        var contacts = round.Pairs.Count(pair => pair.Level > 0);
        var (pairs, with, without) = (Phrasing.Count(round.Pairs.Length, new("paar", "pair"), new("paren", "pairs")), Phrasing.Count(contacts), Phrasing.Count(round.Pairs.Length - contacts));
        return Words.Join(
            new($"De antwoorden gaan over {pairs.Nl}: {with.Nl} met contact en {without.Nl} zonder.", $"The answers are about {pairs.En}: {with.En} with contact and {without.En} without."),
            Confirmed(round.Pairs.Count(pair => pair.Agreement == AnswerAgreement.Confirmed)),
            Contradicting(round));
    }

    private static Words? Confirmed(int count) => count == 0 ? null : Phrasing.ByNumber(count,
        new("Over 1 paar zeggen twee die gevraagd zijn hetzelfde.", "On 1 pair two who were asked say the same."),
        new($"Over {Phrasing.Count(count).Nl} paren zeggen twee die gevraagd zijn hetzelfde.", $"On {Phrasing.Count(count).En} pairs two who were asked say the same."));

    private static Words? Contradicting(Round round)
    {
        AnsweredPair[] pairs = [.. round.Pairs.Where(pair => pair.Agreement == AnswerAgreement.Contradicting)];
        if (pairs.Length == 0) return null;
        var named = Phrasing.List([.. pairs.Select(pair => PairOf(round, pair) + $" ({string.Join(", ", pair.Levels)})")], PairsTold);
        return Phrasing.ByNumber(pairs.Length,
            new($"Over 1 paar verschillen de antwoorden, dan telt het laagste niveau: {named.Nl}.", $"On 1 pair the answers differ, and then the lowest level counts: {named.En}."),
            new($"Over {Phrasing.Count(pairs.Length).Nl} paren verschillen de antwoorden, dan telt het laagste niveau: {named.Nl}.",
                $"On {Phrasing.Count(pairs.Length).En} pairs the answers differ, and then the lowest level counts: {named.En}."));
    }

    private static Words? Known(RoundAnswer answer)
    {
        if (answer is not { Now: { Bounds: { } bounds } now, Without: { Bounds: { } before } without }) return null;
        var (all, known, less, unknown) = (Phrasing.Count(now.PairCount), Phrasing.Count(now.KnownPairCount), Phrasing.Count(without.KnownPairCount), Phrasing.Count(bounds.UnknownPairCount));
        var (f, was) = (bounds.Connectivity.Fragmentation, before.Connectivity.Fragmentation);
        var (isSame, level) = (now.KnownPairCount == without.KnownPairCount, RoundFigures.LevelOf(answer.Round!));
        var pairs = isSame
            ? new Words($"Van {known.Nl} van de {all.Nl} paren weten we of er contact is{level.Nl}, met of zonder deze ronde.", $"Of {known.En} of the {all.En} pairs we know whether there is contact{level.En}, with or without this round.")
            : new Words($"Van {known.Nl} van de {all.Nl} paren weten we nu of er contact is{level.Nl}; zonder deze ronde van {less.Nl}.", $"Of {known.En} of the {all.En} pairs we now know whether there is contact{level.En}; without this round of {less.En}.");
        return Words.Join(pairs, f.Width >= WidestTold
            ? new($"Hoe versnipperd het netwerk is, weten we nog niet: {unknown.Nl} paren zijn niet bekend.", $"How fragmented the network is we do not know yet: {unknown.En} pairs are not known.")
            : new Words("De versnippering (F) ligt ", "Fragmentation (F) is ") + Between(f) + (isSame ? "." : new Words("; zonder deze ronde ", "; without this round ") + Between(was) + "."), ByDistance(now, without, isSame));
    }

    // A detour counts for less: it may be bounded closely where F is not.
    private static Words? ByDistance(RoundState now, RoundState without, bool isSame)
    {
        if (now.DistanceWeighted is not { } f || without.DistanceWeighted is not { } was || f.Width >= WidestTold) return null;
        return new Words("Telt een omweg minder (DF), dan ligt zij ", "With a detour counting for less (DF) it is ") + Between(f) + (isSame ? "." : new Words("; zonder deze ronde ", "; without this round ") + Between(was) + ".");
    }

    private static Words Between(Analysis.Bounds.Interval bounds)
    {
        var (low, high) = (Phrasing.Percent(bounds.Low), Phrasing.Percent(bounds.High));
        return low == high ? new Words("op ", "") + low : new($"tussen {low.Nl} en {high.Nl}", $"between {low.En} and {high.En}");
    }

    private static Words? FirstPage(RoundAnswer answer)
    {
        FirstPageLine[] lines = [.. answer.FirstPage];
        if (lines.Length == 0 || answer.Round!.Answers.IsEmpty) return null;
        Words[] changed = [.. lines.Where(line => line.IsChanged).Select(line => line.Title)];
        if (changed.Length == 0) return new("Wat opvalt in de overlap, blijft gelijk.", "What stands out in overlap stays the same.");
        var titles = Phrasing.List(changed, TitlesTold);
        return new($"Wat opvalt in de overlap, verandert: {titles.Nl}.", $"What stands out in overlap changes: {titles.En}.");
    }

    private static Words PairOf(Round round, AnsweredPair pair) => NameOf(round, pair.A) + new Words(" en ", " and ") + NameOf(round, pair.B);

    private static string NameOf(Round round, int node) => Phrasing.Listed(TableWords.NameOf(round.View, node));
}
