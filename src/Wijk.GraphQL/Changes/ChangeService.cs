using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Changes;

/// <summary>Commits the changes of a request, all or none, and waits until they can be seen.</summary>
internal sealed class ChangeService(IGraphStore store, SnapshotHost snapshots, TimeProvider clock) : IDisposable
{
    // How long a change waits for its turn, and is worked out anew when a writer of another process was first.
    private static readonly TimeSpan Persistence = TimeSpan.FromSeconds(20);

    // Leaves who got a turn at the last moment the time to use it; who asks must get an answer, also when the store never gives one.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    // Writers of one process take turns, so that they are never in each other's way.
    private readonly SemaphoreSlim turn = new(1, 1);

    // The version of our own last commit; who has the turn reads and writes it.
    private long ownVersion = -1;

    /// <summary>Applies a request.</summary>
    /// <exception cref="StoreAway">The store cannot be read or written, or gave no answer in time.</exception>
    public async Task<ApplyPayload> ApplyAsync(ApplyRequest request, CancellationToken cancellationToken)
    {
        if (request.Problems().ToArray() is { Length: > 0 } problems) return Refused(snapshots.Current, problems);
        // The host looks again within a moment, so that nobody has to try a store of which it is known that it is away.
        if (snapshots.Fault is { } fault) throw new StoreAway(fault.Message);
        using var late = new CancellationTokenSource(Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await CommitAsync(request, either.Token).WaitAsync(either.Token);
        }
        catch (StoreException away)
        {
            throw new StoreAway(away.Why, away);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreAway(new(
                $"De opslag gaf binnen {Deadline.TotalSeconds:0} seconden geen antwoord; of de wijziging is opgeslagen weten we niet. "
                    + "Stuur haar nog eens met dezelfde idempotencyKey.",
                $"The store did not answer within {Deadline.TotalSeconds:0} seconds; whether the change was saved we do not know. "
                    + "Send it again with the same idempotencyKey."));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<ApplyPayload> CommitAsync(ApplyRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        await TakeTurnAsync(started, cancellationToken);
        ApplyPayload payload;
        try
        {
            payload = await CommitInTurnAsync(request, started, cancellationToken);
        }
        finally
        {
            turn.Release();
        }

        if (payload.Errors.Count == 0) await WaitUntilVisibleAsync(payload.Version, cancellationToken);
        return payload;
    }

    // Whoever has the turn may be waiting for a store that went away: the others need not.
    private async Task TakeTurnAsync(long started, CancellationToken cancellationToken)
    {
        while (!await turn.WaitAsync(LookAgain, cancellationToken))
        {
            if (snapshots.Fault is { } fault) throw new StoreAway(fault.Message);
            if (clock.GetElapsedTime(started) > Persistence)
            {
                throw new StoreAway(new(
                    "Er wachten te veel wijzigingen op hun beurt; deze is niet opgeslagen: stuur haar straks nog eens.",
                    "Too many changes are waiting for their turn; this one was not saved: send it again later."));
            }
        }
    }

    private async Task<ApplyPayload> CommitInTurnAsync(ApplyRequest request, long started, CancellationToken cancellationToken)
    {
        var newest = snapshots.Current;
        if (newest.Version.Number == ownVersion && await TryOnAsync(newest, request, cancellationToken) is { } done) return done;
        while (true)
        {
            var snapshot = await snapshots.LookAsync(cancellationToken);
            try
            {
                return await CommitOnAsync(snapshot, request, cancellationToken);
            }
            catch (VersionConflictException conflict)
            {
                // Tried again against the newer version, where an expected version no longer fits and is told.
                if (clock.GetElapsedTime(started) > Persistence) return Refused(snapshot, [new(ErrorCode.Conflict, conflict.Why, ["changes"])]);
            }
        }
    }

    // Our own last commit is most likely the newest there is, so the store is spared a look. Null when it has to be looked at after all:
    // another process may have written what makes a request right.
    private async Task<ApplyPayload?> TryOnAsync(GraphSnapshot own, ApplyRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await CommitOnAsync(own, request, cancellationToken) is { Errors.Count: 0 } payload ? payload : null;
        }
        catch (VersionConflictException)
        {
            return null;
        }
    }

    private async Task<ApplyPayload> CommitOnAsync(GraphSnapshot snapshot, ApplyRequest request, CancellationToken cancellationToken)
    {
        ownVersion = -1;
        // Read after the snapshot was taken, so that the log holds at least what the snapshot holds.
        if (await CommittedRequests.FindAsync(store, request, cancellationToken) is { } earlier) return Repeated(request, earlier, snapshot);
        if (request.ExpectedVersion is { } expected && expected != snapshot.Version.Number) return Conflict(snapshot, expected);

        var now = Milliseconds(clock.GetUtcNow());
        var plan = Planner.Of(request, snapshot, now);
        if (plan.Errors.Count > 0) return Refused(snapshot, plan.Errors);
        try
        {
            var changeSet = ChangeSetOf(request, plan, now);
            var result = await store.CommitAsync(changeSet, cancellationToken);
            if (result.WasApplied) snapshots.Show(snapshot, new(result.Version, changeSet.RecordedAt), changeSet.Changes);
            ownVersion = result.Version;
            return ApplyPayload.Made(result.Version, result.WasApplied, plan.Changes);
        }
        catch (ChangesRefusedException exception)
        {
            return Refused(snapshot, [.. exception.Refused.Select(
                refused => new ChangeError(ErrorCode.Validation, refused.Problem.Message, plan.PathOf(refused.Key)))]);
        }
        catch (ChangeSetTooLargeException exception)
        {
            return Refused(snapshot, [new(ErrorCode.TooManyChanges, exception.Why, ["changes"])]);
        }
    }

    private async Task WaitUntilVisibleAsync(long version, CancellationToken cancellationToken)
    {
        try
        {
            await snapshots.WaitForAsync(version, cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            throw new StoreUnavailableException(new Words(
                $"De wijziging is opgeslagen als versie {version}, maar is nog niet te zien. ",
                $"The change was saved as version {version}, but cannot be seen yet. ") + away.Why, away);
        }
    }

    private static ChangeSet ChangeSetOf(ApplyRequest request, ChangePlan plan, DateTimeOffset now) => new()
    {
        Id = CommittedRequests.IdOf(request),
        Source = request.Source,
        RecordedAt = now,
        ExpectedVersion = plan.Snapshot.Version.Number,
        Changes = [.. plan.Changes],
    };

    private static ApplyPayload Repeated(ApplyRequest request, CommittedRequest earlier, GraphSnapshot snapshot) =>
        earlier.ContentHash == request.ContentHash
            ? ApplyPayload.Made(earlier.Version, wasApplied: false, earlier.Changes)
            : Refused(snapshot, [new(ErrorCode.KeyReused, new(
                $"idempotencyKey '{request.IdempotencyKey}' is al gebruikt voor andere wijzigingen, in versie {earlier.Version}; bedenk een andere.",
                $"idempotencyKey '{request.IdempotencyKey}' was used for other changes, in version {earlier.Version}; make up another."), ["idempotencyKey"])]);

    private static ApplyPayload Conflict(GraphSnapshot snapshot, long expected) => Refused(snapshot, [new(ErrorCode.Conflict, new(
        $"De gegevens zijn versie {snapshot.Version.Number}, niet de verwachte versie {expected}; lees ze opnieuw en doe de wijziging nog eens.",
        $"The graph is at version {snapshot.Version.Number}, not at the expected version {expected}; read it again and repeat the change."), ["expectedVersion"])]);

    private static ApplyPayload Refused(GraphSnapshot snapshot, IReadOnlyList<ChangeError> errors) =>
        ApplyPayload.Refused(snapshot.Version.Number, errors);

    private static DateTimeOffset Milliseconds(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
