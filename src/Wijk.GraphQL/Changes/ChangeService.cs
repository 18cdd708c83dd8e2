using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Changes;

/// <summary>Commits the changes of a request, all or none, and waits until they can be seen.</summary>
internal sealed class ChangeService(IGraphStore store, SnapshotHost snapshots, TimeProvider clock)
{
    // Another writer may be first; the changes are then worked out anew against what that one made.
    private const int MostAttempts = 10;

    /// <summary>Applies a request.</summary>
    public async Task<ApplyPayload> ApplyAsync(ApplyRequest request, CancellationToken cancellationToken)
    {
        if (request.Problems().ToArray() is { Length: > 0 } problems) return Refused(snapshots.Current, problems);
        for (var attempt = 1; ; attempt++)
        {
            var newest = await store.ReadVersionAsync(cancellationToken);
            var snapshot = await snapshots.WaitForAsync(newest.Number, cancellationToken);
            // Read after the snapshot was taken, so that the log holds at least what the snapshot holds.
            if (await CommittedRequests.FindAsync(store, request, cancellationToken) is { } earlier) return Repeated(request, earlier, snapshot);
            if (request.ExpectedVersion is { } expected && expected != snapshot.Version.Number) return Conflict(snapshot, expected);

            var now = Milliseconds(clock.GetUtcNow());
            var plan = Planner.Of(request, snapshot, now);
            if (plan.Errors.Count > 0) return Refused(snapshot, plan.Errors);
            try
            {
                var result = await store.CommitAsync(ChangeSetOf(request, plan, now), cancellationToken);
                await snapshots.WaitForAsync(result.Version, cancellationToken);
                return new(result.Version, result.WasApplied, [.. plan.Changes.Select(change => change.Key).Order(StringComparer.Ordinal)],
                    []);
            }
            catch (VersionConflictException) when (attempt < MostAttempts)
            {
                // Tried again against the newer version, where an expected version no longer fits and is told.
            }
            catch (ChangesRefusedException exception)
            {
                return Refused(snapshot, [.. exception.Refused.Select(
                    refused => new ChangeError(ChangeErrorCode.Validation, refused.Problem.Message.En, plan.PathOf(refused.Key)))]);
            }
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
            ? new(earlier.Version, false, earlier.Keys, [])
            : Refused(snapshot, [new(ChangeErrorCode.KeyReused,
                $"idempotencyKey '{request.IdempotencyKey}' was used for other changes, in version {earlier.Version}; make up another.", ["idempotencyKey"])]);

    private static ApplyPayload Conflict(GraphSnapshot snapshot, long expected) => Refused(snapshot, [new(ChangeErrorCode.Conflict,
        $"The graph is at version {snapshot.Version.Number}, not at the expected version {expected}; read it again and repeat the change.", ["expectedVersion"])]);

    private static ApplyPayload Refused(GraphSnapshot snapshot, IReadOnlyList<ChangeError> errors) =>
        new(snapshot.Version.Number, false, [], errors);

    private static DateTimeOffset Milliseconds(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
