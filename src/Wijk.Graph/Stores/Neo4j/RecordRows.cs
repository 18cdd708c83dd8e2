using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Records and keys as the rows that the statements unwind.</summary>
internal static class RecordRows
{
    /// <summary>A row for each record.</summary>
    /// <param name="records">The records.</param>
    /// <param name="mayHold">Whether the database may hold the record of a key already: then what it lacks now is null in its row.</param>
    public static IEnumerable<object> Of(IEnumerable<GraphRecord> records, Func<string, bool> mayHold) => records.Select(record => record switch
    {
        Relation relation => (object)new
        {
            key = relation.Key,
            kind = Vocabulary.Of(relation.Kind).Name,
            from = relation.From,
            to = relation.To,
            recordedAt = relation.RecordedAt.ToUnixTimeMilliseconds(),
            properties = RecordProperties.Of(relation, mayHold(relation.Key)),
        },
        _ => new
        {
            key = record.Key,
            kind = Vocabulary.Of(((Node)record).Kind).Name,
            recordedAt = record.RecordedAt.ToUnixTimeMilliseconds(),
            properties = RecordProperties.Of(record, mayHold(record.Key)),
        },
    });

    /// <summary>A row for each key of a relation, with its kind and ends; other keys are left out.</summary>
    public static IEnumerable<object> OfRelationKeys(IEnumerable<string> keys) =>
        from key in keys
        let place = RelationEnd.Of(key)
        where place is not null
        select new { key, kind = Vocabulary.Of(place.Value.Kind).Name, @from = place.Value.From, to = place.Value.To };
}

/// <summary>What the key of a relation says of it: its kind and its ends.</summary>
internal readonly record struct RelationEnd(RelationKind Kind, string From, string To)
{
    /// <summary>Reads a key; null when it is not the key of a relation.</summary>
    public static RelationEnd? Of(string key)
    {
        if (!Keys.TryParse(key, out var prefix, out _, out _) || Vocabulary.FindRelation(prefix) is not { } definition) return null;
        return Keys.PartsOf(key).Take(2).ToArray() is [var from, var to] ? new(definition.Kind, from, to) : null;
    }
}
