using System.CommandLine;
using GraphQL;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Commands;

/// <summary>Prints the answer to a question exactly as GraphQL gives it.</summary>
internal static class GraphQLAnswer
{
    /// <summary>Runs the stored query of a question and prints its response as JSON.</summary>
    /// <returns>The exit code: 1 when the response holds errors.</returns>
    public static async Task<int> PrintAsync(
        ParseResult arguments, SnapshotHost snapshots, string question, Dictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        using var resource = typeof(GraphQLAnswer).Assembly.GetManifestResourceStream($"Queries.{question}.graphql")
            ?? throw new InvalidOperationException($"The query '{question}' is not part of this build.");
        using var reader = new StreamReader(resource);
        var query = await reader.ReadToEndAsync(cancellationToken);
        var execution = GraphQLExecution.QueriesOver(new WijkSchema(), snapshots);
        var result = await execution.ExecuteAsync(execution.Begin(), new(query, null, new Inputs(variables)), isQueryOnly: true, arguments.GetValue(CommonOptions.Language), cancellationToken);
        await using var screen = arguments.Surroundings().OpenOutput();
        await AnswerSerializer.Make(isIndented: true).WriteAsync(screen, result, cancellationToken);
        screen.Write("\n"u8);
        return result.Errors is { Count: > 0 } ? 1 : 0;
    }
}
