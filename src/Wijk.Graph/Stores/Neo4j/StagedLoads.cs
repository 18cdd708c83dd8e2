using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Commits what is too large for one transaction: it is put ready, then applied in batches, and becomes visible at the end.</summary>
/// <remarks>
/// From <c>begin-apply</c> on it will be applied: by this process, or when that stops, by whoever finds that its time is past. Until then nobody
/// writes or reads a new snapshot. Decision 0008 says how it stands in the database.
/// </remarks>
internal sealed class StagedLoads(QueryApiClient client, TimeProvider clock)
{
    // A batch takes a second or two. One that takes longer than this loses no data: whoever takes over does the work again.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private readonly string owner = Guid.NewGuid().ToString("N");

    /// <summary>Why a writer waits for a load.</summary>
    public static Words BeingWritten { get; } = new("In Neo4j wordt een grote import geschreven.", "A large import is being written to Neo4j.");

    /// <summary>The version, once no large change set is being applied; one that was abandoned is applied first.</summary>
    public async Task<GraphVersion> WhenFreeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await ReadStateAsync(cancellationToken).ConfigureAwait(false);
            if (!state.IsApplying) state = await SettleAsync(cancellationToken).ConfigureAwait(false);
            if (!state.IsApplying) return state.Version;
            if (state.IsAbandoned) await RollForwardAsync(cancellationToken).ConfigureAwait(false);
            else if (state.Fault is { } fault) throw new StoreUnavailableException(fault);
            else await Task.Delay(LookAgain, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The newest version, and whether a large change set is being applied.</summary>
    public async Task<GraphState> ReadStateAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        return StateOf(answer);
    }

    /// <summary>The same, once all of the commit that made the version can be seen.</summary>
    public async Task<GraphState> SettleAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(Statements.Settle, null, cancellationToken).ConfigureAwait(false);
        return StateOf(answer);
    }

    private static GraphState StateOf(Answer answer)
    {
        if (answer.RowCount == 0)
        {
            throw new StoreUnavailableException(new(
                "De database in Neo4j bevat geen gegevens van Wijk meer; zet een reservekopie terug.",
                "The database in Neo4j no longer holds a graph of Wijk; restore a backup."));
        }

        return new(
            new(answer.Int64(0, "version"), DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(0, "recordedAt"))),
            answer.Text(0, "applying") is not null,
            answer.Flag(0, "isAbandoned"),
            FaultOf(answer));
    }

    /// <summary>Commits a change set of any size.</summary>
    public async Task<CommitResult> CommitAsync(ChangeSet changeSet, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        string? log = null;
        while (true)
        {
            var free = await WhenFreeAsync(cancellationToken).ConfigureAwait(false);
            var check = await CommitCheck.ReadAsync(client, changeSet, cancellationToken).ConfigureAwait(false);
            // What is just being committed may be seen in part.
            if (check.Version != free.Number) continue;
            if (check.EarlierVersion is { } earlier) return new(earlier, WasApplied: check.EarlierLog == log);
            if (changeSet.ExpectedVersion is { } expected && expected != check.Version) throw new VersionConflictException(expected, check.Version);
            check.ThrowIfRefused(changeSet);
            if (check.IsSaidAlready(changeSet)) return new(check.Version, WasApplied: false);

            var logged = new LoggedChangeSet(new(check.Version + 1, changeSet.RecordedAt), changeSet.Id, changeSet.Source, changeSet.Changes.Sort(Change.ByKey));
            var load = new StagedLoad(client, owner, Lease);
            log = load.AppliedLog;
            // When somebody committed in between, what was checked may not hold any more; when somebody took over, they make it visible.
            if (await BeginAsync(load, [logged], contents: null, check.Version, logged.Version, cancellationToken).ConfigureAwait(false)
                && await load.ApplyAsync(logged.Changes, [logged], check.Holds, progress).ConfigureAwait(false))
            {
                return new(logged.Version.Number, WasApplied: true) { Skipped = load.Skipped };
            }
        }
    }

    /// <summary>Fills an empty database.</summary>
    public async Task LoadAsync(
        GraphContents contents, IReadOnlyList<LoggedChangeSet> log, string place, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await ThrowIfNotEmptyAsync(place, cancellationToken).ConfigureAwait(false);
        if (contents.Version.Number == 0) return;
        var load = new StagedLoad(client, owner, Lease);
        ImmutableArray<Change> changes =
        [
            .. contents.Nodes.Select(Change.Put),
            .. contents.Relations.Select(Change.Put),
        ];
        if (!await BeginAsync(load, log, changes, 0, contents.Version, cancellationToken).ConfigureAwait(false))
        {
            await ThrowIfNotEmptyAsync(place, cancellationToken).ConfigureAwait(false);
            throw new StoreUnavailableException(BeingWritten + new Words(" Probeer het opnieuw als die klaar is.", " Try again when it is done."));
        }

        if (!await load.ApplyAsync(changes, log, _ => false, progress).ConfigureAwait(false)) await WhenFreeAsync(CancellationToken.None).ConfigureAwait(false);
        progress?.Report(changes.Length + log.Sum(changeSet => (long)changeSet.Changes.Length));
    }

    // Puts a load ready and makes it one that will be applied; false when the version is no longer the one it was checked against.
    private static async Task<bool> BeginAsync(
        StagedLoad load, IReadOnlyList<LoggedChangeSet> log, IReadOnlyList<Change>? contents, long checkedVersion, GraphVersion target, CancellationToken cancellationToken)
    {
        try
        {
            await load.StageAsync(log, contents, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (await load.BeginAsync(checkedVersion, target).ConfigureAwait(false)) return true;
        }
        catch (Exception problem) when (problem is not StoreUnavailableException)
        {
            await load.DiscardAsync().ConfigureAwait(false);
            throw;
        }

        await load.DiscardAsync().ConfigureAwait(false);
        return false;
    }

    private async Task ThrowIfNotEmptyAsync(string place, CancellationToken cancellationToken)
    {
        var version = await WhenFreeAsync(cancellationToken).ConfigureAwait(false);
        if (version.Number != 0) throw new StoreNotEmptyException(place, version.Number);
    }

    /// <summary>Discards a large change set that was begun and that nobody is applying any more.</summary>
    /// <returns>What could not be put back, since somebody edited it meanwhile.</returns>
    /// <exception cref="NothingToAbortException">None was begun, or somebody is applying it.</exception>
    public async Task<IReadOnlyList<RecordWarning>> AbortAsync(CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(cancellationToken).ConfigureAwait(false);
        if (!state.IsApplying) throw new NothingToAbortException(isUnderway: false);
        var load = await StagedLoad.TakeOverAsync(client, owner, Lease, mayBeStopped: true, cancellationToken).ConfigureAwait(false)
            ?? throw new NothingToAbortException(isUnderway: true);
        var contents = new ContentsReader(client, new LogReader(client), this);
        await load.AbortAsync(isFirst: state.Version.Number == 0, contents, cancellationToken).ConfigureAwait(false);
        return load.Skipped ?? [];
    }

    /// <summary>The keys of what a large change set that is being applied changes; empty when none is.</summary>
    public async Task<IReadOnlySet<string>> KeysUnderwayAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        if (answer.RowCount == 0 || answer.Text(0, "applyLog") is not { } log) return new HashSet<string>();
        var changes = await new StagedReader(client).ChangesAsync(log, _ => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
        return changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static Words? FaultOf(Answer answer)
    {
        var fault = answer.Value(0, "fault");
        return JsonElement.ParseValue(ref fault) is { ValueKind: JsonValueKind.Array } words ? new(words[0].GetString()!, words[1].GetString()!) : null;
    }

    private async Task RollForwardAsync(CancellationToken cancellationToken)
    {
        if (await StagedLoad.TakeOverAsync(client, owner, Lease, mayBeStopped: false, cancellationToken).ConfigureAwait(false) is { } abandoned)
            await abandoned.RollForwardAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What the version node says.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="IsApplying">Whether a large change set is being applied.</param>
/// <param name="IsAbandoned">Whether nobody is applying it any more.</param>
/// <param name="Fault">Why it could not go on when it was last tried; null when it was not stopped.</param>
internal readonly record struct GraphState(GraphVersion Version, bool IsApplying, bool IsAbandoned, Words? Fault);
