using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>A slice that is read by its steps is the slice of everything.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class SliceReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Areas_of_every_level_give_the_same_slice_as_in_memory()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var sample = await Cities.VoorbeeldwijkAsync();
        var all = new GraphContents(
            new(1, sample.Version.RecordedAt),
            [.. Enumerable.Range(0, sample.NodeCount).Select(sample.Node)],
            [.. Enumerable.Range(0, sample.RelationCount).Select(sample.Relation)]);
        await store.LoadAsync(all, [], null, Cancel);

        foreach (var area in sample.NumbersOf(NodeKind.Area).Select(sample.Node).DistinctBy(area => area.Attributes.Text("level")))
        {
            var slice = new GraphSlice([area.Key]);
            var (expected, read) = (slice.Of(all), await store.ReadSliceAsync(slice, Cancel));
            read.Version.Should().Be(expected.Version);
            read.Nodes.Should().Equal(expected.Nodes, area.Key);
            read.Relations.OrderBy(relation => relation.Key, StringComparer.Ordinal).Should().Equal(expected.Relations.OrderBy(relation => relation.Key, StringComparer.Ordinal), area.Key);
        }

        var none = () => store.ReadSliceAsync(new(["nowhere"]), Cancel);
        await none.Should().ThrowAsync<UnknownSliceAreaException>();
    }
}
