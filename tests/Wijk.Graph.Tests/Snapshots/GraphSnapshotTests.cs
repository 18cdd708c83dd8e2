using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Snapshots;

public class GraphSnapshotTests
{
    private static readonly GraphVersion Version = new(1, DateTimeOffset.UnixEpoch);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_relation_stands_once_in_either_direction(int seed)
    {
        var snapshot = GraphSnapshot.Of(Contents(seed));
        foreach (var kind in Enum.GetValues<RelationKind>())
        {
            var expected = snapshot.NumbersOf(kind).ToArray();
            Walk(snapshot, snapshot.Outgoing(kind)).Should().BeEquivalentTo(
                expected.Select(relation => (snapshot.From(relation), snapshot.To(relation), relation)));
            Walk(snapshot, snapshot.Incoming(kind)).Should().BeEquivalentTo(
                expected.Select(relation => (snapshot.To(relation), snapshot.From(relation), relation)));
            expected.Select(snapshot.Relation).Should().Equal(expected, (record, relation) => record.Kind == kind
                && snapshot.Node(snapshot.From(relation)).Key == record.From
                && snapshot.Node(snapshot.To(relation)).Key == record.To);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Equal_contents_in_any_order_get_equal_numbers(int seed)
    {
        var contents = Contents(seed);
        var (nodes, relations) = (contents.Nodes.ToArray(), contents.Relations.ToArray());
        var random = new Random(seed);
        random.Shuffle(nodes);
        random.Shuffle(relations);
        var (one, other) = (GraphSnapshot.Of(contents), GraphSnapshot.Of(new(Version, nodes, relations)));
        NodesOf(other).Should().Equal(NodesOf(one));
        RelationsOf(other).Should().Equal(RelationsOf(one));
        NodesOf(one).Select(node => one.Find(node.Key)).Should().Equal(Enumerable.Range(0, one.NodeCount).Select(node => (int?)node));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_day_leaves_out_exactly_what_did_not_hold_and_what_led_to_it(int seed)
    {
        var all = GraphSnapshot.Of(Contents(seed));
        var day = new DateOnly(1980, 6, 1);
        var then = all.AsOf(day);
        NodesOf(then).Should().Equal(NodesOf(all).Where(node => node.Period.Contains(day)));
        RelationsOf(then).Should().Equal(RelationsOf(all).Where(relation =>
            relation.Period.Contains(day) && then.Find(relation.From) is not null && then.Find(relation.To) is not null));
        then.Version.Should().Be(all.Version);
    }

    [Fact]
    public void An_empty_graph_has_nothing_of_any_kind()
    {
        var snapshot = GraphSnapshot.Of(new(Version, [], []));
        Enum.GetValues<NodeKind>().Should().OnlyContain(kind => snapshot.Count(kind) == 0);
        snapshot.Outgoing(RelationKind.Runs).Neighbors(0).Length.Should().Be(0);
    }

    private static GraphContents Contents(int seed)
    {
        var (nodes, relations) = new RandomGraph(seed).Graph(80, 400);
        return new(Version, nodes, relations);
    }

    private static Node[] NodesOf(GraphSnapshot snapshot) => [.. Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node)];

    private static Relation[] RelationsOf(GraphSnapshot snapshot) => [.. Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation)];

    private static IEnumerable<(int Own, int Other, int Relation)> Walk(GraphSnapshot snapshot, Adjacency adjacency) =>
        Enumerable.Range(0, snapshot.NodeCount).SelectMany(node =>
        {
            var (neighbors, relations) = (adjacency.Neighbors(node).ToArray(), adjacency.Relations(node).ToArray());
            adjacency.Degree(node).Should().Be(relations.Length);
            return neighbors.Zip(relations, (other, relation) => (node, other, relation));
        });
}
