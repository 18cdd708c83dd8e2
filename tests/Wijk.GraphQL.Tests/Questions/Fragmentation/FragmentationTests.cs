using System.Text.Json.Nodes;
using Wijk.Graph.Findings.Fragmentation;

namespace Wijk.GraphQL.Tests.Questions.Fragmentation;

public sealed class FragmentationTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task The_answer_is_that_of_the_finding(int level)
    {
        var expected = server.Ask(new FragmentationQuestion { Level = level });
        var answer = (await server.DataAsync($$"""
            { fragmentation(level: {{level}}, {{Day}}) { f distanceWeightedF memberCount askedPairCount tieCount contradictingPairCount reason { nl en } nextStep { nl en }
              coverage { known total } components(first: 100) { edges { node { size members(first: 100) { edges { node { id } } } } } } bridges(first: 100) { edges { node { a { id } b { id } cutOffCount } } }
              articulationPoints(first: 100) { edges { node { member { id } cutOffCount } } } personBridges(first: 100) { edges { node { professional { id } cutOff { totalCount } } } }
              betweenness(first: 100) { edges { node { member { id } value } } } isolatedInitiatives(first: 100) { edges { node { initiative { id } wasAsked } } } silos { index pValue } } }
            """))["fragmentation"]!;
        answer["f"]!.GetValue<double>().Should().Be(expected.Fragmentation);
        answer["distanceWeightedF"]!.GetValue<double>().Should().Be(expected.DistanceWeightedFragmentation(TestContext.Current.CancellationToken));
        (answer["memberCount"]!.GetValue<int>(), answer["askedPairCount"]!.GetValue<long>(), answer["tieCount"]!.GetValue<int>(), answer["contradictingPairCount"]!.GetValue<int>())
            .Should().Be((expected.Members.Length, expected.AskedPairCount, expected.TieCount, expected.ContradictingPairCount));
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        answer["coverage"]!.AsArray().Should().OnlyContain(item => item!["known"]!.GetValue<long>() <= item["total"]!.GetValue<long>());
        SampleServer.Nodes(answer["components"]).Select(part => string.Join(' ', SampleServer.Nodes(part["members"]).Select(SampleServer.KeyOf)))
            .Should().Equal(expected.Components.Select(part => string.Join(' ', part.Select(Key))));
        SampleServer.Nodes(answer["bridges"]).Select(bridge => (Id(bridge["a"]), Id(bridge["b"]), bridge["cutOffCount"]!.GetValue<int>()))
            .Should().Equal(expected.Bridges.Select(bridge => (Key(bridge.A), Key(bridge.B), bridge.CutOffCount)));
        SampleServer.Nodes(answer["articulationPoints"]).Select(point => (Id(point["member"]), point["cutOffCount"]!.GetValue<int>()))
            .Should().Equal(expected.ArticulationPoints.Select(point => (Key(point.Actor), point.CutOffCount)));
        SampleServer.Nodes(answer["personBridges"]).Select(bridge => (Id(bridge["professional"]), bridge["cutOff"]!["totalCount"]!.GetValue<int>()))
            .Should().Equal(expected.PersonBridges.Select(bridge => (Key(bridge.Person), bridge.CutOff.Length)));
        SampleServer.Nodes(answer["betweenness"]).Select(value => (Id(value["member"]), value["value"]!.GetValue<double>()))
            .Should().Equal(expected.Betweenness(TestContext.Current.CancellationToken).Take(100).Select(value => (Key(value.Actor), value.Value)));
        SampleServer.Nodes(answer["isolatedInitiatives"]).Select(isolated => (Id(isolated["initiative"]), isolated["wasAsked"]!.GetValue<bool>()))
            .Should().Equal(expected.IsolatedInitiatives.Select(isolated => (Key(isolated.Initiative), isolated.WasAsked)));
        answer["silos"]?["index"]?.GetValue<double>().Should().Be(expected.Silos!.Index);
    }

    [Fact]
    public async Task Lines_brokers_trajectories_and_another_day_are_those_of_the_finding()
    {
        var stop = TestContext.Current.CancellationToken;
        var expected = server.Ask(new FragmentationQuestion { Wholes = true });
        var answer = (await server.DataAsync($$"""
            { fragmentation(wholes: true, {{Day}}) { mergedCount opening { en } bounds { distanceWeightedF { low high } }
              silosBy(by: SPHERE) { reason { en } by index groups { name { en } index qValue bounds { low high } } }
              divisionBy(by: PERSPECTIVE) { reason { en } given best byDealing { z } band { low high } }
              corePeriphery { reason { en } fit core { id } edge { id } band { low high } }
              brokers(first: 100) { totalCount edges { node { key member { id } contactCount constraint effectiveSize clustering byDomain { known { liaison } certain { liaison } } bands { betweenness { low high } clustering { low high } } } } }
              betweenness(first: 1) { edges { node { margin } } }
              personBridges(first: 1) { edges { node { backUps { en } } } }
              isolatedInitiatives(first: 100) { edges { node { initiative { id } ways { en } nextStep { en } } } }
              sharedTrajectories { reason { en } network tableCount all { f } }
              clustering { reason { en } coefficient band { low high } tripleCount closedCount openCount unknownCount share { low high } }
              shared { network }
              since(day: "2026-03-15") { reason { en } day sharedPairCount fBefore fAfter } } }
            """))["fragmentation"]!;
        (answer["mergedCount"]!.GetValue<int>(), En(answer["opening"])).Should().Be((1, expected.Opening.En));
        var silos = expected.SilosBy(GroupedBy.Sphere, stop)!;
        (En(answer["silosBy"]!["reason"]), answer["silosBy"]!["by"]!.GetValue<string>(), answer["silosBy"]!["index"]!.GetValue<double>()).Should().Be((silos.Reason.En, "SPHERE", silos.Test.Index));
        answer["silosBy"]!["groups"]!.AsArray().Select(group => (En(group!["name"]), group["qValue"]!.GetValue<double>())).Should().Equal(silos.Groups.Select(group => (group.Group.Name.En, group.Test.QValue)));
        var division = expected.DivisionBy(GroupedBy.Perspective, stop)!;
        (En(answer["divisionBy"]!["reason"]), answer["divisionBy"]!["given"]!.GetValue<double>()).Should().Be((division.Reason.En, division.Division.Given));
        var core = expected.CorePeriphery(stop)!;
        (En(answer["corePeriphery"]!["reason"]), answer["corePeriphery"]!["fit"]!.GetValue<double>()).Should().Be((core.Reason.En, core.Chance.Fit));
        var brokers = SampleServer.Nodes(answer["brokers"]).ToArray();
        brokers.Select(broker => (Id(broker["member"]), broker["effectiveSize"]!.GetValue<double>(), broker["byDomain"]!["known"]!["liaison"]!.GetValue<long>()))
            .Should().Equal(expected.Brokers(stop).Select(broker => (Key(broker.Actor), broker.Hole.EffectiveSize!.Value, broker.ByDomain.Known.Liaison)));
        brokers[0]["bands"]!["betweenness"]!["high"]!.GetValue<double>().Should().Be(expected.BrokerBands(stop)![expected.Brokers(stop)[0].Actor].Betweenness.High);
        var found = await server.DataAsync("query($id: ID!) { node(id: $id) { ... on Broker { contactCount } } }", new { id = $"{brokers[0]["key"]}@{SampleServer.AsOf}" });
        found["node"]!["contactCount"]!.GetValue<int>().Should().Be(expected.Brokers(stop)[0].ContactCount);
        SampleServer.Nodes(answer["betweenness"]).Single()["margin"]!.GetValue<double>().Should().Be(0, "in so small a network it is exact");
        SampleServer.Nodes(answer["personBridges"]).Single()["backUps"]!.AsArray().Select(En).Should().Equal(FragmentationAnswer.BackUpsOf(expected.View, expected.PersonBridges[0]).Select(backUp => backUp.Reason.En));
        SampleServer.Nodes(answer["isolatedInitiatives"]).Select(isolated => En(isolated["ways"]))
            .Should().Equal(expected.IsolatedInitiatives.Select(isolated => expected.IsolatedWays(stop)[isolated.Initiative].Reason.En));
        En(answer["sharedTrajectories"]!["reason"]).Should().Be(expected.Trajectories(stop).Reason.En);
        answer["shared"].Should().BeNull("the answer is about collaboration");
        var (closure, clustering) = (expected.Closure(stop)!, answer["clustering"]!);
        (En(clustering["reason"]), clustering["coefficient"]!.GetValue<double>(), clustering["unknownCount"]!.GetValue<long>()).Should().Be((closure.Reason.En, closure.Coefficient, closure.Triples.UnknownCount));
        clustering["band"]!["high"]!.GetValue<double>().Should().Be(closure.Band!.Value.High);
        brokers.Select(broker => broker["clustering"]?.GetValue<double>()).Should().Equal(expected.Brokers(stop).Select(broker => broker.Clustering));
        (En(answer["since"]!["reason"]), answer["since"]!["day"]!.GetValue<string>()).Should().Be((expected.Since(new(2026, 3, 15), stop).Reason.En, "2026-03-15"));
    }

    [Theory]
    [InlineData(FragmentationNetwork.Funding, "FUNDING", "money")]
    [InlineData(FragmentationNetwork.SharedCells, "SHARED_CELLS", "shared target groups")]
    [InlineData(FragmentationNetwork.SharedTrajectories, "SHARED_TRAJECTORIES", "trajector")]
    public async Task Another_network_is_answered_by_its_name_and_no_figure_on_collaboration_is_given(FragmentationNetwork network, string name, string called)
    {
        var expected = server.Ask(new FragmentationQuestion { Network = network });
        var answer = (await server.DataAsync($$"""
            { fragmentation(network: {{name}}, {{Day}}) { network opening { en } reason { en } nextStep { en } coverage { what { en } } shared { network reason { en } actorCount activeCount tableCount largeCount all { partCount f } }
              f tieCount askedPairCount bounds { f { low } } silos { index } corePeriphery { fit } clustering { coefficient } components(first: 5) { totalCount } isolatedInitiatives(first: 5) { totalCount } since(day: "2026-03-15") { day } evidence(first: 5) { totalCount } } }
            """))["fragmentation"]!;
        (answer["network"]!.GetValue<string>(), answer["shared"]!["network"]!.GetValue<string>(), En(answer["opening"]), En(answer["shared"]!["reason"])).Should().Be((name, name, expected.Opening.En, expected.Shared!.Reason.En));
        En(answer["reason"]).Should().StartWith(En(answer["shared"]!["reason"]));
        foreach (var sentence in En(answer["shared"]!["reason"]).Split(". ")) sentence.Should().Contain(called);
        foreach (var sentence in new[] { En(answer["nextStep"]), En(answer["coverage"]![0]!["what"]) }) sentence.Should().Contain(called);
        foreach (var figure in new[] { "f", "bounds", "silos", "corePeriphery", "clustering", "since" }) answer[figure].Should().BeNull(figure);
        (answer["tieCount"]!.GetValue<int>(), answer["components"]!["totalCount"]!.GetValue<int>(), answer["isolatedInitiatives"]!["totalCount"]!.GetValue<int>()).Should().Be((0, 0, 0));
        answer["evidence"]!["totalCount"]!.GetValue<int>().Should().BePositive();
    }

    [Theory]
    [InlineData("""area: "Nergenshuizen" """, "area: ", "'Nergenshuizen'")]
    [InlineData("level: 6", "level", "between 1 and 5")]
    public async Task What_cannot_be_answered_is_refused_by_name(string argument, string name, string told)
    {
        var answer = await server.AskAsync($"{{ fragmentation({argument}) {{ f }} }}");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().ContainEquivalentOf(name).And.Contain(told);
    }

    private static string En(JsonNode? words) => words!["en"]!.GetValue<string>();

    private static string Id(JsonNode? node) => SampleServer.KeyOf(node);

    private string Key(int node) => server.Then.Node(node).Key;
}
