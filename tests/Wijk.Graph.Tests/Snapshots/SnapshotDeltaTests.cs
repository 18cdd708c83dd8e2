using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Snapshots;

public class SnapshotDeltaTests
{
    private static readonly GraphVersion Later = new(2, Noon);

    [Fact]
    public void A_snapshot_with_changes_is_the_snapshot_of_what_they_lead_to() =>
        Gen.Select(Gen.Int, Gen.Int[1, 25]).Sample(
            (seed, most) =>
            {
                var history = new RandomHistory(seed);
                history.Next(most);
                var followed = GraphSnapshot.Of(history.Contents);
                for (var round = 0; round < 6; round++)
                {
                    var changes = history.Next(most);
                    followed = followed.With(history.Contents.Version, changes);
                    MustEqual(followed, GraphSnapshot.Of(history.Contents));
                }
            },
            iter: 150,
            threads: 2);

    [Fact]
    public void Several_sets_at_once_lead_to_the_same_as_one_after_the_other() =>
        Gen.Int.Sample(
            seed =>
            {
                var history = new RandomHistory(seed);
                history.Next(15);
                var before = GraphSnapshot.Of(history.Contents);
                var changes = Enumerable.Range(0, 4).SelectMany(_ => history.Next(6)).ToList();
                MustEqual(before.With(history.Contents.Version, changes), GraphSnapshot.Of(history.Contents));
            },
            iter: 100,
            threads: 2);

    [Fact]
    public void Sets_that_nobody_looked_at_in_between_lead_to_the_same_as_well() =>
        Gen.Select(Gen.Int, Gen.Int[1, 40]).Sample(
            (seed, rounds) =>
            {
                var history = new RandomHistory(seed);
                history.Next(25);
                var followed = GraphSnapshot.Of(history.Contents);
                for (var round = 0; round < rounds; round++) followed = followed.With(history.Contents.Version, history.Next(2));
                MustEqual(followed.With(history.Contents.Version, []), GraphSnapshot.Of(history.Contents));
            },
            iter: 100,
            threads: 2);

    [Fact]
    public void A_kind_of_which_only_ends_moved_is_the_same_for_all_who_ask_at_once()
    {
        var (agency, measure) = (Agency("b"), Measure("m"));
        var before = GraphSnapshot.Of(new(new(1, Noon), [agency, measure], [Runs(agency, measure)]));
        for (var round = 0; round < 200; round++)
        {
            var after = before.With(Later, Puts(Agency("a"))).With(new(3, Noon), Puts(Agency("c")));
            var asked = new RelationBlock[4];
            Parallel.For(0, asked.Length, place => asked[place] = after.Block(RelationKind.Runs));
            asked.Should().AllSatisfy(block => block.Should().BeSameAs(asked[0]));
            (asked[0].From[0], asked[0].To[0]).Should().Be((1, 3));
        }
    }

    [Fact]
    public void The_snapshot_before_stays_as_it_was()
    {
        var history = new RandomHistory(3);
        history.Next(25);
        var contents = history.Contents;
        var before = GraphSnapshot.Of(contents);
        before.With(Later, [.. history.Next(25), .. history.Next(25)]);
        MustEqual(before, GraphSnapshot.Of(contents));
    }

    [Fact]
    public void A_relation_that_is_identified_by_an_attribute_stands_beside_the_one_it_was_copied_from()
    {
        var (one, other) = (Agency("a"), Agency("b"));
        var before = GraphSnapshot.Of(new(new(1, Noon), [one, other], [Tie(other, one, "x")]));
        var after = before.With(Later, Puts(Tie(one, other, "w"), Tie(one, other, "y")));
        after.NumbersOf(RelationKind.Collaborates).Select(number => after.Relation(number).Attributes.Text("reportedBy")).Should().Equal("w", "x", "y");
        after = after.With(new(3, Noon), [Change.Remove(Tie(one, other, "x").Key), Change.Remove(Tie(one, other, "w").Key)]);
        after.NumbersOf(RelationKind.Collaborates).Select(number => after.Relation(number).Attributes.Text("reportedBy")).Should().Equal("y");
    }

    [Fact]
    public void Kinds_in_which_nothing_changed_are_shared()
    {
        var (agency, measure) = (Agency("a"), Measure("m"));
        var before = GraphSnapshot.Of(new(new(1, Noon), [agency, measure], [Runs(agency, measure)]));
        var after = before.With(Later, Puts(Measure("n"), Runs(agency, measure) with { ValidTo = PartialDate.OfYear(2030) }));
        after.Block(RelationKind.Runs).To.Should().BeSameAs(before.Block(RelationKind.Runs).To, "no number in it moved");
        after.Block(RelationKind.Funds).Should().BeSameAs(before.Block(RelationKind.Funds));
        before.With(Later, []).Block(RelationKind.Runs).Should().BeSameAs(before.Block(RelationKind.Runs));
    }

    [Fact]
    public void Changes_that_cannot_be_all_that_happened_are_refused()
    {
        var (agency, measure) = (Agency("a"), Measure("m"));
        var before = GraphSnapshot.Of(new(new(1, Noon), [agency, measure], [Runs(agency, measure)]));
        before.Invoking(b => b.With(Later, Puts(Runs(Agency("none"), measure)))).Should().Throw<MisfitException>().WithMessage("*agency:n:none*not there*");
        before.Invoking(b => b.With(Later, [Change.Remove(measure.Key)])).Should().Throw<MisfitException>().WithMessage("*still has relations*");
        before.With(Later, [Change.Remove("agency:n:none"), Change.Remove(Runs(agency, Measure("none")).Key)]).NodeCount.Should().Be(2);
    }

    private static Relation Tie(Node one, Node other, string reportedBy) => new(RelationKind.Collaborates, one.Key, other.Key)
    {
        Source = "n",
        RecordedAt = Noon,
        Attributes = AttributeSet.Of(("level", 2L), ("reportedBy", reportedBy)),
    };

    private static void MustEqual(GraphSnapshot followed, GraphSnapshot packed)
    {
        followed.Version.Should().Be(packed.Version);
        Enumerable.Range(0, followed.NodeCount).Select(followed.Node).Should().Equal(Enumerable.Range(0, packed.NodeCount).Select(packed.Node));
        Relations(followed).Select(relation => relation.Item1.Key).Should().Equal(Relations(packed).Select(relation => relation.Item1.Key));
        Relations(followed).Should().Equal(Relations(packed));
        foreach (var kind in Enum.GetValues<NodeKind>()) followed.NumbersOf(kind).Should().Equal(packed.NumbersOf(kind));
        foreach (var kind in Enum.GetValues<RelationKind>())
        {
            followed.NumbersOf(kind).Should().Equal(packed.NumbersOf(kind));
            Walk(followed.Outgoing(kind)).Should().Equal(Walk(packed.Outgoing(kind)));
            Walk(followed.Incoming(kind)).Should().Equal(Walk(packed.Incoming(kind)));
        }

        IEnumerable<(int, int, int, int)> Walk(Adjacency adjacency)
        {
            for (var node = 0; node < packed.NodeCount; node++)
            {
                var (neighbors, relations) = (adjacency.Neighbors(node).ToArray(), adjacency.Relations(node).ToArray());
                for (var place = 0; place < neighbors.Length; place++) yield return (node, adjacency.Degree(node), neighbors[place], relations[place]);
            }
        }
    }

    private static IEnumerable<(Relation, int, int)> Relations(GraphSnapshot snapshot) =>
        Enumerable.Range(0, snapshot.RelationCount).Select(number => (snapshot.Relation(number), snapshot.From(number), snapshot.To(number)));
}
