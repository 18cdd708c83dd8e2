using CsCheck;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;

namespace Wijk.Graph.Tests.Analysis.Connectivity;

public class EdgeRemovalTests
{
    [Fact]
    public void What_loses_the_largest_remaining_part_is_cut_off() =>
        Gen.Select(Gen.OneOf(RandomNetwork.Small, RandomNetwork.Medium), Gen.Int[1, 6], Gen.Int[0, 5]).Sample((network, every, first) =>
        {
            Expect(network, [.. RandomNetwork.EdgesOf(network).Where((_, number) => number % every == first % every)], removedNode: null);
        }, iter: 300);

    [Fact]
    public void A_node_that_goes_is_not_cut_off_itself() =>
        Gen.Select(Gen.OneOf(RandomNetwork.Small, RandomNetwork.Medium), Gen.Int[0, 1000], Gen.Int[2, 9]).Sample((network, number, every) =>
        {
            if (network.NodeCount == 0) return;
            var node = number % network.NodeCount;
            Expect(network, [.. RandomNetwork.EdgesOf(network).Where((edge, place) => edge.A == node || edge.B == node || place % every == 0)], node);
        }, iter: 300);

    // By the definition: all components, before and after.
    private static void Expect(Network network, (int A, int B)[] removed, int? removedNode)
    {
        var before = Components.Of(network);
        var after = Components.Of(Network.Of(network.NodeCount, [.. RandomNetwork.EdgesOf(network).Except(removed).Select(edge => new Edge(edge.A, edge.B))]));
        var cutOff = Enumerable.Range(0, network.NodeCount).Where(node => node != removedNode)
            .GroupBy(node => before.ComponentOf[node])
            .SelectMany(component => component.GroupBy(node => after.ComponentOf[node])
                .OrderByDescending(part => part.Count()).ThenBy(part => part.Min())
                .Skip(1).SelectMany(part => part));
        new EdgeRemoval(network, before).CutOff([.. removed.Select(edge => (edge.B, edge.A))], removedNode).Should().Equal(cutOff.Order());
    }
}
