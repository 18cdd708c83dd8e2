using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>How many bits it takes to describe who is tied to whom, with groups and as one group: a second opinion on whether there are groups.</summary>
/// <remarks>
/// The degree-corrected stochastic block model, ties without weights: −log2 of P(ties | degrees, e, groups) P(degrees | e, groups) P(e) P(groups), with e the
/// counts of ties between groups. P(ties) = ∏ e_rs! ∏ e_rr!! ∏ k_i! / (∏ e_r! ∏ A_ij!); degrees are even given n_r and e_r, e is even, and so are groups given their sizes.
/// What does not depend on the groups is left out of both. Source: Peixoto (2017), doi:10.1103/PhysRevE.95.012317, eqs. 10, 19, 24 and 41.
/// </remarks>
/// <param name="Groups">With the groups, in bits, up to what both have in common.</param>
/// <param name="One">As one group, in bits, up to what both have in common.</param>
public sealed record DescriptionLength(double Groups, double One)
{
    /// <summary>Bits that the groups save; below 0 the ties are told shorter without them.</summary>
    public double Saved => One - Groups;

    /// <summary>Weighs a division; null without ties.</summary>
    /// <param name="network">The network.</param>
    /// <param name="groupOf">The group of each node, 0 to groupCount − 1; a group may be empty.</param>
    /// <param name="groupCount">How many groups; those without a node cost nothing.</param>
    public static DescriptionLength? Of(Network network, ReadOnlySpan<int> groupOf, int groupCount)
    {
        if (network.EdgeCount == 0) return null;
        var logs = LogFactorials((2 * network.EdgeCount) + network.NodeCount + 1);
        return new(Bits(network, groupOf, groupCount, logs), Bits(network, new int[network.NodeCount], 1, logs));
    }

    private static double Bits(Network network, ReadOnlySpan<int> groupOf, int groupCount, double[] logs)
    {
        var (sizes, ends) = (new int[groupCount], new int[groupCount]);
        var (between, tie) = (new long[network.EdgeCount], 0);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var group = groupOf[node];
            sizes[group]++;
            ends[group] += network.Degree(node);
            foreach (var neighbor in network.Neighbors(node))
            {
                if (neighbor > node) between[tie++] = ((long)Math.Min(group, groupOf[neighbor]) * groupCount) + Math.Max(group, groupOf[neighbor]);
            }
        }

        var used = sizes.Count(size => size > 0);
        var nats = LogChoose(network.NodeCount - 1, used - 1) + logs[network.NodeCount] + Math.Log(network.NodeCount) + Ways((long)used * (used + 1) / 2, network.EdgeCount);
        for (var group = 0; group < groupCount; group++)
        {
            if (sizes[group] == 0) continue;
            nats += logs[ends[group]] - logs[sizes[group]] + LogChoose(sizes[group] + ends[group] - 1, ends[group]);
        }

        // (2e)!! = 2^e e! for the ties inside a group.
        Array.Sort(between);
        for (int first = 0, next; first < between.Length; first = next)
        {
            for (next = first + 1; next < between.Length && between[next] == between[first];) next++;
            var (a, b) = Math.DivRem(between[first], groupCount);
            nats -= logs[next - first] + (a == b ? (next - first) * Math.Log(2) : 0);
        }

        return nats / Math.Log(2);

        double LogChoose(int from, int count) => logs[from] - logs[count] - logs[from - count];

        // In how many ways count alike things are divided over places; the places may be many more than the table has.
        static double Ways(long places, int count)
        {
            var sum = 0.0;
            for (var i = 1; i <= count; i++) sum += Math.Log((double)(places - 1 + i) / i);
            return sum;
        }
    }

    private static double[] LogFactorials(int most)
    {
        var logs = new double[most + 1];
        for (var i = 2; i <= most; i++) logs[i] = logs[i - 1] + Math.Log(i);
        return logs;
    }
}
