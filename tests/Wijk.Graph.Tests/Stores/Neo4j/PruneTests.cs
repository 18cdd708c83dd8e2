using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;
using Fault = Wijk.Testing.Fault;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>The log in Neo4j is pruned while others read and edit, and is cut off on the way.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class PruneTests : IAsyncLifetime
{
    private static readonly int Versions = LongRun.Portion(10, of: 30);

    private Neo4jServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await Neo4jServer.SharedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Wherever_it_is_cut_off_the_log_leads_to_the_same_graph_and_pruning_again_ends_it()
    {
        foreach (var isDone in (bool[])[false, true])
        {
            for (var request = 0; ; request++)
            {
                var before = await FilledAsync();
                var isCut = await PruneThroughAsync(request, isDone);
                await CheckAsync(before);
                await using (var store = await OpenAsync())
                {
                    await store.PruneLogAsync(Versions, null, Cancel);
                    (await store.WeighLogAsync(Noon.AddDays(1), Cancel)).ReplacedCount.Should().Be(0);
                }

                await CheckAsync(before);
                await Staging.AgeAsync(server);
                await StagedPage.DiscardAsync(Client, "none", count: 100, Cancel);
                (await server.QueryAsync("MATCH (p:WijkLogPage) WHERE NOT EXISTS { MATCH (s:WijkChangeSet) WHERE s.log = p.log } RETURN count(p)"))[0][0].GetInt64()
                    .Should().Be(0, "nothing stays behind");
                await CheckAsync(before);
                if (!isCut) break;
            }
        }
    }

    [Fact]
    public async Task Whoever_reads_the_log_meanwhile_reads_all_of_it()
    {
        var before = await FilledAsync();
        await using var reading = await OpenAsync();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(async _ =>
        {
            var count = 0;
            for (; !done.IsCancellationRequested; count++)
            {
                var log = await reading.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
                (await Replay.ExportAsync(Replay.Of(log))).Should().Equal(before);
            }

            return count;
        }).ToArray();
        await using (var one = await OpenAsync())
        {
            await using var two = await OpenAsync();
            for (var upTo = 2; upTo <= Versions; upTo++)
                await Task.WhenAll(one.PruneLogAsync(upTo, null, Cancel), two.PruneLogAsync(upTo, null, Cancel));
        }

        await done.CancelAsync();
        (await Task.WhenAll(readers)).Should().AllSatisfy(count => count.Should().BePositive());
        await CheckAsync(before);
    }

    [Fact]
    public async Task What_is_served_verified_and_adopted_is_as_with_the_whole_log()
    {
        await server.EmptyAsync();
        var (school, club, coach) = (Agency("school", "School"), Agency("club"), Measure("coach"));
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("1", Puts(Agency("school", "Old"), club, coach, Runs(club, coach), Agency("gone"))), Cancel);
        await store.CommitAsync(Changes("2", Puts(school)), Cancel);
        await store.CommitAsync(Changes("3", Change.Remove("agency:n:gone")), Cancel);
        await store.PruneLogAsync(3, null, Cancel);
        (await store.ReadLogAsync(0, Cancel).Select(entry => entry.Changes.Length).ToListAsync(Cancel)).Should().Equal(3, 1, 1);

        await server.QueryAsync("MATCH (n {key: $key}) SET n.name = 123", new { key = school.Key });
        await server.QueryAsync("MATCH (n {key: $key}) DETACH DELETE n", new { key = club.Key });
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Should().Contain(school, "it is served as it was last logged");
        contents.Warnings.Should().ContainSingle().Which.Key.Should().Be(school.Key);
        var desk = new ForeignEditDesk(Client, TimeProvider.System, "here");
        var found = await desk.VerifyAsync(Cancel);
        found.IsLogComplete.Should().BeTrue();
        found.Findings.Where(finding => finding.Rule == VerificationRule.DeletedOutsideWijk).Select(finding => finding.Key).Should().BeEquivalentTo([club.Key, Runs(club, coach).Key]);
        (await desk.AdoptAsync(new() { Source = "analyst" }, Noon, Cancel)).Taken.Select(taken => taken.Key).Should().BeEquivalentTo([club.Key, Runs(club, coach).Key]);
    }

    private QueryApiClient Client => new(server.Settings(), TimeProvider.System);

    private Task<Neo4jStore> OpenAsync() => Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);

    // A large import of several pages that much is changed of, and small changes.
    private async Task<byte[]> FilledAsync()
    {
        await server.EmptyAsync();
        await using var store = await OpenAsync();
        await store.CommitLargeAsync(Changes("import", Puts(Enumerable.Range(0, 2_500).Select(number => Agency($"{number:0000}")))), null, Cancel);
        for (var number = 2; number <= Versions; number++)
        {
            Node[] changed = [.. Enumerable.Range(number * 40, 60).Select(id => Agency($"{id:0000}", $"Changed by {number}"))];
            await store.CommitAsync(Changes($"{number}", [.. Puts(changed), Change.Remove(Agency($"{number:0000}").Key)]), Cancel);
        }

        return await Replay.ExportAsync(await store.ReadContentsAsync(Cancel));
    }

    // False when there were not so many requests.
    private async Task<bool> PruneThroughAsync(int cutAt, bool isDone)
    {
        var isCut = false;
        // One that is opened in another way is not cut: the first requests look at the server.
        var writes = 0;
        await using var proxy = new FaultyServer(server.Url, _ => Fault.ByStatement(text =>
        {
            if (isCut) return Fault.ResetBeforeReading;
            var isOfPruning = text == Statements.StagePages.Text || text == Statements.Prune.Text || text == Statements.DiscardStaged.Text;
            if (!isOfPruning || writes++ != cutAt) return Fault.PassOn;
            isCut = true;
            return isDone ? Fault.PassOnThenReset : Fault.ResetAfterReading;
        }));
        await using var store = await Neo4jStore.OpenAsync(server.Settings() with { Url = proxy.Url }, new SkippingClock(), Cancel);
        try
        {
            await store.PruneLogAsync(Versions, null, Cancel);
        }
        catch (StoreException)
        {
            isCut.Should().BeTrue();
        }

        return isCut;
    }

    private async Task CheckAsync(byte[] before)
    {
        await using var store = await OpenAsync();
        (await Replay.ExportAsync(await store.ReadContentsAsync(Cancel))).Should().Equal(before);
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => entry.Id).Should().Equal(["import", .. Enumerable.Range(2, Versions - 1).Select(number => $"{number}")]);
        (await Replay.ExportAsync(Replay.Of(log))).Should().Equal(before);
    }
}
