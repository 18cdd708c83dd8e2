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
    private const int MostAttempts = 4;

    private readonly ConcurrentBag<PageBuffers> idle = [];

    /// <summary>Everything at one version.</summary>
    public async Task<GraphContents> ReadAsync(CancellationToken cancellationToken)
    {
        var first = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        if (first.Number == 0) return new(first, [], []);
        var pages = await ReadNodesAsync(cancellationToken).ConfigureAwait(false);
        var (nodes, keys) = Joined(pages);
        var relations = await ReadRelationsAsync(RangesByDegree(pages), keys, cancellationToken).ConfigureAwait(false);

        // An import that began meanwhile has written some of its records: all of them stand in the log when it is done.
        var last = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        var contents = new GraphContents(first, nodes, relations);
        return last == first ? contents : await CatchUpAsync(contents, last, cancellationToken).ConfigureAwait(false);
    }

    private async Task<GraphContents> CatchUpAsync(GraphContents contents, GraphVersion last, CancellationToken cancellationToken)
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
        return ContentsDelta.Apply(contents, reached, changes);
    }

    private async Task<NodePage[]> ReadNodesAsync(CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<int, NodePage>();
        await ForEachAsync(
            NodeRangesAsync(cancellationToken),
            async (place, range, buffers, stopping) =>
            {
                using var answer = await client.ReadAsync(
                    Statements.NodePage,
                    new { from = range.Keys.From, until = range.Keys.Until, attributes = PageReader.ColumnsOf(range.Kind) },
                    stopping).ConfigureAwait(false);
                read[place] = PageReader.ReadNodes(answer, range.Kind, buffers);
            },
            cancellationToken).ConfigureAwait(false);
        return [.. read.OrderBy(page => page.Key).Select(page => page.Value)];
    }

    private async Task<Relation[]> ReadRelationsAsync(List<KeyRange> ranges, KeysById keys, CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<int, Relation[]>();
        await ForEachAsync(
            ranges.ToAsyncEnumerable(),
            async (place, range, buffers, stopping) =>
            {
                using var answer = await client.ReadAsync(
                    Statements.RelationPage,
                    new { from = range.From, until = range.Until, attributes = PageReader.ColumnsOfRelations },
                    stopping).ConfigureAwait(false);
                read[place] = PageReader.ReadRelations(answer, keys, buffers);
            },
            cancellationToken).ConfigureAwait(false);

        var relations = new Relation[read.Values.Sum(page => page.Length)];
        var next = 0;
        foreach (var (_, page) in read.OrderBy(page => page.Key))
        {
            page.CopyTo(relations, next);
            next += page.Length;
        }

        return relations;
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
    private static List<KeyRange> RangesByDegree(NodePage[] pages)
    {
        var ranges = new List<KeyRange>();
        string? from = null;
        var count = 0L;
        foreach (var page in pages)
        {
            for (var node = 0; node < page.Nodes.Length; node++)
            {
                if (page.Degrees[node] == 0) continue;
                var key = page.Nodes[node].Key;
                if (from is not null && count + page.Degrees[node] > RelationsPerPage)
                {
                    ranges.Add(new(from, key));
                    (from, count) = (null, 0);
                }

                from ??= key;
                count += page.Degrees[node];
            }
        }

        if (from is not null) ranges.Add(new(from, LastKey));
        return ranges;
    }

    // After every key: they start with a small letter.
    private const string LastKey = "\u007F";

    private static (Node[] Nodes, KeysById Keys) Joined(NodePage[] pages)
    {
        var nodes = new Node[pages.Sum(page => page.Nodes.Length)];
        var keys = new KeysById();
        var next = 0;
        foreach (var page in pages)
        {
            page.Nodes.CopyTo(nodes, next);
            next += page.Nodes.Length;
            keys.Add(page);
        }

        // Neo4j orders by code points, the contract by UTF-16 units; the two differ only around characters above U+FFFF.
        for (var node = 1; node < nodes.Length; node++)
        {
            if (string.CompareOrdinal(nodes[node - 1].Key, nodes[node].Key) <= 0) continue;
            Array.Sort(nodes, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
            break;
        }

        return (nodes, keys);
    }

    private Task ForEachAsync<T>(
        IAsyncEnumerable<T> ranges, Func<int, T, PageBuffers, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            ranges.Select((range, place) => (range, place)),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtATime, CancellationToken = cancellationToken },
            async (page, stopping) =>
            {
                var buffers = idle.TryTake(out var kept) ? kept : new();
                await ReadWholeAsync(() => read(page.place, page.range, buffers, stopping)).ConfigureAwait(false);
                idle.Add(buffers);
            });

    // Neo4j shows a commit property by property while it makes it visible, so a record that is just coming or going may be read in part.
    // Read again it is whole or gone; one that stays broken was changed outside Wijk.
    private static async Task ReadWholeAsync(Func<Task> readPageAsync)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await readPageAsync().ConfigureAwait(false);
                return;
            }
            catch (StoreUnavailableException problem) when (problem.InnerException is RecordFormatException && attempt < MostAttempts)
            {
                // The next try tells.
            }
        }
    }
}
