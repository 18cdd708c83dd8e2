using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Clusters.Trust;

public class NetworkLayersTests
{
    [Fact]
    public void Parts_that_are_taken_at_once_are_those_that_are_taken_one_by_one() => Gen.Select(RandomNetwork.Medium, Gen.Int[0, 1000]).Sample((network, seed) =>
    {
        var random = new Random(seed);
        var count = network.NodeCount;
        var places = Incidence.Of(5, count, [.. Enumerable.Range(0, count).Where(_ => random.Next(3) > 0).Select(node => (random.Next(5), node))]);
        var layers = NetworkLayers.Of(count, NetworkLayers.Of(network).Ties, places);
        var partOf = Enumerable.Range(0, count).Select(_ => random.Next(-1, 3)).ToArray();
        ImmutableArray<int>[] parts = [.. Enumerable.Range(0, 3).Select(part => Enumerable.Range(0, count).Where(node => partOf[node] == part).ToImmutableArray())];
        foreach (var (part, together) in parts.Zip(layers.Within(parts)))
        {
            var alone = layers.Within(part);
            together.Ties.Should().Equal(alone.Ties);
            together.Ties.Select(tie => new Edge(part[tie.A], part[tie.B], tie.Weight)).Should()
                .Equal(layers.Ties.Where(tie => part.Contains(tie.A) && part.Contains(tie.B)), "a part has the ties among its nodes, in their order");
            PlacesOf(together).Should().BeEquivalentTo(PlacesOf(alone)).And.BeEquivalentTo(
                Enumerable.Range(0, 5).Select(place => string.Join(',', places.Row(place).ToArray().Where(node => part.Contains(node)).Select(node => part.IndexOf(node)))).Where(row => row.Contains(',')));
        }
    }, iter: 100);

    private static IEnumerable<string> PlacesOf(NetworkLayers layers) =>
        layers.Places is not { } places ? [] : Enumerable.Range(0, places.RowCount).Select(place => string.Join(',', places.Row(place).ToArray()));
}
