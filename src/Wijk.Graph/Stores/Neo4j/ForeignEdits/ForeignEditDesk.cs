using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Looks for what was written outside Wijk in a database, and takes over what fits.</summary>
internal sealed class ForeignEditDesk(QueryApiClient client, TimeProvider clock, string place)
{
    private const int Attempts = 3;
    private const int KeysAtATime = 5_000;

    // Stands for the one that somebody will name.
    private const string AnyNamespace = "…";
    private const string ArithmeticFailed = "Neo.ClientError.Statement.ArithmeticError";

    private readonly LogReader log = new(client);
    private readonly StagedLoads loads = new(client, clock);

    /// <summary>Says what was found.</summary>
    /// <remarks>While a large change set is being applied, what it changes may be written or not; so nothing is said of whether that is there.</remarks>
    /// <exception cref="StoreUnavailableException">Others keep writing.</exception>
    public async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        var (state, check, trace) = await LookAsync(cancellationToken).ConfigureAwait(false);
        var plan = AdoptionPlan.Of(check, trace, new() { Source = place, Namespace = AnyNamespace }, clock.GetUtcNow());
        return check.Finish(state.Version, trace, plan);
    }

    /// <summary>Takes what fits as one change set.</summary>
    /// <exception cref="ChangeSetTooLargeException">It does not fit in one transaction; nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">Others keep writing.</exception>
    public async Task<Adoption> AdoptAsync(AdoptionOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recordedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        for (var attempt = 1; ; attempt++)
        {
            var (state, check, trace) = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (state.IsApplying) throw new StoreUnavailableException(StagedLoads.BeingWritten + new Words(" Probeer het opnieuw als die klaar is.", " Try again when it is done."));
            var plan = AdoptionPlan.Of(check, trace, options, recordedAt);
            if (options.IsDryRun) return new(plan.Taken, plan.Left, Version: null);
            using (await client.WriteAsync(ForeignEditStatements.ForgetSkipped, null, cancellationToken).ConfigureAwait(false))
            {
            }

            if (plan.Changes.IsEmpty) return new(plan.Taken, plan.Left, Version: null);
            if (await CommitAsync(plan, options.Source, state.Version.Number, recordedAt, cancellationToken).ConfigureAwait(false) is { } made)
                return new(plan.Taken, plan.Left, made);
            if (attempt == Attempts) throw Moving();
        }
    }

    // What is read page by page is of one moment only when nobody wrote meanwhile.
    private async Task<(GraphState State, ForeignEditCheck Check, LogTrace Trace)> LookAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = await loads.ReadStateAsync(cancellationToken).ConfigureAwait(false);
            var underway = await loads.KeysUnderwayAsync(cancellationToken).ConfigureAwait(false);
            var removals = await log.RemovalsAsync(cancellationToken).ConfigureAwait(false);
            var check = new ForeignEditCheck(key => removals.ContainsKey(key) && !underway.Contains(key));
            var reader = new ForeignEditReader(client);
            await reader.ReadAsync(check, cancellationToken).ConfigureAwait(false);
            var trace = new LogTrace(check.Wanted, underway);
            await foreach (var changeSet in log.ReadAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false)) trace.Add(changeSet);
            foreach (var missing in check.Missing(trace).ToArray().Chunk(KeysAtATime))
                check.TakeFound(await reader.ReadFoundAsync(missing, cancellationToken).ConfigureAwait(false));
            var after = await loads.ReadStateAsync(cancellationToken).ConfigureAwait(false);
            if ((after.Version, after.IsApplying) == (before.Version, before.IsApplying)) return (before, check, trace);
        }

        throw Moving();
    }

    private async Task<long?> CommitAsync(AdoptionPlan plan, string source, long version, DateTimeOffset recordedAt, CancellationToken cancellationToken)
    {
        var changeSet = new ChangeSet
        {
            Id = $"adopt:{Guid.NewGuid():N}",
            Source = source,
            RecordedAt = recordedAt,
            Changes = plan.Changes.Sort(Change.ByKey),
        };
        if (changeSet.Changes.Length > Commits.MostChanges)
            throw new ChangeSetTooLargeException(new("opgenomen records", "adopted records"), changeSet.Changes.Length, Commits.MostChanges);
        if (LogPages.Of(changeSet.Changes).Sum(page => (long)page.Length) is var size and > Commits.MostBytes)
            throw new ChangeSetTooLargeException(new("bytes", "bytes"), size, Commits.MostBytes);
        try
        {
            using var answer = await client.WriteAsync(
                ForeignEditStatements.Adopt, AdoptionParameters.Of(changeSet, plan, version), cancellationToken).ConfigureAwait(false);
            if (answer.RowCount > 0) return answer.Int64(0, "version");
            // Sent again after a lost answer it finds another version, and does nothing: the version may be its own.
            return (await log.FindAsync(changeSet.Id, cancellationToken).ConfigureAwait(false))?.Version.Number;
        }
        catch (QueryFailedException problem) when (problem.Code == ArithmeticFailed)
        {
            return null;
        }
    }

    private StoreUnavailableException Moving() => new(new(
        $"In {place} wordt steeds geschreven terwijl er wordt gekeken; probeer het op een rustig moment.",
        $"Others keep writing in {place} while it is being looked at; try again at a quiet moment."));
}
