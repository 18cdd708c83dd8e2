using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Overlap;

/// <summary>Values that a program without Wijk computed: Expected/overlap.py.</summary>
public class OverlapOracleTests
{
    private const double Precision = 1e-9;

    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SharedData.Root, "tests/Wijk.Graph.Tests/Analysis/Overlap/Expected/overlap.json"))).RootElement;

    [Fact]
    public void Shared_cells_are_those_of_a_weighted_projection()
    {
        var shared = Expected.GetProperty("shared");
        var incidence = Incidence.Of(Int(shared, "actors"), Int(shared, "cells"), [.. shared.GetProperty("pairs").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32()))]);
        var found = SharedCells.Of(incidence).All(2).Each().OrderBy(pair => (pair.A, pair.B)).ToList();
        var expected = shared.GetProperty("shared").EnumerateArray().ToList();
        found.Select(pair => (pair.A, pair.B, pair.SharedCount)).Should().Equal(expected.Select(pair => (Int(pair, "a"), Int(pair, "b"), Int(pair, "count"))));
        foreach (var (pair, value) in found.Zip(expected))
        {
            pair.Jaccard.Should().BeApproximately(Number(value, "jaccard"), Precision);
            pair.OverlapCoefficient.Should().BeApproximately(Number(value, "overlapCoefficient"), Precision);
        }
    }

    [Fact]
    public void The_effective_number_of_kinds_is_the_exponent_of_the_entropy()
    {
        foreach (var one in Expected.GetProperty("diversity").EnumerateArray())
        {
            ShannonDiversity.Effective([.. one.GetProperty("weights").EnumerateArray().Select(weight => weight.GetDouble())])
                .Should().BeApproximately(Number(one, "effective"), Precision);
        }
    }

    [Fact]
    public void Severity_and_pairs_of_a_cell_are_those_of_every_pair_of_measures_written_out()
    {
        foreach (var one in Expected.GetProperty("severity").EnumerateArray())
        {
            ImmutableArray<int>[] domains = [.. one.GetProperty("domains").EnumerateArray().Select(own => own.EnumerateArray().Select(domain => domain.GetInt32()).ToImmutableArray())];
            var presences = one.GetProperty("presences").EnumerateArray()
                .Select(presence => new Presence(0, Int(presence, "actor"), Int(presence, "measure"), new(Day(presence, "first"), Day(presence, "last"))));
            var cell = Overlaps.Of(presences, new(domains, domains), PairRule.Crossing).Should().ContainSingle().Subject;
            (cell.PairCount, cell.WholePairCount).Should().Be((Int(one, "pairs"), Int(one, "wholePairs")));
            cell.Severity.Should().BeApproximately(Number(one, "severity"), Precision);
            cell.EffectiveDomainCount.Should().BeApproximately(Number(one, "effectiveDomains"), Precision);
        }
    }

    [Fact]
    public async Task The_cells_of_Voorbeeldwijk_are_those_of_its_files()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new OverlapQuestion());
        var expected = Expected.GetProperty("voorbeeldwijk").GetProperty("cells").EnumerateArray().ToList();
        answer.Cells.Should().HaveCount(expected.Count);
        foreach (var one in expected)
        {
            var cell = answer.Cells.Single(cell => IdOf(cell.Place.Group!.Value) == Text(one, "group") && IdOf(cell.Place.Area) == Text(one, "area"));
            cell.Agencies.Select(agency => IdOf(agency.Actor)).Should().Equal(one.GetProperty("agencies").EnumerateArray().Select(agency => agency.GetString()));
            (cell.PairCount, cell.WhollyDifferentPairCount, cell.NestedPairCount).Should().Be((Int(one, "pairs"), Int(one, "wholePairs"), Int(one, "nestedPairs")));
            cell.Severity.Should().BeApproximately(Number(one, "severity"), Precision);
            cell.EffectiveDomainCount.Should().BeApproximately(Number(one, "effectiveDomains"), Precision);
        }

        string IdOf(int node) => answer.View.Graph.Node(node).Key.Split(':')[^1];
    }

    [Fact]
    public async Task Who_of_Voorbeeldwijk_is_paid_from_several_pots_is_read_from_its_files()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new SplinteredFundingQuestion());
        var found = answer.Runners.OrderBy(runner => runner.Runner).ToList();
        var expected = Expected.GetProperty("voorbeeldwijk").GetProperty("funding").EnumerateArray().ToList();
        found.Select(runner => (answer.View.Graph.Node(runner.Runner).Key.Split(':')[^1], runner.Figures.PotCount, (double)runner.Figures.Granted))
            .Should().Equal(expected.Select(one => (Text(one, "runner"), Int(one, "pots"), Number(one, "granted"))));
        foreach (var (runner, one) in found.Zip(expected)) runner.Figures.EffectivePots.Should().BeApproximately(Number(one, "effectivePots"), Precision);
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int? Day(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } day ? day.GetInt32() : null;
}
