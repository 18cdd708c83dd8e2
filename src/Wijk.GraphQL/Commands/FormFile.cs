using System.CommandLine;
using System.Text;
using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Commands;

/// <summary>Where the other forms of an answer go: the screen or a file. Several commands share it.</summary>
internal static class FormFile
{
    /// <summary>The forms.</summary>
    public const string Text = "text", Html = "html", Csv = "csv", Workbook = "xlsx";

    /// <summary>The option that names a file.</summary>
    public static Option<FileInfo?> Out { get; } = new("--out")
    {
        Description = "Het bestand, anders het scherm. / The file, else the screen.",
        HelpName = "file",
    };

    /// <summary>The option that chooses a form.</summary>
    /// <param name="description">What there is to choose.</param>
    /// <param name="forms">The forms beside text.</param>
    public static Option<string> Format(string description, params string[] forms) =>
        new Option<string>("--format") { Description = description, DefaultValueFactory = _ => Text }.AcceptOnlyFromAmong([Text, .. forms]);

    /// <summary>Refuses a form that does not go where it is sent.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="format">The form that was chosen.</param>
    /// <param name="forms">The forms that go into a file.</param>
    public static void Check(ParseResult arguments, string format, params string[] forms)
    {
        var file = arguments.GetValue(Out);
        if (format == Workbook && file is null)
            throw new Refusal(new("Een werkmap past niet op het scherm: noem met --out een bestand.", "A workbook does not fit on the screen: name a file with --out."));
        if (format != Text || file is null) return;
        var choices = Words.AnyOf(forms);
        throw new Refusal(new($"Kies bij --out een vorm: --format {choices.Nl}.", $"With --out choose a form: --format {choices.En}."));
    }

    /// <summary>Writes to the file that was named, or to the screen.</summary>
    public static async Task WriteAsync(ParseResult arguments, Func<Stream, Task> write)
    {
        if (arguments.GetValue(Out) is not { } file)
        {
            await using var screen = arguments.Surroundings().OpenOutput();
            await write(screen);
            return;
        }

        await WholeFile.WriteAsync(file.FullName, write);
        arguments.Tell(new($"Geschreven naar '{file}'.", $"Written to '{file}'."));
    }

    /// <summary>Writes a page that needs nothing beside itself.</summary>
    public static async Task WriteHtmlAsync(Stream stream, GraphView view, PageContent content, Language language, CancellationToken cancellationToken)
    {
        var style = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "wwwroot", "site", "wijk.css"), cancellationToken);
        var frame = new PageFrame { Language = language, Style = style, Notices = PageFacts.NoticesOf(view, fault: null, lookedAt: null), Holds = PageFacts.HoldsOf(view) };
        var html = await PageRenderer.RenderAsync(frame, content);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(html), cancellationToken);
    }
}
