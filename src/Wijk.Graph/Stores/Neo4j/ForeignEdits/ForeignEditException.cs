using System.Collections.Immutable;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Records that a change set would overwrite or remove were changed outside Wijk; nothing was written.</summary>
public sealed class ForeignEditException(ImmutableArray<string> keys) : StoreException(
    keys.Length == 1
        ? new(
            $"'{keys[0]}' is in Neo4j buiten Wijk om veranderd, en Wijk overschrijft dat niet; er is niets geschreven. Zie 'verify', en neem de verandering over met 'adopt'.",
            $"'{keys[0]}' was changed in Neo4j outside Wijk, and Wijk does not overwrite that; nothing was written. See 'verify', and take the change in with 'adopt'.")
        : new(
            $"{keys.Length} records zijn in Neo4j buiten Wijk om veranderd, waaronder '{keys[0]}', en Wijk overschrijft dat niet; er is niets geschreven. Zie 'verify', en neem de veranderingen over met 'adopt'.",
            $"{keys.Length} records were changed in Neo4j outside Wijk, among them '{keys[0]}', and Wijk does not overwrite that; nothing was written. See 'verify', and take the changes in with 'adopt'."))
{
    /// <summary>The keys of those records.</summary>
    public ImmutableArray<string> Keys { get; } = keys;
}
