using System.Collections.Immutable;
using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary>Where a command prints and which variables it sees: those of the process, or what a caller puts in their place.</summary>
internal sealed class CommandSurroundings : InvocationConfiguration
{
    private readonly TextWriter screen;

    /// <summary>Prints to these; whatever a command prints, no character of it acts on the terminal.</summary>
    public CommandSurroundings(TextWriter output, TextWriter errors)
    {
        screen = output;
        (Output, Error) = (new PrintableWriter(output), new PrintableWriter(errors));
    }

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Opens the standard output for bytes: what goes there as UTF-8, whatever the console's encoding.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether a person reads along on a terminal.</summary>
    public bool IsTerminal => screen == Console.Out && !Console.IsOutputRedirected;

    /// <summary>What prints tables and sentences; on a terminal it sets colours itself, and so gets the screen itself.</summary>
    public Terminal Terminal(Language language, IProgress<Words> progress, CancellationToken stop = default) =>
        new(language, IsTerminal ? screen : Output, IsTerminal, progress, stop);
}

/// <summary>The surroundings, from the arguments that every command gets.</summary>
internal static class ArgumentsSurroundings
{
    /// <summary>The surroundings of the command that runs.</summary>
    public static CommandSurroundings Surroundings(this ParseResult arguments) => (CommandSurroundings)arguments.InvocationConfiguration;

    /// <summary>Prints what the store warned of, beside the output.</summary>
    public static void Warn(this ParseResult arguments, ImmutableArray<RecordWarning> warnings)
    {
        foreach (var warning in warnings) arguments.Tell(warning.Message);
    }

    /// <summary>Prints a sentence for whoever watches, beside the output.</summary>
    public static void Tell(this ParseResult arguments, Words sentence) =>
        arguments.InvocationConfiguration.Error.WriteLine(sentence.In(arguments.GetValue(CommonOptions.Language)));

    /// <summary>What prints tables and sentences in the language of the reader.</summary>
    public static Terminal Terminal(this ParseResult arguments, CancellationToken stop = default) =>
        arguments.Surroundings().Terminal(arguments.GetValue(CommonOptions.Language), new StageLines(arguments), stop);
}
