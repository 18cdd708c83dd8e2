using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Commits change sets that fit in one transaction: each is one statement.</summary>
/// <remarks>
/// First it is checked what the database holds; the statement then writes only when the version is still that of the check. So a commit whose
/// answer got lost can be sent again: the version moved on, and the new check finds the change set's id.
/// </remarks>
internal sealed class Commits(QueryApiClient client, StagedLoads loads, TimeProvider clock) : IDisposable
{
    /// <summary>How many changes fit in one transaction: with its default memory limit the server takes several times as many.</summary>
    public const int MostChanges = 20_000;

    /// <summary>How large the changes may be in all, in bytes of JSON.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int MostRefusals = 3;
    private const string ConstraintFailed = "Neo.ClientError.Schema.ConstraintValidationFailed";
    private const string ArithmeticFailed = "Neo.ClientError.Statement.ArithmeticError";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Writers of one process take turns here, so that they do not overtake each other at the server again and again.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Commits a change set.</summary>
    /// <exception cref="ChangeSetTooLargeException">It does not fit in one transaction.</exception>
    public async Task<CommitResult> CommitAsync(ChangeSet changeSet, CancellationToken cancellationToken)
    {
        if (changeSet.Changes.Length > MostChanges)
            throw new ChangeSetTooLargeException(new("wijzigingen", "changes"), changeSet.Changes.Length, MostChanges);
        string[] pages = [.. LogPages.Of(changeSet.Changes.Sort(Change.ByKey))];
        if (pages.Sum(page => (long)page.Length) is var size and > MostBytes) throw new ChangeSetTooLargeException(new("bytes", "bytes"), size, MostBytes);

        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await CommitAsync(changeSet, pages, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<CommitResult> CommitAsync(ChangeSet changeSet, string[] pages, CancellationToken cancellationToken)
    {
        var log = Guid.NewGuid().ToString("N");
        var started = clock.GetTimestamp();
        var (refusals, refusedAt, settled) = (0, -1L, -1L);
        for (var attempt = 1; ; attempt++)
        {
            var check = await CommitCheck.ReadAsync(client, changeSet, cancellationToken).ConfigureAwait(false);
            if (check.EarlierVersion is { } earlier) return new(earlier, WasApplied: check.EarlierLog == log);
            if (check.IsApplying)
            {
                await loads.WhenFreeAsync(Patience - clock.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                if (changeSet.ExpectedVersion is { } expected && expected != check.Version) throw new VersionConflictException(expected, check.Version);
                check.ThrowIfRefused(changeSet);
                if (await WriteAsync(changeSet, pages, log, check, cancellationToken).ConfigureAwait(false) is { } version) return new(version, WasApplied: true);
            }
            catch (StoreException problem) when (problem is VersionConflictException ? settled < 0
                : problem is ChangesRefusedException or ForeignEditException && settled != check.Version)
            {
                // The check may have seen half of what was just being committed, perhaps this very change set: it is done again on all of it.
                settled = (await loads.SettleAsync(cancellationToken).ConfigureAwait(false)).Version.Number;
            }
            catch (QueryFailedException problem) when (problem.Code is ConstraintFailed or ArithmeticFailed)
            {
                // Somebody committed the same id, or changed outside Wijk what was just checked: checking again tells which. When nobody
                // committed and it is refused all the same, something stands there that no check of ours sees.
                (refusals, refusedAt) = (check.Version == refusedAt ? refusals + 1 : 1, check.Version);
                if (refusals == MostRefusals) throw InTheWay(problem);
            }

            if (clock.GetElapsedTime(started) > Patience) throw Overtaken(attempt);
        }
    }

    private async Task<long?> WriteAsync(ChangeSet changeSet, string[] pages, string log, CommitCheck check, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(
            Statements.Commit, RecordRows.InOne(parameters => Write(parameters, changeSet, pages, log, check)), cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : answer.Int64(0, "version");
    }

    private static void Write(Utf8JsonWriter parameters, ChangeSet changeSet, string[] pages, string log, CommitCheck check)
    {
        parameters.WriteString("id", changeSet.Id);
        parameters.WriteString("source", changeSet.Source);
        parameters.WriteNumber("recordedAt", changeSet.RecordedAt.ToUnixTimeMilliseconds());
        parameters.WriteNumber("version", check.Version);
        parameters.WriteNumber("changeCount", changeSet.Changes.Length);
        parameters.WriteString("log", log);
        parameters.WriteKeys("pages", pages);

        var puts = changeSet.Changes.Select(change => change.Record).OfType<GraphRecord>().ToLookup(record => check.Holds(record.Key));
        parameters.Write("newNodes", puts[false].OfType<Node>(), _ => false);
        parameters.Write("changedNodes", puts[true].OfType<Node>(), _ => true);
        parameters.Write("newRelations", puts[false].OfType<Relation>(), _ => false);
        parameters.Write("changedRelations", puts[true].OfType<Relation>(), _ => true);

        ImmutableArray<string> removed = [.. changeSet.Changes.Where(change => change.Record is null).Select(change => change.Key)];
        parameters.WriteRelationKeys("removedRelations", removed);
        parameters.WriteKeys("removedNodes", removed.Where(key => ChangeRules.NodeKindOf(key) is not null));
        parameters.WriteKeys("removed", removed);
        parameters.WriteKeys("returning", check.Returning);
    }

    private static StoreUnavailableException InTheWay(QueryFailedException problem) => new(
        new Words(
            "Iets dat buiten Wijk om in Neo4j is gezet staat de wijziging in de weg, bijvoorbeeld een relatie met dezelfde sleutel; haal dat daar weg en doe de wijziging nog eens. ",
            "Something that was put in Neo4j outside Wijk stands in the way of the change, such as a relation with the same key; take it away there and repeat the change. ")
        + problem.Why,
        problem);

    private static StoreUnavailableException Overtaken(int attempts) => new(new(
        $"Andere schrijvers waren {attempts} keer achter elkaar eerder; probeer het straks opnieuw.",
        $"Other writers were first {attempts} times in a row; try again later."));
}
