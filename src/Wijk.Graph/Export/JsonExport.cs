using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Export;

/// <summary>Writes the graph as <c>{"wijk":1,"version":n,"recordedAt":"…","nodes":[…],"relations":[…]}</c>.</summary>
/// <remarks>Nodes and relations are in key order, one on a line, so that equal graphs are equal bytes and a diff can be read.</remarks>
public static class JsonExport
{
    /// <summary>Writes all of it, ending in a newline; the stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, GraphContents contents, CancellationToken cancellationToken)
    {
        using var writer = new GraphJsonWriter(stream);
        await WriteContentsAsync(writer, contents, progress: null, cancellationToken).ConfigureAwait(false);
        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static async Task WriteContentsAsync(
        GraphJsonWriter writer, GraphContents contents, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        writer.Start(contents.Version);
        await WriteRecordsAsync("nodes", contents.Nodes, done: 0).ConfigureAwait(false);
        await WriteRecordsAsync("relations", InKeyOrder(contents.Relations), done: contents.Nodes.Count).ConfigureAwait(false);

        async Task WriteRecordsAsync(string name, IReadOnlyList<GraphRecord> records, long done)
        {
            writer.StartArray(name);
            foreach (var record in records)
            {
                writer.Record(record);
                await writer.WriteOutWhenFullAsync(cancellationToken).ConfigureAwait(false);
                progress?.Report(++done);
            }

            writer.EndArray();
        }
    }

    // A store that promises no order has to look at every relation to know its key, so here they are ordered where it matters.
    private static IReadOnlyList<Relation> InKeyOrder(IReadOnlyList<Relation> relations)
    {
        for (var i = 1; i < relations.Count; i++)
        {
            if (string.CompareOrdinal(relations[i - 1].Key, relations[i].Key) > 0)
                return [.. relations.OrderBy(relation => relation.Key, StringComparer.Ordinal)];
        }

        return relations;
    }
}
