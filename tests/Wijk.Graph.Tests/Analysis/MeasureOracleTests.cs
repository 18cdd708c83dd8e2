using System.Text.Json;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Brokerage;
using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Cores;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Tests.Analysis;

/// <summary>Each figure of fragmentation is what programs without Wijk, or every possibility written out, give: on five networks of the literature and twenty random ones.</summary>
public class MeasureOracleTests
{
    private const double Precision = 1e-9;

    // Weights are kept in single precision.
    private const double WeightedPrecision = 1e-6;

    public static TheoryData<string> All => MeasureNetwork.All;

    [Theory]
    [MemberData(nameof(All))]
    public void How_it_holds_together(string name)
    {
        var network = MeasureNetwork.Named(name);
        var components = Components.Of(network.Unweighted);
        components.Count.Should().Be(network.Expected.GetProperty("components").GetInt32());
        Fragmentation.Of(components.Sizes.AsSpan()).Should().BeApproximately(network.Number("f"), Precision);
        DistanceWeightedFragmentation.Of(network.Weighted, TestContext.Current.CancellationToken).Should().BeApproximately(network.Number("distanceWeightedF"), Precision);
        var cuts = CutPoints.Of(network.Weighted);
        cuts.ArticulationPoints.Select(point => point.Node).Should().Equal(network.Expected.GetProperty("articulationPoints").EnumerateArray().Select(node => node.GetInt32()));
        cuts.Bridges.Select(bridge => (bridge.A, bridge.B)).Should().Equal(network.Expected.GetProperty("bridges").EnumerateArray().Select(bridge => (bridge[0].GetInt32(), bridge[1].GetInt32())));

        // With every pair known the bounds are the figure itself.
        var known = Known(network.Unweighted);
        var bounds = ConnectivityBounds.Of(known)!;
        foreach (var (bound, expected) in new[] { (bounds.Fragmentation, network.Number("f")), (bounds.Density, network.Number("density")), (DistanceBounds.Of(known)!.Value, network.Number("distanceWeightedF")) })
        {
            bound.Low.Should().BeApproximately(expected, Precision);
            bound.High.Should().BeApproximately(expected, Precision);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Who_stands_between_others(string name)
    {
        var network = MeasureNetwork.Named(name);
        Same(Betweenness.Of(network.Weighted, TestContext.Current.CancellationToken).Select(value => (double?)value), network.Numbers("betweenness"), Precision);
        foreach (var (length, expected) in new[] { (EdgeLength.OneOverWeight, "betweennessByStrength"), (EdgeLength.Weight, "betweennessByLength") })
            Same(Betweenness.Weighted(network.Weighted, length, TestContext.Current.CancellationToken).Select(value => (double?)value), network.Numbers(expected), Precision);
        var (weighted, plain) = (StructuralHoles.Of(network.Weighted), StructuralHoles.Of(network.Unweighted));
        Same(weighted.Select(hole => hole.Constraint), network.Numbers("constraint"), WeightedPrecision);
        Same(weighted.Select(hole => hole.EffectiveSize), network.Numbers("effectiveSize"), WeightedPrecision);
        Same(plain.Select(hole => hole.Constraint), network.Numbers("unweightedConstraint"), Precision);
        Same(plain.Select(hole => hole.EffectiveSize), network.Numbers("unweightedEffectiveSize"), Precision);

        // With every pair known each pair that somebody stands between is certain.
        var roles = BrokerageRoles.Of(Known(network.Unweighted), network.Groups);
        roles.Select(node => node.Known).Should().Equal(roles.Select(node => node.Certain));
        roles.Where((_, node) => network.Groups[node] >= 0).Select(node => node.Known)
            .Should().Equal(network.Expected.GetProperty("roles").EnumerateArray().Where((_, node) => network.Groups[node] >= 0).Select(Roles));
        if (network.Expected.GetProperty("roleShares") is { ValueKind: JsonValueKind.Object } shares)
        {
            var byChance = BrokerageRoles.ByChance(network.Groups)!.Value;
            foreach (var (share, role) in new[] { (byChance.Coordinator, "coordinator"), (byChance.Consultant, "consultant"), (byChance.Gatekeeper, "gatekeeper"), (byChance.Liaison, "liaison") })
                share.Should().BeApproximately(shares.GetProperty(role).GetDouble(), Precision, role);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Along_which_lines_it_is_split(string name)
    {
        var network = MeasureNetwork.Named(name);
        var (found, expected) = (EiIndex.Of(network.Weighted, network.Groups), network.Expected.GetProperty("silos"));
        found.Overall.Should().Be(new EiCount(expected.GetProperty("external").GetInt64(), expected.GetProperty("internal").GetInt64()));
        foreach (var group in expected.GetProperty("groups").EnumerateObject())
            found.Groups[int.Parse(group.Name, System.Globalization.CultureInfo.InvariantCulture)].Should().Be(new EiCount(group.Value[0].GetInt64(), group.Value[1].GetInt64()));

        if (network.Expected.GetProperty("modularity").ValueKind == JsonValueKind.Null)
        {
            DivisionTest.Of(network.Weighted, network.Groups, 2, 2).Should().BeNull();
            return;
        }

        var division = DivisionTest.Of(network.Weighted, network.Groups, permutationCount: 20, drawCount: 3, cancellationToken: TestContext.Current.CancellationToken)!;
        division.Given.Should().BeApproximately(network.Number("modularity"), WeightedPrecision);
        division.Best.Should().BeGreaterThanOrEqualTo(division.Given);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_chance_gives_of_silos_is_what_every_way_to_deal_the_groups_gives(string name)
    {
        const int dealings = 4_999;
        var network = MeasureNetwork.Named(name);
        if (network.Expected.GetProperty("dealt") is not { ValueKind: JsonValueKind.Object } dealt) return;
        var test = EiPermutationTest.Of(network.Weighted, network.Groups, dealings)!;
        test.Expected.Should().BeApproximately(dealt.GetProperty("expected").GetDouble(), Precision);
        test.PValue.Should().BeApproximately(dealt.GetProperty("pValue").GetDouble(), 0.03);
        var groups = EiGroupTest.Of(network.Weighted, network.Groups, dealings);
        foreach (var group in dealt.GetProperty("groups").EnumerateObject())
        {
            var found = groups[int.Parse(group.Name, System.Globalization.CultureInfo.InvariantCulture)]!;
            found.Expected.Should().BeApproximately(group.Value.GetProperty("expected").GetDouble(), 0.04);
            found.PValue.Should().BeApproximately(group.Value.GetProperty("pValue").GetDouble(), 0.05);
            found.QValue.Should().BeGreaterThanOrEqualTo(found.PValue);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_core_is_the_best_of_every_set_there_is(string name)
    {
        var network = MeasureNetwork.Named(name);
        if (network.Expected.GetProperty("core") is not { ValueKind: JsonValueKind.Object } core) return;
        var found = CorePeriphery.Of(network.Weighted);
        (found.ErrorCount, found.WithoutCount).Should().Be((core.GetProperty("errors").GetInt64(), core.GetProperty("without").GetInt64()));
        found.Places.Select(place => $"{place}".ToLowerInvariant()).Should().Equal(core.GetProperty("places").EnumerateArray().Select(place => place.GetString()));
    }

    [Fact]
    public void The_southern_women_are_connected_by_the_events_that_are_not_too_large()
    {
        var tables = MeasureNetwork.Tables;
        var seats = Incidence.Of(tables.GetProperty("events").GetInt32(), tables.GetProperty("women").GetInt32(),
            [.. tables.GetProperty("seats").EnumerateArray().Select(seat => (seat[0].GetInt32(), seat[1].GetInt32()))]);
        foreach (var one in tables.GetProperty("cases").EnumerateArray())
        {
            var found = SharedTables.Of(seats, one.GetProperty("most").GetInt32());
            found.LargeCount.Should().Be(one.GetProperty("large").GetInt32());
            found.WithoutLarge.Should().Be(new TableConnections(
                one.GetProperty("parts").GetInt32(), one.GetProperty("largest").GetInt32(), one.GetProperty("pairs").GetInt64(), found.WithoutLarge.Fragmentation));
            found.WithoutLarge.Fragmentation.Should().BeApproximately(one.GetProperty("f").GetDouble(), Precision);
            (found.All.PartCount, found.All.ConnectedPairCount).Should().Be((1, 153));
        }
    }

    [Fact]
    public void The_Medici_stand_between_more_than_half_of_all_pairs()
    {
        // Padgett and Ansell (1993); 0.522, 0.255 and 0.103 as in Jackson (2008), Social and Economic Networks, chapter 2. Of 15 families 14 · 13 / 2 = 91 pairs of others.
        var network = MeasureNetwork.Named("florentine_families");
        var between = Betweenness.Of(network.Unweighted, TestContext.Current.CancellationToken);
        foreach (var (family, share) in new[] { ("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103) })
            (between[network.NodeNamed(family)] / 91).Should().BeApproximately(share, 5e-4, family);
    }

    [Fact]
    public void In_the_kite_Heather_stands_between_the_most()
    {
        // Krackhardt (1990), doi:10.2307/2393394: 14 of the 36 pairs of others, 0.389.
        var between = Betweenness.Of(MeasureNetwork.Named("krackhardt_kite").Unweighted, TestContext.Current.CancellationToken);
        between[7].Should().BeApproximately(14, Precision);
        between.Max().Should().Be(between[7]);
    }

    [Fact]
    public void Six_contacts_with_four_ties_among_them_count_for_less_than_five()
    {
        // Borgatti (1997), "Structural Holes: Unpacking Burt's Redundancy Measures", Connections 20(1): 6 − 2 · 4 / 6.
        var network = Network.Of(7, [.. Enumerable.Range(1, 6).Select(contact => new Edge(0, contact)), new(1, 2), new(1, 5), new(2, 4), new(5, 6)]);
        StructuralHoles.Of(network)[0].EffectiveSize.Should().BeApproximately(4 + (2.0 / 3), Precision);
    }

    [Fact]
    public void The_best_division_of_the_karate_club_is_the_one_proven_best()
    {
        // Brandes et al. (2008), doi:10.1109/TKDE.2007.190689: 0.4198, without weights.
        var network = MeasureNetwork.Named("karate");
        var division = DivisionTest.Of(network.Unweighted, network.Groups, cancellationToken: TestContext.Current.CancellationToken)!;
        division.Best.Should().BeApproximately(0.4198, 5e-5);
        division.ByDealing.Z.Should().BeGreaterThan(5, "the club fell apart along these lines");
        division.ByDealing.PValue.Should().Be(0.001);
        division.ByRandomTies.Mean.Should().BeInRange(0.2, division.Best, "random networks have divisions too");
    }

    [Fact]
    public void Two_chains_are_as_fragmented_as_two_cliques_and_more_so_by_distance()
    {
        // The two toy networks of Borgatti (2006), doi:10.1007/s10588-006-7084-x: twice five who all know each other, and twice five in a row. The figures are their arithmetic.
        var cliques = Network.Of(10, [.. from half in new[] { 0, 5 } from a in Enumerable.Range(half, 5) from b in Enumerable.Range(half, 5) where a < b select new Edge(a, b)]);
        var chains = Network.Of(10, [.. from half in new[] { 0, 5 } from a in Enumerable.Range(half, 4) select new Edge(a, a + 1)]);
        foreach (var (network, byDistance) in new[] { (cliques, 50 / 90.0), (chains, 1 - (2 * 2 * (4 + (3 / 2.0) + (2 / 3.0) + (1 / 4.0)) / 90)) })
        {
            Fragmentation.Of(Components.Of(network).Sizes.AsSpan()).Should().BeApproximately(50 / 90.0, Precision, "of 90 ordered pairs 50 are cut");
            DistanceWeightedFragmentation.Of(network).Should().BeApproximately(byDistance, Precision);
        }
    }

    private static PartlyKnownNetwork Known(Network network)
    {
        var pairs = from a in Enumerable.Range(0, network.NodeCount) from b in Enumerable.Range(a + 1, network.NodeCount - a - 1) select (a, b);
        var tied = pairs.ToLookup(pair => network.Neighbors(pair.a).BinarySearch(pair.b) >= 0);
        return PartlyKnownNetwork.Of(network.NodeCount, tied[true], tied[false]);
    }

    private static RoleCounts Roles(JsonElement counts) => new(
        counts.GetProperty("coordinator").GetInt64(), counts.GetProperty("consultant").GetInt64(), counts.GetProperty("gatekeeper").GetInt64(), counts.GetProperty("liaison").GetInt64());

    private static void Same(IEnumerable<double?> found, double?[] expected, double precision)
    {
        foreach (var (value, node) in found.Zip(expected).Select((pair, node) => (pair, node)))
        {
            (value.First is null).Should().Be(value.Second is null, $"of node {node}");
            if (value.First is { } number) number.Should().BeApproximately(value.Second!.Value, precision, $"of node {node}");
        }
    }
}
