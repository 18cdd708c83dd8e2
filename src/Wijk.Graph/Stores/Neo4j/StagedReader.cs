using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads what an abandoned load had put ready.</summary>
internal sealed class StagedReader(QueryApiClient client)
{
    private readonly LogReader logReader = new(client);

    /// <summary>The change sets of a load, oldest first; and why it cannot be applied whole, since a page of it is gone: null when all is there.</summary>
    /// <param name="load">The load.</param>
    /// <param name="onPages">Called each time that some pages were read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(List<LoggedChangeSet> ChangeSets, Words? WhyIncomplete)> ChangeSetsAsync(
        string load, Func<CancellationToken, Task> onPages, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.StagedChangeSets, new { load }, cancellationToken).ConfigureAwait(false);
        var changeSets = new List<LoggedChangeSet>();
        for (var row = 0; row < answer.RowCount; row++)
        {
            var (id, version) = (answer.Text(row, "id")!, answer.Int64(row, "version"));
            var changes = await ChangesAsync(answer.Text(row, "log")!, onPages, cancellationToken).ConfigureAwait(false);
            if (changes.Count != answer.Int64(row, "changeCount"))
            {
                return (changeSets, new(
                    $"Van de import '{id}' (versie {version}) zijn in Neo4j bladzijden verdwenen.",
                    $"Of the import '{id}' (version {version}) pages are gone from Neo4j."));
            }

            changeSets.Add(new(
                new(version, DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(row, "recordedAt"))), id, answer.Text(row, "source")!, [.. changes]));
        }

        return (changeSets, null);
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
