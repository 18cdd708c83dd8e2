using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Looks for what was written outside Wijk in a database, and takes over what fits.</summary>
internal sealed class ForeignEditDesk(QueryApiClient client, string place)
{
    private const int Attempts = 3;
    private const string ArithmeticFailed = "Neo.ClientError.Statement.ArithmeticError";

    private readonly LogReader log = new(client);

    /// <summary>Says what was found.</summary>
    /// <exception cref="StoreUnavailableException">Others keep writing, or a large change set is being applied.</exception>
    public async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        var (version, check, trace) = await LookAsync(cancellationToken).ConfigureAwait(false);
        return check.Finish(version, trace);
    }

    /// <summary>Takes what fits as one change set.</summary>
    /// <exception cref="ChangeSetTooLargeException">It does not fit in one transaction; nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">Others keep writing.</exception>
    public async Task<Adoption> AdoptAsync(AdoptionOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recordedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        for (var attempt = 1; ; attempt++)
        {
            var (version, check, trace) = await LookAsync(cancellationToken).ConfigureAwait(false);
            var plan = AdoptionPlan.Of(check, trace, options, recordedAt);
            if (plan.Changes.IsEmpty || options.IsDryRun) return new(plan.Taken, plan.Left, Version: null);
            if (await CommitAsync(plan, options.Source, version.Number, recordedAt, cancellationToken).ConfigureAwait(false) is { } made)
                return new(plan.Taken, plan.Left, made);
            if (attempt == Attempts) throw Moving();
        }
    }

    // What is read page by page is of one moment only when nobody wrote meanwhile.
    private async Task<(GraphVersion Version, ForeignEditCheck Check, LogTrace Trace)> LookAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = await VersionAsync(cancellationToken).ConfigureAwait(false);
            var removals = await log.RemovalsAsync(cancellationToken).ConfigureAwait(false);
            var check = new ForeignEditCheck(removals.ContainsKey);
            await new ForeignEditReader(client).ReadAsync(check, cancellationToken).ConfigureAwait(false);
            var trace = new LogTrace(check.Wanted);
            await foreach (var changeSet in log.ReadAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false)) trace.Add(changeSet);
            if (await VersionAsync(cancellationToken).ConfigureAwait(false) == before) return (before, check, trace);
        }

        throw Moving();
    }

    private async Task<GraphVersion> VersionAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        return answer.Text(0, "applying") is null
            ? new(answer.Int64(0, "version"), DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(0, "recordedAt")))
            : throw new StoreUnavailableException(new(
                $"In {place} wordt een grote wijziging opgeslagen; wacht tot die klaar is en probeer het opnieuw.",
                $"A large change set is being stored in {place}; wait until it is done and try again."));
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
        try
        {
            // Sent again after a lost answer it finds another version, and does nothing.
            using var answer = await client.WriteOnceAsync(
                ForeignEditStatements.Adopt, AdoptionParameters.Of(changeSet, plan, version), cancellationToken).ConfigureAwait(false);
            return answer.RowCount == 0 ? null : answer.Int64(0, "version");
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
