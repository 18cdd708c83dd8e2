using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Takes from the log what later changes replaced.</summary>
/// <remarks>
/// Some change sets at a time: their shorter pages are staged, one statement puts these in the place of the old ones, and the old ones are thrown away. Each
/// step leaves a log that leads to the same graph, so it can stop between any two; what stays staged is thrown away a day later, as of an import.
/// </remarks>
internal sealed class LogPruner(QueryApiClient client)
{
    private const int MostChangeSets = 500;
    private const int MostChanges = 5_000;
    private const int DeletedAtATime = 50;

    private readonly LogReader reader = new(client);

    /// <inheritdoc cref="IGraphStore.WeighLogAsync"/>
    public async Task<LogPruning> WeighAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.PruneCut, new { before = before.ToUnixTimeMilliseconds() }, cancellationToken).ConfigureAwait(false);
        var upTo = answer.Int64(0, "upTo");
        var replaced = await ReadAsync(upTo, cancellationToken).ConfigureAwait(false);
        return new(upTo, replaced.Count, replaced.ReplacedCount);
    }

    /// <inheritdoc cref="IGraphStore.PruneLogAsync"/>
    public async Task PruneAsync(long upTo, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var replaced = await ReadAsync(upTo, cancellationToken).ConfigureAwait(false);
        var batch = new Batch();
        await foreach (var (changeSet, log) in UpToAsync(upTo, cancellationToken).ConfigureAwait(false))
        {
            var kept = replaced.Kept(changeSet);
            if (kept.Length < changeSet.Changes.Length) batch.Add(changeSet.Version.Number, log, kept);
            if (batch.ChangeSets.Count < MostChangeSets && batch.ChangeCount < MostChanges) continue;
            await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            progress?.Report(changeSet.Version.Number);
            batch = new();
        }

        await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        progress?.Report(upTo);
    }

    private async Task<ReplacedChanges> ReadAsync(long upTo, CancellationToken cancellationToken)
    {
        var replaced = new ReplacedChanges();
        await foreach (var (changeSet, _) in UpToAsync(upTo, cancellationToken).ConfigureAwait(false)) replaced.Add(changeSet);
        return replaced;
    }

    private IAsyncEnumerable<(LoggedChangeSet ChangeSet, string Log)> UpToAsync(long upTo, CancellationToken cancellationToken) =>
        reader.ReadNamedAsync(afterVersion: 0, cancellationToken).TakeWhile(entry => entry.ChangeSet.Version.Number <= upTo);

    // A change set that somebody else pruned meanwhile is left as it is.
    private async Task WriteAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (batch.ChangeSets.Count == 0) return;
        var load = Guid.NewGuid().ToString("N");
        var staged = await StagedPage.StageAsync(client, load, batch.Pages, cancellationToken).ConfigureAwait(false);
        var parameters = new { load, staged, changeSets = batch.ChangeSets };
        using (await client.WriteAsync(Statements.Prune, parameters, cancellationToken).ConfigureAwait(false))
        {
        }

        await StagedPage.DiscardAsync(client, load, DeletedAtATime, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Batch
    {
        public List<object> ChangeSets { get; } = [];

        public List<StagedPage> Pages { get; } = [];

        public int ChangeCount { get; private set; }

        public void Add(long version, string log, IReadOnlyCollection<Change> kept)
        {
            var newLog = Guid.NewGuid().ToString("N");
            ChangeSets.Add(new { version, log, newLog, changeCount = kept.Count });
            Pages.AddRange(StagedPage.Of(newLog, kept, isKept: true));
            ChangeCount += kept.Count;
        }
    }
}
