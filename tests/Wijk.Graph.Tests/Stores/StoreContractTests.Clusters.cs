using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Fact]
    public async Task Clusters_are_kept_by_version_beside_the_graph_and_make_no_version()
    {
        await using var store = await OpenAsync("clusters");
        (await store.ReadClustersAsync(0, Cancel)).Should().BeEmpty();
        await store.CommitAsync(Changes("first", Puts(Agency("a"))), Cancel);
        var (first, second) = (Kept(1, "één", "agency:test:a", "agency:test:b & 'c' \"d\""), Kept(4, "twee"));
        await store.KeepClustersAsync(second, Cancel);
        await store.KeepClustersAsync(first, Cancel);
        await store.KeepClustersAsync(Kept(1, "anders"), Cancel);

        (await store.ReadClustersAsync(0, Cancel)).Should().Equal([first, second], "what a version has stays");
        (await store.ReadClustersAsync(1, Cancel)).Should().Equal(second);
        (await store.ReadClustersAsync(4, Cancel)).Should().BeEmpty();
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Should().ContainSingle();
        (await store.ReadContentsAsync(Cancel)).Nodes.Should().ContainSingle();
    }

    [Fact]
    public async Task Clusters_are_there_when_the_store_is_opened_again_and_only_the_newest_stay()
    {
        await using (var store = await OpenAsync("clusters again"))
        {
            for (var version = 1; version <= KeptClusters.MostKept + 2; version++) await store.KeepClustersAsync(Kept(version, $"id {version}", "agency:test:a"), Cancel);
        }

        await using var again = await OpenAsync("clusters again");
        var kept = await again.ReadClustersAsync(0, Cancel);
        kept.Select(clusters => clusters.Version).Should().Equal(Enumerable.Range(3, KeptClusters.MostKept).Select(version => (long)version));
        kept[^1].Should().Be(Kept(KeptClusters.MostKept + 2, $"id {KeptClusters.MostKept + 2}", "agency:test:a"));
    }

    private static KeptClusters Kept(long version, string id, params string[] members) => new(version, new(2026, 6, 1), [new(id, version > 2, [.. members])]);
}
