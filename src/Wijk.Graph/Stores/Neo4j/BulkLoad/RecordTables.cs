using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>The files of the records: one for each kind of node and of relation that there is.</summary>
internal sealed class RecordTables(string folder, char listDelimiter) : IAsyncDisposable
{
    private readonly BulkTable?[] nodes = new BulkTable?[Vocabulary.Nodes.Length];
    private readonly BulkTable?[] relations = new BulkTable?[Vocabulary.Relations.Length];
    private BulkTable? shortLists;

    /// <summary>The files that were made, with the labels or the type of what stands in them.</summary>
    public IEnumerable<BulkFile> Files =>
    [
        .. nodes.Zip(Vocabulary.Nodes).Where(pair => pair.First is not null).Select(pair => BulkFile.OfNodes($"{pair.Second.Name}:WijkNode", pair.First!)),
        .. relations.Zip(Vocabulary.Relations).Where(pair => pair.First is not null).Select(pair => BulkFile.OfRelations(pair.Second.Name, pair.First!)),
        .. shortLists is null ? (BulkFile[])[] : [BulkFile.OfNodes("WijkShortList", shortLists)],
    ];

    /// <summary>Writes a node.</summary>
    public void Write(Node node)
    {
        var table = nodes[(int)node.Kind] ??= new(
            folder, Vocabulary.Of(node.Kind).Name, BulkColumn.OfNode(Vocabulary.Of(node.Kind)), listDelimiter);
        table.Set("key", node.Key);
        WriteRest(table, node);
    }

    /// <summary>Writes a relation.</summary>
    public void Write(Relation relation)
    {
        var table = relations[(int)relation.Kind] ??= new(
            folder, Vocabulary.Of(relation.Kind).Name, BulkColumn.OfRelation(Vocabulary.Of(relation.Kind)), listDelimiter);
        table.Set(0, relation.From);
        table.Set(1, relation.To);
        table.Set("key", relation.Key);
        WriteRest(table, relation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var table in nodes.Concat(relations).Append(shortLists).OfType<BulkTable>()) await table.DisposeAsync().ConfigureAwait(false);
    }

    private void WriteRest(BulkTable table, GraphRecord record)
    {
        foreach (var (name, value) in RecordProperties.Of(record))
        {
            if (value is ImmutableArray<string> texts && (texts.IsEmpty || texts is [""]))
                WriteShortList(record, name, texts);
            else
                table.Set(name, value);
        }

        table.Set("recordedAt", record.RecordedAt);
        table.WriteRow();
    }

    // To the loader an empty field is not a list at all: a migration, which says so too, puts these lists in their place.
    private void WriteShortList(GraphRecord record, string property, ImmutableArray<string> texts)
    {
        // Very many inferences looked at no words; the migration finds those by what else they have.
        if (property == "inferredWords" && texts.IsEmpty) return;
        shortLists ??= new(
            folder, "WijkShortList",
            [BulkColumn.Text("key"), BulkColumn.Text("from"), BulkColumn.Text("to"), BulkColumn.Text("property"), BulkColumn.Integer("length")], listDelimiter);
        shortLists.Set("key", record.Key);
        if (record is Relation relation)
        {
            shortLists.Set("from", relation.From);
            shortLists.Set("to", relation.To);
        }

        shortLists.Set("property", property);
        shortLists.Set("length", (long)texts.Length);
        shortLists.WriteRow();
    }
}
