using GraphQL.Types;

namespace Wijk.GraphQL.Schema;

/// <summary>The input type of two that something is said of, and the names of its fields.</summary>
internal static class KeyPairInput
{
    public const string First = "first", Second = "second";

    /// <summary>The type <c>KeyPairInput</c>.</summary>
    public static InputObjectGraphType Make(SharedTypes types)
    {
        var pair = new InputObjectGraphType { Name = "KeyPairInput", Description = "Two that something is said of, each by key or by name; a professional by role." };
        pair.Declare(First, types.Id.Required(), "One; what goes on, where one becomes part of the other.");
        pair.Declare(Second, types.Id.Required(), "The other; what becomes part of the first, where it does.");
        return pair;
    }
}
