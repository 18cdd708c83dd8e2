using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences of an answer on splintered funding as a whole: first what can be acted on, then how much there is of it.</summary>
internal static class SplinteredFundingWords
{
    public static Words FoundIn(SplinteredFundingAnswer answer)
    {
        if (answer.Asked.WhyNot is { } why) return why;
        if (answer.Asked.Runner is not null) return answer.Runners[0].Reason;
        if (answer.Asked.Project is not null) return answer.Projects[0].Reason;
        if (answer.Figures.ApplicationCount == 0)
        {
            return new(
                $"Over {answer.Year} kennen we hier geen aanvraag en geen toekenning: over versnipperd geld kunnen we niets zeggen.",
                $"Of {answer.Year} we know no application and no grant here: about splintered funding we can say nothing.");
        }

        return Words.Join(
            answer.Projects.IsEmpty ? null : answer.Projects[0].Headline,
            Split(answer),
            answer.PaidApart.IsEmpty ? null : answer.PaidApart[0].Reason,
            Spread(answer),
            Largest(answer));
    }

    public static Words NextStepOf(SplinteredFundingAnswer answer)
    {
        if (answer.Asked.WhyNot is not null) return new("Zoek de naam of de sleutel op met de zoekfunctie.", "Look the name or key up with search.");
        if (answer.Asked.Runner is not null) return answer.Runners[0].NextStep;
        if (answer.Projects is [var project, ..]) return project.NextStep;
        if (answer.PaidApart is [var apart, ..]) return apart.NextStep;
        if (answer.Candidates is [var near, ..]) return near.NextStep;
        if (answer.Runners is [var runner, ..]) return runner.NextStep;
        return answer.Figures.ApplicationCount == 0
            ? new("Leg vast wie wat betaalt en uit welke regeling, te beginnen bij de grootste bedragen.",
                "Record who pays for what and from which scheme, starting with the largest amounts.")
            : new("Vraag wie geld kreeg wat de aanvraag en de verantwoording kostten aan tijd.",
                "Ask those who got money what the application and the account cost in time.");
    }

    public static IEnumerable<Words> WholeOf(SplinteredFundingAnswer answer) => new[] { Split(answer), Spread(answer), Largest(answer) }.OfType<Words>();

    private static Words Split(SplinteredFundingAnswer answer)
    {
        if (answer.Projects.IsEmpty)
            return new($"In {answer.Year} zien we geen project dat uit meer dan één potje wordt betaald.",
                $"In {answer.Year} we see no project that is paid from more than one pot.");
        var several = answer.OfSeveralFunders.ToArray();
        var (by, year) = (Phrasing.Count(several.Length), answer.Year);
        var (all, grants) = (FundingPhrases.Projects(answer.Projects.Length), FundingPhrases.Grants(several.Sum(project => project.GrantedCount)));
        var are = Phrasing.ByNumber(answer.Projects.Length, new("wordt", "is"), new("worden", "are"));
        if (answer.Scope is not null) grants += new Words(", ook buiten dit gebied", ", outside this area too");
        var byTitle = answer.Projects.Any(project => project.IsByTitle) ? new Words(", volgens de titels", ", by their titles") : new Words("", "");
        var ofSeveral = several.Length == 0 ? new Words("", "")
            : several.Length == answer.Projects.Length ? new Words($", door twee of meer betalers ({grants.Nl})", $", by two or more funders ({grants.En})")
            : new Words($"; {by.Nl} daarvan door twee of meer betalers ({grants.Nl})", $"; {by.En} of them by two or more funders ({grants.En})");
        return Words.Join(
            new Words($"{all.Nl} {are.Nl} in {year} uit meer dan één potje betaald", $"{all.En} {are.En} paid from more than one pot in {year}")
                + byTitle + ofSeveral + ".",
            FundingPhrases.Saving(answer.Question, answer.HoursSaved) is { } saving ? OneEach(several.Length) + saving : null);
    }

    private static Words OneEach(int count) => Phrasing.ByNumber(
        count,
        new("Stel: één aanvraag en één verantwoording. ", "Suppose one application and one account. "),
        new($"Stel: één aanvraag en één verantwoording voor elk van deze {count}. ", $"Suppose one application and one account for each of these {count}. "));

    private static Words? Spread(SplinteredFundingAnswer answer)
    {
        var who = answer.Recipients;
        if (who is not { PaidCount: > 0, MostPots: { } most }) return null;
        var paid = Phrasing.Count(who.PaidCount, new("organisatie", "organisation"), new("organisaties", "organisations")) + ForWorkHere(answer);
        var (one, three, funders) = (Phrasing.Count(who.OnePotCount), Phrasing.Count(who.ThreeOrMorePotsCount), Phrasing.Count(who.SeveralFundersCount));
        var get = Phrasing.ByNumber(who.OnePotCount, new("krijgt", "gets"), new("krijgen", "get"));
        var have = Phrasing.ByNumber(who.SeveralFundersCount, new("heeft", "has"), new("hebben", "have"));
        var spread = new Words(
            $"Van {paid.Nl} {get.Nl} er {one.Nl} het uit één potje en {three.Nl} uit drie of meer; {funders.Nl} {have.Nl} twee of meer betalers",
            $"Of {paid.En} {one.En} {get.En} it from one pot and {three.En} from three or more; {funders.En} {have.En} two or more funders");
        var runner = answer.Runners.FirstOrDefault(runner => runner.Runner == most);
        if (runner is null) return spread + ".";
        var (name, pots) = (answer.View.Graph.Node(most).Name, FundingPhrases.Pots(runner.Pots.Length));
        return spread + new Words($". Het meeste zijn {pots.Nl} ({name})", $". The most is {pots.En} ({name})") + ByAmount(runner) + ".";
    }

    private static Words ForWorkHere(SplinteredFundingAnswer answer) =>
        answer.Scope is null ? new(" met geld", " with money") : new(" met geld voor werk hier", " with money for work here");

    private static Words ByAmount(FundedRunner runner)
    {
        if (runner.Figures is not { EffectivePots: { } effective, Granted: > 0 }) return new("", "");
        var (equal, share) = (Phrasing.Decimal(effective, 2), Phrasing.Percent((double)(runner.Pots[0].Amount!.Value / runner.Figures.Granted)));
        return new($"; het grootste geeft {share.Nl} van het geld, dat naar bedrag zo verdeeld is als over {equal.Nl} even grote potjes",
            $"; the largest gives {share.En} of the money, which by amount is spread as over {equal.En} pots of equal size");
    }

    private static Words? Largest(SplinteredFundingAnswer answer)
    {
        if (answer.LargestGrant is not { } largest) return null;
        var (all, one) = (Phrasing.Amount(answer.Figures.Granted, answer.Currency), Phrasing.Amount(largest.Amount, answer.Currency));
        var from = FundingPhrases.Name(answer.View.Graph, largest.Funder);
        var to = largest.Runners.IsEmpty ? new Words("", "") : new Words(" aan ", " to ") + FundingPhrases.Names(answer.View.Graph, largest.Runners);
        var here = answer.Scope is null ? new Words("", "") : new Words(" voor werk hier", " for work here");
        return new Words($"In alle potjes samen is {all.Nl} toegekend{here.Nl}; het grootste bedrag is {one.Nl} van {from}",
            $"All pots together granted {all.En}{here.En}; the largest amount is {one.En} from {from}") + to + ".";
    }
}
