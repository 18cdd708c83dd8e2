using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads all nodes and relations in pages, several at a time, and what was committed meanwhile after them.</summary>
/// <remarks>
/// Pages are transactions of their own, so they may be of different versions. Whatever was committed since the version that was read first
/// stands in the log: laid over the pages it makes them all of the version that was read last.
/// </remarks>
internal sealed class ContentsReader(QueryApiClient client, LogReader log, StagedLoads loads)
{
    /// <summary>How many nodes a page may hold.</summary>
    public const int NodesPerPage = 20_000;

    /// <summary>How many relations a page holds, unless they start at one node.</summary>
    public const int RelationsPerPage = 40_000;

    private const int RequestsAtATime = 4;

    private readonly ConcurrentBag<PageBuffers> idle = [];
    private readonly RecordPages recordPages = new(client);

    /// <summary>Everything at one version.</summary>
    public async Task<GraphContents> ReadAsync(CancellationToken cancellationToken)
    {
        var first = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        if (first.Number == 0) return new(first, [], []);
        var (pages, relations) = await ReadRecordsAsync(cancellationToken).ConfigureAwait(false);

        // An import that began meanwhile has written some of its records: all of them stand in the log when it is done.
        var last = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        var unreadable = UnreadableOf(pages, relations);
        var contents = new GraphContents(first, NodesOf(pages), [.. relations.SelectMany(page => page.Relations)]);
        if (last == first) return await LastLogged.FillAsync(contents, unreadable, log, cancellationToken).ConfigureAwait(false);
        return await CatchUpAsync(contents, unreadable, last, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The records of which none can be made. Reads, and waits for nobody: what is just being committed may be among them.</summary>
    public async Task<IReadOnlyList<UnreadableRecord>> ReadUnreadableAsync(CancellationToken cancellationToken)
    {
        var (pages, relations) = await ReadRecordsAsync(cancellationToken).ConfigureAwait(false);
        return UnreadableOf(pages, relations);
    }

    /// <summary>The records as they stand, but for those of which none can be made. Reads, and waits for nobody, as <see cref="ReadUnreadableAsync"/>.</summary>
    public async Task<IEnumerable<GraphRecord>> ReadAsTheyStandAsync(CancellationToken cancellationToken)
    {
        var (pages, relations) = await ReadRecordsAsync(cancellationToken).ConfigureAwait(false);
        return pages.SelectMany(page => page.Nodes).Concat<GraphRecord>(relations.SelectMany(page => page.Relations));
    }

    private async Task<(NodePage[] Nodes, RelationPage[] Relations)> ReadRecordsAsync(CancellationToken cancellationToken)
    {
        var pages = await ReadNodesAsync(cancellationToken).ConfigureAwait(false);
        var keys = new KeysById();
        foreach (var page in pages) keys.Add(page);
        return (pages, await ReadRelationsAsync(RangesByDegree(pages), keys, cancellationToken).ConfigureAwait(false));
    }

    private static UnreadableRecord[] UnreadableOf(NodePage[] nodes, RelationPage[] relations) =>
        [.. nodes.SelectMany(page => page.Unreadable).Select(node => node.Record), .. relations.SelectMany(page => page.Unreadable)];

    private async Task<GraphContents> CatchUpAsync(
        GraphContents contents, UnreadableRecord[] unreadable, GraphVersion last, CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        var reached = contents.Version;
        await foreach (var changeSet in log.ReadAsync(contents.Version.Number, cancellationToken).ConfigureAwait(false))
        {
            if (changeSet.Version.Number != reached.Number + 1) break;
            changes.AddRange(changeSet.Changes);
            reached = changeSet.Version;
            // A later one may not be visible whole yet.
            if (reached.Number == last.Number) break;
        }

        // Filled or restored from a backup meanwhile, so that there is no way from what was read to what is there now.
        if (reached.Number < last.Number || last.Number <= contents.Version.Number) return await ReadAsync(cancellationToken).ConfigureAwait(false);

        // What was written meanwhile may have been read in part.
        var changed = changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        return await LastLogged.FillAsync(
            ContentsDelta.Apply(contents, reached, changes), [.. unreadable.Where(record => !changed.Contains(record.Key))], log, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NodePage[]> ReadNodesAsync(CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<int, NodePage>();
        await ForEachAsync(
            NodeRangesAsync(cancellationToken),
            async (place, range, buffers, stopping) => read[place] = await recordPages.NodesAsync(
                Statements.NodePage,
                new { from = range.Keys.From, until = range.Keys.Until, attributes = PageReader.ColumnsOf(range.Kind) },
                range.Kind,
                buffers,
                stopping).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return [.. read.OrderBy(page => page.Key).Select(page => page.Value)];
    }

    private async Task<RelationPage[]> ReadRelationsAsync(List<StartRange> ranges, KeysById keys, CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<int, RelationPage>();
        await ForEachAsync(
            ranges.ToAsyncEnumerable(),
            async (place, range, buffers, stopping) => read[place] = await recordPages.RelationsAsync(
                Statements.RelationPage,
                new { from = range.Keys.From, until = range.Keys.Until, attributes = PageReader.ColumnsOfRelations },
                range.Starts,
                keys,
                buffers,
                stopping).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return [.. read.OrderBy(page => page.Key).Select(page => page.Value)];
    }

    private async IAsyncEnumerable<(NodeKind Kind, KeyRange Keys)> NodeRangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var definition in Vocabulary.Nodes.OrderBy(definition => $"{definition.KeyPrefix}:", StringComparer.Ordinal))
        {
            // A key starts with its kind and a colon, and the character after the colon is the semicolon.
            var (from, until) = ($"{definition.KeyPrefix}:", $"{definition.KeyPrefix};");
            while (await PageEndAsync(new(from, until), cancellationToken).ConfigureAwait(false) is { } end)
            {
                yield return (definition.Kind, new(from, end));
                from = end;
            }

            yield return (definition.Kind, new(from, until));
        }
    }

    private async Task<string?> PageEndAsync(KeyRange range, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.PageEnd, new { from = range.From, until = range.Until, size = NodesPerPage }, cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : answer.Text(0, "key");
    }

    // Ranges of start nodes that have about as many relations each.
    private static List<StartRange> RangesByDegree(NodePage[] pages)
    {
        var ranges = new List<StartRange>();
        var (from, starts, count) = ((string?)null, new List<string>(), 0L);
        foreach (var (key, degree) in pages.SelectMany(StartsOf))
        {
            if (degree == 0) continue;
            if (from is not null && count + degree > RelationsPerPage)
            {
                ranges.Add(new(new(from, key), starts));
                (from, starts, count) = (null, [], 0);
            }

            from ??= key;
            starts.Add(key);
            count += degree;
        }

        if (from is not null) ranges.Add(new(new(from, LastKey), starts));
        return ranges;
    }

    private static IEnumerable<(string Key, int Degree)> StartsOf(NodePage page)
    {
        var readable = page.Nodes.Select((node, place) => (node.Key, page.Degrees[place]));
        return page.Unreadable.Count == 0
            ? readable
            : readable.Concat(page.Unreadable.Select(node => (node.Record.Key, node.Degree))).OrderBy(node => node.Key, StringComparer.Ordinal);
    }

    // After every key: they start with a small letter.
    private const string LastKey = "\u007F";

    private static Node[] NodesOf(NodePage[] pages)
    {
        Node[] nodes = [.. pages.SelectMany(page => page.Nodes)];

        // Neo4j orders by code points, the contract by UTF-16 units; the two differ only around characters above U+FFFF.
        for (var node = 1; node < nodes.Length; node++)
        {
            if (string.CompareOrdinal(nodes[node - 1].Key, nodes[node].Key) <= 0) continue;
            Array.Sort(nodes, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
            break;
        }

        return nodes;
    }

    private Task ForEachAsync<T>(
        IAsyncEnumerable<T> ranges, Func<int, T, PageBuffers, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            ranges.Select((range, place) => (range, place)),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtATime, CancellationToken = cancellationToken },
            async (page, stopping) =>
            {
                var buffers = idle.TryTake(out var kept) ? kept : new();
                await read(page.place, page.range, buffers, stopping).ConfigureAwait(false);
                idle.Add(buffers);
            });

    private sealed record StartRange(KeyRange Keys, List<string> Starts);
}
