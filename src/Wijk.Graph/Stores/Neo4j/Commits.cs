using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Commits change sets that fit in one transaction: each is one statement.</summary>
/// <remarks>
/// First it is checked what the database holds; the statement then writes only when the version is still that of the check. So a commit whose
/// answer got lost can be sent again: the version moved on, and the new check finds the change set's id.
/// </remarks>
internal sealed class Commits(QueryApiClient client, StagedLoads loads, WriteQueue queue)
{
    /// <summary>How many changes fit in one transaction: with its default memory limit the server takes several times as many.</summary>
    public const int MostChanges = 20_000;

    /// <summary>How large the changes may be in all, in bytes of JSON.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int MostRefusals = 3;
    private const string ConstraintFailed = "Neo.ClientError.Schema.ConstraintValidationFailed";
    private const string ArithmeticFailed = "Neo.ClientError.Statement.ArithmeticError";

    /// <summary>Commits a change set.</summary>
    /// <exception cref="ChangeSetTooLargeException">It does not fit in one transaction.</exception>
    /// <exception cref="WriteFailedException">The deadline passed: others kept writing, a large change set was being applied, or the server did not answer.</exception>
    public async Task<CommitResult> CommitAsync(ChangeSet changeSet, WriteDeadline deadline)
    {
        if (changeSet.Changes.Length > MostChanges)
            throw new ChangeSetTooLargeException(new("wijzigingen", "changes"), changeSet.Changes.Length, MostChanges);
        string[] pages = [.. LogPages.Of(changeSet.Changes.Sort(Change.ByKey))];
        if (pages.Sum(page => (long)page.Length) is var size and > MostBytes) throw new ChangeSetTooLargeException(new("bytes", "bytes"), size, MostBytes);
        try
        {
            using var turn = await queue.EnterAsync(deadline).ConfigureAwait(false);
            return await CommitAsync(changeSet, pages, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw deadline.GiveUp(inner: late);
        }
    }

    // Writers of other processes may be first: whoever was overtaken checks again and writes again, until the deadline.
    private async Task<CommitResult> CommitAsync(ChangeSet changeSet, string[] pages, WriteDeadline deadline)
    {
        var log = Guid.NewGuid().ToString("N");
        var (refusals, refusedAt, settled) = (0, -1L, -1L);
        for (var attempt = 1; ; attempt++)
        {
            var check = await CommitCheck.ReadAsync(client, changeSet, deadline.Token).ConfigureAwait(false);
            if (check.EarlierVersion is { } earlier) return new(earlier, WasApplied: check.EarlierLog == log);
            if (check.IsApplying)
            {
                deadline.WaitsFor = StagedLoads.BeingWritten;
                await loads.WhenFreeAsync(deadline.Token).ConfigureAwait(false);
                continue;
            }

            try
            {
                if (changeSet.ExpectedVersion is { } expected && expected != check.Version) throw new VersionConflictException(expected, check.Version);
                check.ThrowIfRefused(changeSet);
                if (check.IsSaidAlready(changeSet)) return new(check.Version, WasApplied: false);
                deadline.Send();
                if (await WriteAsync(changeSet, pages, log, check, deadline.Token).ConfigureAwait(false) is { } version) return new(version, WasApplied: true);
                deadline.NothingDone();
            }
            catch (StoreException problem) when (problem is VersionConflictException ? settled < 0
                : problem is ChangesRefusedException or ForeignEditException && settled != check.Version)
            {
                // The check may have seen half of what was just being committed, perhaps this very change set: it is done again on all of it.
                settled = (await loads.SettleAsync(deadline.Token).ConfigureAwait(false)).Version.Number;
            }
            catch (QueryFailedException problem) when (problem.Code is ConstraintFailed or ArithmeticFailed)
            {
                // Somebody committed the same id, or changed in Neo4j what was just checked: checking again tells which. When nobody
                // committed and it is refused all the same, something stands there that no check of ours sees.
                deadline.NothingDone();
                (refusals, refusedAt) = (check.Version == refusedAt ? refusals + 1 : 1, check.Version);
                if (refusals == MostRefusals) throw InTheWay(problem);
            }

            deadline.WaitsFor = Overtaken(attempt);
        }
    }

    private async Task<long?> WriteAsync(ChangeSet changeSet, string[] pages, string log, CommitCheck check, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(Statements.Commit, Parameters(changeSet, pages, log, check), cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : answer.Int64(0, "version");
    }

    private static object Parameters(ChangeSet changeSet, string[] pages, string log, CommitCheck check)
    {
        var puts = changeSet.Changes.Select(change => change.Record).OfType<GraphRecord>().ToLookup(record => check.Holds(record.Key));
        string[] removed = [.. changeSet.Changes.Where(change => change.Record is null).Select(change => change.Key)];
        return new
        {
            id = changeSet.Id,
            source = changeSet.Source,
            recordedAt = changeSet.RecordedAt.ToUnixTimeMilliseconds(),
            version = check.Version,
            changeCount = changeSet.Changes.Length,
            log,
            pages,
            newNodes = RecordRows.Of(puts[false].OfType<Node>(), check.Holds),
            changedNodes = RecordRows.Of(puts[true].OfType<Node>(), check.Holds),
            newRelations = RecordRows.Of(puts[false].OfType<Relation>(), check.Holds),
            changedRelations = RecordRows.Of(puts[true].OfType<Relation>(), check.Holds),
            removedRelations = RecordRows.OfRelationKeys(removed),
            removedNodes = removed.Where(key => Keys.NodeKindOf(key) is not null),
            removed,
            returning = check.Returning,
        };
    }

    private static StoreUnavailableException InTheWay(QueryFailedException problem) => new(
        new Words(
            "Iets dat buiten Wijk om in Neo4j is gezet staat de wijziging in de weg, bijvoorbeeld een relatie met dezelfde sleutel; haal dat daar weg en doe de wijziging nog eens. ",
            "Something that was put in Neo4j outside Wijk stands in the way of the change, such as a relation with the same key; take it away there and repeat the change. ")
        + problem.Why,
        problem);

    private static Words Overtaken(int attempts) => new(
        $"Andere schrijvers waren {attempts} keer achter elkaar eerder.", $"Other writers were first {attempts} times in a row.");
}
