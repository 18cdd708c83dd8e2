using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.Queries;

/// <summary>Graph Data Science as an independent judge: it reads the same graph from Neo4j with its own queries and must find what Wijk finds.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class JudgeTests : IAsyncLifetime
{
    private Neo4jServer judge = null!;

    public async ValueTask InitializeAsync()
    {
        judge = await Neo4jServer.SharedAsync();
        await judge.RequireGdsAsync();
    }

    public async ValueTask DisposeAsync() => await DropAsync();

    [Fact]
    public async Task The_judge_agrees_on_the_collaboration_of_Voorbeeldwijk() =>
        await JudgeCollaborationAsync(await Cities.VoorbeeldwijkAsync(), seesAll: true);

    [Fact]
    public async Task The_judge_agrees_on_the_funding_of_Amsterdam() => await JudgeFundingAsync(await Cities.AmsterdamAsync());

    [Fact]
    public async Task The_judge_agrees_on_the_collaboration_and_the_funding_of_a_made_up_city()
    {
        var city = SyntheticSnapshot.Of(LongRun.Portion(3_000, of: 10_000));
        await JudgeCollaborationAsync(city, seesAll: false);
        await JudgeFundingAsync(city, isFilled: true);
    }

    private async Task JudgeCollaborationAsync(GraphSnapshot snapshot, bool seesAll)
    {
        await QueryFiles.FillAsync(judge, snapshot);
        await DropAsync();
        _ = seesAll
            ? await QueryFiles.AskAllAsync(judge, "gds/1-project-collaboration")
            : await QueryFiles.AskAsync(judge, "gds/1-project-collaboration");
        var network = CollaborationNetwork.Of(GraphView.Of(snapshot), ActiveActors.In(GraphView.Of(snapshot), null), level: 1);
        await JudgeAsync(network.Network, [.. network.Members.Select(snapshot.Node)]);
    }

    private async Task JudgeFundingAsync(GraphSnapshot snapshot, bool isFilled = false)
    {
        if (!isFilled) await QueryFiles.FillAsync(judge, snapshot);
        await DropAsync();
        await QueryFiles.AskAsync(judge, "gds/1-project-funding");
        var pairs = snapshot.NumbersOf(RelationKind.Funds).Select(grant => (A: snapshot.From(grant), B: snapshot.To(grant))).Distinct().ToArray();
        int[] members = [.. pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order()];
        var network = Network.Of(members.Length, [.. pairs.Select(pair => new Edge(Array.BinarySearch(members, pair.A), Array.BinarySearch(members, pair.B)))]);
        await JudgeAsync(network, [.. members.Select(snapshot.Node)]);
    }

    private async Task JudgeAsync(Network network, Node[] members)
    {
        await JudgeComponentsAsync(network, members);
        await JudgeCutPointsAsync(network, members);
        await JudgeBetweennessAsync(network, members);
        await JudgeClustersAsync(network, members);
    }

    private async Task JudgeComponentsAsync(Network network, Node[] members)
    {
        var components = Components.Of(network);
        var expected = components.ComponentOf.Select((component, member) => (component, member)).GroupBy(entry => entry.component, entry => entry.member)
            .Select(part => $"{part.Count()}: {Keys(part.Where(member => IsNamed(members[member])).Select(member => members[member].Key))}");
        var rows = await QueryFiles.AskAsync(judge, "gds/2-components");
        rows.Select(row => $"{row["memberCount"]}: {Keys(row["memberKeys"].Texts())}").Order(StringComparer.Ordinal)
            .Should().NotBeEmpty().And.Equal(expected.Order(StringComparer.Ordinal));
    }

    private async Task JudgeCutPointsAsync(Network network, Node[] members)
    {
        var cutPoints = CutPoints.Of(network);
        var points = cutPoints.ArticulationPoints.Select(point => members[point.Node]).Where(IsNamed).Select(node => node.Key);
        var foundPoints = await QueryFiles.AskAsync(judge, "gds/3-articulation-points");
        foundPoints.Select(row => row["key"].GetString()).Order(StringComparer.Ordinal).Should().NotBeEmpty().And.Equal(points.Order(StringComparer.Ordinal));

        var bridges = cutPoints.Bridges.Where(bridge => IsNamed(members[bridge.A]) && IsNamed(members[bridge.B]))
            .Select(bridge => Keys([members[bridge.A].Key, members[bridge.B].Key]));
        var foundBridges = await QueryFiles.AskAsync(judge, "gds/4-bridges");
        foundBridges.Select(row => Keys([row["oneKey"].GetString()!, row["otherKey"].GetString()!])).Order(StringComparer.Ordinal)
            .Should().NotBeEmpty().And.Equal(bridges.Order(StringComparer.Ordinal));
    }

    private async Task JudgeBetweennessAsync(Network network, Node[] members)
    {
        var expected = Betweenness.Of(network).Select((value, member) => (members[member], value))
            .Where(entry => entry.value > 0 && IsNamed(entry.Item1)).ToDictionary(entry => entry.Item1.Key, entry => entry.value);
        var rows = await QueryFiles.AskAsync(judge, "gds/5-betweenness");
        rows.Select(row => row["key"].GetString()).Order(StringComparer.Ordinal).Should().NotBeEmpty().And.Equal(expected.Keys.Order(StringComparer.Ordinal));
        var furthest = rows.Max(row => Math.Abs(row["betweenness"].GetDouble() - expected[row["key"].GetString()!]) / expected[row["key"].GetString()!]);
        furthest.Should().BeLessThan(1e-9, "both count exactly, but for rounding");
    }

    private async Task JudgeClustersAsync(Network network, Node[] members)
    {
        var said = (await QueryFiles.AskAsync(judge, "gds/6-leiden"))[0]["modularity"].GetDouble();

        // The file that lists the communities names no persons, so those are asked for here.
        var rows = await judge.QueryAsync(
            "CALL gds.graph.nodeProperty.stream('wijk', 'community') YIELD nodeId, propertyValue RETURN gds.util.asNode(nodeId).key, propertyValue");
        var communityOf = rows.ToDictionary(row => row[0].GetString()!, row => row[1].GetInt32());
        int[] communities = [.. members.Select(member => communityOf[member.Key])];
        Modularity.Of(network, communities).Should().BeApproximately(said, 1e-9, "it is the same division, weighed by us");
        var listed = await QueryFiles.AskAsync(judge, "gds/7-leiden-communities");
        listed.Sum(row => row["memberCount"].GetInt32()).Should().Be(members.Length);

        Leiden.Run(network, new()).Quality.Should().BeGreaterThanOrEqualTo(said - 1e-9, "our division is at least as good");
    }

    private async Task DropAsync() => await QueryFiles.AskAsync(judge, "gds/9-drop");

    private static bool IsNamed(Node node) => node.Kind != NodeKind.Professional;

    private static string Keys(IEnumerable<string> keys) => string.Join(", ", keys.Order(StringComparer.Ordinal));
}
