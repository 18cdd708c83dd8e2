using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>Reads all nodes and relations. Texts that stand in many records are held in memory once.</summary>
internal sealed class ContentsReader(SqliteConnection connection, CancellationToken cancellationToken)
{
    private const int MostSharedSets = 100_000;

    // What nodes and relations have in common, in the columns from 0 on.
    private const string Parts = "valid_from, valid_to, visibility, source, recorded_at, inference, attributes";

    private readonly Dictionary<long, Node> nodesById = [];
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Inference> inferences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartialDate> dates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Json), AttributeSet> attributeSets = [];
    private bool isByteOrderOrdinal = true;

    /// <summary>Everything in one read transaction.</summary>
    public static GraphContents Read(SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var reader = new ContentsReader(connection, cancellationToken);
        var version = ReadVersion(connection);
        var nodes = reader.ReadNodes();
        return new(version, nodes, reader.ReadRelations());
    }

    /// <summary>The newest version.</summary>
    public static GraphVersion ReadVersion(SqliteConnection connection)
    {
        using var command = connection.Statement("SELECT version, recorded_at FROM graph");
        using var row = command.ExecuteReader();
        try
        {
            return row.Read() ? new(row.GetInt64(0), row.TimeAt(1)) : throw JsonMembers.Broken("version", new("die ontbreekt.", "it is missing."));
        }
        catch (Exception problem) when (UnreadableRecordException.IsAboutRecord(problem))
        {
            throw new UnreadableRecordException(new("de tabel", "the table"), "graph", problem);
        }
    }

    /// <summary>Whether a record stands there already, whenever it was recorded.</summary>
    public bool Holds(GraphRecord record)
    {
        var table = record is Node ? "node" : "relation";
        var stub = record is Node ? "is_stub" : "0";
        using var command = connection.Statement($"SELECT {Parts}, {stub} FROM {table} WHERE key = $key", ("$key", record.Key));
        using var row = command.ExecuteReader();
        return row.Read() && record.SameContentAs(record switch
        {
            Relation relation => PartsAt(row, Vocabulary.Of(relation.Kind).Name, Vocabulary.Of(relation.Kind).Attributes)
                .Relation(relation.Kind, relation.From, relation.To),
            Node node => PartsAt(row, Vocabulary.Of(node.Kind).Name, Vocabulary.Of(node.Kind).Attributes).Node(node.Key, node.Kind, row.GetBoolean(7)),
            _ => null,
        });
    }

    private List<Node> ReadNodes()
    {
        using var command = connection.Statement($"SELECT {Parts}, id, key, kind, is_stub FROM node ORDER BY key");
        using var row = command.ExecuteReader();
        var nodes = new List<Node>();
        while (row.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var node = NodeAt(row);
                nodes.Add(node);
                nodesById.Add(row.GetInt64(7), node);
                isByteOrderOrdinal &= !HasSurrogates(node.Key);
            }
            catch (Exception problem) when (UnreadableRecordException.IsAboutRecord(problem))
            {
                throw new UnreadableRecordException(new("knoop", "node"), row, 8, problem);
            }
        }

        if (!isByteOrderOrdinal) nodes.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return nodes;
    }

    private List<Relation> ReadRelations()
    {
        using var command = connection.Statement($"SELECT {Parts}, kind, from_id, to_id, key FROM relation ORDER BY key");
        using var row = command.ExecuteReader();
        var relations = new List<Relation>();
        while (row.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var relation = RelationAt(row);
                relations.Add(relation);
                foreach (var (_, value) in relation.Attributes) isByteOrderOrdinal &= value is not string text || !HasSurrogates(text);
            }
            catch (Exception problem) when (UnreadableRecordException.IsAboutRecord(problem))
            {
                throw new UnreadableRecordException(new("relatie", "relation"), row, 10, problem);
            }
        }

        if (!isByteOrderOrdinal) relations.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return relations;
    }

    private Node NodeAt(SqliteDataReader row)
    {
        var definition = Vocabulary.FindNode(row.GetString(9)) ?? throw Unknown(row.GetString(9));
        return PartsAt(row, definition.Name, definition.Attributes).Node(row.GetString(8), definition.Kind, row.GetBoolean(10));
    }

    private Relation RelationAt(SqliteDataReader row)
    {
        var definition = Vocabulary.FindRelation(row.GetString(7)) ?? throw Unknown(row.GetString(7));
        return PartsAt(row, definition.Name, definition.Attributes).Relation(definition.Kind, EndAt(row, 8, "from"), EndAt(row, 9, "to"));
    }

    private string EndAt(SqliteDataReader row, int column, string end) => nodesById.TryGetValue(row.GetInt64(column), out var node)
        ? node.Key
        : throw JsonMembers.Broken(end, new("die knoop is er niet.", "that node is not there."));

    private RecordParts PartsAt(SqliteDataReader row, string kind, ImmutableArray<AttributeDefinition> attributes) => new(
        Source: SourceAt(row, 3),
        RecordedAt: row.TimeAt(4),
        Visibility: (Visibility)row.GetInt32(2),
        ValidFrom: DateAt(row, 0),
        ValidTo: DateAt(row, 1),
        Inference: InferenceAt(row, 5),
        Attributes: AttributesAt(row, 6, kind, attributes));

    // SQLite orders by UTF-8 bytes, the contract by UTF-16 units; the two differ only around characters above U+FFFF.
    private static bool HasSurrogates(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    private PartialDate? DateAt(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        var text = row.GetString(column);
        if (!dates.TryGetValue(text, out var date)) dates.Add(text, date = PartialDate.Parse(text));
        return date;
    }

    private string SourceAt(SqliteDataReader row, int column)
    {
        var text = row.GetString(column);
        if (!sources.TryGetValue(text, out var source)) sources.Add(text, source = text);
        return source;
    }

    private Inference? InferenceAt(SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        var text = row.GetString(column);
        if (inferences.TryGetValue(text, out var known)) return known;
        using var json = JsonDocument.Parse(text);
        var inference = RecordJson.ReadInference(json.RootElement);
        inferences.Add(text, inference);
        return inference;
    }

    // A set is immutable, so records that say the same share one; past the limit most are different, and looking costs more than it saves.
    private AttributeSet AttributesAt(SqliteDataReader row, int column, string kind, ImmutableArray<AttributeDefinition> definitions)
    {
        if (row.IsDBNull(column)) return AttributeSet.Empty;
        var json = row.GetString(column);
        if (attributeSets.TryGetValue((kind, json), out var known)) return known;
        var read = AttributeJson.Read(Encoding.UTF8.GetBytes(json), kind, definitions);
        if (attributeSets.Count < MostSharedSets) attributeSets.Add((kind, json), read);
        return read;
    }

    private static RecordFormatException Unknown(string kind) => JsonMembers.Broken(
        "kind", new($"'{kind}' is geen soort knoop of relatie.", $"'{kind}' is not a kind of node or relation."));
}
