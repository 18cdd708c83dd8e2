using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.AskList;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Commands;

/// <summary>The other forms of <c>analyse ask-list</c>: a sheet to fill in for each who is asked, and one list for all.</summary>
internal sealed class AskListForms : AnswerForms<AskListAnswer>
{
    private static readonly Option<string> Format = FormFile.Format(
        "De vorm: tekst, per organisatie een A4 om in te vullen, of één lijst voor allen. / The form: text, for each organisation an A4 to fill in, or one list for all.",
        FormFile.Html, FormFile.Csv, FormFile.Workbook);

    private static readonly Words[] Columns =
    [
        new("Wie", "Who"), new("Sleutel", "Key"), new("Over wie", "About whom"), new("Sleutel van wie", "Key of whom"), new("Niveau, 0 tot en met 5; leeg: niet beantwoord", "Level, 0 to 5; empty: not answered"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Format, FormFile.Out];

    /// <inheritdoc/>
    public override async Task WriteAsync(ParseResult arguments, GraphView view, DateOnly today, int first, Func<AskListAnswer> ask, CancellationToken cancellationToken)
    {
        var (format, language, answer) = (arguments.GetRequiredValue(Format), arguments.GetValue(CommonOptions.Language), ask());
        FormFile.Check(arguments, format, FormFile.Html, FormFile.Csv, FormFile.Workbook);
        if (format == FormFile.Text)
        {
            AskListReport.Write(answer, arguments.Terminal(cancellationToken), first);
            return;
        }

        string[] headings = [.. Columns.Select(column => column.In(language))];
        await FormFile.WriteAsync(arguments, format switch
        {
            FormFile.Html => stream => FormFile.WriteHtmlAsync(stream, view, PageContent.Of<AskSheetsPage, AskListAnswer>(answer), language, cancellationToken),
            FormFile.Csv => stream => TableFile.WriteCsvAsync(stream, headings, Rows(answer), cancellationToken),
            _ => stream => TableFile.WriteWorkbookAsync(stream, headings, Rows(answer), cancellationToken),
        });
    }

    private static IEnumerable<string[]> Rows(AskListAnswer answer)
    {
        var graph = answer.View.Graph;
        return answer.Sheets.SelectMany(sheet => sheet.Lines, (sheet, line) => (From: graph.Node(sheet.Respondent), To: graph.Node(line.About)))
            .Select(pair => new[] { pair.From.Name, pair.From.Key, pair.To.Name, pair.To.Key, "" });
    }
}
