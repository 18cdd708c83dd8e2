using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads what an abandoned load had put ready.</summary>
internal sealed class StagedReader(QueryApiClient client)
{
    private readonly LogReader logReader = new(client);

    /// <summary>The change sets of a load, oldest first.</summary>
    public async Task<List<LoggedChangeSet>> ChangeSetsAsync(string load, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.StagedChangeSets, new { load }, cancellationToken).ConfigureAwait(false);
        var changeSets = new List<LoggedChangeSet>();
        for (var row = 0; row < answer.RowCount; row++)
        {
            changeSets.Add(new(
                new(answer.Int64(row, "version"), DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(row, "recordedAt"))),
                answer.Text(row, "id")!,
                answer.Text(row, "source")!,
                [.. await ChangesAsync(answer.Text(row, "log")!, _ => Task.CompletedTask, cancellationToken).ConfigureAwait(false)]));
        }

        return changeSets;
    }

    /// <summary>Why a load cannot be applied whole: a page of it is gone. Null when all is there.</summary>
    public async Task<Words?> WhyIncompleteAsync(string load, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.StagedChangeSets, new { load }, cancellationToken).ConfigureAwait(false);
        for (var row = 0; row < answer.RowCount; row++)
        {
            var changes = await ChangesAsync(answer.Text(row, "log")!, _ => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
            if (changes.Count == answer.Int64(row, "changeCount")) continue;
            var (id, version) = (answer.Text(row, "id"), answer.Int64(row, "version"));
            return new(
                $"Van de import '{id}' (versie {version}) zijn in Neo4j bladzijden verdwenen.",
                $"Of the import '{id}' (version {version}) pages are gone from Neo4j.");
        }

        return null;
    }

    /// <summary>The version of the graph.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        return answer.Int64(0, "version");
    }

    /// <summary>The changes of a staged log, in order.</summary>
    /// <param name="log">The log.</param>
    /// <param name="onPages">Called each time that some of its pages were read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<Change>> ChangesAsync(string log, Func<CancellationToken, Task> onPages, CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        for (var page = 0; ; page += LogReader.PagesAtATime)
        {
            var texts = await logReader.PagesAsync(log, page, cancellationToken).ConfigureAwait(false);
            foreach (var text in texts) changes.AddRange(LogPages.Read(text));
            if (texts.Count < LogReader.PagesAtATime) return changes;
            await onPages(cancellationToken).ConfigureAwait(false);
        }
    }
}
