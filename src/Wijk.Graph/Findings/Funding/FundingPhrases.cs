using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The phrases that sentences on funding share, so that number and language come from one place.</summary>
internal static class FundingPhrases
{
    private const int NamesShown = 3;

    private const int LongestTitle = 80;

    public static Words Pots(int count) => Phrasing.Count(count, new("potje", "pot"), new("potjes", "pots"));

    public static Words Funders(int count) => Phrasing.Count(count, new("betaler", "funder"), new("betalers", "funders"));

    public static Words Applications(int count) => Phrasing.Count(count, new("aanvraag", "application"), new("aanvragen", "applications"));

    public static Words Accounts(int count) => Phrasing.Count(count, new("verantwoording", "account"), new("verantwoordingen", "accounts"));

    public static Words Projects(int count) => Phrasing.Count(count, new("project", "project"), new("projecten", "projects"));

    public static Words Grants(int count) => Phrasing.Count(count, new("toekenning", "grant"), new("toekenningen", "grants"));

    public static Words Hours(long count) => Phrasing.Count(count, new("uur", "hour"), new("uur", "hours"));

    /// <summary>A title in quotation marks, its end left out when it is long.</summary>
    public static Words Title(string title) => "“" + (title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd() + "…") + "”";

    /// <summary>The first few names and how many more there are.</summary>
    public static Words Names(GraphSnapshot graph, IEnumerable<int> nodes, int most = NamesShown) =>
        Phrasing.List([.. nodes.Select(node => Name(graph, node))], most);

    /// <summary>A name, in quotation marks when it holds a comma and so could be read as two.</summary>
    public static string Name(GraphSnapshot graph, int node) => Phrasing.Listed(graph.Node(node).Name);

    /// <summary>A title with who does it: “Samen eten” of Welfare House.</summary>
    public static Words TitleOf(FundedProject project) => project.Runners.IsEmpty
        ? Title(project.Title)
        : Title(project.Title) + new Words(" van ", " of ") + Names(project.View.Graph, project.Runners);

    /// <summary>What was refused; null when nothing was.</summary>
    public static Words? Refused(int count) => count == 0 ? null : Applications(count)
        + Phrasing.ByNumber(
            count, new(" is afgewezen of ingetrokken.", " was refused or withdrawn."), new(" zijn afgewezen of ingetrokken.", " were refused or withdrawn."));

    /// <summary>The applications, with how many of them were refused, and the accounts.</summary>
    public static Words Burden(FundingFigures figures)
    {
        var (applications, accounts, refused) = (Applications(figures.ApplicationCount), Accounts(figures.AccountingCount), Phrasing.Count(figures.RefusedCount));
        return figures.RefusedCount == 0
            ? applications + new Words(" en ", " and ") + accounts
            : applications + Phrasing.ByNumber(
                figures.RefusedCount,
                new($", waarvan {refused.Nl} is afgewezen of ingetrokken, en ", $", of which {refused.En} was refused or withdrawn, and "),
                new($", waarvan {refused.Nl} zijn afgewezen of ingetrokken, en ", $", of which {refused.En} were refused or withdrawn, and ")) + accounts;
    }

    /// <summary>Of how many projects it is to be asked first whether they are one; null of none.</summary>
    /// <param name="count">Those.</param>
    /// <param name="isMore">Whether others were told of.</param>
    public static Words? AskFirst(int count, bool isMore)
    {
        if (count == 0) return null;
        var projects = isMore ? Phrasing.Count(count, new("ander project", "other project"), new("andere projecten", "other projects")) : Projects(count);
        return new(
            $"Bij {projects.Nl} met een korte of vaker gebruikte titel moet u eerst vragen of het één project is.",
            $"Of {projects.En} with a short or common title, ask first whether it is one project.");
    }

    /// <summary>What one application and one account would save, with the assumption it rests on; null when it is nothing.</summary>
    public static Words? Saving(SplinteredFundingQuestion question, long hours)
    {
        if (hours == 0) return null;
        var (application, account, saved) = (Hours(question.HoursPerApplication), Hours(question.HoursPerAccount), Hours(hours));
        return new(
            $"Als een aanvraag {application.Nl} kost en een verantwoording {account.Nl} (een aanname), scheelt dat {saved.Nl}.",
            $"If an application takes {application.En} and an account {account.En} (an assumption), that saves {saved.En}.");
    }
}
