using System.Text.Json.Nodes;
using Wijk.Graph.Findings.Overlap;

namespace Wijk.GraphQL.Tests.Questions.Overlap;

public sealed class OverlapTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string Day = $"asOf: \"{SampleServer.AsOf}\"";

    [Theory]
    [InlineData(OverlapLens.Group, "GROUP")]
    [InlineData(OverlapLens.Activity, "ACTIVITY")]
    public async Task The_answer_is_that_of_the_finding(OverlapLens lens, string name)
    {
        var expected = server.Ask(new OverlapQuestion { Lens = lens });
        var answer = (await server.DataAsync($$"""
            { overlap(lens: {{name}}, {{Day}}) { lens asOf version cellCount overlappingCount reason { nl en } nextStep { nl en } coverage { what { nl en } known total share }
              barriers(first: 100) { edges { node { barrier { id } offers { totalCount } } } }
              agencyChance { verdict familySize wholeP moreCount engine reason { nl en } }
              agencyPairs(first: 100) { edges { node { a { id } b { id } sharedCellCount jaccard q reason { nl en } } } } } }
            """))["overlap"]!;
        (answer["lens"]!.GetValue<string>(), answer["asOf"]!.GetValue<string>(), answer["version"]!.GetValue<long>()).Should().Be((name, SampleServer.AsOf, 1));
        (answer["cellCount"]!.GetValue<int>(), answer["overlappingCount"]!.GetValue<int>()).Should().Be((expected.CellCount, expected.OverlappingCount));
        (answer["reason"]!["nl"]!.GetValue<string>(), answer["reason"]!["en"]!.GetValue<string>()).Should().Be((expected.Reason.Nl, expected.Reason.En));
        (answer["nextStep"]!["nl"]!.GetValue<string>(), answer["nextStep"]!["en"]!.GetValue<string>()).Should().Be((expected.NextStep.Nl, expected.NextStep.En));
        answer["coverage"]!.AsArray().Select(item => (item!["what"]!["nl"]!.GetValue<string>(), item["known"]!.GetValue<long>(), item["total"]!.GetValue<long>()))
            .Should().Equal(expected.Coverage.Select(item => (item.What.Nl, item.Known, item.Total)));
        SampleServer.Nodes(answer["barriers"]).Select(item => (Id(item["barrier"]!), item["offers"]!["totalCount"]!.GetValue<int>()))
            .Should().Equal(expected.Barriers.Select(offer => (Key(offer.Barrier), offer.Offers.Length)));
        var chance = expected.AgencyChance(TestContext.Current.CancellationToken);
        (answer["agencyChance"]!["familySize"]!.GetValue<long>(), answer["agencyChance"]!["reason"]!["nl"]!.GetValue<string>())
            .Should().Be((chance.FamilySize, ChanceWords.Of(chance, lens).Nl));
        SampleServer.Nodes(answer["agencyPairs"]).Select(item => item["reason"]!["en"]!.GetValue<string>())
            .Should().Equal(expected.AgencyPairs(cancellationToken: TestContext.Current.CancellationToken).Take(100).Select(pair => pair.Reason!.En));
        SampleServer.Nodes(answer["agencyPairs"]).Select(item => (Id(item["a"]!), Id(item["b"]!), item["sharedCellCount"]!.GetValue<int>()))
            .Should().Equal(expected.AgencyPairs(cancellationToken: TestContext.Current.CancellationToken).Take(100).Select(pair => (Key(pair.A), Key(pair.B), pair.SharedCellCount)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Walking_through_the_cells_gives_each_once_in_order_with_its_numbers(int size)
    {
        var expected = server.Ask(new OverlapQuestion()).Cells;
        var cells = await server.WalkAsync($"overlap({Day})", "cells",
            "group { id } activity { id } area { id } pairCount nestedPairCount severity agencyCount coordination { coordinated notCoordinated unknown } reason { nl en }", size);
        cells.Select(cell => (
                Id((cell["group"] ?? cell["activity"])!), Id(cell["area"]!), cell["pairCount"]!.GetValue<long>(), cell["nestedPairCount"]!.GetValue<long>(),
                cell["severity"]!.GetValue<double>(), cell["agencyCount"]!.GetValue<int>()))
            .Should().Equal(expected.Select(cell => (Key((cell.Place.Group ?? cell.Place.Activity)!.Value), Key(cell.Place.Area), cell.PairCount, cell.NestedPairCount, cell.Severity, cell.Agencies.Length)));
        cells.Select(cell => (cell["coordination"]!["coordinated"]!.GetValue<long>(), cell["coordination"]!["notCoordinated"]!.GetValue<long>(), cell["coordination"]!["unknown"]!.GetValue<long>()))
            .Should().Equal(expected.Select(cell => (cell.Coordination.Coordinated, cell.Coordination.NotCoordinated, cell.Coordination.Unknown)));
        cells.Select(cell => (cell["reason"]!["nl"]!.GetValue<string>(), cell["reason"]!["en"]!.GetValue<string>()))
            .Should().Equal(expected.Select(cell => (cell.Reason.Nl, cell.Reason.En)));
    }

    [Fact]
    public async Task The_evidence_of_every_cell_resolves()
    {
        foreach (var cell in await server.WalkAsync($"overlap({Day})", "cells",
            "evidence(first: 100) { totalCount edges { node { id } } } widerEvidence(first: 100) { totalCount edges { node { id } } } nestedPairCount", 20))
        {
            await server.EvidenceMustResolveAsync(cell["evidence"]!);
            var wider = cell["widerEvidence"]!;
            var isWider = wider["totalCount"]!.GetValue<int>() > 0;
            isWider.Should().Be(cell["nestedPairCount"]!.GetValue<long>() > 0);
            if (isWider) await server.EvidenceMustResolveAsync(wider);
        }
    }

    [Fact]
    public async Task An_area_that_is_not_there_is_named()
    {
        var answer = await server.AskAsync("{ overlap(area: \"Nergenshuizen\") { cellCount } }");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().StartWith("area: ").And.Contain("'Nergenshuizen'");
    }

    private static string Id(JsonNode node) => SampleServer.KeyOf(node);

    private string Key(int node) => server.Then.Node(node).Key;
}
