using Wijk.Graph.Findings.Clusters;

namespace Wijk.GraphQL.Tests.Questions.Clusters;

public sealed class ClustersTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Fact]
    public async Task The_answer_is_that_of_the_finding()
    {
        var expected = server.Ask(new ClustersQuestion());
        var answer = (await server.DataAsync($$"""
            { clusters({{Day}}) { quality resolution tieCount aloneCount candidateCount seed reason { nl en } nextStep { nl en } coverage { known total } } }
            """))["clusters"]!;
        (answer["quality"]!.GetValue<double>(), answer["resolution"]!.GetValue<double>(), answer["seed"]!.GetValue<int>()).Should().Be((expected.Quality!.Value, expected.Resolution, 1));
        (answer["tieCount"]!.GetValue<int>(), answer["aloneCount"]!.GetValue<int>(), answer["candidateCount"]!.GetValue<int>())
            .Should().Be((expected.TieCount, expected.AloneCount, expected.CandidateCount));
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        answer["coverage"]!.AsArray().Select(item => (item!["known"]!.GetValue<long>(), item["total"]!.GetValue<long>()))
            .Should().Equal(expected.Coverage.Select(item => (item.Known, item.Total)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Walking_through_the_clusters_gives_each_once_in_order(int size)
    {
        var expected = server.Ask(new ClustersQuestion()).Clusters;
        var clusters = await server.WalkAsync($"clusters({Day})", "clusters",
            "members(first: 100) { edges { node { id } } } couldBeAdvice density repeats(first: 100) { totalCount edges { node { kind nodes { id } share } } } reason { nl en }", size);
        clusters.Select(cluster => string.Join(' ', SampleServer.Nodes(cluster["members"]).Select(SampleServer.KeyOf)))
            .Should().Equal(expected.Select(cluster => string.Join(' ', cluster.Members.Select(member => server.Then.Node(member).Key))));
        clusters.Select(cluster => (cluster["couldBeAdvice"]!.GetValue<bool>(), cluster["density"]!.GetValue<double>(), cluster["repeats"]!["totalCount"]!.GetValue<int>()))
            .Should().Equal(expected.Select(cluster => (cluster.CouldBeAdvice, cluster.Density, cluster.Repeats.Length)));
        clusters.Select(cluster => (cluster["reason"]!["nl"]!.GetValue<string>(), cluster["reason"]!["en"]!.GetValue<string>()))
            .Should().Equal(expected.Select(cluster => (cluster.Reason.Nl, cluster.Reason.En)));
    }

    [Fact]
    public async Task What_is_more_than_chance_is_that_of_the_finding()
    {
        var expected = server.Ask(new ClustersQuestion()).Trust();
        var trust = (await server.DataAsync($"{{ clusters({Day}) {{ trust {{ reason {{ nl en }} clusterCount blockCount inNoneCount randomCount bitsSaved }} }} }}"))["clusters"]!["trust"]!;
        (trust["reason"]!["nl"]!.GetValue<string>(), trust["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        (trust["clusterCount"]!.GetValue<int>() + trust["blockCount"]!.GetValue<int>()).Should().Be(expected.Clusters.Length);
        trust["bitsSaved"]!.GetValue<double>().Should().Be(expected.Result.DescriptionLength!.Saved);
        var clusters = await server.WalkAsync($"clusters({Day})", "trustedClusters",
            "reason { nl en } isAdvice isBlock label stability score q rule { f1 nodes { id } } cluster { members(first: 100) { edges { node { id } } } }", 2);
        clusters.Select(cluster => (cluster["reason"]!["nl"]!.GetValue<string>(), cluster["reason"]!["en"]!.GetValue<string>(), cluster["q"]!.GetValue<double>()))
            .Should().Equal(expected.Clusters.Select(cluster => (cluster.Reason.Nl, cluster.Reason.En, cluster.Group.Standing.Q)));
        clusters.Select(cluster => string.Join(' ', SampleServer.Nodes(cluster["cluster"]!["members"]).Select(SampleServer.KeyOf)))
            .Should().Equal(expected.Clusters.Select(cluster => string.Join(' ', cluster.Cluster.Members.Select(member => server.Then.Node(member).Key))));
    }

    [Fact]
    public async Task The_evidence_of_every_cluster_resolves()
    {
        foreach (var cluster in await server.WalkAsync($"clusters({Day})", "clusters", "evidence(first: 100) { totalCount edges { node { id } } }", 10))
            await server.EvidenceMustResolveAsync(cluster["evidence"]!);
    }

    [Theory]
    [InlineData("""area: "Nergenshuizen" """, "area: ", "'Nergenshuizen'")]
    [InlineData("resolution: 0", "resolution", "above 0")]
    public async Task What_cannot_be_answered_is_refused_by_name(string argument, string name, string told)
    {
        var answer = await server.AskAsync($"{{ clusters({argument}) {{ quality }} }}");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().ContainEquivalentOf(name).And.Contain(told);
    }
}
