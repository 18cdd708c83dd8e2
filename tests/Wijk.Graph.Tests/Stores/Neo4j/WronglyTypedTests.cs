using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.Doctor;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>An analyst writes what no record can hold: every process opens, and each fault is named.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class WronglyTypedTests : IAsyncLifetime
{
    private static readonly Node School = Agency("school", "School") with { Visibility = Visibility.Partner };
    private static readonly Node Coach = Measure("coach");
    private static readonly Relation Offer = Runs(School, Coach) with { ValidFrom = PartialDate.OfYear(2020) };

    private Neo4jServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("1", Puts(School, Coach, Offer, Agency("other"))), Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("n.name = 123", "name")]
    [InlineData("n.name = ['a', 'b']", "name")]
    [InlineData("n.name = point({x: 1, y: 2})", null)]
    [InlineData("n.name = 'nul \u0000 byte'", null)]
    [InlineData("n.source = true", "source")]
    [InlineData("n.source = ''", "source")]
    [InlineData("n.source = null", "source")]
    [InlineData("n.recordedAt = 'yesterday'", "recordedAt")]
    [InlineData("n.recordedAt = 17", "recordedAt")]
    [InlineData("n.recordedAt = null", "recordedAt")]
    [InlineData("n.recordedAt = localdatetime()", null)]
    [InlineData("n.visibility = 'secret'", "visibility")]
    [InlineData("n.visibility = null", "visibility")]
    [InlineData("n.validFrom = 2020", "validFrom")]
    [InlineData("n.validTo = 'soon'", "validTo")]
    [InlineData("n.stub = 'yes'", "stub")]
    [InlineData("n.inferredFrom = 1, n.inferredRule = 'r', n.inferredWords = ['w']", "inferredFrom")]
    [InlineData("n.inferredFrom = 'a', n.inferredRule = 'r', n.inferredWords = 3", "inferredWords")]
    [InlineData("n.key = 'agency:n'", "key")]
    public async Task One_property_of_a_node_never_stops_a_process_from_opening(string set, string? wrong)
    {
        await server.QueryAsync($"MATCH (n:WijkNode {{key: $key}}) SET {set}", new { key = School.Key });
        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        if (wrong is null)
        {
            contents.Warnings.Should().BeEmpty("it can be read, and 'verify' says that it was changed");
            contents.Nodes.Should().HaveCount(3);
            return;
        }

        var key = wrong == "key" ? "agency:n" : School.Key;
        var warning = contents.Warnings.Should().ContainSingle().Which;
        warning.Key.Should().Be(key);
        warning.Message.En.Should().Contain(key).And.Contain(wrong).And.Contain("'verify'");
        warning.Message.Nl.Should().Contain(key).And.Contain(wrong);
        if (wrong == "key") contents.Nodes.Should().HaveCount(2, "nobody logged a record with that key");
        else contents.Nodes.Should().ContainEquivalentOf(School, "it is served as it was last logged").And.HaveCount(3);
        contents.Relations.Should().HaveCount(wrong == "key" ? 0 : 1);
        (await DoctorAsync()).Should().Contain(found => found.Level == DiagnosisLevel.Wrong && found.Found.En.Contains(key) && found.Found.En.Contains(wrong));

        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(Cancel);
        snapshots.Warnings.Should().ContainSingle();
    }

    [Theory]
    [InlineData("r.validFrom = 7", "validFrom")]
    [InlineData("r.source = ['me']", "source")]
    [InlineData("r.recordedAt = null", "recordedAt")]
    public async Task Nor_one_of_a_relation(string set, string wrong)
    {
        await server.QueryAsync($"MATCH ()-[r:RUNS {{key: $key}}]->() SET {set}", new { key = Offer.Key });
        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Relations.Should().Equal(Offer);
        contents.Warnings.Should().ContainSingle().Which.Should().Match<RecordWarning>(warning => warning.Key == Offer.Key && warning.Message.En.Contains(wrong));
    }

    [Fact]
    public async Task What_was_never_logged_is_left_out_with_its_relations()
    {
        await server.QueryAsync(
            "MATCH (m:Measure) CREATE (:WijkNode:Agency {key: 'agency:n:made', name: 5, source: 'me', visibility: 'public', recordedAt: datetime()})-[:RUNS {key: 'x'}]->(m)");
        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Should().HaveCount(3);
        contents.Relations.Should().Equal(Offer);
        contents.Warnings.Select(warning => warning.Key).Should().Contain("agency:n:made");
        contents.Warnings[0].Message.En.Should().Contain("leaves it out");
    }

    [Fact]
    public async Task A_copied_relation_is_not_taken_twice()
    {
        await server.QueryAsync("MATCH (a)-[r:RUNS]->(m) CREATE (a)-[c:RUNS {key: 'copy'}]->(m) SET c += r{.source, .recordedAt, .visibility, .validFrom, .digest}");
        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Relations.Should().Equal(Offer);
        contents.Warnings.Should().ContainSingle().Which.Key.Should().Be("copy");
    }

    [Fact]
    public async Task A_warning_goes_when_the_record_is_written_anew()
    {
        await server.QueryAsync("MATCH (n:WijkNode {key: $key}) SET n.name = 123", new { key = School.Key });
        await using var store = await OpenAsync();
        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(Cancel);
        snapshots.Warnings.Should().ContainSingle();
        await server.QueryAsync("MATCH (n:WijkNode {key: $key}) SET n.name = 'School'", new { key = School.Key });
        var version = (await store.CommitAsync(Changes("2", Puts(School with { ValidFrom = PartialDate.OfYear(2021) })), Cancel)).Version;
        await snapshots.WaitForAsync(version, Cancel);
        snapshots.Warnings.Should().BeEmpty();
    }

    private async Task<IReadOnlyList<Diagnosis>> DoctorAsync() => await Neo4jDoctor.LookAsync(
        name => name switch
        {
            "WIJK_NEO4J_URL" => server.Url.AbsoluteUri,
            "WIJK_NEO4J_USER" => server.User,
            "WIJK_NEO4J_PASSWORD" => server.Password,
            _ => null,
        },
        TimeProvider.System,
        progress: null,
        Cancel);

    private Task<Neo4jStore> OpenAsync() => Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
}
