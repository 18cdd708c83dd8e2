using System.Globalization;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Parts;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints the page of one combination, and makes the table of what is done in several.</summary>
internal static class CellReport
{
    private static readonly Words[] Columns =
    [
        new("combinatie", "combination"), new("organisatie", "organisation"), new("maatregel", "measure"), new("domeinen", "domains"), new("betaald door", "paid by"),
        new("regelingen", "schemes"), new("van", "from"), new("tot en met", "until"), new("vraag naar", "ask for"), new("sleutel van de combinatie", "key of the combination"),
    ];

    /// <summary>Prints the page.</summary>
    public static void Write(CellModel page, Terminal terminal)
    {
        var (cell, graph) = (page.Cell, page.Cell.View.Graph);
        terminal.Heading(Phrasing.Begin(cell.Title));
        terminal.Sentence(cell.Summary);
        terminal.Sentence(page.Answer.DayReason);
        terminal.Heading(new("Wie er zijn", "Who is there"));
        foreach (var listed in ListedOrganisation.Of(cell))
        {
            terminal.Sentence("- " + listed.Name + (listed.Contacts.IsEmpty ? "" : new Words("; vraag naar ", "; ask for ") + string.Join(", ", listed.Contacts)));
            foreach (var work in listed.Works) terminal.Sentence($"    {work.Name}: " + Joined(work.Details));
        }

        if (cell.Initiatives.Length > 0)
            terminal.Sentence(new Words("Daarnaast: ", "Beside them: ") + string.Join(", ", cell.Initiatives.Select(initiative => graph.Node(initiative).Name)));
        OverlapReport.Barriers(cell.View, cell.Barriers, terminal, cell.Barriers.Length);
        terminal.Heading(new("De hele uitleg", "The whole explanation"));
        terminal.Sentence(cell.Reason);
        AnswerParts.Coverage(terminal, page.Answer.Coverage);
        AnswerParts.Closing(terminal, cell.NextStep);
        terminal.Sentence(page.Key);
    }

    /// <summary>The headings of the table.</summary>
    public static string[] Headings(Language language) => [.. Columns.Select(column => column.In(language))];

    /// <summary>A row for each activity: what an organisation does in a combination, in one period.</summary>
    public static IEnumerable<string[]> Rows(IEnumerable<OverlapCell> cells, Language language) =>
        from cell in cells
        let graph = cell.View.Graph
        from listed in cell.List
        from work in listed.Works
        from period in work.Periods
        select new[]
        {
            cell.Title.In(language), graph.Node(listed.Agency).Name, graph.Node(work.Measure).Name,
            Names(graph, work.Domains), Names(graph, work.Funders), Names(graph, work.Schemes), Day(period.FirstDay), Day(period.LastDay), string.Join("; ", listed.Contacts), AnswerKeys.OfCell(cell),
        };

    private static string Names(GraphSnapshot graph, IEnumerable<int> nodes) => string.Join("; ", nodes.Select(node => graph.Node(node).Name));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Words Joined(IEnumerable<Words> parts) => parts.Aggregate((all, next) => all + ", " + next);
}
