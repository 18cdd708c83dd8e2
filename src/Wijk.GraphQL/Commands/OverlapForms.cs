using System.CommandLine;
using System.Text;
using Wijk.Graph.Export;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Commands.Reports;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary>The other forms of <c>analyse overlap</c>: the page of one combination, and pages and tables for a file.</summary>
internal sealed class OverlapForms : AnswerForms<OverlapAnswer>
{
    private const string Text = "text", Html = "html", Csv = "csv", Workbook = "xlsx";

    private static readonly Option<string?> Cell = new("--cell")
    {
        Description = "Alleen de combinatie met deze sleutel, zoals die onder elke combinatie staat. / Only the combination with this key, as it stands below each.",
        HelpName = "key",
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "De vorm: tekst, een bladzijde, of de lijst als tabel. / The form: text, a page, or the list as a table.",
        DefaultValueFactory = _ => Text,
    }.AcceptOnlyFromAmong(Text, Html, Csv, Workbook);

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Het bestand, anders het scherm. / The file, else the screen.",
        HelpName = "file",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Cell, Format, Out];

    /// <inheritdoc/>
    public override bool IsAsked(ParseResult arguments) => Options.Any(option => arguments.GetResult(option) is { Implicit: false });

    /// <inheritdoc/>
    public override async Task WriteAsync(ParseResult arguments, GraphView view, DateOnly today, int first, Func<OverlapAnswer> ask, CancellationToken cancellationToken)
    {
        var (format, file, language) = (arguments.GetRequiredValue(Format), arguments.GetValue(Out), arguments.GetValue(CommonOptions.Language));
        if (format == Workbook && file is null)
            throw new Refusal(new("Een werkmap past niet op het scherm: noem met --out een bestand.", "A workbook does not fit on the screen: name a file with --out."));
        if (format == Text && file is not null)
            throw new Refusal(new($"Kies bij --out een vorm: --format {Html}, {Csv} of {Workbook}.", $"With --out choose a form: --format {Html}, {Csv} or {Workbook}."));

        var page = arguments.GetValue(Cell) is { } key ? Find(arguments, key, view, today, cancellationToken) : null;
        var answer = page?.Answer ?? ask();
        if (format == Text)
        {
            if (page is null) OverlapReport.Write(answer, arguments.Terminal(), first);
            else CellReport.Write(page, arguments.Terminal());
            return;
        }

        var (headings, rows) = (CellReport.Headings(language), CellReport.Rows(page is null ? answer.Cells : [page.Cell], language));
        Func<Stream, Task> write = format switch
        {
            Html => stream => WriteHtmlAsync(
                stream, view, page is null ? PageContent.Of<OverlapPage, OverlapModel>(OverlapModel.Of(answer, first)) : PageContent.Of<CellPage, CellModel>(page), language, cancellationToken),
            Csv => stream => TableFile.WriteCsvAsync(stream, headings, rows, cancellationToken),
            _ => stream => TableFile.WriteWorkbookAsync(stream, headings, rows, cancellationToken),
        };
        if (file is null)
        {
            await using var screen = arguments.Surroundings().OpenOutput();
            await write(screen);
            return;
        }

        await WholeFile.WriteAsync(file.FullName, write);
        arguments.Tell(new($"Geschreven naar '{file}'.", $"Written to '{file}'."));
    }

    private static CellModel Find(ParseResult arguments, string text, GraphView view, DateOnly today, CancellationToken cancellationToken)
    {
        if (CellModel.Asked(text, Given.In(arguments).Of(Parameters.AsOf)) is not var (question, key)) throw new Refusal(CellModel.NotAKey(text));
        var answer = question.Ask(view, today, cancellationToken);
        return CellModel.Find(answer, key) ?? throw new Refusal(CellModel.NotThere(key, answer));
    }

    private static async Task WriteHtmlAsync(Stream stream, GraphView view, PageContent content, Language language, CancellationToken cancellationToken)
    {
        var style = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "wwwroot", "site", "wijk.css"), cancellationToken);
        var frame = new PageFrame { Language = language, Style = style, Notices = PageFacts.NoticesOf(view, fault: null), Holds = PageFacts.HoldsOf(view) };
        var html = await PageRenderer.RenderAsync(frame, content);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(html), cancellationToken);
    }
}
