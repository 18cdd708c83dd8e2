using System.Collections.Immutable;
using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary>Where a command prints and which variables it sees: those of the process, or what a caller puts in their place.</summary>
internal sealed class CommandSurroundings : InvocationConfiguration
{
    /// <summary>The value of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Opens the standard output for bytes: what goes there as UTF-8, whatever the console's encoding.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether a person reads along on a terminal.</summary>
    public bool IsTerminal => Output == Console.Out && !Console.IsOutputRedirected;
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
    public static Terminal Terminal(this ParseResult arguments) =>
        new(arguments.GetValue(CommonOptions.Language), arguments.InvocationConfiguration.Output, arguments.Surroundings().IsTerminal);
}
