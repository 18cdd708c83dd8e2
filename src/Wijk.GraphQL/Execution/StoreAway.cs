using GraphQL;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>The store cannot be read or written now, so that nothing can be changed; what was asked may be sent again.</summary>
internal sealed class StoreAway : ExecutionError
{
    /// <summary>An error with the store's own sentence, in both languages in its extensions.</summary>
    public StoreAway(Words why, Exception? inner = null) : base(why.En, inner)
    {
        Code = "STORE_UNAVAILABLE";
        Extensions = new Dictionary<string, object?> { ["why"] = WordsJson.Of(why) };
    }
}
