using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Records and keys as the rows that the statements unwind.</summary>
internal static class RecordRows
{
    /// <summary>Parameters that are all members of one, <c>$in</c>.</summary>
    /// <remarks>
    /// Neo4j plans a statement anew for each order of magnitude of each list that is a parameter, which costs a second for a long one;
    /// into a map it does not look.
    /// </remarks>
    public static Action<Utf8JsonWriter> InOne(Action<Utf8JsonWriter> parameters) => writer =>
    {
        writer.WriteStartObject("in");
        parameters(writer);
        writer.WriteEndObject();
    };

    /// <summary>A list of rows as a parameter.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parameter">The name of the list.</param>
    /// <param name="records">The records.</param>
    /// <param name="withAbsent">Whether what a record lacks is written as null, since the database may hold the record with it.</param>
    public static void Write(this Utf8JsonWriter writer, string parameter, IEnumerable<GraphRecord> records, Func<GraphRecord, bool> withAbsent)
    {
        writer.WriteStartArray(parameter);
        foreach (var record in records)
        {
            writer.WriteStartObject();
            writer.WriteString("key", record.Key);
            if (record is Relation relation) WriteEnds(writer, relation.Kind, relation.From, relation.To);
            else writer.WriteString("kind", Vocabulary.Of(((Node)record).Kind).Name);
            writer.WriteNumber("recordedAt", record.RecordedAt.ToUnixTimeMilliseconds());
            writer.WritePropertyName("properties");
            RecordProperties.Write(writer, record, withAbsent(record));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A list of keys as a parameter.</summary>
    public static void WriteKeys(this Utf8JsonWriter writer, string parameter, IEnumerable<string> keys)
    {
        writer.WriteStartArray(parameter);
        foreach (var key in keys) writer.WriteStringValue(key);
        writer.WriteEndArray();
    }

    /// <summary>Relations by kind, ends and key as a parameter; those whose key names no kind of relation are left out.</summary>
    public static void WriteRelationKeys(this Utf8JsonWriter writer, string parameter, IEnumerable<string> keys)
    {
        writer.WriteStartArray(parameter);
        foreach (var key in keys)
        {
            if (RelationKey.Of(key) is not { } place) continue;
            writer.WriteStartObject();
            writer.WriteString("key", key);
            WriteEnds(writer, place.Kind, place.From, place.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEnds(Utf8JsonWriter writer, RelationKind kind, string from, string to)
    {
        writer.WriteString("kind", Vocabulary.Of(kind).Name);
        writer.WriteString("from", from);
        writer.WriteString("to", to);
    }
}
