using System.CommandLine;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary>A command that cannot do what it is asked; its words are one clear sentence.</summary>
internal sealed class Refusal(Words why) : ExplainedException(why)
{
    /// <summary>Runs a command; what it refuses is printed as one sentence and ends with exit code 1, without a stack trace.</summary>
    public static async Task<int> GuardAsync(ParseResult arguments, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return Say(arguments, new("Afgebroken; er is niets half geschreven.", "Cancelled; nothing was half-written."), exitCode: 130);
        }
        catch (Exception refused) when (SentenceOf(refused) is not null)
        {
            return Say(arguments, SentenceOf(refused)!, exitCode: 1);
        }
    }

    private static int Say(ParseResult arguments, Words sentence, int exitCode)
    {
        arguments.Tell(sentence);
        return exitCode;
    }

    private static Words? SentenceOf(Exception failure) => failure switch
    {
        ExplainedException explained => explained.Why,
        IOException or UnauthorizedAccessException => new(
            $"Een bestand of map kan niet worden gebruikt: {failure.Message}", $"A file or folder cannot be used: {failure.Message}"),
        _ => null,
    };
}
