using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Snapshots;

public sealed class SlicedSnapshotTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_host_of_a_slice_ends_on_the_slice_of_everything()
    {
        var (followed, all) = (0, 0);
        await Gen.Int.SampleAsync(
            async seed =>
            {
                var history = new RandomHistory(seed);
                // The slice's own area stays, so that there is always something to hold.
                var area = new Node("area:n:slice", NodeKind.Area) { Source = "n", RecordedAt = Noon, Attributes = AttributeSet.Of(("name", "Here"), ("code", "S")) };
                await using var store = await SqliteStore.OpenAsync(folder.File($"{seed}"), CancellationToken.None);
                await store.CommitAsync(Changes("0", Puts(area)), CancellationToken.None);
                var slice = new GraphSlice(["S"]);
                await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon), new() { Slice = slice });
                await host.StartAsync(CancellationToken.None);
                for (var round = 1; round <= 10; round++)
                {
                    var changes = history.Next(3);
                    // What is for or in an area of the history's own is, every other time, in the slice too.
                    var drawn = changes.Select(change => change.Record).OfType<Node>().Where(node => (node.Key.Length + round) % 2 == 0)
                        .Select(node => Vocabulary.Relations.Where(relation => relation.Kind != RelationKind.PartOf && relation.Allows(node.Kind, NodeKind.Area))
                            .Select(relation => new Relation(relation.Kind, node.Key, area.Key) { Source = "n", RecordedAt = Noon }).FirstOrDefault()).OfType<Relation>();
                    var gone = changes.Where(change => change.Record is null).Select(change => change.Key).ToHashSet();
                    var drawnBefore = (await store.ReadContentsAsync(CancellationToken.None)).Relations
                        .Where(relation => relation.To == area.Key && gone.Contains(relation.From)).Select(relation => Change.Remove(relation.Key));
                    await store.CommitAsync(Changes($"{round}", [.. changes, .. Puts(drawn), .. drawnBefore]), CancellationToken.None);
                    await host.WaitForAsync(round + 1, CancellationToken.None);
                    var expected = GraphSnapshot.Of(slice.Of(await store.ReadContentsAsync(CancellationToken.None)), slice);
                    Nodes(host.Current).Should().Equal(Nodes(expected));
                    Relations(host.Current).Should().Equal(Relations(expected));
                }

                host.Current.Slice!.Areas.Should().Equal(area.Key);
                Interlocked.Add(ref followed, host.BuildCount - host.FullReadCount);
                Interlocked.Add(ref all, host.BuildCount);
            },
            iter: 25,
            threads: 1);
        followed.Should().BeInRange(1, all - 1, "some of the changes stay inside, and some do not");
    }

    [Fact]
    public async Task Only_what_may_widen_or_narrow_the_slice_makes_it_read_anew()
    {
        var graph = new GraphBuilder();
        var (here, there) = (graph.Area("here"), graph.Area("there"));
        var (agency, other) = (graph.Agency("agency"), graph.Agency("other"));
        var measure = graph.Measure("measure", null, agency);
        graph.Target(measure, null, here);
        graph.Measure("far", null, other);
        graph.Professional("worker", agency);
        await using var store = await SqliteStore.OpenAsync(folder.File("a"), Cancel);
        await store.LoadAsync(graph.Contents(), [], null, Cancel);
        await using var host = new SnapshotHost(store, new FakeTimeProvider(Noon), new() { Slice = new([here]) });
        await host.StartAsync(Cancel);
        host.Current.NodeCount.Should().Be(5);

        await CommitAsync([Change.Put(Agency("nobody knows"))], readsAnew: false, nodes: 5, "it touches nothing of the slice");
        await CommitAsync([Change.Put(Related(RelationKind.Supports, agency, Put(NodeKind.Initiative, "far garden").Key)), Change.Put(Put(NodeKind.Initiative, "far garden"))],
            readsAnew: false, nodes: 5, "no step leads from an agency to what it supports");
        await CommitAsync([Change.Put(Related(RelationKind.Funds, agency, measure))], readsAnew: false, nodes: 5, "both were there already");
        host.Current.Outgoing(RelationKind.Funds).Count.Should().Be(1);
        await CommitAsync([Change.Put(Related(RelationKind.Funds, agency, measure) with { ValidTo = PartialDate.OfYear(2020) })], readsAnew: false, nodes: 5, "dates play no part");
        await CommitAsync([Change.Remove(Related(RelationKind.Funds, agency, measure).Key)], readsAnew: true, nodes: 5, "it may have been what led to the agency");
        await CommitAsync([Change.Put(Related(RelationKind.Runs, other, measure))], readsAnew: true, nodes: 6, "another runs it as well");
        await CommitAsync([Change.Put(Related(RelationKind.SeatedIn, other, there))], readsAnew: false, nodes: 6, "no step leads to another area");
        await CommitAsync([Change.Put(Related(RelationKind.PartOf, there, here))], readsAnew: true, nodes: 7, "it is a part now");

        async Task CommitAsync(Change[] changes, bool readsAnew, int nodes, string because)
        {
            var (before, version) = (host.FullReadCount, host.Current.Version.Number + 1);
            await store.CommitAsync(Changes($"{version}", changes), Cancel);
            await host.WaitForAsync(version, Cancel);
            (host.FullReadCount - before, host.Current.NodeCount).Should().Be((readsAnew ? 1 : 0, nodes), because);
        }

        static Relation Related(RelationKind kind, string from, string to) => new(kind, from, to) { Source = "n", RecordedAt = Noon };

        static Node Put(NodeKind kind, string id) => new(Keys.Of(kind, "n", id), kind) { Source = "n", RecordedAt = Noon, Attributes = AttributeSet.Of(("name", id)) };
    }

    [Fact]
    public async Task An_area_that_is_not_there_is_refused_at_the_start()
    {
        await using var store = await SqliteStore.OpenAsync(folder.File("a"), Cancel);
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await using var host = new SnapshotHost(store, TimeProvider.System, new() { Slice = new(["X"]) });
        await host.Awaiting(h => h.StartAsync(Cancel)).Should().ThrowAsync<UnknownSliceAreaException>().WithMessage("*'X'*");
        host.HasSnapshot.Should().BeFalse();
    }

    private static IEnumerable<Node> Nodes(GraphSnapshot snapshot) => Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node);

    private static IEnumerable<Relation> Relations(GraphSnapshot snapshot) => Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation);
}
