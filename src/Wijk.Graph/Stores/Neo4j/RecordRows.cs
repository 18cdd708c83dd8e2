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
        let place = RelationKey.Of(key)
        where place is not null
        select new { key, kind = Vocabulary.Of(place.Value.Kind).Name, @from = place.Value.From, to = place.Value.To };
}
