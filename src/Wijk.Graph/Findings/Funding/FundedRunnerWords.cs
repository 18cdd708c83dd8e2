using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences on one organisation or initiative.</summary>
internal static class FundedRunnerWords
{
    public static Words HeadlineOf(FundedRunner runner)
    {
        Words name = runner.View.Graph.Node(runner.Runner).Name;
        var figures = runner.Figures;
        if (figures.PotCount == 0)
            return name + new Words($" vroeg in {runner.Year} geld aan en kreeg niets toegekend.",
                $" asked for money in {runner.Year} and was granted nothing.");
        var (pots, burden) = (PotsOf(runner), FundingPhrases.Burden(figures));
        return name + new Words($" kreeg in {runner.Year} geld uit {pots.Nl}: {burden.Nl}.", $" got money from {pots.En} in {runner.Year}: {burden.En}.");
    }

    /// <summary>The same, for where its name stands above it.</summary>
    public static Words SummaryOf(FundedRunner runner)
    {
        if (runner.Pots.IsEmpty) return new($"Vroeg in {runner.Year} geld aan; er werd niets toegekend.", $"Asked for money in {runner.Year}; nothing was granted.");
        var (pots, burden) = (PotsOf(runner), FundingPhrases.Burden(runner.Figures));
        return new($"Geld uit {pots.Nl} in {runner.Year}: {burden.Nl}.", $"Money from {pots.En} in {runner.Year}: {burden.En}.");
    }

    public static IEnumerable<Words> DetailsOf(FundedRunner runner) => runner.Pots.IsEmpty
        ? []
        : new[] { UnknownSchemes(runner), Split(runner), Small(runner), Dependence(runner) }.OfType<Words>();

    public static Words NextStepOf(FundedRunner runner)
    {
        var name = runner.View.Graph.Node(runner.Runner).Name;
        if (runner.SplitProjects is [var first, ..])
        {
            return runner.SplitProjects.Length == 1
                ? first.NextStep
                : Words.Join(
                    new Words($"Vraag {name} en de betalers of per project één aanvraag en één verantwoording genoeg is.",
                        $"Ask {name} and the funders whether one application and one account for each project will do."),
                    FundingPhrases.Saving(runner.Question, runner.OneDoor.HoursSaved));
        }

        var least = Phrasing.Amount(runner.Question.SmallAmount, runner.Currency);
        return UnderAmount(runner) is var count && count > 1
            ? new($"Vraag {name} en de betalers van de {count} potjes onder {least.Nl} of die samen kunnen, met één verantwoording.",
                $"Ask {name} and the funders of the {count} pots under {least.En} whether these can go together, with one account.")
            : new($"Vraag {name} wat de aanvragen en verantwoordingen kosten aan tijd.", $"Ask {name} what the applications and accounts cost in time.");
    }

    private static Words PotsOf(FundedRunner runner)
    {
        var (pots, funders) = (FundingPhrases.Pots(runner.Figures.PotCount), FundingPhrases.Funders(runner.Funders.Length));
        return new($"{pots.Nl} van {funders.Nl}", $"{pots.En} of {funders.En}");
    }

    private static int UnderAmount(FundedRunner runner) => runner.Pots.Count(pot => pot.IsSmall && pot.Amount < runner.Question.SmallAmount);

    private static Words? UnknownSchemes(FundedRunner runner)
    {
        var count = runner.Pots.Count(pot => pot.Scheme is null);
        return count == 0 ? null : Phrasing.ByNumber(
            count,
            new("Van één betaler kennen we de regeling niet: al dat geld telt als één potje.",
                "Of one funder we do not know the scheme: all that money counts as one pot."),
            new($"Van {count} betalers kennen we de regeling niet: wat elk geeft, telt als één potje.",
                $"Of {count} funders we do not know the scheme: what each gives counts as one pot."));
    }

    private static Words? Split(FundedRunner runner)
    {
        if (runner.SplitProjects.IsEmpty) return null;
        FundedProject[] clear = [.. runner.SplitProjects.Where(project => project.IsClearlyOne)];
        var askFirst = FundingPhrases.AskFirst(runner.SplitProjects.Length - clear.Length, isMore: clear.Length > 0);
        if (clear.Length == 0) return askFirst;
        var (count, title) = (FundingPhrases.Projects(clear.Length), FundingPhrases.Title(clear[0].Title));
        var byTitle = clear.Any(project => project.IsByTitle) ? new Words(" volgens de titels", ", by their titles,") : new Words("", "");
        var others = clear.Length > 1 ? new Words($" en nog {clear.Length - 1}", $" and {clear.Length - 1} more") : new Words("", "");
        return Words.Join(
            count + Phrasing.ByNumber(clear.Length, new(" kreeg", ""), new(" kregen", ""))
                + byTitle + new Words($" geld uit meer dan één potje: {title.Nl}", $" got money from more than one pot: {title.En}") + others + ".",
            askFirst);
    }

    private static Words? Small(FundedRunner runner)
    {
        var count = runner.Figures.SmallPotCount;
        if (count == 0) return null;
        var (under, share) = (UnderAmount(runner), count - UnderAmount(runner));
        var (least, percent) = (Phrasing.Amount(runner.Question.SmallAmount, runner.Currency), Phrasing.Count(runner.Question.SmallPercent));
        var (ofAmount, ofShare) = (
            new Words($"onder {least.Nl}", $"under {least.En}"),
            new Words($"minder dan {percent.Nl}% van al het geld", $"under {percent.En}% of all the money"));
        var why = share == 0 ? ofAmount : under == 0 ? ofShare
            : Phrasing.Count(under) + " " + ofAmount + new Words(", ", ", ") + Phrasing.Count(share) + " " + ofShare;
        return FundingPhrases.Pots(count) + Phrasing.ByNumber(count, new(" is klein", " is small"), new(" zijn klein", " are small"))
            + " (" + why + ").";
    }

    private static Words? Dependence(FundedRunner runner)
    {
        if (runner.Figures is not { Granted: > 0, AmountKnownPotCount: > 1 }) return null;
        var (all, largest) = (Phrasing.Amount(runner.Figures.Granted, runner.Currency), Phrasing.Amount(runner.Figures.Largest!.Value, runner.Currency));
        var share = Phrasing.Percent((double)(runner.Pots[0].Amount!.Value / runner.Figures.Granted));
        return new(
            $"Van {all.Nl} was {largest.Nl} één toekenning; het grootste potje gaf {share.Nl}.",
            $"Of {all.En}, {largest.En} was one grant; the largest pot gave {share.En}.");
    }
}
