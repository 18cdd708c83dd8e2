namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Builds one community again from single nodes.</summary>
/// <remarks>
/// Only nodes that are still alone move, only along an edge, and only where quality does not fall: so every part is connected. Among such
/// moves one is drawn with a chance proportional to exp(gain/θ). Nodes are numbered from 0 within the community, so that scratch memory stays small.
/// </remarks>
internal sealed class CommunityRefinement
{
    private int[] starts = [0];
    private int[] neighbors = [];
    private float[] weights = [];
    private int[] order = [];
    private int[] partOf = [];
    private int[] numbers = [];
    private Part[] parts = [];
    private bool[] isAlone = [];
    private int[] touched = [];
    private double[] gains = [];
    private LeidenAim aim;
    private double randomness;
    private double massOfCommunity;

    /// <summary>Makes ready for a run.</summary>
    public void Fit(LeidenAim aimed, double theta) => (aim, randomness) = (aimed, theta);

    /// <summary>Numbers the parts of a community from 0.</summary>
    /// <returns>How many there are.</returns>
    public int Run(LeidenLevel level, int[] communityOf, Grouping communities, int community, int[] place, int[] partOfNode, SeededRandom random)
    {
        var nodes = communities.Of(community);
        if (nodes.Length == 1)
        {
            partOfNode[nodes[0]] = 0;
            return 1;
        }

        Gather(level, communityOf, community, nodes, communities.Starts[community], place);
        random.Shuffle(order.AsSpan(..nodes.Length));
        foreach (var node in order.AsSpan(..nodes.Length))
        {
            if (isAlone[node] && IsWellConnected(parts[node])) Join(node, ref random);
        }

        var count = 0;
        numbers.AsSpan(..nodes.Length).Fill(-1);
        for (var node = 0; node < nodes.Length; node++)
        {
            ref var number = ref numbers[partOf[node]];
            if (number < 0) number = count++;
            partOfNode[nodes[node]] = number;
        }

        return count;
    }

    private void Gather(LeidenLevel level, int[] communityOf, int community, ReadOnlySpan<int> nodes, int first, int[] place)
    {
        Fit(nodes.Length);
        massOfCommunity = 0;
        var write = 0;
        for (var node = 0; node < nodes.Length; node++)
        {
            var (start, end) = (level.Offsets[nodes[node]], level.Offsets[nodes[node] + 1]);
            if (neighbors.Length < write + end - start)
            {
                Array.Resize(ref neighbors, Math.Max(2 * neighbors.Length, write + end - start));
                Array.Resize(ref weights, neighbors.Length);
            }

            var inside = 0.0;
            for (var entry = start; entry < end; entry++)
            {
                var other = level.Neighbors[entry];
                neighbors[write] = place[other] - first;
                weights[write] = level.Weights[entry];
                var isInside = communityOf[other] == community;
                inside += isInside ? weights[write] : 0;
                write += isInside ? 1 : 0;
            }

            var mass = level.Mass[nodes[node]];
            massOfCommunity += mass;
            parts[node] = new() { Mass = mass, WeightToRest = inside };
            (order[node], partOf[node], isAlone[node], starts[node + 1]) = (node, node, true, write);
        }
    }

    private void Join(int node, ref SeededRandom random)
    {
        var touchedCount = 0;
        for (var entry = starts[node]; entry < starts[node + 1]; entry++)
        {
            var number = partOf[neighbors[entry]];
            ref var met = ref parts[number];
            touched[touchedCount] = number;
            touchedCount += met.WeightTo == 0 ? 1 : 0;
            met.WeightTo += weights[entry];
        }

        var part = Draw(node, touchedCount, ref random);
        if (part != node)
        {
            partOf[node] = part;
            parts[part].Mass += parts[node].Mass;
            parts[part].WeightToRest += parts[node].WeightToRest - (2 * parts[part].WeightTo);
            (isAlone[node], isAlone[part]) = (false, false);
        }

        foreach (var met in touched.AsSpan(..touchedCount)) parts[met].WeightTo = 0;
    }

    private int Draw(int node, int touchedCount, ref SeededRandom random)
    {
        var (cost, bestGain) = (aim.Penalty * parts[node].Mass, 0.0);
        for (var i = 0; i < touchedCount; i++)
        {
            ref readonly var part = ref parts[touched[i]];
            var gain = part.WeightTo - (cost * part.Mass);
            gains[i] = gain >= 0 && IsWellConnected(part) ? gain : double.NegativeInfinity;
            bestGain = Math.Max(bestGain, gains[i]);
        }

        // Staying alone gains 0 and is drawn like any other. Gains are taken from the best, so that no chance overflows.
        var stays = ReproducibleExp.Of(-bestGain / randomness);
        var total = stays;
        for (var i = 0; i < touchedCount; i++) total += gains[i] = ReproducibleExp.Of((gains[i] - bestGain) / randomness);
        var left = (random.NextDouble() * total) - stays;
        for (var i = 0; i < touchedCount && left >= 0; i++)
        {
            left -= gains[i];
            if (left < 0) return touched[i];
        }

        return node;
    }

    /// <summary>Whether a part has at least the edges to the rest of its community that the quality function asks.</summary>
    private bool IsWellConnected(in Part part) =>
        part.WeightToRest >= (aim.Penalty * part.Mass * (massOfCommunity - part.Mass)) - aim.Tolerance;

    private void Fit(int nodeCount)
    {
        if (order.Length >= nodeCount) return;
        var length = Math.Max(nodeCount, 2 * order.Length);
        (starts, order, partOf, numbers, touched) = (new int[length + 1], new int[length], new int[length], new int[length], new int[length + 1]);
        (parts, isAlone, gains) = (new Part[length], new bool[length], new double[length]);
    }

    /// <summary>What a visit asks of a part, side by side in memory: they are read together, in no order.</summary>
    private struct Part
    {
        /// <summary>The summed mass of its nodes.</summary>
        public double Mass;

        /// <summary>The weight between it and the rest of its community.</summary>
        public double WeightToRest;

        /// <summary>The weight between it and the node that is visited; 0 between visits.</summary>
        public double WeightTo;
    }
}
