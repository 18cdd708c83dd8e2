using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Changes;

/// <summary>Commits the changes of a request, all or none, and waits until they can be seen.</summary>
/// <remarks>Each has one <see cref="WriteDeadline"/>, for its turn, the store and its becoming visible together.</remarks>
internal sealed class ChangeService(IGraphStore store, SnapshotHost snapshots, TimeProvider clock)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private static readonly Words OthersFirst = new("Andere wijzigingen waren eerder aan de beurt.", "Other changes came first.");

    // The version of our own last commit; whoever has the turn reads and writes it.
    private long ownVersion = -1;

    /// <summary>Applies a request.</summary>
    /// <exception cref="StoreAway">The store cannot be read or written, or gave no answer in time; it says whether the change was made.</exception>
    public async Task<ApplyPayload> ApplyAsync(ApplyRequest request, CancellationToken cancellationToken)
    {
        if (request.Problems().ToArray() is { Length: > 0 } problems) return Refused(snapshots.Current, problems);
        return await InTimeAsync(deadline => CommitAsync(request, deadline), cancellationToken);
    }

    /// <summary>Makes two nodes one because a person says so, or two again.</summary>
    /// <param name="plan">Plans it on what the store holds, at a moment.</param>
    /// <param name="errorOf">What is wrong with the input when it cannot be done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoreAway">The store cannot be read or written, or gave no answer in time; it says whether the change was made.</exception>
    public Task<ApplyPayload> MergeAsync(Func<GraphContents, DateTimeOffset, MergePlan> plan, Func<MergeException, ChangeError> errorOf, CancellationToken cancellationToken) => InTimeAsync(
        async deadline =>
        {
            try
            {
                var now = Milliseconds(clock.GetUtcNow());
                var (planned, version) = await MergeRunner.RunAsync(store, graph => plan(graph, now), isDryRun: false, deadline.Token);
                deadline.Made(version!.Value);
                await snapshots.WaitForAsync(version.Value, deadline.Token);
                return ApplyPayload.Made(version.Value, wasApplied: true, planned.ChangeSet.Changes);
            }
            catch (MergeException refused)
            {
                return Refused(snapshots.Current, [errorOf(refused)]);
            }
        },
        cancellationToken);

    private async Task<ApplyPayload> InTimeAsync(Func<WriteDeadline, Task<ApplyPayload>> write, CancellationToken cancellationToken)
    {
        using var deadline = new WriteDeadline(clock, cancellationToken) { WaitsFor = OthersFirst };
        try
        {
            // The client gets an answer, even when the store never gives one.
            return await write(deadline).WaitAsync(deadline.Token);
        }
        catch (WriteFailedException failed)
        {
            throw Away(failed);
        }
        catch (StoreException problem)
        {
            throw Away(deadline.GiveUp(problem.Why, problem));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw Away(deadline.GiveUp(inner: late));
        }
    }

    private async Task<ApplyPayload> CommitAsync(ApplyRequest request, WriteDeadline deadline)
    {
        ApplyPayload payload;
        // In its turn each change is worked out against what the one before it left.
        using (await TakeTurnAsync(deadline)) payload = await CommitInTurnAsync(request, deadline);
        if (payload.Errors.Count > 0) return payload;
        deadline.Made(payload.Version);
        await snapshots.WaitForAsync(payload.Version, deadline.Token);
        return payload;
    }

    // The host looks at the store again and again, so nobody waits for a store that is known to be away, nor behind somebody who does.
    private async Task<IDisposable> TakeTurnAsync(WriteDeadline deadline)
    {
        while (true)
        {
            if (snapshots.Fault is { } fault) throw new StoreUnavailableException(fault.Message);
            if (await store.Queue.TryEnterAsync(deadline, LookAgain) is { } turn) return turn;
        }
    }

    private async Task<ApplyPayload> CommitInTurnAsync(ApplyRequest request, WriteDeadline deadline)
    {
        var newest = snapshots.Current;
        if (newest.Version.Number == ownVersion && await TryOnAsync(newest, request, deadline) is { } done) return done;
        while (true)
        {
            var snapshot = await snapshots.LookAsync(deadline.Token);
            try
            {
                return await CommitOnAsync(snapshot, request, deadline);
            }
            catch (VersionConflictException)
            {
                // Worked out again against the newer version; that an expected version no longer fits is found there.
                deadline.WaitsFor = OthersFirst;
            }
        }
    }

    // Our own last commit is most likely the newest there is, so the store is spared a look. Null when it has to be looked at after all:
    // another process may have written what makes a request right.
    private async Task<ApplyPayload?> TryOnAsync(GraphSnapshot own, ApplyRequest request, WriteDeadline deadline)
    {
        try
        {
            return await CommitOnAsync(own, request, deadline) is { Errors.Count: 0 } payload ? payload : null;
        }
        catch (VersionConflictException)
        {
            return null;
        }
    }

    private async Task<ApplyPayload> CommitOnAsync(GraphSnapshot snapshot, ApplyRequest request, WriteDeadline deadline)
    {
        ownVersion = -1;
        // Read after the snapshot was taken, so that the log holds at least what the snapshot holds.
        if (await CommittedRequests.FindAsync(store, request, deadline.Token) is { } earlier) return Repeated(request, earlier, snapshot);
        if (request.ExpectedVersion is { } expected && expected != snapshot.Version.Number) return Conflict(snapshot, expected);

        var now = Milliseconds(clock.GetUtcNow());
        var plan = Planner.Of(request, snapshot, now);
        if (plan.Errors.Count > 0) return Refused(snapshot, plan.Errors);
        try
        {
            var changeSet = ChangeSetOf(request, plan, now);
            var result = await store.CommitAsync(changeSet, deadline);
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

    /// <summary>What a client is told of a write that failed: the extension <c>outcome</c> says whether it was done.</summary>
    public static StoreAway Away(WriteFailedException failed)
    {
        var away = new StoreAway(failed.Why, failed);
        away.Extensions!["outcome"] = EnumNames.Of(failed.Outcome.ToString());
        return away;
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
