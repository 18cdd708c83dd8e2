namespace Wijk.Graph.Model;

/// <summary>What the key of a relation says of it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="From">The key of the node it starts at.</param>
/// <param name="To">The key of the node it leads to.</param>
public readonly record struct RelationKey(RelationKind Kind, string From, string To)
{
    /// <summary>Takes a key apart; null when it names no kind of relation, or no two ends.</summary>
    public static RelationKey? Of(string key) =>
        Vocabulary.FindRelation(Keys.PrefixOf(key)) is { } definition && Keys.IsOf(key, definition.KeyPrefix) && Keys.PartsOf(key) is [var from, var to, ..]
            ? new(definition.Kind, from, to)
            : null;
}
