using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The sentences on one project.</summary>
internal static class FundedProjectWords
{
    private const int FundersAsked = 8;

    public static IEnumerable<Words> DetailsOf(FundedProject project) =>
        new[] { Certainty(project), Money(project), project.Pots.Length < 2 ? FundingPhrases.Refused(project.Figures.RefusedCount) : null }.OfType<Words>();

    /// <summary>The same as <see cref="Headline"/>, for where its name stands above it.</summary>
    public static Words SummaryOf(FundedProject project)
    {
        if (project.Pots.IsEmpty) return new("Er werd niets toegekend.", "Nothing was granted.");
        var (pots, names) = (FundingPhrases.Pots(project.Pots.Length), FundingPhrases.Names(project.View.Graph, project.Funders));
        if (project.Pots.Length == 1) return pots + new Words($" in {project.Year} (", $" in {project.Year} (") + names + ").";
        var funders = FundingPhrases.Funders(project.Funders.Length);
        return pots + new Words(" van ", " from ") + funders + $" in {project.Year} (" + names + ")"
            + (project.Figures.AmountKnownPotCount == project.Pots.Length ? new Words(", samen ", ", in all ") + Phrasing.Amount(project.Figures.Granted, project.Currency) : "")
            + BurdenOf(project);
    }

    /// <summary>The one sentence that matters: how many pots, forms and accounts, and whether it could be one.</summary>
    public static Words Headline(FundedProject project)
    {
        var title = FundingPhrases.TitleOf(project);
        if (project.Pots.IsEmpty) return title + new Words($" kreeg in {project.Year} niets toegekend.", $" was granted nothing in {project.Year}.");
        var (pots, names) = (FundingPhrases.Pots(project.Pots.Length), FundingPhrases.Names(project.View.Graph, project.Funders));
        if (project.Pots.Length == 1) return title
            + new Words($" kreeg in {project.Year} geld uit {pots.Nl} ({names.Nl}).", $" got money from {pots.En} in {project.Year} ({names.En}).");
        var funders = FundingPhrases.Funders(project.Funders.Length);
        return title
            + new Words($" kreeg in {project.Year} geld uit {pots.Nl} van {funders.Nl} ({names.Nl})",
                $" got money from {pots.En} of {funders.En} in {project.Year} ({names.En})")
            + BurdenOf(project);
    }

    public static Words NextStepOf(FundedProject project)
    {
        if (project.Pots.Length < 2) return new("Hier is niets samen te voegen.", "There is nothing to join here.");
        var graph = project.View.Graph;
        var who = project.Runners.IsEmpty ? new Words("wie het uitvoert", "who runs it") : FundingPhrases.Names(graph, project.Runners);
        var (funders, title) = (FundingPhrases.Names(graph, project.Funders, FundersAsked), FundingPhrases.Title(project.Title));
        return Words.Join(
            !project.IsClearlyOne
                ? new Words($"Vraag {who.Nl} of {title.Nl} één project is en, zo ja, {funders.Nl} of één aanvraag en één verantwoording genoeg is.",
                    $"Ask {who.En} whether {title.En} is one project and, if so, {funders.En} whether one application and one account will do.")
                : new Words($"Vraag {who.Nl} en {funders.Nl} of voor {title.Nl} één aanvraag en één verantwoording genoeg is.",
                    $"Ask {who.En} and {funders.En} whether one application and one account will do for {title.En}."),
            FundingPhrases.Saving(project.Question, project.OneDoor.HoursSaved),
            Deadline(project));
    }

    private static Words BurdenOf(FundedProject project)
    {
        return ": " + FundingPhrases.Burden(project.Figures)
            + (project.IsByTitle ? new Words(" onder één titel", " under one title") : new Words(" voor één project", " for one project"))
            + new Words(". Kan dit er één zijn?", ". Could this be one?");
    }

    private static Words? Certainty(FundedProject project) => project switch
    {
        { IsByTitle: false } or { Pots.Length: < 2 } => null,
        { IsGeneralTitle: true } => new(
            "De titel is kort of komt vaker voor: vraag eerst of het één project is.",
            "The title is short or occurs more often: ask first whether it is one project."),
        _ => new("Dat het één project is, lezen we uit de titel.", "That it is one project is read from the title."),
    };

    private static Words? Money(FundedProject project)
    {
        if (project.Pots.Length < 2 || project.Figures.AmountKnownPotCount == 0) return null;
        var (all, largest) = (Phrasing.Amount(project.Figures.Granted, project.Currency), Phrasing.Amount(project.Pots[0].Amount!.Value, project.Currency));
        var from = FundingPhrases.Name(project.View.Graph, project.Pots[0].Funder);
        return project.Figures.AmountKnownPotCount < project.Pots.Length
            ? new($"Bekend is {all.Nl}; van niet elk potje kennen we het bedrag.", $"Known is {all.En}; of not every pot we know the amount.")
            : new($"Samen {all.Nl}; het grootste potje is {largest.Nl} van {from}.", $"Together {all.En}; the largest pot is {largest.En} from {from}.");
    }

    private static Words? Deadline(FundedProject project)
    {
        var graph = project.View.Graph;
        var first = project.Pots.Where(pot => pot.Scheme is not null)
            .Select(pot => (Scheme: graph.Node(pot.Scheme!.Value), ApplyBy: graph.Node(pot.Scheme.Value).Attributes.Date("applyBy")))
            .Where(pot => pot.ApplyBy is { } day && (project.View.Day is not { } today || day.LastDay >= today))
            .OrderBy(pot => pot.ApplyBy!.Value)
            .FirstOrDefault();
        if (first.Scheme is null) return null;
        var day = Phrasing.Day(first.ApplyBy!.Value.LastDay);
        return new($"Let op: aanvragen bij {first.Scheme.Name} kan tot en met {day.Nl}.", $"Mind: one can apply to {first.Scheme.Name} until {day.En}.");
    }
}
