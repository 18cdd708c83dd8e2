using System.Runtime.CompilerServices;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The nodes of each group, packed one group after the other. Its memory serves again.</summary>
internal sealed class Grouping
{
    private int[] starts = [0];
    private int[] nodes = [];

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>The nodes, group by group; longer than needed.</summary>
    public int[] Nodes => nodes;

    /// <summary>Where each group starts in <see cref="Nodes"/>; one more than there are groups.</summary>
    public int[] Starts => starts;

    /// <summary>The nodes of a group, ascending.</summary>
    public ReadOnlySpan<int> Of(int group) => nodes.AsSpan(starts[group]..starts[group + 1]);

    /// <summary>Sorts nodes by group, in linear time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(ReadOnlySpan<int> groupOf, int groupCount)
    {
        Count = groupCount;
        if (starts.Length < groupCount + 1) starts = new int[groupCount + 1];
        if (nodes.Length < groupOf.Length) nodes = GC.AllocateUninitializedArray<int>(groupOf.Length);

        // Counted one place up, so that filling moves each start to where its group begins.
        var start = starts.AsSpan(..(groupCount + 1));
        start.Clear();
        foreach (var group in groupOf) start[group]++;
        var end = 0;
        for (var group = 0; group < groupCount; group++) start[group] = end += start[group];
        start[groupCount] = groupOf.Length;
        for (var node = groupOf.Length - 1; node >= 0; node--) nodes[--start[groupOf[node]]] = node;
    }

    /// <summary>Numbers the groups from 0 in the order in which they are met, in place.</summary>
    /// <param name="groupOf">The group of each node, 0 to scratch.Length − 1.</param>
    /// <param name="scratch">As long as the highest group, at least; its contents do not matter.</param>
    /// <returns>How many groups there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Renumber(Span<int> groupOf, Span<int> scratch)
    {
        var count = 0;
        scratch.Fill(-1);
        foreach (ref var group in groupOf)
        {
            ref var number = ref scratch[group];
            if (number < 0) number = count++;
            group = number;
        }

        return count;
    }
}
