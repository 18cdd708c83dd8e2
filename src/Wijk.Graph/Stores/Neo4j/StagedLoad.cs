using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>One load on its way: put ready, begun, applied in batches, finished. Every step can be sent again.</summary>
internal sealed class StagedLoad
{
    private const int HeadsAtATime = 500;
    private const int DeletedAtATime = 1_000;
    private const int MostSkippedKept = 1_000;
    private const int ChangeSetsPerRenewal = 100;
    private const string ConstraintFailed = "Neo.ClientError.Schema.ConstraintValidationFailed";
    private const string ArithmeticFailed = "Neo.ClientError.Statement.ArithmeticError";

    private readonly QueryApiClient client;
    private readonly string owner;
    private readonly TimeSpan lease;
    private readonly string load;
    private readonly string appliedLog;
    private readonly List<RecordWarning> skipped = [];
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

    /// <summary>What was left out, since somebody edited the database while it was applied; null when nothing was.</summary>
    public IReadOnlyList<RecordWarning>? Skipped => skipped.Count == 0 ? null : skipped;

    /// <summary>Takes over the load that is being applied; null when another process is applying it, or it is done.</summary>
    /// <param name="client">The database.</param>
    /// <param name="owner">Who takes it over.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="mayBeStopped">Whether one that could not go on is taken over before its lease ends.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<StagedLoad?> TakeOverAsync(
        QueryApiClient client, string owner, TimeSpan lease, bool mayBeStopped, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(
            Statements.TakeOver, new { owner, lease = Milliseconds(lease), mayBeStopped }, cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : new(client, owner, lease, answer.Text(0, "load")!, answer.Text(0, "log")!);
    }

    /// <summary>Puts change sets ready, and what is to be applied when that is not the one change set.</summary>
    public async Task StageAsync(IReadOnlyList<LoggedChangeSet> log, IReadOnlyList<Change>? contents, CancellationToken cancellationToken)
    {
        await ThrowAwayAsync(cancellationToken).ConfigureAwait(false);
        string[] names = [.. log.Select(_ => contents is null ? appliedLog : Guid.NewGuid().ToString("N"))];
        foreach (var heads in log.Zip(names).Chunk(HeadsAtATime)) await StageHeadsAsync(heads, cancellationToken).ConfigureAwait(false);

        var pages = log.Zip(names).SelectMany(entry => StagedPage.Of(entry.Second, entry.First.Changes, isKept: true));
        if (contents is not null) pages = pages.Concat(StagedPage.Of(appliedLog, contents, isKept: false));
        stagedCount += await StagedPage.StageAsync(client, load, pages, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the load one that will be applied; false when the version is no longer the one it was checked against.</summary>
    /// <remarks>Nothing cancels it: whether it began must be known.</remarks>
    public async Task<bool> BeginAsync(long checkedVersion, GraphVersion target)
    {
        using var answer = await client.WriteAsync(
            Statements.BeginApply,
            new
            {
                load,
                owner,
                lease = Milliseconds(lease),
                log = appliedLog,
                version = checkedVersion,
                target = target.Number,
                recordedAt = target.RecordedAt.ToUnixTimeMilliseconds(),
                staged = stagedCount,
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
            throw await StoppedAsync(problem.Why, problem).ConfigureAwait(false);
        }
        catch (StoreUnavailableException problem)
        {
            throw new StoreUnavailableException(
                problem.Why + new Words(
                    " De import was al begonnen: wie de gegevens hierna gebruikt, maakt hem af. Lees het bestand straks nog eens in om dat te zien.",
                    " The import had begun: whoever uses the graph next finishes it. Import the file again later to check."),
                problem);
        }
    }

    /// <summary>Applies again what was put ready, from the first, and makes it visible.</summary>
    public async Task RollForwardAsync(CancellationToken cancellationToken)
    {
        var reader = new StagedReader(client);
        // Reading a very large load may take longer than the lease.
        var (log, whyIncomplete) = await reader.ChangeSetsAsync(load, RenewAsync, cancellationToken).ConfigureAwait(false);
        if (whyIncomplete is { } why) throw await StoppedAsync(why, null).ConfigureAwait(false);
        var changes = await reader.ChangesAsync(appliedLog, RenewAsync, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(changes, log, _ => true, progress: null).ConfigureAwait(false);
    }

    /// <summary>Puts back what the log says of all that the load wrote, and throws the load away. It can be done again when it was cut off.</summary>
    /// <remarks>When pages of it are gone nobody knows what they said: then all that stands in the database is held against the log.</remarks>
    /// <param name="isFirst">Whether there was nothing before it.</param>
    /// <param name="contents">Reads what stands in the database.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task AbortAsync(bool isFirst, ContentsReader contents, CancellationToken cancellationToken)
    {
        var reader = new StagedReader(client);
        var staged = await reader.ChangesAsync(appliedLog, RenewAsync, cancellationToken).ConfigureAwait(false);
        var (heads, whyIncomplete) = await reader.ChangeSetsAsync(load, RenewAsync, cancellationToken).ConfigureAwait(false);
        var isWhole = whyIncomplete is null && heads.Count > 0;
        var wanted = staged.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        var (trace, told) = (new LogTrace(isWhole ? wanted : null), new List<LoggedChangeSet>());
        var logReader = new LogReader(client);
        await foreach (var changeSet in logReader.ReadAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false))
        {
            trace.Add(changeSet);
            told.Add(isWhole ? changeSet with { Changes = [.. changeSet.Changes.Where(change => wanted.Contains(change.Key))] } : changeSet);
            if (told.Count % ChangeSetsPerRenewal == 0) await RenewAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!isWhole) wanted.UnionWith(await DifferentAsync(contents, trace, isFirst, wanted, cancellationToken).ConfigureAwait(false));

        // What no log speaks of may have stood there before: a graph can be filled without all of its log.
        Change[] back = [.. wanted.Select(key => trace.Present.Contains(key) && trace.Newest(key) is { } record ? Change.Put(record) : Change.Remove(key))];
        if (!trace.IsComplete && !isFirst)
        {
            var known = told.SelectMany(changeSet => changeSet.Changes).Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
            skipped.AddRange(back.Where(change => !known.Contains(change.Key)).Select(change => new RecordWarning(change.Key, NotLogged(change.Key))));
            back = [.. back.Where(change => known.Contains(change.Key))];
        }

        // Reading may have taken longer than the lease; whoever took over then found that it cannot go on.
        await TakeOverAsync(client, owner, lease, mayBeStopped: true, cancellationToken).ConfigureAwait(false);
        var gone = await logReader.RemovalsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var batch in LoadBatch.Of(back, told, gone))
        {
            if (!await ApplyAsync(batch, _ => true).ConfigureAwait(false)) throw new NothingToAbortException(isUnderway: true);
        }

        using (await client.WriteAsync(Statements.AbortApply, new { load, owner }, CancellationToken.None).ConfigureAwait(false))
        {
        }

        await DiscardAsync().ConfigureAwait(false);
    }

    // The keys of what the lost pages may have written: records that are not as they were last logged. Somebody else's edits are told apart when they
    // are written back. What is gone somebody else may have deleted, so it is named and stays away.
    private async Task<List<string>> DifferentAsync(
        ContentsReader contents, LogTrace trace, bool isFirst, HashSet<string> known, CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        var (different, found) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var record in await contents.ReadAsTheyStandAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Add(record.Key);
            var isLogged = trace.Present.Contains(record.Key);
            if (isLogged ? !record.Equals(trace.Newest(record.Key)) : trace.IsComplete || isFirst) different.Add(record.Key);
        }

        if (!trace.IsComplete && !isFirst) skipped.Add(new(load, LostPages));
        skipped.AddRange(trace.Present.Where(key => !found.Contains(key) && !known.Contains(key)).Order(StringComparer.Ordinal)
            .Select(key => new RecordWarning(key, GoneWithPages(key))));
        return different;
    }

    /// <summary>Throws away what was put ready and will not be applied.</summary>
    public async Task DiscardAsync()
    {
        try
        {
            await ThrowAwayAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // A later load throws it away; the caller reports why this one stops.
        }
    }

    private Task ThrowAwayAsync(CancellationToken cancellationToken) => StagedPage.DiscardAsync(client, load, DeletedAtATime, cancellationToken);

    private async Task RenewAsync(CancellationToken cancellationToken) =>
        await TakeOverAsync(client, owner, lease, mayBeStopped: false, cancellationToken).ConfigureAwait(false);

    private async Task<bool> FinishAsync()
    {
        await client.RepeatAsync(Statements.FinishPages, new { load, count = DeletedAtATime }, CancellationToken.None).ConfigureAwait(false);
        using var answer = await client.WriteAsync(Statements.Finish, new { load, owner, skipped = SkippedKeys }, CancellationToken.None).ConfigureAwait(false);
        return answer.RowCount > 0;
    }

    private string[]? SkippedKeys => skipped.Count == 0 ? null : [.. skipped.Take(MostSkippedKept).Select(warning => warning.Key)];

    // Somebody may have edited the database since the load was checked. What stands in its way is left out and told; all else is written.
    private async Task<bool> ApplyAsync(LoadBatch batch, Func<string, bool> mayHold)
    {
        var obstacles = await ObstaclesAsync(batch).ConfigureAwait(false);
        skipped.AddRange(obstacles);
        var free = batch.Without(obstacles.Select(obstacle => obstacle.Key).ToHashSet(StringComparer.Ordinal));
        try
        {
            using var answer = await client.WriteAsync(
                Statements.Apply, free.Parameters(load, owner, Milliseconds(lease), mayHold), CancellationToken.None).ConfigureAwait(false);
            return answer.RowCount > 0;
        }
        catch (QueryFailedException problem) when (problem.Code is ConstraintFailed or ArithmeticFailed && free.ChangeCount > 0)
        {
            // Something that no check of ours sees, such as a relation elsewhere with the same key: looked for by halves.
            if (free.ChangeCount > 1)
            {
                foreach (var half in free.Halves())
                {
                    if (!await ApplyAsync(half, mayHold).ConfigureAwait(false)) return false;
                }
            }
            else
            {
                var key = free.Changes.First().Key;
                skipped.Add(new(key, ForeignEditWords.RefusedDuringLoad(key, problem.Why)));
            }

            return true;
        }
    }

    private async Task<RecordWarning[]> ObstaclesAsync(LoadBatch batch)
    {
        if (batch.ChangeCount == 0) return [];
        var asChangeSet = new ChangeSet { Id = load, Source = load, RecordedAt = DateTimeOffset.UnixEpoch, Changes = [.. batch.Changes] };
        return [.. (await CommitCheck.ReadAsync(client, asChangeSet, CancellationToken.None).ConfigureAwait(false)).Obstacles(asChangeSet)];
    }

    // Whoever comes next is told at once, and need not find it out again.
    private async Task<StoreUnavailableException> StoppedAsync(Words why, Exception? inner)
    {
        var stopped = why + new Words(
            " De import was al begonnen en kan zo niet verder. Neem weg wat in de weg staat, dan gaat hij vanzelf verder; of trek hem in met 'abort'.",
            " The import had begun and cannot go on like this. Take away what is in the way, and it goes on by itself; or discard it with 'abort'.");
        try
        {
            using var told = await client.WriteAsync(
                Statements.StopApply, new { load, owner, fault = new[] { stopped.Nl, stopped.En } }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // Who comes next finds out.
        }

        return new(stopped, inner);
    }

    private static Words LostPages { get; } = new(
        "Van de import zijn bladzijden verdwenen, en het logboek begint niet bij versie 1: nieuwe records die alleen daar stonden, zijn niet terug te vinden en blijven staan. Zet bij twijfel een reservekopie terug.",
        "Pages of the import are gone, and the log does not begin at version 1: new records that stood there alone cannot be found again, and stay. When in doubt restore a backup.");

    private static Words GoneWithPages(string key) => new(
        $"'{key}' is weg en niet teruggezet: de import haalde het weg, of iemand anders. Wijk heeft het nog in het logboek; 'verify' noemt het.",
        $"'{key}' is gone and was not put back: the import removed it, or somebody else did. The log still has it; 'verify' lists it.");

    private static Words NotLogged(string key) => new(
        $"'{key}' is gelaten zoals de import het schreef: het logboek zegt niet of het er al was.",
        $"'{key}' was left as the import wrote it: the log does not say whether it was there before.");

    private async Task StageHeadsAsync((LoggedChangeSet ChangeSet, string Log)[] heads, CancellationToken cancellationToken)
    {
        stagedCount += heads.Length;
        var changeSets = heads.Select(head => new
        {
            version = head.ChangeSet.Version.Number,
            id = head.ChangeSet.Id,
            source = head.ChangeSet.Source,
            recordedAt = head.ChangeSet.Version.RecordedAt.ToUnixTimeMilliseconds(),
            changeCount = head.ChangeSet.Changes.Length,
            log = head.Log,
        });
        using var answer = await client.WriteAsync(Statements.StageChangeSets, new { load, changeSets }, cancellationToken).ConfigureAwait(false);
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
