using CsCheck;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Brokerage;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Bounds;

/// <summary>What is said of a network of which only some pairs are known holds for everything that it may turn out to be, and no less could be said.</summary>
public class BoundsTests
{
    private const int MostUnknown = 8;

    // A pair is tied, apart, or not known; of most lists nearly everything or hardly anything is known.
    private static readonly Gen<Partly> Any =
        from nodeCount in Gen.Int[2, 7]
        from unknownShare in Gen.Int[1, 4]
        from states in Gen.Int[0, 9].Array[nodeCount * (nodeCount - 1) / 2]
        from groups in Gen.Int[EiIndex.NoGroup, 2].Array[nodeCount]
        select Partly.Of(nodeCount, states, unknownShare, groups);

    [Fact]
    public void Every_completion_lies_within_and_both_ends_are_reached() => Any.Sample(partly =>
    {
        var completions = partly.Completions().ToArray();
        var bounds = ConnectivityBounds.Of(partly.Known)!;
        Reached(bounds.Components, completions, network => Components.Of(network).Count);
        Reached(bounds.Fragmentation, completions, network => Fragmentation.Of(Components.Of(network).Sizes.AsSpan()));
        Reached(bounds.Density, completions, network => network.EdgeCount / (double)partly.Known.PairCount);
        Reached(DistanceBounds.Of(partly.Known, TestContext.Current.CancellationToken)!.Value, completions, network => DistanceWeightedFragmentation.Of(network));
        if (EiBounds.Of(partly.Known, partly.Groups) is { } ei)
            Reached(ei, completions, network => EiIndex.Of(network, partly.Groups).Overall.Index);
        else
            completions.Should().OnlyContain(network => EiIndex.Of(network, partly.Groups).Overall.Index == null);
    }, iter: 2_000);

    [Fact]
    public void Of_the_triples_that_are_known_every_completion_closes_as_many_as_the_bounds_say() => Any.Sample(partly =>
    {
        var (triples, tied) = (ClosedTriples.Of(partly.Known, TestContext.Current.CancellationToken), partly.Known.Tied);
        var ends = (from middle in Enumerable.Range(0, tied.NodeCount) from a in tied.Neighbors(middle).ToArray() from b in tied.Neighbors(middle).ToArray() where a < b select (a, b)).ToArray();
        triples.TripleCount.Should().Be(ends.Length);
        if (triples.Share is { } share) Reached(share, partly.Completions().ToArray(), network => ends.Count(pair => network.Neighbors(pair.a).BinarySearch(pair.b) >= 0) / (double)ends.Length);
        else ends.Should().BeEmpty();
        (triples.ClosedCount + triples.OpenCount + triples.UnknownCount).Should().Be(ends.Length);
    }, iter: 1_000);

    [Fact]
    public void A_cut_point_or_bridge_is_certain_when_it_is_one_in_every_completion_and_not_otherwise() => Any.Sample(partly =>
    {
        var certain = CertainCutPoints.Of(partly.Known);
        var always = partly.Completions().Select(CutPoints.Of)
            .Select(cuts => (Points: cuts.ArticulationPoints.Select(point => point.Node).ToHashSet(), Bridges: cuts.Bridges.Select(bridge => (bridge.A, bridge.B)).ToHashSet()))
            .Aggregate((all, next) => (all.Points.Intersect(next.Points).ToHashSet(), all.Bridges.Intersect(next.Bridges).ToHashSet()));
        certain.Nodes.Should().Equal(always.Points.Order());
        certain.Bridges.Should().Equal(always.Bridges.Order());
    }, iter: 2_000);

    [Fact]
    public void The_index_of_each_group_lies_within_its_bounds_and_reaches_both() => Any.Sample(partly =>
    {
        var (completions, bounds) = (partly.Completions().ToArray(), EiGroupTest.Bounds(partly.Known, partly.Groups));
        for (var group = 0; group < bounds.Length; group++)
        {
            if (bounds[group] is { } own)
                Reached(own, completions, network => EiIndex.Of(network, partly.Groups).Groups[group].Index);
            else
                completions.Should().OnlyContain(network => EiIndex.Of(network, partly.Groups).Groups[group].Index == null);
        }
    }, iter: 1_000);

    [Fact]
    public void Whom_somebody_certainly_stands_between_is_the_fewest_of_any_completion() => Any.Sample(partly =>
    {
        var certain = BrokerageRoles.Of(partly.Known, partly.Groups);
        var roles = partly.Completions().Select(network => BrokerageRoles.Of(PartlyKnownNetwork.Of(partly.NodeCount, RandomNetwork.EdgesOf(network), []), partly.Groups)).ToArray();
        for (var node = 0; node < partly.NodeCount; node++)
        {
            foreach (var role in new Func<RoleCounts, long>[] { counts => counts.Coordinator, counts => counts.Consultant, counts => counts.Gatekeeper, counts => counts.Liaison })
                role(certain[node].Certain).Should().Be(roles.Min(completion => role(completion[node].Known)));
        }
    }, iter: 1_000);

    [Fact]
    public void An_answer_only_narrows() => Gen.Select(Any, Gen.Bool, Gen.Int[0, 1_000]).Sample((partly, isTied, which) =>
    {
        if (partly.Unknown.Length == 0) return;
        var after = partly.With(partly.Unknown[which % partly.Unknown.Length], isTied);
        var (wide, narrow) = (ConnectivityBounds.Of(partly.Known)!, ConnectivityBounds.Of(after.Known)!);
        Within(narrow.Components, wide.Components);
        Within(narrow.Fragmentation, wide.Fragmentation);
        Within(narrow.Density, wide.Density);
        Within(DistanceBounds.Of(after.Known)!.Value, DistanceBounds.Of(partly.Known)!.Value);
        if (EiBounds.Of(after.Known, partly.Groups) is { } ei) Within(ei, EiBounds.Of(partly.Known, partly.Groups)!.Value);
        CertainCutPoints.Of(partly.Known).Nodes.Should().BeSubsetOf(CertainCutPoints.Of(after.Known).Nodes);
    }, iter: 2_000);

    [Fact]
    public void On_larger_lists_it_is_what_writing_out_every_unknown_pair_gives() => Gen.Select(Gen.Int[8, 40], Gen.Int[0, 100], Gen.Int[0, 10_000]).Sample((nodeCount, apartShare, seed) =>
    {
        var random = new Random(seed);
        var states = Enumerable.Range(0, nodeCount * (nodeCount - 1) / 2).Select(_ => random.Next(100) is var draw && draw < apartShare ? 1 : draw < apartShare + 5 ? 0 : 2).ToArray();
        var partly = new Partly(nodeCount, states, []);
        var whole = partly.Complete(partly.Unknown);
        var bounds = ConnectivityBounds.Of(partly.Known)!;
        bounds.Components.Low.Should().Be(Components.Of(whole).Count);
        bounds.Fragmentation.Low.Should().BeApproximately(Fragmentation.Of(Components.Of(whole).Sizes.AsSpan())!.Value, 1e-12);
        DistanceBounds.Of(partly.Known)!.Value.Low.Should().BeApproximately(DistanceWeightedFragmentation.Of(whole)!.Value, 1e-12);
        var bridges = CutPoints.Of(whole).Bridges.Select(bridge => (bridge.A, bridge.B)).Where(bridge => partly.Known.Tied.Neighbors(bridge.A).Contains(bridge.B));
        CertainCutPoints.Of(partly.Known).Bridges.Should().Equal(bridges);
    }, iter: 500);

    [Fact]
    public void What_the_nodes_are_called_does_not_matter() => Gen.Select(Any, Gen.Int[0, 10_000]).Sample((partly, seed) =>
    {
        int[] named = [.. Enumerable.Range(0, partly.NodeCount)];
        new Random(seed).Shuffle(named);
        var other = partly.Renamed(named);
        ConnectivityBounds.Of(other.Known).Should().Be(ConnectivityBounds.Of(partly.Known));
        Within(DistanceBounds.Of(other.Known)!.Value, DistanceBounds.Of(partly.Known)!.Value);
        Within(DistanceBounds.Of(partly.Known)!.Value, DistanceBounds.Of(other.Known)!.Value);
        CertainCutPoints.Of(other.Known).Nodes.Should().BeEquivalentTo(CertainCutPoints.Of(partly.Known).Nodes.Select(node => named[node]));
    }, iter: 500);

    [Fact]
    public void Where_nobody_asked_anything_is_possible_and_nothing_certain()
    {
        var known = PartlyKnownNetwork.Of(1_000_000, [], []);
        var bounds = ConnectivityBounds.Of(known)!;
        (bounds.Components, bounds.Fragmentation, bounds.Density).Should().Be((new Interval(1, 1_000_000), new Interval(0, 1), new Interval(0, 1)));
        known.UnknownCount.Should().Be(499_999_500_000);
        CertainCutPoints.Of(known).Nodes.Should().BeEmpty();
    }

    [Fact]
    public void A_star_of_which_all_is_known_hangs_on_its_middle_for_certain_and_on_nobody_once_two_leaves_may_be_tied()
    {
        (int, int)[] tied = [(0, 1), (0, 2), (0, 3)], apart = [(1, 2), (1, 3), (2, 3)];
        CertainCutPoints.Of(PartlyKnownNetwork.Of(4, tied, apart)).Nodes.Should().Equal(0);
        CertainCutPoints.Of(PartlyKnownNetwork.Of(4, tied, apart[..2])).Nodes.Should().Equal([0], "the first leaf still hangs on it");
        CertainCutPoints.Of(PartlyKnownNetwork.Of(4, tied, apart[..1])).Nodes.Should().BeEmpty("the third leaf may know both others");
    }

    [Fact]
    public void One_pair_cannot_be_tied_and_apart() =>
        FluentActions.Invoking(() => PartlyKnownNetwork.Of(3, [(0, 1)], [(1, 0)])).Should().Throw<ArgumentException>().WithMessage("*0 and 1*tied and as apart*");

    private static void Reached(Interval bounds, IReadOnlyCollection<Network> completions, Func<Network, double?> figure)
    {
        double[] values = [.. completions.Select(figure).OfType<double>()];
        bounds.Low.Should().BeApproximately(values.Min(), 1e-12);
        bounds.High.Should().BeApproximately(values.Max(), 1e-12);
    }

    private static void Within(Interval narrow, Interval wide) => (wide.Contains(narrow.Low) && wide.Contains(narrow.High)).Should().BeTrue($"{narrow} lies within {wide}");

    /// <summary>Pairs in the order (0, 1), (0, 2), … with 0 for tied, 1 for apart and 2 for not known.</summary>
    private sealed record Partly(int NodeCount, int[] States, int[] Groups)
    {
        public (int A, int B)[] Pairs { get; } = [.. from a in Enumerable.Range(0, NodeCount) from b in Enumerable.Range(a + 1, NodeCount - a - 1) select (a, b)];

        public (int A, int B)[] Unknown => [.. Pairs.Where((_, place) => States[place] == 2)];

        public PartlyKnownNetwork Known => PartlyKnownNetwork.Of(NodeCount, Pairs.Where((_, place) => States[place] == 0), Pairs.Where((_, place) => States[place] == 1));

        public static Partly Of(int nodeCount, int[] drawn, int unknownShare, int[] groups)
        {
            var unknown = 0;
            return new(nodeCount, [.. drawn.Select(draw => draw < 2 * unknownShare && unknown++ < MostUnknown ? 2 : draw % 2)], groups);
        }

        public IEnumerable<Network> Completions()
        {
            var unknown = Unknown;
            return Enumerable.Range(0, 1 << unknown.Length).Select(bits => Complete(unknown.Where((_, place) => (bits >> place & 1) == 1)));
        }

        public Network Complete(IEnumerable<(int A, int B)> tied) =>
            Network.Of(NodeCount, [.. Pairs.Where((_, place) => States[place] == 0).Concat(tied).Select(pair => new Edge(pair.A, pair.B))]);

        public Partly With((int, int) pair, bool isTied) => this with { States = [.. States.Select((state, place) => Pairs[place] == pair ? isTied ? 0 : 1 : state)] };

        public Partly Renamed(int[] named)
        {
            var states = Pairs.Select((pair, place) => (Math.Min(named[pair.A], named[pair.B]), Math.Max(named[pair.A], named[pair.B]), place)).Order().Select(found => States[found.place]);
            return this with { States = [.. states] };
        }
    }
}
