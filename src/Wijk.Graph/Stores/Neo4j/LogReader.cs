using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads the log: every committed change set, whole.</summary>
internal sealed class LogReader(QueryApiClient client)
{
    /// <summary>How many pages are read at a time.</summary>
    public const int PagesAtATime = 64;

    private const int ChangeSetsAtATime = 100;

    /// <summary>The change sets after a version, oldest first.</summary>
    public async IAsyncEnumerable<LoggedChangeSet> ReadAsync(long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = afterVersion; ;)
        {
            var heads = await HeadsAsync(after, cancellationToken).ConfigureAwait(false);
            foreach (var head in heads) yield return await WithAllPagesAsync(head, cancellationToken).ConfigureAwait(false);
            if (heads.Count < ChangeSetsAtATime) yield break;
            after = heads[^1].Version.Number;
        }
    }

    /// <summary>The newest change set whose id starts with a text; null when there is none.</summary>
    public async Task<LoggedChangeSet?> FindAsync(string idPrefix, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.FindChangeSet, new { prefix = idPrefix }, cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 ? null : await WithAllPagesAsync(HeadOf(answer, 0), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The source that removed a record, by key, of those that are gone.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RemovalsAsync(CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Removals, null, cancellationToken).ConfigureAwait(false);
        var removedBy = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = answer.Value(0, "key");
        var source = answer.Value(0, "source");
        while (key.Read() && source.Read() && key.TokenType != System.Text.Json.JsonTokenType.EndArray)
            removedBy[key.GetString()!] = source.GetString()!;
        return removedBy;
    }

    /// <summary>Up to <see cref="PagesAtATime"/> pages of a log, staged or not, from a number on; fewer at its end.</summary>
    public async Task<List<string>> PagesAsync(string log, int from, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.LogPages, new { log, from, until = from + PagesAtATime }, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => answer.Text(row, "changes")!)];
    }

    private async Task<List<Head>> HeadsAsync(long after, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.Log, new { after, count = ChangeSetsAtATime }, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => HeadOf(answer, row))];
    }

    private static Head HeadOf(Answer answer, int row) => new(
        new(answer.Int64(row, "version"), DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(row, "recordedAt"))),
        answer.Text(row, "id")!,
        answer.Text(row, "source")!,
        answer.Int64(row, "changeCount"),
        answer.Text(row, "log")!,
        answer.Text(row, "changes"));

    private async Task<LoggedChangeSet> WithAllPagesAsync(Head head, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<Change>(checked((int)head.ChangeCount));
        if (head.FirstPage is not null) changes.AddRange(LogPages.Read(head.FirstPage));
        for (var page = 1; changes.Count < head.ChangeCount; page += PagesAtATime)
        {
            var before = changes.Count;
            foreach (var text in await PagesAsync(head.Log, page, cancellationToken).ConfigureAwait(false)) changes.AddRange(LogPages.Read(text));
            if (changes.Count == before) throw Incomplete(head);
        }

        return new(head.Version, head.Id, head.Source, changes.DrainToImmutable());
    }

    private static StoreUnavailableException Incomplete(Head head) => new(new(
        $"Het logboek in Neo4j mist bladzijden van versie {head.Version.Number} ('{head.Id}'); zet een reservekopie terug.",
        $"The log in Neo4j lacks pages of version {head.Version.Number} ('{head.Id}'); restore a backup."));

    private sealed record Head(GraphVersion Version, string Id, string Source, long ChangeCount, string Log, string? FirstPage);
}
