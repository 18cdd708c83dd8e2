using CsCheck;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Brokerage;
using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Cores;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis;

/// <summary>What must hold of the figures of any network.</summary>
public class MeasureLawTests
{
    private static readonly Gen<(Network Network, int[] Groups, int Seed)> Grouped =
        from network in RandomNetwork.Small
        from groups in Gen.Int[EiIndex.NoGroup, 2].Array[network.NodeCount]
        from seed in Gen.Int[0, 1_000]
        select (network, groups, seed);

    [Fact]
    public void Other_numbers_for_the_same_nodes_change_no_figure() => Grouped.Sample(one =>
    {
        var (network, groups, seed) = one;
        var other = Enumerable.Range(0, network.NodeCount).ToArray();
        new SeededRandom(seed).Shuffle(other);
        var renumbered = Renumbered(network, other);
        var moved = new int[groups.Length];
        for (var node = 0; node < groups.Length; node++) moved[other[node]] = groups[node];

        var (places, newPlaces) = (CorePeriphery.Of(network), CorePeriphery.Of(renumbered));
        var (holes, newHoles) = (StructuralHoles.Of(network), StructuralHoles.Of(renumbered));
        var (roles, newRoles) = (BrokerageRoles.Of(Tied(network), groups), BrokerageRoles.Of(Tied(renumbered), moved));
        newPlaces.ErrorCount.Should().Be(places.ErrorCount);
        for (var node = 0; node < groups.Length; node++)
        {
            newPlaces.Places[other[node]].Should().Be(places.Places[node]);
            newRoles[other[node]].Should().Be(roles[node]);
            (newHoles[other[node]].Constraint - holes[node].Constraint ?? 0).Should().BeApproximately(0, 1e-6);
            (newHoles[other[node]].EffectiveSize - holes[node].EffectiveSize ?? 0).Should().BeApproximately(0, 1e-5);
        }

        EiIndex.Of(renumbered, moved).Overall.Should().Be(EiIndex.Of(network, groups).Overall);
        if (EiPermutationTest.Of(network, groups, 1) is { } test) EiPermutationTest.Of(renumbered, moved, 1)!.Expected.Should().BeApproximately(test.Expected, 1e-9);
    }, iter: 500);

    [Fact]
    public void Which_of_two_groups_is_called_which_does_not_matter() => Grouped.Sample(one =>
    {
        int[] groups = [.. one.Groups.Select(group => group == 2 ? 0 : group)], swapped = [.. groups.Select(group => group switch { 0 => 1, 1 => 0, _ => group })];
        var (found, other) = (EiIndex.Of(one.Network, groups), EiIndex.Of(one.Network, swapped));
        other.Overall.Should().Be(found.Overall);
        if (found.Groups.Length == 2 && other.Groups.Length == 2) other.Groups.Should().Equal(found.Groups[1], found.Groups[0]);
        BrokerageRoles.Of(Tied(one.Network), swapped).Should().Equal(BrokerageRoles.Of(Tied(one.Network), groups));
    }, iter: 500);

    [Fact]
    public void Networks_side_by_side_are_apart_as_their_sizes_say() => Gen.Select(RandomNetwork.Small, RandomNetwork.Small).Sample((one, other) =>
    {
        // The pairs without a path in one, in the other, and all between the two.
        var (n, m) = ((long)one.NodeCount, (long)other.NodeCount);
        var union = Network.Of((int)(n + m), [.. RandomNetwork.EdgesOf(one).Select(edge => new Edge(edge.A, edge.B)), .. RandomNetwork.EdgesOf(other).Select(edge => new Edge((int)n + edge.A, (int)n + edge.B))]);
        if (n + m < 2) return;
        var apart = (F(one) * n * (n - 1) / 2) + (F(other) * m * (m - 1) / 2) + (n * m);
        F(union).Should().BeApproximately(apart / ((n + m) * (n + m - 1) / 2), 1e-9);
        static double F(Network network) => Fragmentation.Of(Components.Of(network).Sizes.AsSpan()) ?? 0;
    }, iter: 500);

    [Fact]
    public void All_tables_together_join_as_the_pairs_that_share_one() =>
        (from seats in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9]).Array[1, 25] from most in Gen.Int[1, 6] select (seats, most)).Sample((seats, most) =>
        {
            var incidence = Incidence.Of(6, 10, seats);
            var pairs = Enumerable.Range(0, 6).Where(table => incidence.Degree(table) <= most)
                .SelectMany(table => from a in incidence.Row(table).ToArray() from b in incidence.Row(table).ToArray() where a < b select new Edge(a, b));
            var sizes = Components.Of(Network.Of(10, [.. pairs])).Sizes;
            var found = SharedTables.Of(incidence, most);
            (found.WithoutLarge.PartCount, found.WithoutLarge.LargestSize).Should().Be((sizes.Length, sizes.Max()));
            found.WithoutLarge.Fragmentation.Should().BeApproximately(Fragmentation.Of(sizes.AsSpan())!.Value, 1e-12);
            found.All.ConnectedPairCount.Should().BeGreaterThanOrEqualTo(found.WithoutLarge.ConnectedPairCount);
        }, iter: 500);

    [Fact]
    public void Effective_size_lies_between_one_and_the_number_of_contacts() => RandomNetwork.Small.Sample(network =>
    {
        var holes = StructuralHoles.Of(Network.Of(network.NodeCount, [.. RandomNetwork.EdgesOf(network).Select(edge => new Edge(edge.A, edge.B))]));
        for (var node = 0; node < network.NodeCount; node++)
        {
            if (network.Degree(node) == 0) holes[node].Should().Be(new StructuralHole(null, null));
            else holes[node].EffectiveSize.Should().BeInRange(1 - 1e-9, network.Degree(node));
            if (network.Degree(node) == 1) holes[node].Constraint.Should().BeApproximately(1, 1e-9);
        }
    }, iter: 500);

    [Fact]
    public void A_star_has_a_core_of_one_and_a_cycle_none_that_is_certain()
    {
        var star = CorePeriphery.Of(RandomNetwork.Star(9));
        (star.ErrorCount, star.Fit, star.Places[0]).Should().Be((0L, 1.0, CorePlace.Core));
        star.Places.Skip(1).Should().OnlyContain(place => place == CorePlace.Edge, "with any one of them beside the middle there is no error either");
        var cycle = CorePeriphery.Of(Network.Of(8, [.. Enumerable.Range(0, 8).Select(node => new Edge(node, (node + 1) % 8))]));
        cycle.Places.Should().OnlyContain(place => place == CorePlace.Edge, "all are alike");
        CorePeriphery.Of(Network.Of(3, [])).Fit.Should().BeNull("without ties there is nothing to explain");
        CorePeripheryTest.Of(RandomNetwork.Star(30))!.PValue.Should().Be(0.005, "no random network of as many ties is a star");
        CorePeripheryTest.Of(Network.Of(30, [.. Enumerable.Range(0, 30).Select(node => new Edge(node, (node + 1) % 30))]))!.PValue.Should().BeGreaterThan(0.5);
    }

    [Fact]
    public void A_sample_of_sources_is_right_on_average_and_says_how_far_it_may_be_off()
    {
        var network = Network.Of(400, [.. PlantedNetwork.Edges(400, groupSize: 40, meanDegree: 6, mixing: 0.2, seed: 3).Where(edge => edge.A != edge.B)]);
        var (exact, stop) = (Betweenness.Of(network, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        int[] central = [.. Enumerable.Range(0, exact.Length).OrderByDescending(node => exact[node]).Take(40)];
        var (within, tried, ratio) = (0, 0, 0.0);
        const int samples = 40;
        for (var seed = 0; seed < samples; seed++)
        {
            var estimate = SampledBetweenness.Of(network, 160, seed, threadCount: 2, stop);
            estimate.SourceCount.Should().Be(160);
            ratio += estimate.Values.Sum() / exact.Sum();
            foreach (var node in central)
            {
                tried++;
                if (Math.Abs(estimate.Values[node] - exact[node]) <= estimate.Margins[node]) within++;
            }
        }

        (ratio / samples).Should().BeApproximately(1, 0.02);
        ((double)within / tried).Should().BeInRange(0.92, 0.99, "of the most central the exact value is meant to lie within in about 95 of 100");
        SampledBetweenness.Of(network, 160, seed: 1).Margins.Zip(exact).Where((_, node) => central.Contains(node)).Should().OnlyContain(one => one.First < one.Second, "a margin as wide as the value says nothing");
        SampledBetweenness.Of(network, 160, seed: 7, threadCount: 1).Values.Should().Equal(SampledBetweenness.Of(network, 160, seed: 7, threadCount: 2).Values);
    }

    [Fact]
    public void A_sample_of_all_is_exact()
    {
        var network = Network.Of(50, PlantedNetwork.Edges(50, 10, 5, 0.3, seed: 1));
        var all = SampledBetweenness.Of(network, 50);
        all.Values.Should().Equal(Betweenness.Of(network));
        all.Margins.Should().OnlyContain(margin => margin == 0);
    }

    [Fact]
    public void A_band_holds_the_figure_itself_and_is_the_same_for_a_seed() => RandomNetwork.Small.Sample(network =>
    {
        if (network.EdgeCount == 0) return;
        double? Density(Network one) => one.EdgeCount;
        var band = LeftOutBand.Of(network, Density, 10)!.Value;
        band.High.Should().Be(network.EdgeCount, "nothing is added");
        band.Low.Should().BeLessThan(network.EdgeCount, "in every try something is left out");
        LeftOutBand.Of(network, Density, 10).Should().Be(band);
    }, iter: 200);

    [Fact]
    public void A_star_hangs_on_its_middle_and_its_band_says_so()
    {
        // Who has most ties is most likely to be left out: then all are apart.
        var band = LeftOutBand.Of(RandomNetwork.Star(10), one => Fragmentation.Of(Components.Of(one).Sizes.AsSpan()))!.Value;
        (band.Low, band.High).Should().Be((0, 1));
    }

    private static PartlyKnownNetwork Tied(Network network) => PartlyKnownNetwork.Of(network.NodeCount, RandomNetwork.EdgesOf(network), []);

    private static Network Renumbered(Network network, int[] other) =>
        Network.Of(network.NodeCount, [.. network.Edges().Select(edge => edge with { A = other[edge.A], B = other[edge.B] })]);
}
