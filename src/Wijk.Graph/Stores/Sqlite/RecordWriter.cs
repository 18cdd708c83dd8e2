using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Writes changes to the tables node and relation, with statements that are prepared once.</summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly SqliteCommand putNode;
    private readonly SqliteCommand putRelation;
    private readonly SqliteCommand findNode;
    private readonly SqliteCommand removeNode;
    private readonly SqliteCommand removeRelation;
    private readonly Dictionary<string, long> nodeIds = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;

    public RecordWriter(SqliteConnection connection)
    {
        json = new(buffer, RecordJson.WriterOptions);
        putNode = connection.Prepared(
            """
            INSERT INTO node (key, kind, is_stub, valid_from, valid_to, visibility, source, recorded_at, inference, attributes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (key) DO UPDATE SET is_stub = $3, valid_from = $4, valid_to = $5, visibility = $6, source = $7, recorded_at = $8,
                inference = $9, attributes = $10
            RETURNING id
            """,
            10);
        putRelation = connection.Prepared(
            """
            INSERT INTO relation (key, kind, from_id, to_id, valid_from, valid_to, visibility, source, recorded_at, inference, attributes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (key) DO UPDATE SET valid_from = $5, valid_to = $6, visibility = $7, source = $8, recorded_at = $9,
                inference = $10, attributes = $11
            """,
            11);
        findNode = connection.Prepared("SELECT id FROM node WHERE key = $1", 1);
        removeNode = connection.Prepared("DELETE FROM node WHERE key = $1", 1);
        removeRelation = connection.Prepared("DELETE FROM relation WHERE key = $1", 1);
    }

    /// <summary>Writes changes that were checked: nodes come before the relations to them, and go after.</summary>
    public void Write(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Where(change => change.Record is Node)) Put((Node)change.Record!, cancellationToken);
        foreach (var change in changes.Where(change => change.Record is Relation)) Put((Relation)change.Record!, cancellationToken);
        foreach (var change in changes.Where(change => change.Record is null).OrderBy(change => Keys.NodeKindOf(change.Key) is not null))
        {
            var remove = Keys.NodeKindOf(change.Key) is null ? removeRelation : removeNode;
            remove.With(change.Key).ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in new[] { putNode, putRelation, findNode, removeNode, removeRelation }) command.Dispose();
        json.Dispose();
    }

    private void Put(Node node, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        putNode.With(
            node.Key, Vocabulary.Of(node.Kind).Name, node.IsStub, Text(node.ValidFrom), Text(node.ValidTo), (int)node.Visibility, node.Source,
            node.RecordedAt.ToUnixTimeMilliseconds(), InferenceOf(node), AttributesOf(node));
        nodeIds[node.Key] = (long)putNode.ExecuteScalar()!;
    }

    private void Put(Relation relation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        putRelation.With(
            relation.Key, Vocabulary.Of(relation.Kind).Name, IdOf(relation.From), IdOf(relation.To), Text(relation.ValidFrom),
            Text(relation.ValidTo), (int)relation.Visibility, relation.Source, relation.RecordedAt.ToUnixTimeMilliseconds(),
            InferenceOf(relation), AttributesOf(relation));
        putRelation.ExecuteNonQuery();
    }

    private long IdOf(string key)
    {
        if (!nodeIds.TryGetValue(key, out var id)) nodeIds.Add(key, id = (long)findNode.With(key).ExecuteScalar()!);
        return id;
    }

    private string? InferenceOf(GraphRecord record) =>
        record.Inference is { } inference ? JsonOf(writer => RecordJson.WriteInference(writer, inference)) : null;

    private string? AttributesOf(GraphRecord record) =>
        record.Attributes.Count == 0 ? null : JsonOf(writer => AttributeJson.Write(writer, record.Attributes));

    private string JsonOf(Action<Utf8JsonWriter> write)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        write(json);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Text(PartialDate? date) => date?.ToString();
}
