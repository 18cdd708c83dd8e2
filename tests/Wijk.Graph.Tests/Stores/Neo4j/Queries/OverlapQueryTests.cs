using System.Text.Json;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.Queries;

/// <summary>Questions 1 and 2, in Cypher and by Wijk itself: each checks the other.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class OverlapQueryTests
{
    private const string Cells = "01-overlap-per-group-and-area";
    private const string Barriers = "02-barriers-without-an-offer";

    [Fact]
    public async Task The_cells_of_Voorbeeldwijk_are_those_of_Wijk_for_everybody_and_for_coordinators()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), await Cities.VoorbeeldwijkAsync());
        await QueryFiles.FillAsync(server, snapshot);
        CellsShouldBe(await QueryFiles.AskAsync(server, Cells), QueryFiles.PublicOf(snapshot), atLeast: 5);
        CellsShouldBe(await QueryFiles.AskAllAsync(server, Cells), snapshot, atLeast: 5);

        BarriersShouldBe(await QueryFiles.AskAsync(server, Barriers), QueryFiles.PublicOf(snapshot).AsOf(QueryFiles.Day));
    }

    [Fact]
    public async Task The_cells_of_Amsterdam_are_those_of_Wijk() => await CellsShouldAgreeAsync(await Cities.AmsterdamAsync(), atLeast: 3, new(2016, 7, 1));

    [Fact]
    public async Task The_cells_of_Baltimore_are_those_of_Wijk() => await CellsShouldAgreeAsync(await Cities.BaltimoreAsync(), atLeast: 100);

    // It has ties of agencies and of professionals, and reports that differ.
    [Fact]
    public async Task The_cells_of_a_made_up_city_are_those_of_Wijk() => await CellsShouldAgreeAsync(SyntheticSnapshot.Of(1_000), atLeast: 10);

    private static async Task CellsShouldAgreeAsync(GraphSnapshot snapshot, int atLeast, DateOnly? day = null)
    {
        var server = await Neo4jServer.SharedAsync();
        await QueryFiles.FillAsync(server, snapshot);
        CellsShouldBe(await QueryFiles.AskAsync(server, Cells, day), QueryFiles.PublicOf(snapshot), atLeast, day);
    }

    private static void CellsShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot all, int atLeast, DateOnly? day = null)
    {
        var answer = all.Ask(new OverlapQuestion { AsOf = day ?? QueryFiles.Day });
        var snapshot = answer.View.Graph;
        var expected = answer.Cells.Select(cell => Line(
            Key((cell.Place.Group ?? cell.Place.Activity)!.Value),
            Key(cell.Place.Area),
            cell.Agencies.Select(agency => Key(agency.Actor)),
            cell.Domains.Select(domain => snapshot.Node(domain).Name),
            cell.Measures.Select(measure => snapshot.Node(measure).Name),
            cell.PairCount,
            cell.Coordination.Coordinated,
            cell.Coordination.NotCoordinated,
            cell.Coordination.Unknown,
            cell.Coordination.Share));
        var found = rows.Select(row => Line(
            row["targetGroupKey"].GetString()!,
            row["areaKey"].GetString()!,
            row["agencyKeys"].Texts(),
            row["domains"].Texts(),
            row["measures"].Texts(),
            row["crossingPairs"].GetInt64(),
            row["coordinated"].GetInt64(),
            row["notCoordinated"].GetInt64(),
            row["unknown"].GetInt64(),
            row["coordinatedShare"].ValueKind == JsonValueKind.Null ? null : row["coordinatedShare"].GetDouble()));
        rows.Length.Should().BeGreaterThanOrEqualTo(atLeast, "an empty answer checks nothing");
        found.Order(StringComparer.Ordinal).Should().Equal(expected.Order(StringComparer.Ordinal));

        string Key(int node) => snapshot.Node(node).Key;
    }

    private static string Line(
        string group, string area, IEnumerable<string> agencies, IEnumerable<string> domains, IEnumerable<string> measures, params object?[] figures) =>
        $"{group} | {area} | {Set(agencies)} | {Set(domains)} | {Set(measures)} | {string.Join(' ', figures.Select(figure => figure ?? "-"))}";

    private static string Set(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal));

    private static void BarriersShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot snapshot)
    {
        var expected = snapshot.Ask(new OverlapQuestion()).Barriers.Select(barrier =>
            $"{snapshot.Node(barrier.Barrier).Key}: {Set(barrier.Offers.Select(offer => snapshot.Node(offer).Key))}");
        rows.Select(row => $"{row["barrierKey"].GetString()}: {Set(row["offerKeys"].Texts())}").Order(StringComparer.Ordinal)
            .Should().NotBeEmpty().And.Equal(expected.Order(StringComparer.Ordinal));
        rows.Select(row => row["stands"].GetString()).Distinct().Should().BeEquivalentTo("none", "one or two", "three or more");
    }
}
