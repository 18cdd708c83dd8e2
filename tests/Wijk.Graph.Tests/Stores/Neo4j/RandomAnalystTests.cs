using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>An analyst edits whatever comes to mind, before, between and during what Wijk writes.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class RandomAnalystTests : IAsyncLifetime
{
    private const int EditsOfEach = 10;

    // Each gives what it touched: Neo4j's name of it, and the key it had.
    private static readonly string[] Edits =
    [
        OnNode("SET n.name = $n"),
        OnNode("SET n.name = ['a', 'b']"),
        OnNode("SET n.name = point({x: 1, y: $n})"),
        OnNode("SET n.name = 'Edited ' + $n"),
        OnNode("SET n.name = 'nul \u0000 ' + $n"),
        OnNode("SET n.validFrom = 2020, n.validTo = duration('P1Y')"),
        OnNode("SET n.visibility = 'secret'"),
        OnNode("SET n.source = null"),
        OnNode("SET n.recordedAt = 'then'"),
        OnNode("SET n.digest = 'mine'"),
        OnNode("SET n.stub = 'maybe'"),
        OnNode("SET n:Barrier"),
        OnNode("REMOVE n:WijkNode"),
        OnNode("REMOVE n:Agency:Measure"),
        OnNode("REMOVE n:WijkNode:Agency:Measure"),
        OnNode("SET n.key = split(key, ':')[0] + ':n:renamed ' + $n"),
        OnNode("SET n.key = 'odd'"),
        OnNode("SET n.key = 7"),
        OnNode("SET n.key = null"),
        OnNode("DETACH DELETE n"),
        OnNode("CREATE (n)-[:KNOWS_OF]->(:Film) SET n.name = 'Tied ' + $n"),
        OnNode("CREATE (c:Agency) SET c = properties(n), c.name = 'Copy ' + $n WITH c AS n, elementId(c) AS element, key"),
        "CREATE (n:Agency {name: 'New ' + $n}) RETURN elementId(n), null",
        "CREATE (n:WijkNode:Agency {key: 'agency:n:made ' + $n, name: $n, source: 's', visibility: 'public', recordedAt: datetime()}) RETURN elementId(n), n.key",
        "CREATE (n:WijkNode:Agency {key: 'agency:bad' + $n, name: 'Bad'}) RETURN elementId(n), n.key",
        OnRelation("DELETE r"),
        OnRelation("SET r.validFrom = 'soon'"),
        OnRelation("SET r.validFrom = '17' + (10 + $n % 90)"),
        OnRelation("SET r.source = 5"),
        OnRelation("SET r.key = 'odd ' + $n"),
        OnRelation("SET r.key = null"),
        OnRelation("CREATE (a)-[c:RUNS {key: 'copy ' + $n}]->(b) SET c += r{.source, .recordedAt, .visibility, .digest} WITH c AS r, elementId(c) AS element, null AS key"),
        OnRelation("CREATE (b)-[c:RUNS {key: 'back ' + $n}]->(a) SET c += r{.source, .recordedAt, .visibility} WITH c AS r, elementId(c) AS element, null AS key"),
        OnRelation("CREATE (a)-[c:RUNS {key: 'self ' + $n}]->(a) SET c += r{.source, .recordedAt, .visibility} WITH c AS r, elementId(c) AS element, null AS key"),
        OnRelation("CREATE (a)-[c:RUNS]->(b) WITH c AS r, elementId(c) AS element, null AS key"),
    ];

    private readonly HashSet<string> told = [];
    private Neo4jServer server = null!;
    private QueryApiClient client = null!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, LongRun.Portion(30, of: 300) / EditsOfEach)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_process_opens_nothing_is_lost_or_taken_twice_each_fault_is_named_and_there_is_a_way_out(int seed)
    {
        var (random, changes) = (new Random(seed), new RandomChanges(seed, size: 6));
        await using (var store = await OpenAsync()) told.Add(await AcceptedAsync(store, changes.Base, isLarge: true) ?? "");

        for (var edit = 0; edit < EditsOfEach; edit++)
        {
            var number = (seed * 1_000) + edit;
            var load = random.Next(3) == 0 ? await BegunAsync(changes.Next($"during {number}", share: 0.4, removals: random.Next(3) == 0)) : null;
            var (text, touched) = await EditAsync(random, number);
            if (load is not null) await FinishAsync(load, isOwner: random.Next(2) == 0);
            if (touched is { } what && !(load?.Changes.Contains(what.Key ?? "") ?? false)) await MustBeNamedAsync(text, what);

            for (var step = 0; step < 2; step++)
            {
                await MustOpenAsync(text);
                if (random.Next(2) == 0) await CommitAsync(changes.Next($"between {number} {step}", share: 0.2, removals: random.Next(4) == 0), isLarge: random.Next(2) == 0);
                if (random.Next(4) == 0) await Desk.AdoptAsync(new() { Source = "analyst", Namespace = "n" }, DateTimeOffset.UtcNow, Cancel);
            }
        }

        await MustGetOutAsync();
    }

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        client = new(server.Settings(), TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private ForeignEditDesk Desk => new(client, TimeProvider.System, "here");

    private static string OnNode(string edit) =>
        $"MATCH (n:WijkNode) WHERE n.key STARTS WITH 'agency:' OR n.key STARTS WITH 'measure:' WITH n ORDER BY n.key SKIP $place LIMIT 1 WITH n, elementId(n) AS element, n.key AS key {edit} RETURN element, key";

    private static string OnRelation(string edit) =>
        $"MATCH (a)-[r:RUNS]->(b) WHERE r.key IS NOT NULL WITH a, r, b ORDER BY r.key SKIP $place LIMIT 1 WITH a, r, b, elementId(r) AS element, r.key AS key {edit} RETURN element, key";

    private async Task<(string Text, (string Element, string? Key)? Touched)> EditAsync(Random random, int n)
    {
        var text = Edits[random.Next(Edits.Length)];
        try
        {
            var rows = await server.QueryAsync(text, new { n, place = random.Next(8) });
            return (text, rows is [var row, ..] ? (row[0].GetString()!, row[1].GetString()) : null);
        }
        catch (InvalidOperationException refused) when (refused.Message.Contains("ConstraintValidationFailed", StringComparison.Ordinal))
        {
            // Neo4j itself keeps keys apart.
            return (text, null);
        }
    }

    private async Task MustBeNamedAsync(string edit, (string Element, string? Key) touched)
    {
        // What the analyst made and took away again was never Wijk's.
        if ((edit.Contains("DELETE", StringComparison.Ordinal) || edit.Contains("REMOVE n:WijkNode:", StringComparison.Ordinal)) && !await IsLoggedAsync(touched.Key)) return;
        var found = (await Desk.VerifyAsync(Cancel)).Findings;
        var isNamed = found.Any(one => one.ElementId == touched.Element || (touched.Key is not null && one.Key == touched.Key));
        isNamed.Should().BeTrue($"{edit} touched {touched}, and what is found is:\n{Lines(found)}");
    }

    private async Task<bool> IsLoggedAsync(string? key)
    {
        await using var store = await OpenAsync();
        var trace = new LogTrace(new HashSet<string>());
        await foreach (var entry in store.ReadLogAsync(0, Cancel)) trace.Add(entry);
        return trace.Present.Contains(key ?? "");
    }

    private static string Lines(IEnumerable<VerificationFinding> found) =>
        string.Join("\n", found.Select(one => $"{one.Rule} {one.Key} {one.ElementId} {one.Message.En} {one.NextStep.En}"));

    private async Task MustOpenAsync(string edit)
    {
        await using var store = await OpenAsync();
        var contents = await store.ReadContentsAsync(Cancel);
        var keys = contents.Nodes.Select(node => node.Key).ToHashSet();
        contents.Nodes.Concat<GraphRecord>(contents.Relations).Select(record => record.Key).Should().OnlyHaveUniqueItems(edit);
        contents.Relations.All(relation => keys.Contains(relation.From) && keys.Contains(relation.To)).Should().BeTrue(edit);
        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(Cancel);
        snapshots.Current.NodeCount.Should().Be(keys.Count);
        foreach (var warning in contents.Warnings) warning.Message.En.Should().Contain(TextRules.Shown(warning.Key)).And.Contain("'verify'");
    }

    private async Task CommitAsync(ChangeSet changeSet, bool isLarge)
    {
        await using var store = await OpenAsync();
        if (await AcceptedAsync(store, changeSet, isLarge) is { } id) told.Add(id);
    }

    // What is refused says so, with a key.
    private static async Task<string?> AcceptedAsync(Neo4jStore store, ChangeSet changeSet, bool isLarge)
    {
        try
        {
            var result = isLarge ? await store.CommitLargeAsync(changeSet, null, Cancel) : await store.CommitAsync(changeSet, Cancel);
            return result.WasApplied ? changeSet.Id : null;
        }
        catch (StoreException refused) when (refused is ForeignEditException or ChangesRefusedException or StoreUnavailableException)
        {
            changeSet.Changes.Select(change => change.Key).Should().Contain(key => refused.Message.Contains(TextRules.Shown(key)), refused.Message);
            return null;
        }
    }

    private async Task<Begun?> BegunAsync(ChangeSet changeSet)
    {
        var check = await CommitCheck.ReadAsync(client, changeSet, Cancel);
        try
        {
            check.ThrowIfRefused(changeSet);
        }
        catch (StoreException)
        {
            return null;
        }

        var logged = new LoggedChangeSet(new(check.Version + 1, changeSet.RecordedAt), changeSet.Id, changeSet.Source, changeSet.Changes.Sort(Change.ByKey));
        var load = new StagedLoad(client, "importer", TimeSpan.FromMinutes(5));
        await load.StageAsync([logged], null, Cancel);
        (await load.BeginAsync(check.Version, logged.Version)).Should().BeTrue();
        return new(load, logged);
    }

    private async Task FinishAsync(Begun begun, bool isOwner)
    {
        await Desk.VerifyAsync(Cancel);
        if (isOwner) (await begun.Load.ApplyAsync(begun.Logged.Changes, [begun.Logged], _ => true, null)).Should().BeTrue();
        else await Staging.EndLeaseAsync(server);
        await using var store = await OpenAsync();
        (await store.ReadVersionAsync(Cancel)).Should().Be(begun.Logged.Version);
        told.Add(begun.Logged.Id);
    }

    // Adopt takes what it can; what it leaves is repaired in Neo4j, as it says: by an analyst without mercy.
    private async Task MustGetOutAsync()
    {
        for (var round = 0; ; round++)
        {
            var adoption = await Desk.AdoptAsync(new() { Source = "analyst", Namespace = "n" }, DateTimeOffset.UtcNow, Cancel);
            if (adoption.Left.IsEmpty) break;
            round.Should().BeLessThan(5, Lines(adoption.Left));
            foreach (var left in adoption.Left)
            {
                left.NextStep.En.Should().NotBeEmpty();
                await server.QueryAsync("MATCH (n) WHERE elementId(n) = $id OR n.key = $key AND NOT n:WijkRemoved DETACH DELETE n", new { id = left.ElementId, key = left.Key });
                await server.QueryAsync("MATCH ()-[r]->() WHERE elementId(r) = $id OR r.key = $key DELETE r", new { id = left.ElementId, key = left.Key });
            }
        }

        (await Desk.VerifyAsync(Cancel)).Findings.Where(found => !found.IsRemark).Should().BeEmpty();
        await using var store = await OpenAsync();
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, log.Count).Select(version => (long)version));
        log.Select(entry => entry.Id).Should().OnlyHaveUniqueItems().And.Contain(told);
        foreach (var entry in log) entry.Changes.Select(change => change.Key).Should().OnlyHaveUniqueItems($"'{entry.Id}' says one thing of each record");
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Warnings.Should().BeEmpty();
        (await Replay.ExportAsync(contents)).Should().Equal(await Replay.ExportAsync(Replay.Of(log)), "the log and the database say the same");
        (await store.CommitAsync(Records.Changes("last", Records.Puts(Records.Agency("last"))), Cancel)).WasApplied.Should().BeTrue();
    }

    private Task<Neo4jStore> OpenAsync() => Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);

    private sealed record Begun(StagedLoad Load, LoggedChangeSet Logged)
    {
        public HashSet<string> Changes { get; } = Logged.Changes.Select(change => change.Key).ToHashSet();
    }
}
