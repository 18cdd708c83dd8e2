using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>An analyst edits between the begin of an import and its end, whoever brings it there.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class EditedDuringApplyTests : IAsyncLifetime
{
    private const string Owner = "somebody";

    private static readonly Node School = Agency("school", "School"), Library = Agency("library", "Library"), Club = Agency("club", "Club");
    private static readonly Node Coach = Measure("coach"), Lessons = Measure("lessons");

    private Neo4jServer server = null!;
    private QueryApiClient client = null!;

    public static TheoryData<bool> Whoever => [true, false];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        client = new(server.Settings(), TimeProvider.System);
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("1", Puts(School, Library, Club, Coach, Lessons, Runs(Library, Lessons))), Cancel);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Whoever))]
    public async Task What_needs_a_deleted_node_is_left_out_and_told_and_the_rest_is_written(bool isOwner)
    {
        var load = await BegunAsync(Puts(Runs(School, Coach), Runs(Library, Coach), Agency("new")));
        await server.QueryAsync("MATCH (n {key: $key}) DETACH DELETE n", new { key = School.Key });
        await FinishAsync(load, isOwner);

        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Version.Number.Should().Be(2);
        contents.Nodes.Should().Contain(node => node.Key == Agency("new").Key);
        contents.Relations.Should().BeEquivalentTo([Runs(Library, Lessons), Runs(Library, Coach)]);
        if (isOwner) load.Load.Skipped.Should().ContainSingle().Which.Message.En.Should().Contain(Runs(School, Coach).Key).And.Contain(School.Key).And.Contain("deleted");

        (await SkippedAsync()).Should().Equal(Runs(School, Coach).Key);
        (await VerifyAsync()).Findings.Select(found => (found.Rule, found.Key)).Should().BeEquivalentTo(
            [(VerificationRule.DeletedOutsideWijk, School.Key), (VerificationRule.DeletedOutsideWijk, Runs(School, Coach).Key)]);
        (await AdoptAsync()).Taken.Should().HaveCount(2);
        (await VerifyAsync()).Findings.Should().BeEmpty();
        (await SkippedAsync()).Should().BeEmpty();
        (await store.CommitAsync(Changes("after", Puts(Agency("after"))), Cancel)).WasApplied.Should().BeTrue("writing goes on");
    }

    [Theory]
    [MemberData(nameof(Whoever))]
    public async Task What_somebody_edited_is_reported_and_not_overwritten(bool isOwner)
    {
        var load = await BegunAsync([Change.Put(Agency("school", "By import")), Change.Put(Agency("library", "By import"))]);
        await server.QueryAsync("MATCH (n {key: $key}) SET n.name = 'By analyst'", new { key = School.Key });
        await FinishAsync(load, isOwner);
        await using var store = await OpenAsync();
        (await store.ReadContentsAsync(Cancel)).Nodes.Select(node => node.Name).Should().Contain(["By analyst", "By import"]);
        (await VerifyAsync()).Findings.Should().ContainSingle().Which.Should().Match<VerificationFinding>(found =>
            found.Rule == VerificationRule.ChangedOutsideWijk && found.Key == School.Key && found.Message.En.Contains("'By import'") && found.Message.En.Contains("'By analyst'"));
    }

    [Theory]
    [MemberData(nameof(Whoever))]
    public async Task A_node_that_got_a_relation_is_not_removed(bool isOwner)
    {
        var load = await BegunAsync([Change.Remove(Club.Key), Change.Remove(Runs(Library, Lessons).Key), Change.Remove(Lessons.Key)]);
        await server.QueryAsync("MATCH (a {key: $key}) CREATE (:Film)-[:ABOUT_IT]->(a)", new { key = Club.Key });
        await FinishAsync(load, isOwner);
        await using var store = await OpenAsync();
        (await store.ReadContentsAsync(Cancel)).Nodes.Select(node => node.Key).Should().Contain(Club.Key).And.NotContain(Lessons.Key);
        (await VerifyAsync()).Findings.Where(found => !found.IsRemark).Should().ContainSingle().Which.Should().Match<VerificationFinding>(found =>
            found.Rule == VerificationRule.RemovedAndBack && found.Key == Club.Key);
    }

    [Fact]
    public async Task Verify_answers_while_an_import_is_being_stored()
    {
        await BegunAsync([Change.Put(Agency("new")), Change.Remove(Club.Key)]);
        await server.QueryAsync("MATCH (n {key: $key}) SET n.name = 'By analyst'", new { key = School.Key });
        await server.QueryAsync("MATCH (n {key: $key}) DELETE n", new { key = Club.Key });
        var found = await VerifyAsync();
        found.Version.Number.Should().Be(1);
        found.Findings.Should().ContainSingle("what the import changes may be there or not").Which.Key.Should().Be(School.Key);
        await FluentActions.Awaiting(AdoptAsync).Should().ThrowAsync<StoreUnavailableException>();
    }

    [Fact]
    public async Task A_load_that_lost_a_page_stops_says_so_and_can_be_discarded()
    {
        var before = await ExportAsync();
        var load = await BegunAsync([Change.Put(Agency("school", "By import")), Change.Put(Agency("new")), Change.Put(Runs(School, Coach)), Change.Remove(Club.Key)]);
        // Its nodes were written; then the end of its page was lost.
        var name = (await server.QueryAsync("MATCH (g:WijkGraph) RETURN g.applying"))[0][0].GetString()!;
        var batch = LoadBatch.Of([.. load.Changes.Where(change => change.Record is Node)], [], new Dictionary<string, string>()).Single();
        using (await client.WriteAsync(Statements.Apply, batch.Parameters(name, Owner, lease: 300_000, _ => true), Cancel))
        {
        }

        await server.QueryAsync("MATCH (p:_Staged:WijkLogPage) SET p.changes = $changes", new { changes = LogPages.Of(load.Changes[..^1]).Single() });
        await Staging.EndLeaseAsync(server);

        await using var store = await OpenAsync();
        (await store.Awaiting(it => it.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain("pages are gone").And.Contain("'abort'");
        (await store.Awaiting(it => it.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreUnavailableException>("health is not green between two tries"))
            .Which.Message.Should().Contain("'abort'");
        (await store.Awaiting(it => it.CommitAsync(Changes("2", Puts(Library)), Cancel)).Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("'abort'");
        (await VerifyAsync()).Version.Number.Should().Be(1);

        (await new StagedLoads(client, TimeProvider.System).AbortAsync(Cancel)).Should().BeEmpty();
        (await ExportAsync()).Should().Equal(before, "it is as if it had never begun");
        (await Staging.CountAsync(server)).Should().Be(0);
        (await store.CommitAsync(Changes("3", Puts(Agency("after"))), Cancel)).WasApplied.Should().BeTrue();
    }

    [Fact]
    public async Task What_only_a_lost_page_knew_is_undone_from_the_log_and_what_cannot_be_is_named()
    {
        var before = await ContentsAsync();
        Node[] many = [.. Enumerable.Range(0, LogPages.MostChanges + 50).Select(number => Agency($"{number:0000}"))];
        var load = await BegunAsync([.. Puts(many), Change.Put(Agency("school", "By import")), Change.Put(Agency("zoo")), Change.Put(Runs(School, Coach)), Change.Remove(Club.Key)]);
        var name = (await server.QueryAsync("MATCH (g:WijkGraph) RETURN g.applying"))[0][0].GetString()!;
        foreach (var batch in LoadBatch.Of(load.Changes, [], new Dictionary<string, string>()))
        {
            using var applied = await client.WriteAsync(Statements.Apply, batch.Parameters(name, Owner, lease: 300_000, _ => true), Cancel);
        }

        await server.QueryAsync("MATCH (n {key: $key}) SET n.name = 'By analyst'", new { key = Library.Key });
        await server.QueryAsync("MATCH (p:_Staged:WijkLogPage {number: 1}) DELETE p");
        await Staging.EndLeaseAsync(server);
        await using var store = await OpenAsync();
        await store.Awaiting(it => it.ReadVersionAsync(Cancel)).Should().ThrowAsync<StoreUnavailableException>();

        var named = await new StagedLoads(client, TimeProvider.System).AbortAsync(Cancel);
        named.Select(warning => warning.Key).Should().BeEquivalentTo([Club.Key, Library.Key]);
        named.Single(warning => warning.Key == Club.Key).Message.En.Should().Contain("is gone and was not put back");
        var after = await ContentsAsync();
        after.Version.Should().Be(before.Version);
        after.Nodes.Should().Equal(before.Nodes.Where(node => node.Key != Club.Key).Select(node => node.Key == Library.Key ? Agency("library", "By analyst") : node));
        after.Relations.Should().BeEquivalentTo(before.Relations);
        (await VerifyAsync()).Findings.Select(found => (found.Rule, found.Key)).Should().BeEquivalentTo(
            [(VerificationRule.DeletedOutsideWijk, Club.Key), (VerificationRule.ChangedOutsideWijk, Library.Key)]);
        (await store.CommitAsync(Changes("3", Puts(Agency("after"))), Cancel)).WasApplied.Should().BeTrue("writing goes on");
    }

    [Fact]
    public async Task Nothing_is_discarded_that_somebody_is_applying_or_that_was_never_begun()
    {
        var loads = new StagedLoads(client, TimeProvider.System);
        await loads.Awaiting(it => it.AbortAsync(Cancel)).Should().ThrowAsync<NothingToAbortException>().WithMessage("No large import*");
        await BegunAsync(Puts(Agency("new")));
        await loads.Awaiting(it => it.AbortAsync(Cancel)).Should().ThrowAsync<NothingToAbortException>().WithMessage("*being stored now*");
    }

    private async Task<(StagedLoad Load, LoggedChangeSet Logged, Change[] Changes)> BegunAsync(Change[] changes)
    {
        Change[] sorted = [.. changes.OrderBy(change => change.Key, StringComparer.Ordinal)];
        var logged = new LoggedChangeSet(new(2, Noon), "import", "test", [.. sorted]);
        var load = new StagedLoad(client, Owner, TimeSpan.FromMinutes(5));
        await load.StageAsync([logged], null, Cancel);
        (await load.BeginAsync(1, logged.Version)).Should().BeTrue();
        return (load, logged, sorted);
    }

    private async Task FinishAsync((StagedLoad Load, LoggedChangeSet Logged, Change[] Changes) begun, bool isOwner)
    {
        if (isOwner)
        {
            (await begun.Load.ApplyAsync(begun.Changes, [begun.Logged], _ => true, null)).Should().BeTrue();
            return;
        }

        await Staging.EndLeaseAsync(server);
        await using var other = await OpenAsync();
        (await other.ReadVersionAsync(Cancel)).Number.Should().Be(2);
    }

    private async Task<GraphContents> ContentsAsync()
    {
        await using var store = await OpenAsync();
        return await store.ReadContentsAsync(Cancel);
    }

    private async Task<byte[]> ExportAsync()
    {
        await using var store = await OpenAsync();
        return await Replay.ExportAsync(await store.ReadContentsAsync(Cancel));
    }

    private async Task<string[]> SkippedAsync() =>
        [.. (await server.QueryAsync("MATCH (s:WijkChangeSet) UNWIND s.skipped AS key RETURN key")).Select(row => row[0].GetString()!)];

    private Task<Verification> VerifyAsync() => new ForeignEditDesk(client, TimeProvider.System, "here").VerifyAsync(Cancel);

    private Task<Adoption> AdoptAsync() => new ForeignEditDesk(client, TimeProvider.System, "here").AdoptAsync(new() { Source = "analyst" }, Noon, Cancel);

    private Task<Neo4jStore> OpenAsync() => Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
}
