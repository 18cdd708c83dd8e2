namespace Wijk.Graph.Networks;

/// <summary>The nodes of each community, packed one community after the other.</summary>
internal sealed class Members
{
    private readonly int[] offsets;
    private readonly int[] nodes;

    private Members(int[] offsets, int[] nodes) => (this.offsets, this.nodes) = (offsets, nodes);

    /// <summary>The nodes of a community, ascending.</summary>
    public ReadOnlySpan<int> Of(int community) => nodes.AsSpan(offsets[community]..offsets[community + 1]);

    /// <summary>Sorts nodes by community, in linear time.</summary>
    public static Members Of(ReadOnlySpan<int> communityOf, int communityCount)
    {
        var offsets = new int[communityCount + 1];
        foreach (var community in communityOf) offsets[community + 1]++;
        for (var community = 0; community < communityCount; community++) offsets[community + 1] += offsets[community];
        var (nodes, next) = (new int[communityOf.Length], offsets.AsSpan(..communityCount).ToArray());
        for (var node = 0; node < communityOf.Length; node++) nodes[next[communityOf[node]]++] = node;
        return new(offsets, nodes);
    }
}
