using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Reads a whole database page by page into a check, whatever anybody wrote in it.</summary>
internal sealed class ForeignEditReader(QueryApiClient client)
{
    // Of nodes, and so of relations the handful of times as many that start at them.
    private const int PageSize = 2_000;

    private static readonly ImmutableArray<string> NodeKinds = [.. Vocabulary.Nodes.Select(kind => kind.Name)];
    private static readonly ImmutableArray<string> RelationKinds = [.. Vocabulary.Relations.Select(kind => kind.Name)];

    private static readonly ImmutableArray<string> Bookkeeping =
        ["WijkGraph", "WijkChangeSet", "WijkStagedChangeSet", "WijkLogPage", "WijkRemoved", "WijkMigration", "WijkClusters", "WijkScenario", "WijkLock", "_Staged"];

    /// <summary>Has a check take all of it.</summary>
    public async Task ReadAsync(ForeignEditCheck check, CancellationToken cancellationToken)
    {
        var pages = await ReadNodesAsync(check, cancellationToken).ConfigureAwait(false);
        await InPagesAsync(ForeignEditStatements.UnmanagedNodes, NodeKinds, TakeNodes, cancellationToken).ConfigureAwait(false);
        await ReadRelationsAsync(check, pages, cancellationToken).ConfigureAwait(false);
        await InPagesAsync(ForeignEditStatements.UnmanagedRelations, RelationKinds, TakeRelations, cancellationToken).ConfigureAwait(false);
        foreach (var (labels, count) in await ReadOtherNodesAsync(cancellationToken).ConfigureAwait(false)) check.TakeOtherNodes(labels, count);
        using var answer = await client.ReadAsync(
            ForeignEditStatements.OtherRelations, new { kinds = RelationKinds }, cancellationToken).ConfigureAwait(false);
        for (var row = 0; row < answer.RowCount; row++) check.TakeOtherRelations(answer.Text(row, "type")!, answer.Int64(row, "count"));

        void TakeNodes(Answer page, int row) => check.Take(NodeAt(page, row));

        void TakeRelations(Answer page, int row) => check.Take(RelationAt(page, row));
    }

    /// <summary>How many nodes there are that Wijk knows nothing of, by their labels.</summary>
    public async Task<IReadOnlyList<(string Labels, long Count)>> ReadOtherNodesAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            ForeignEditStatements.OtherNodes, new { known = (string[])[StoredNode.ManagedLabel, .. NodeKinds, .. Bookkeeping] }, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => (string.Join(':', TextsAt(answer, row, "labels")), answer.Int64(row, "count")))];
    }

    /// <summary>Those of some keys that stand anywhere in the database.</summary>
    public async Task<ImmutableArray<string>> ReadFoundAsync(string[] keys, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(ForeignEditStatements.FoundKeys, new { keys }, cancellationToken).ConfigureAwait(false);
        return [.. TextsAt(answer, 0, "nodes"), .. TextsAt(answer, 0, "relations")];
    }

    // The keys that end each page: the relations are read by the same pages, after all nodes are known.
    private async Task<List<string>> ReadNodesAsync(ForeignEditCheck check, CancellationToken cancellationToken)
    {
        var ends = new List<string> { "" };
        while (true)
        {
            using var answer = await client.ReadAsync(
                ForeignEditStatements.Nodes, new { after = ends[^1], limit = PageSize }, cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < answer.RowCount; row++) check.Take(NodeAt(answer, row));
            if (answer.RowCount > 0) ends.Add(answer.Text(answer.RowCount - 1, "key")!);
            if (answer.RowCount < PageSize) return ends;
        }
    }

    private async Task ReadRelationsAsync(ForeignEditCheck check, List<string> pages, CancellationToken cancellationToken)
    {
        for (var page = 1; page < pages.Count; page++)
        {
            using var answer = await client.ReadAsync(
                ForeignEditStatements.Relations, new { after = pages[page - 1], last = pages[page] }, cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < answer.RowCount; row++) check.Take(RelationAt(answer, row));
        }
    }

    private async Task InPagesAsync(Statement statement, ImmutableArray<string> kinds, Action<Answer, int> take, CancellationToken cancellationToken)
    {
        for (var (skip, count) = (0, PageSize); count == PageSize; skip += count)
        {
            using var answer = await client.ReadAsync(statement, new { kinds, skip, limit = PageSize }, cancellationToken).ConfigureAwait(false);
            count = answer.RowCount;
            for (var row = 0; row < count; row++) take(answer, row);
        }
    }

    private static StoredNode NodeAt(Answer answer, int row) =>
        new(answer.Text(row, "elementId")!, TextsAt(answer, row, "labels"), StoredProperties.Of(answer, row));

    private static StoredRelation RelationAt(Answer answer, int row) => new(
        answer.Text(row, "elementId")!,
        answer.Text(row, "type")!,
        answer.Text(row, "from")!,
        answer.Text(row, "to")!,
        StoredProperties.Of(answer, row));

    private static ImmutableArray<string> TextsAt(Answer answer, int row, string column)
    {
        var reader = answer.Value(row, column);
        return [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(text => text.GetString()!)];
    }
}
