using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary>The other forms of <c>analyse overlap</c>: the page of one combination, and pages and tables for a file.</summary>
internal sealed class OverlapForms : AnswerForms<OverlapAnswer>
{
    private static readonly Option<string?> Cell = new("--cell")
    {
        Description = "Alleen de combinatie met deze sleutel, zoals die onder elke combinatie staat. / Only the combination with this key, as it stands below each.",
        HelpName = "key",
    };

    private static readonly Option<string> Format = FormFile.Format(
        "De vorm: tekst, een bladzijde, of de lijst als tabel. / The form: text, a page, or the list as a table.", FormFile.Html, FormFile.Csv, FormFile.Workbook);

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Cell, Format, FormFile.Out];

    /// <inheritdoc/>
    public override async Task WriteAsync(ParseResult arguments, GraphView view, DateOnly today, int first, Func<OverlapAnswer> ask, CancellationToken cancellationToken)
    {
        var (format, language) = (arguments.GetRequiredValue(Format), arguments.GetValue(CommonOptions.Language));
        FormFile.Check(arguments, format, FormFile.Html, FormFile.Csv, FormFile.Workbook);
        var page = arguments.GetValue(Cell) is { } key ? Find(arguments, key, view, today, cancellationToken) : null;
        var answer = page?.Answer ?? ask();
        if (format == FormFile.Text)
        {
            if (page is null) OverlapReport.Write(answer, arguments.Terminal(cancellationToken), first);
            else CellReport.Write(page, arguments.Terminal(cancellationToken));
            return;
        }

        var (headings, rows) = (CellReport.Headings(language), CellReport.Rows(page is null ? answer.Cells : [page.Cell], language));
        await FormFile.WriteAsync(arguments, format switch
        {
            FormFile.Html => stream => FormFile.WriteHtmlAsync(
                stream, view, page is null ? PageContent.Of<OverlapPage, OverlapModel>(OverlapModel.First(answer, first)) : PageContent.Of<CellPage, CellModel>(page), language, cancellationToken),
            FormFile.Csv => stream => TableFile.WriteCsvAsync(stream, headings, rows, cancellationToken),
            _ => stream => TableFile.WriteWorkbookAsync(stream, headings, rows, cancellationToken),
        });
    }

    private static CellModel Find(ParseResult arguments, string text, GraphView view, DateOnly today, CancellationToken cancellationToken)
    {
        if (CellModel.Asked(text, Given.In(arguments).Of(Parameters.AsOf)) is not var (question, key)) throw new Refusal(CellModel.NotAKey(text));
        var answer = question.Ask(view, today, cancellationToken);
        return CellModel.Find(answer, key) ?? throw new Refusal(CellModel.NotThere(key, answer));
    }
}
