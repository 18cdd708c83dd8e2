using Spectre.Console;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints tables and sentences; plain text when the output is not a terminal.</summary>
internal sealed class Terminal(Language language, TextWriter output, bool isTerminal, IProgress<Words> progress, CancellationToken stop = default)
{
    private const int WidthWhenPiped = 160;

    private readonly IAnsiConsole console = Make(output, isTerminal);

    /// <summary>Where long work says how far it is.</summary>
    public IProgress<Words> Progress => progress;

    /// <summary>Stops long work, such as when the reader presses Ctrl-C.</summary>
    public CancellationToken Stop => stop;

    /// <summary>The words in the language of the reader.</summary>
    public string Say(Words words) => TextRules.Printable(words.In(language));

    /// <summary>Prints a sentence; whole on one line when the output is not a terminal, so that it can be searched.</summary>
    public void Sentence(Words words)
    {
        if (isTerminal) console.WriteLine(Say(words));
        else output.WriteLine(Say(words));
    }

    /// <summary>Prints a heading with an empty line before it.</summary>
    public void Heading(Words words)
    {
        console.WriteLine();
        console.WriteLine(Say(words), new Style(decoration: Decoration.Bold));
    }

    /// <summary>Prints a table; nothing when it has no rows.</summary>
    public void Table(Words[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in headings) table.AddColumn(new TableColumn(new Text(Say(heading))));
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(TextRules.Printable(cell))));
        if (table.Rows.Count > 0) console.Write(table);
    }

    private static IAnsiConsole Make(TextWriter output, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!isTerminal) console.Profile.Width = WidthWhenPiped;
        return console;
    }
}
