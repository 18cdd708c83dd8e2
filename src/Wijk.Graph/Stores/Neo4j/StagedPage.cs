using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>A page of changes to be put ready, where nobody sees it yet.</summary>
/// <param name="Log">The name of its log.</param>
/// <param name="Number">Its place there, from 0.</param>
/// <param name="Changes">Its text.</param>
/// <param name="IsKept">Whether it then stands in the log.</param>
internal readonly record struct StagedPage(string Log, int Number, string Changes, bool IsKept)
{
    /// <summary>What a load that never came of it left behind is thrown away after so long.</summary>
    public static readonly TimeSpan LeftBehind = TimeSpan.FromHours(24);

    private const int PagesAtATime = 8;

    /// <summary>The pages of changes that are ordered by key.</summary>
    public static IEnumerable<StagedPage> Of(string log, IEnumerable<Change> changes, bool isKept) =>
        LogPages.Of(changes).Select((page, number) => new StagedPage(log, number, page, isKept));

    /// <summary>Puts pages ready for a load.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> StageAsync(QueryApiClient client, string load, IEnumerable<StagedPage> pages, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var some in pages.Chunk(PagesAtATime))
        {
            count += some.Length;
            var rows = some.Select(page => new { log = page.Log, number = page.Number, changes = page.Changes, isKept = page.IsKept });
            using var answer = await client.WriteAsync(Statements.StagePages, new { load, pages = rows }, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <summary>Throws away what is staged for a load, and what others left behind.</summary>
    /// <param name="client">The database.</param>
    /// <param name="load">The load.</param>
    /// <param name="count">How many are thrown away at a time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task DiscardAsync(QueryApiClient client, string load, int count, CancellationToken cancellationToken) =>
        client.RepeatAsync(Statements.DiscardStaged, new { load, olderThan = (long)LeftBehind.TotalMilliseconds, count }, cancellationToken);
}
