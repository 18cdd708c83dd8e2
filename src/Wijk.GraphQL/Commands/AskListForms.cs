using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.AskList;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Commands;

/// <summary>The other forms of <c>analyse ask-list</c>: a sheet to fill in for each who is asked, and one overview of all.</summary>
internal sealed class AskListForms : AnswerForms<AskListAnswer>
{
    private static readonly Option<string> Format = FormFile.Format(
        "De vorm: tekst, per organisatie een A4 om in te vullen, of één overzicht. Wat u kunt invullen en inlezen maakt 'ask start'. / The form: text, for each organisation an A4 to fill in, or one overview. What can be filled in and read back is made by 'ask start'.",
        FormFile.Html, FormFile.Csv, FormFile.Workbook);

    private const int KeyWidth = 30, NameWidth = 44, PlacesWidth = 16, CellsWidth = 60;

    // To look at: what can be filled in and read back belongs to a round, and 'ask sheets' writes it.
    private static readonly (Words Heading, int Width)[] Columns =
    [
        (new("Wie", "Who"), NameWidth), (new("Over wie", "About whom"), NameWidth), (new("Samen op zoveel plekken", "Together at so many places"), PlacesWidth),
        (new("Weten we niet of zij afstemmen voor", "Not known whether they coordinate for"), CellsWidth), (new("Sleutel van wie", "Key of who"), KeyWidth), (new("Sleutel van over wie", "Key of about whom"), KeyWidth),
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

        (string Heading, int Width)[] columns = [.. Columns.Select(column => (column.Heading.In(language), column.Width))];
        await FormFile.WriteAsync(arguments, format switch
        {
            FormFile.Html => stream => FormFile.WriteHtmlAsync(stream, view, PageContent.Of<AskSheetsPage, AskSheetsModel>(AskSheetsModel.Of(answer)), language, cancellationToken),
            FormFile.Csv => stream => TableFile.WriteCsvAsync(stream, [.. columns.Select(column => column.Heading)], Rows(answer, language), cancellationToken),
            _ => stream => TableFile.WriteWorkbookAsync(stream, [(new Words("Wie naar wie", "Who about whom").In(language), columns, Rows(answer, language))], cancellationToken),
        });
    }

    private static IEnumerable<string[]> Rows(AskListAnswer answer, Language language)
    {
        var graph = answer.View.Graph;
        return answer.Sheets.SelectMany(sheet => sheet.Lines, (sheet, line) => (From: graph.Node(sheet.Respondent), To: graph.Node(line.About), Line: line)).Select(pair => (string[])
        [
            pair.From.Name, pair.To.Name, Phrasing.Count(pair.Line.SharedPlaceCount).In(language), string.Join("; ", pair.Line.Cells.Select(cell => cell.Title.In(language))), pair.From.Key, pair.To.Key,
        ]);
    }
}
