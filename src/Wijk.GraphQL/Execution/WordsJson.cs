using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>Words outside the schema: in extensions of answers and errors.</summary>
internal static class WordsJson
{
    /// <summary>Both languages, as the type Words of the schema has them.</summary>
    public static Dictionary<string, object?> Of(Words words) => new() { ["nl"] = words.Nl, ["en"] = words.En };
}
