using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Commands;

/// <summary>A command that cannot do what it is asked; its words are one clear sentence.</summary>
internal sealed class Refusal(Words why) : Exception(why.En)
{
    /// <summary>Why, and what to do.</summary>
    public Words Why { get; } = why;

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
        Console.Error.WriteLine(sentence.In(arguments.GetValue(CommonOptions.Language)));
        return exitCode;
    }

    private static Words? SentenceOf(Exception failure) => failure switch
    {
        Refusal refusal => refusal.Why,
        CannotStartException cannotStart => cannotStart.Why,
        StoreException store => store.Why,
        FictionAndFactException mixed => mixed.Why,
        TemplateExistsException exists => exists.Why,
        UnknownAreaException unknown => unknown.Why,
        ImportFileException or MappingException or WijkJsonException or IOException or UnauthorizedAccessException => failure.Message,
        _ => null,
    };
}
