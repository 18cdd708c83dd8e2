using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>One load on its way: put ready, begun, applied in batches, finished. Every step can be sent again.</summary>
internal sealed class StagedLoad
{
    private const int PagesAtATime = 8;
    private const int HeadsAtATime = 500;
    private const int DeletedAtATime = 1_000;

    // What a load that never began left behind is thrown away by a later one.
    private static readonly TimeSpan LeftBehind = TimeSpan.FromHours(24);

    private readonly QueryApiClient client;
    private readonly string owner;
    private readonly TimeSpan lease;
    private readonly string load;
    private readonly string appliedLog;
    private int stagedCount;

    /// <summary>A new load.</summary>
    public StagedLoad(QueryApiClient client, string owner, TimeSpan lease)
        : this(client, owner, lease, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"))
    {
    }

    private StagedLoad(QueryApiClient client, string owner, TimeSpan lease, string load, string appliedLog) =>
        (this.client, this.owner, this.lease, this.load, this.appliedLog) = (client, owner, lease, load, appliedLog);

    /// <summary>The name of the log that is applied.</summary>
    public string AppliedLog => appliedLog;

    /// <summary>Takes over the load that is being applied; null when somebody is at it, or it is done.</summary>
    public static async Task<StagedLoad?> TakeOverAsync(QueryApiClient client, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(
            Statements.TakeOver,
            parameters =>
            {
                parameters.WriteString("owner", owner);
                parameters.WriteNumber("lease", (long)lease.TotalMilliseconds);
            },
            cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : new(client, owner, lease, answer.Text(0, "load")!, answer.Text(0, "log")!);
    }

    /// <summary>Puts change sets ready, and what is to be applied when that is not the one change set.</summary>
    public async Task StageAsync(IReadOnlyList<LoggedChangeSet> log, IReadOnlyList<Change>? contents, CancellationToken cancellationToken)
    {
        await DiscardAsync(LeftBehind, cancellationToken).ConfigureAwait(false);
        string[] names = [.. log.Select(_ => contents is null ? appliedLog : Guid.NewGuid().ToString("N"))];
        foreach (var heads in log.Zip(names).Chunk(HeadsAtATime)) await StageHeadsAsync(heads, cancellationToken).ConfigureAwait(false);

        var pages = log.Zip(names).SelectMany(entry => Pages(entry.Second, entry.First.Changes, isKept: true));
        if (contents is not null) pages = pages.Concat(Pages(appliedLog, contents, isKept: false));
        foreach (var some in pages.Chunk(PagesAtATime)) await StagePagesAsync(some, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the load one that will be applied; false when the version is no longer the one it was checked against.</summary>
    /// <remarks>Nothing cancels it: whether it began must be known.</remarks>
    public async Task<bool> BeginAsync(long checkedVersion, GraphVersion target)
    {
        using var answer = await client.WriteAsync(
            Statements.BeginApply,
            parameters =>
            {
                WriteOwner(parameters);
                parameters.WriteString("log", appliedLog);
                parameters.WriteNumber("version", checkedVersion);
                parameters.WriteNumber("target", target.Number);
                parameters.WriteNumber("recordedAt", target.RecordedAt.ToUnixTimeMilliseconds());
                parameters.WriteNumber("staged", stagedCount);
            },
            CancellationToken.None).ConfigureAwait(false);
        return answer.RowCount > 0;
    }

    /// <summary>Applies the load and makes it visible; from here on there is no way back, so nothing cancels it.</summary>
    /// <param name="changes">What the load changes.</param>
    /// <param name="log">The change sets it brings into the log: they say who removed what.</param>
    /// <param name="mayHold">Whether the database may hold a record already.</param>
    /// <param name="progress">Hears how many changes were written.</param>
    /// <returns>False when somebody else took over and makes it visible, or did so.</returns>
    public async Task<bool> ApplyAsync(
        IReadOnlyCollection<Change> changes, IEnumerable<LoggedChangeSet> log, Func<string, bool> mayHold, IProgress<long>? progress)
    {
        try
        {
            var gone = await new LogReader(client).RemovalsAsync(CancellationToken.None).ConfigureAwait(false);
            var done = 0L;
            foreach (var batch in LoadBatch.Of(changes, log, gone))
            {
                if (!await ApplyAsync(batch, mayHold).ConfigureAwait(false)) return false;
                progress?.Report(done += batch.ChangeCount);
            }

            if (!await FinishAsync().ConfigureAwait(false)) return false;
            if (done < changes.Count) progress?.Report(changes.Count);
            return true;
        }
        catch (QueryFailedException problem)
        {
            throw new StoreUnavailableException(
                problem.Why + new Words(
                    " De import was al begonnen en kan zo niet verder. Staat er in Neo4j iets met dezelfde sleutel dat buiten Wijk om is gemaakt, haal dat daar weg: wie de gegevens daarna gebruikt, maakt de import af.",
                    " The import had begun and cannot go on like this. If Neo4j holds something with the same key that was made outside Wijk, take it away there: whoever uses the graph next finishes the import."),
                problem);
        }
        catch (StoreUnavailableException problem)
        {
            throw new StoreUnavailableException(
                problem.Why + new Words(
                    " De import was al begonnen: wie de gegevens hierna gebruikt, maakt hem af. Lees het bestand straks nog eens in om dat te zien.",
                    " The import had begun: whoever uses the graph next finishes it. Import the file again later to see that."),
                problem);
        }
    }

    /// <summary>Applies again what was put ready, from the first, and makes it visible.</summary>
    public async Task RollForwardAsync(CancellationToken cancellationToken)
    {
        var reader = new StagedReader(client);
        var log = await reader.ChangeSetsAsync(load, cancellationToken).ConfigureAwait(false);
        // Reading a very large load may take longer than the lease.
        var changes = await reader.ChangesAsync(appliedLog, RenewAsync, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(changes, log, _ => true, progress: null).ConfigureAwait(false);
    }

    /// <summary>Throws away what was put ready and will not be applied.</summary>
    public async Task DiscardAsync()
    {
        try
        {
            await DiscardAsync(LeftBehind, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // A later load throws it away; the reason that this one stops is told by whoever asked for it.
        }
    }

    private async Task DiscardAsync(TimeSpan olderThan, CancellationToken cancellationToken) => await RepeatAsync(
        Statements.DiscardStaged,
        parameters =>
        {
            parameters.WriteString("load", load);
            parameters.WriteNumber("olderThan", (long)olderThan.TotalMilliseconds);
        },
        cancellationToken).ConfigureAwait(false);

    private async Task RenewAsync(CancellationToken cancellationToken) =>
        await TakeOverAsync(client, owner, lease, cancellationToken).ConfigureAwait(false);

    private async Task<bool> FinishAsync()
    {
        await RepeatAsync(Statements.FinishPages, parameters => parameters.WriteString("load", load), CancellationToken.None).ConfigureAwait(false);
        using var answer = await client.WriteAsync(Statements.Finish, WriteOwner, CancellationToken.None).ConfigureAwait(false);
        return answer.RowCount > 0;
    }

    // A statement that does some of the work at a time, until nothing is left.
    private async Task RepeatAsync(Statement statement, Action<Utf8JsonWriter> parameters, CancellationToken cancellationToken)
    {
        long count;
        do
        {
            using var answer = await client.WriteAsync(
                statement,
                writer =>
                {
                    parameters(writer);
                    writer.WriteNumber("count", DeletedAtATime);
                },
                cancellationToken).ConfigureAwait(false);
            count = answer.Int64(0, "count");
        }
        while (count > 0);
    }

    private async Task<bool> ApplyAsync(LoadBatch batch, Func<string, bool> mayHold)
    {
        using var answer = await client.WriteAsync(
            Statements.Apply,
            RecordRows.InOne(parameters =>
            {
                WriteOwner(parameters);
                batch.Write(parameters, mayHold);
            }),
            CancellationToken.None).ConfigureAwait(false);
        return answer.RowCount > 0;
    }

    private async Task StageHeadsAsync((LoggedChangeSet ChangeSet, string Log)[] heads, CancellationToken cancellationToken)
    {
        stagedCount += heads.Length;
        using var answer = await client.WriteAsync(
            Statements.StageChangeSets,
            RecordRows.InOne(parameters =>
            {
                parameters.WriteString("load", load);
                parameters.WriteStartArray("changeSets");
                foreach (var (changeSet, name) in heads)
                {
                    parameters.WriteStartObject();
                    parameters.WriteNumber("version", changeSet.Version.Number);
                    parameters.WriteString("id", changeSet.Id);
                    parameters.WriteString("source", changeSet.Source);
                    parameters.WriteNumber("recordedAt", changeSet.Version.RecordedAt.ToUnixTimeMilliseconds());
                    parameters.WriteNumber("changeCount", changeSet.Changes.Length);
                    parameters.WriteString("log", name);
                    parameters.WriteEndObject();
                }

                parameters.WriteEndArray();
            }),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task StagePagesAsync((string Log, int Number, string Changes, bool IsKept)[] pages, CancellationToken cancellationToken)
    {
        stagedCount += pages.Length;
        using var answer = await client.WriteAsync(
            Statements.StagePages,
            RecordRows.InOne(parameters =>
            {
                parameters.WriteString("load", load);
                parameters.WriteStartArray("pages");
                foreach (var page in pages)
                {
                    parameters.WriteStartObject();
                    parameters.WriteString("log", page.Log);
                    parameters.WriteNumber("number", page.Number);
                    parameters.WriteString("changes", page.Changes);
                    parameters.WriteBoolean("isKept", page.IsKept);
                    parameters.WriteEndObject();
                }

                parameters.WriteEndArray();
            }),
            cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<(string Log, int Number, string Changes, bool IsKept)> Pages(string log, IEnumerable<Change> changes, bool isKept) =>
        LogPages.Of(changes).Select((page, number) => (log, number, page, isKept));

    private void WriteOwner(Utf8JsonWriter parameters)
    {
        parameters.WriteString("load", load);
        parameters.WriteString("owner", owner);
        parameters.WriteNumber("lease", (long)lease.TotalMilliseconds);
    }
}
