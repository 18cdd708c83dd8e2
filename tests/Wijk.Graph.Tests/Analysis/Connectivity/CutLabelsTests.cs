using CsCheck;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Connectivity;

public class CutLabelsTests
{
    [Fact]
    public void Without_some_edges_there_are_as_many_parts_more_as_their_labels_depend_on_each_other() =>
        Gen.Select(Gen.OneOf(RandomNetwork.Small, RandomNetwork.Medium), Gen.Int[1, 6], Gen.Int[0, 5]).Sample((network, every, first) =>
        {
            var edges = RandomNetwork.EdgesOf(network).ToArray();
            var removed = edges.Where((_, number) => number % every == first % every).Take(24).ToArray();
            var left = Network.Of(network.NodeCount, [.. edges.Except(removed).Select(edge => new Edge(edge.A, edge.B))]);
            new CutLabels(network).MostPartsMore([.. removed.Select(edge => (edge.B, edge.A))])
                .Should().Be(Components.Of(left).Count - Components.Of(network).Count);
        }, iter: 500);

    [Fact]
    public void Of_more_edges_than_a_label_has_bits_it_says_nothing()
    {
        var star = RandomNetwork.Star(100);
        new CutLabels(star).MostPartsMore([.. RandomNetwork.EdgesOf(star)]).Should().Be(99);
    }
}
