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
        var year = answer.Year;
        if (answer.Projects.IsEmpty)
            return new($"In {year} zien we geen project met geld uit meer dan één potje.", $"In {year} we see no project with money from more than one pot.");
        FundedProject[] clear = [.. answer.Projects.Where(project => project.IsClearlyOne)], several = [.. answer.ClearlyOfSeveralFunders];
        return Words.Join(
            clear.Length == 0
                ? new($"In {year} zien we geen geld uit meer dan één potje voor wat duidelijk één project is.",
                    $"In {year} we see no money from more than one pot for what is clearly one project.")
                : Clear(answer, clear, several),
            FundingPhrases.Saving(answer.Question, answer.HoursSaved) is { } saving ? OneEach(several.Length) + saving : null,
            FundingPhrases.AskFirst(answer.Projects.Length - clear.Length, isMore: clear.Length > 0));
    }

    private static Words Clear(SplinteredFundingAnswer answer, FundedProject[] clear, FundedProject[] several)
    {
        var (all, by, grants) = (FundingPhrases.Projects(clear.Length), Phrasing.Count(several.Length), FundingPhrases.Grants(several.Sum(project => project.GrantedCount)));
        if (answer.Scope is not null) grants += new Words(", ook buiten dit gebied", ", outside this area too");
        var byTitle = clear.Any(project => project.IsByTitle) ? new Words(", volgens de titels", ", by their titles") : new Words("", "");
        var ofSeveral = several.Length == 0 ? new Words("", "")
            : several.Length == clear.Length ? new Words($", van twee of meer betalers ({grants.Nl})", $", from two or more funders ({grants.En})")
            : new Words($"; {by.Nl} daarvan van twee of meer betalers ({grants.Nl})", $"; {by.En} of them from two or more funders ({grants.En})");
        var got = Phrasing.ByNumber(clear.Length, new("kreeg", "got"), new("kregen", "got"));
        return new Words($"{all.Nl} {got.Nl} in {answer.Year} geld uit meer dan één potje", $"{all.En} {got.En} money from more than one pot in {answer.Year}")
            + byTitle + ofSeveral + ".";
    }

    private static Words OneEach(int count) => Phrasing.ByNumber(
        count,
        new("Stel: één aanvraag en één verantwoording. ", "Suppose one application and one account. "),
        new($"Stel: één aanvraag en één verantwoording voor elk van deze {count}. ", $"Suppose one application and one account for each of these {count}. "));

    // For an area only money for work there is counted, which is less than what a project that is told whole gets.
    private static Words? Spread(SplinteredFundingAnswer answer)
    {
        var who = answer.Recipients;
        if (answer.Scope is not null || who is not { PaidCount: > 0, MostPots: { } most }) return null;
        var paid = Phrasing.Count(who.PaidCount, new("organisatie", "organisation"), new("organisaties", "organisations"));
        var (one, three, funders) = (Phrasing.Count(who.OnePotCount), Phrasing.Count(who.ThreeOrMorePotsCount), Phrasing.Count(who.SeveralFundersCount));
        var got = Phrasing.ByNumber(who.OnePotCount, new("kreeg", "got"), new("kregen", "got"));
        var had = Phrasing.ByNumber(who.SeveralFundersCount, new("had", "had"), new("hadden", "had"));
        var spread = new Words(
            $"Van {paid.Nl} met geld {got.Nl} er {one.Nl} het uit één potje en {three.Nl} uit drie of meer; {funders.Nl} {had.Nl} twee of meer betalers.",
            $"Of {paid.En} with money {one.En} {got.En} it from one pot and {three.En} from three or more; {funders.En} {had.En} two or more funders.");
        return answer.Runners.FirstOrDefault(runner => runner.Runner == most) is { } runner ? Words.Join(spread, Most(answer, runner)) : spread;
    }

    private static Words Most(SplinteredFundingAnswer answer, FundedRunner most)
    {
        var (name, pots) = (answer.View.Graph.Node(most.Runner).Name, Phrasing.Count(most.Pots.Length));
        var isAlone = answer.Runners.Count(one => one.Pots.Length == most.Pots.Length && answer.View.Graph.Node(one.Runner).Kind == NodeKind.Agency) == 1;
        var share = most.Figures.Granted > 0 ? Phrasing.Percent((double)(most.Pots[0].Amount!.Value / most.Figures.Granted)) : null;
        return (isAlone
                ? new Words($"{name} had de meeste potjes: {pots.Nl}", $"{name} had the most pots: {pots.En}")
                : new Words($"Geen had er meer dan {name}: {pots.Nl}", $"None had more pots than {name}: {pots.En}"))
            + (share is null ? "." : new Words($"; het grootste gaf {share.Nl} van het geld.", $"; the largest gave {share.En} of the money."));
    }

    private static Words? Largest(SplinteredFundingAnswer answer)
    {
        if (answer.LargestGrant is not { } largest) return null;
        var (all, one) = (Phrasing.Amount(answer.Figures.Granted, answer.Currency), Phrasing.Amount(largest.Amount, answer.Currency));
        var from = FundingPhrases.Name(answer.View.Graph, largest.Funder);
        var to = largest.Runners.IsEmpty ? new Words("", "") : new Words(" aan ", " to ") + FundingPhrases.Names(answer.View.Graph, largest.Runners);
        var here = answer.Scope is null ? new Words("", "") : new Words(" voor werk hier", " for work here");
        return Phrasing.End(new Words($"In alle potjes samen is {all.Nl} toegekend{here.Nl}; het grootste bedrag was {one.Nl} van {from}",
            $"All pots together granted {all.En}{here.En}; the largest amount was {one.En} from {from}") + to);
    }
}
