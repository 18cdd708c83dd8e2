namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's first phase: moves single nodes to the community where they gain most, until no node gains.</summary>
/// <remarks>After the first round only nodes whose neighborhood changed are visited again. Scratch memory serves every level.</remarks>
internal sealed class LocalMoving(int nodeCount)
{
    private readonly int[] queue = new int[nodeCount];
    private readonly bool[] isQueued = new bool[nodeCount];
    private readonly double[] communityMass = new double[nodeCount];
    private readonly int[] communitySize = new int[nodeCount];
    private readonly int[] empty = new int[nodeCount];
    private readonly double[] weightTo = new double[nodeCount];
    private readonly int[] touched = new int[nodeCount];

    /// <summary>Moves nodes between communities.</summary>
    /// <param name="level">The network.</param>
    /// <param name="communityOf">The communities to start from, changed in place; numbers from 0 to NodeCount − 1.</param>
    /// <param name="random">Sets the order of the first visits.</param>
    /// <returns>Whether any node moved.</returns>
    public bool Run(LeidenLevel level, int[] communityOf, ref SeededRandom random)
    {
        var (network, count) = (level.Network, level.Network.NodeCount);
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        var emptyCount = Prepare(level, communityOf);
        random.Shuffle(queue.AsSpan(..count));
        var (head, waiting, hasMoved) = (0, count, false);
        while (waiting > 0)
        {
            var node = queue[head];
            head = head + 1 == count ? 0 : head + 1;
            waiting--;
            isQueued[node] = false;

            var from = communityOf[node];
            communityMass[from] -= level.Mass[node];
            if (--communitySize[from] == 0) empty[emptyCount++] = from;
            var to = BestCommunity(level, communityOf, node, from, emptyCount);
            communityMass[to] += level.Mass[node];
            if (communitySize[to]++ == 0) emptyCount--;
            if (to == from) continue;

            hasMoved = true;
            communityOf[node] = to;
            foreach (var neighbor in neighbors[offsets[node]..offsets[node + 1]])
            {
                if (isQueued[neighbor] || communityOf[neighbor] == to) continue;
                isQueued[neighbor] = true;
                var tail = head + waiting++;
                queue[tail >= count ? tail - count : tail] = neighbor;
            }
        }

        return hasMoved;
    }

    private int Prepare(LeidenLevel level, int[] communityOf)
    {
        communityMass.AsSpan(..communityOf.Length).Clear();
        communitySize.AsSpan(..communityOf.Length).Clear();
        for (var node = 0; node < communityOf.Length; node++)
        {
            (queue[node], isQueued[node]) = (node, true);
            communityMass[communityOf[node]] += level.Mass[node];
            communitySize[communityOf[node]]++;
        }

        var emptyCount = 0;
        for (var community = communityOf.Length - 1; community >= 0; community--)
        {
            if (communitySize[community] == 0) empty[emptyCount++] = community;
        }

        return emptyCount;
    }

    // The node has been taken out of its community, which is the last of the empty ones when it was alone there.
    private int BestCommunity(LeidenLevel level, int[] communityOf, int node, int from, int emptyCount)
    {
        var (network, weightTo, touched) = (level.Network, this.weightTo, this.touched);
        var neighbors = network.Neighbors(node);
        var weights = network.Weights(node);
        var touchedCount = 0;
        for (var entry = 0; entry < neighbors.Length; entry++)
        {
            var community = communityOf[neighbors[entry]];

            // Every weight is above 0, so a sum of 0 means: not met yet.
            if (weightTo[community] == 0) touched[touchedCount++] = community;
            weightTo[community] += weights[entry];
        }

        var cost = level.Penalty * level.Mass[node];
        var (best, bestGain) = (from, weightTo[from] - (cost * communityMass[from]) + level.Tolerance);
        foreach (var community in touched.AsSpan(..touchedCount))
        {
            var gain = weightTo[community] - (cost * communityMass[community]);
            if (gain > bestGain) (best, bestGain) = (community, gain);
            weightTo[community] = 0;
        }

        if (bestGain >= 0 || emptyCount == 0) return best;
        return empty[emptyCount - 1];
    }
}
