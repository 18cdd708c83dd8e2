using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads a slice without reading the rest: takes the steps of <see cref="GraphSliceRule"/> from the areas on.</summary>
internal sealed class SliceReader(QueryApiClient client, LogReader log, StagedLoads loads)
{
    private const int KeysAtATime = 5_000;

    // A slice at whose edge others write all the time is taken out of everything.
    private const int MostAttempts = 5;

    private readonly RecordPages recordPages = new(client);

    /// <summary>The slice at one version.</summary>
    /// <exception cref="UnknownSliceAreaException">An area is not there, or several have the code.</exception>
    public async Task<GraphContents> ReadAsync(GraphSlice slice, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var first = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
            var (contents, unreadable) = await ReadRecordsAsync(first, slice, cancellationToken).ConfigureAwait(false);
            contents = await LastLogged.FillAsync(contents, unreadable, log, cancellationToken).ConfigureAwait(false);
            var last = await loads.WhenFreeAsync(cancellationToken).ConfigureAwait(false);
            if (last == first) return contents;
            if (await CaughtUpAsync(contents, slice, last, cancellationToken).ConfigureAwait(false) is { } newest) return newest;
        }

        return slice.Of(await new ContentsReader(client, log, loads).ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<(GraphContents Contents, List<UnreadableRecord> Unreadable)> ReadRecordsAsync(
        GraphVersion version, GraphSlice slice, CancellationToken cancellationToken)
    {
        var reached = await FollowAsync(slice, cancellationToken).ConfigureAwait(false);
        var buffers = new PageBuffers();
        var (nodes, keys, relations, unreadable) = (new List<Node>(), new KeysById(), new List<Relation>(), new List<UnreadableRecord>());
        foreach (var kind in reached.ToLookup(key => Keys.NodeKindOf(key)!.Value))
        {
            foreach (var some in kind.Chunk(KeysAtATime))
            {
                var page = await recordPages.NodesAsync(
                    Statements.SliceNodes, new { keys = some, attributes = PageReader.ColumnsOf(kind.Key) }, kind.Key, buffers, cancellationToken).ConfigureAwait(false);
                nodes.AddRange(page.Nodes);
                keys.Add(page);
                unreadable.AddRange(page.Unreadable.Select(node => node.Record));
            }
        }

        foreach (var some in reached.Chunk(KeysAtATime))
        {
            // Relations that lead out of the slice touch a node that was not read.
            var page = await recordPages.RelationsAsync(
                Statements.SliceRelations, new { keys = some, attributes = PageReader.ColumnsOfRelations }, some, keys, buffers, cancellationToken).ConfigureAwait(false);
            relations.AddRange(page.Relations);
            unreadable.AddRange(page.Unreadable);
        }

        return (new(version, [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal)], relations), unreadable);
    }

    // The same steps as GraphSliceSearch takes in memory.
    private async Task<IReadOnlyCollection<string>> FollowAsync(GraphSlice slice, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var area in await AreasAsync(slice, cancellationToken).ConfigureAwait(false)) found.Add(area, -1);
        for (var step = 0; step < GraphSliceRule.Steps.Length; step++)
        {
            var (goesOn, paths) = (GraphSliceRule.Steps[step].GoesOn, GraphSliceRule.Steps[step].Paths);
            string[] starts = [.. found.Keys];
            do
            {
                var next = new List<string>();
                foreach (var (path, key) in await EndsAsync(paths, starts, cancellationToken).ConfigureAwait(false))
                {
                    if (Keys.NodeKindOf(key) is { } kind && path.To.Contains(kind) && found.TryAdd(key, step)) next.Add(key);
                }

                starts = [.. next];
            }
            while (goesOn && starts.Length > 0);
        }

        return found.Keys;
    }

    private async Task<IEnumerable<string>> AreasAsync(GraphSlice slice, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.SliceAreas, new { areas = slice.Areas.Select(Keys.Fold) }, cancellationToken).ConfigureAwait(false);
        var areas = Enumerable.Range(0, answer.RowCount)
            .Where(row => Keys.NodeKindOf(answer.Text(row, "key")!) == NodeKind.Area)
            .Select(row => new Node(answer.Text(row, "key")!, NodeKind.Area)
            {
                Source = "",
                RecordedAt = default,
                Attributes = AttributeSet.Of(("code", answer.Text(row, "code"))),
            })
            .ToArray();
        return slice.ByKey(areas).Areas;
    }

    private async Task<List<(SlicePath Path, string Key)>> EndsAsync(
        ImmutableArray<SlicePath> paths, string[] starts, CancellationToken cancellationToken)
    {
        var ends = new List<(SlicePath, string)>();
        foreach (var some in starts.Chunk(KeysAtATime))
        {
            foreach (var direction in paths.ToLookup(path => path.IsForward))
            {
                using var answer = await client.ReadAsync(
                    direction.Key ? Statements.SliceForth : Statements.SliceBack,
                    new { paths = direction.Select((path, number) => Row(path, number, some)) },
                    cancellationToken).ConfigureAwait(false);
                for (var row = 0; row < answer.RowCount; row++)
                {
                    var path = direction.ElementAt(checked((int)answer.Int64(row, "number")));
                    var key = answer.Value(row, "key");
                    while (key.Read() && key.TokenType == JsonTokenType.String) ends.Add((path, key.GetString()!));
                }
            }
        }

        return ends;
    }

    private static object Row(SlicePath path, int number, string[] starts) => new
    {
        number,
        kind = Vocabulary.Of(path.Relation).Name,
        keys = starts.Where(key => path.From.Contains(Keys.NodeKindOf(key)!.Value)),
    };

    // Null when what was committed while the slice was read may have made it wider or narrower.
    private async Task<GraphContents?> CaughtUpAsync(GraphContents contents, GraphSlice slice, GraphVersion last, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<string, Change>(StringComparer.Ordinal);
        var reached = contents.Version;
        await foreach (var changeSet in log.ReadAsync(contents.Version.Number, cancellationToken).ConfigureAwait(false))
        {
            if (changeSet.Version.Number != reached.Number + 1) return null;
            foreach (var change in changeSet.Changes) changes[change.Key] = change;
            reached = changeSet.Version;
            // A later one may not be visible whole yet.
            if (reached.Number == last.Number) break;
        }

        if (reached.Number < last.Number) return null;
        var inside = GraphSliceReach.Of(slice, contents.Nodes, contents.Relations).Inside(changes.Values);
        return inside is null ? null : ContentsDelta.Apply(contents, reached, inside);
    }
}
