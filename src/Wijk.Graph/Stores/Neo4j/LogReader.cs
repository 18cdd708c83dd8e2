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

    private const int MostAttempts = 3;

    /// <summary>The change sets after a version, oldest first.</summary>
    public IAsyncEnumerable<LoggedChangeSet> ReadAsync(long afterVersion, CancellationToken cancellationToken) =>
        ReadNamedAsync(afterVersion, cancellationToken).Select(entry => entry.ChangeSet);

    /// <summary>The same, each with the name of the log that its pages stand under.</summary>
    public async IAsyncEnumerable<(LoggedChangeSet ChangeSet, string Log)> ReadNamedAsync(
        long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = afterVersion; ;)
        {
            var heads = await HeadsAsync(after, ChangeSetsAtATime, cancellationToken).ConfigureAwait(false);
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
        return answer.RowCount == 0 ? null : (await WithAllPagesAsync(HeadOf(answer, 0), cancellationToken).ConfigureAwait(false)).ChangeSet;
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
        // One that is just being thrown away was found, and then had no properties.
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => answer.Text(row, "changes")).OfType<string>()];
    }

    private async Task<List<Head>> HeadsAsync(long after, int count, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(
            Statements.Log, new { after, count }, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => HeadOf(answer, row))];
    }

    private static Head HeadOf(Answer answer, int row) => new(
        new(answer.Int64(row, "version"), DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(row, "recordedAt"))),
        answer.Text(row, "id")!,
        answer.Text(row, "source")!,
        answer.Int64(row, "changeCount"),
        answer.Text(row, "log")!,
        answer.Text(row, "changes"));

    // Who prunes the log puts other pages in the place of these: then they are read once more, when all of that can be seen.
    private async Task<(LoggedChangeSet ChangeSet, string Log)> WithAllPagesAsync(Head head, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await ChangesOfAsync(head, cancellationToken).ConfigureAwait(false) is { } changes)
                return (new(head.Version, head.Id, head.Source, changes), head.Log);
            if (attempt == MostAttempts) throw Incomplete(head);
            using var settled = await client.WriteAsync(Statements.Settle, null, cancellationToken).ConfigureAwait(false);
            head = (await HeadsAsync(head.Version.Number - 1, count: 1, cancellationToken).ConfigureAwait(false)) is [var again] ? again : throw Incomplete(head);
        }
    }

    // Null when not all of its pages are there.
    private async Task<ImmutableArray<Change>?> ChangesOfAsync(Head head, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<Change>(checked((int)head.ChangeCount));
        if (head.FirstPage is not null) changes.AddRange(LogPages.Read(head.FirstPage));
        for (var page = 1; changes.Count < head.ChangeCount; page += PagesAtATime)
        {
            var before = changes.Count;
            foreach (var text in await PagesAsync(head.Log, page, cancellationToken).ConfigureAwait(false)) changes.AddRange(LogPages.Read(text));
            if (changes.Count == before) return null;
        }

        return changes.DrainToImmutable();
    }

    private static StoreUnavailableException Incomplete(Head head) => new(new(
        $"Het logboek in Neo4j mist bladzijden van versie {head.Version.Number} ('{head.Id}'); zet een reservekopie terug.",
        $"The log in Neo4j lacks pages of version {head.Version.Number} ('{head.Id}'); restore a backup."));

    private sealed record Head(GraphVersion Version, string Id, string Source, long ChangeCount, string Log, string? FirstPage);
}
