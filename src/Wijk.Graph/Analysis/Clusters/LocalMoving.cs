namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's first phase: moves single nodes to the community where they gain most, until no node gains.</summary>
/// <remarks>After the first round only nodes whose neighborhood changed are visited again. Scratch memory serves every level.</remarks>
internal sealed class LocalMoving(int nodeCount)
{
    private readonly int[] queue = new int[nodeCount];
    private readonly bool[] isQueued = new bool[nodeCount];
    private readonly Community[] communities = new Community[nodeCount];
    private readonly int[] communitySize = new int[nodeCount];
    private readonly int[] empty = new int[nodeCount];
    private readonly int[] touched = new int[nodeCount + 1];

    /// <summary>Moves nodes between communities.</summary>
    /// <param name="level">The network.</param>
    /// <param name="communityOf">The communities to start from, changed in place; numbers from 0 to NodeCount − 1.</param>
    /// <param name="random">Sets the order of the first visits when every node is alone.</param>
    /// <returns>Whether any node moved.</returns>
    public bool Run(LeidenLevel level, int[] communityOf, ref SeededRandom random)
    {
        var (network, count) = (level.Network, level.Network.NodeCount);
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        var emptyCount = Prepare(level, communityOf);

        // Random order matters while every node is alone. Later most nodes stay, and going through memory in order is faster.
        if (emptyCount == 0) random.Shuffle(queue.AsSpan(..count));
        var (head, waiting, hasMoved) = (0, count, false);
        while (waiting > 0)
        {
            var node = queue[head];
            head = head + 1 == count ? 0 : head + 1;
            waiting--;
            isQueued[node] = false;

            var from = communityOf[node];
            communities[from].Mass -= level.Mass[node];
            if (--communitySize[from] == 0) empty[emptyCount++] = from;
            var to = BestCommunity(level, communityOf, node, from, emptyCount);
            communities[to].Mass += level.Mass[node];
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
        communities.AsSpan(..communityOf.Length).Clear();
        communitySize.AsSpan(..communityOf.Length).Clear();
        for (var node = 0; node < communityOf.Length; node++)
        {
            (queue[node], isQueued[node]) = (node, true);
            communities[communityOf[node]].Mass += level.Mass[node];
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
        var (communities, touched, touchedCount) = (this.communities, this.touched, 0);
        var neighbors = level.Network.Neighbors(node);
        var weights = level.Network.Weights(node);
        for (var entry = 0; entry < neighbors.Length; entry++)
        {
            // Every weight is above 0, so a sum of 0 means: not met yet. Written first and counted afterwards, since a processor would mispredict a branch here.
            var number = communityOf[neighbors[entry]];
            ref var community = ref communities[number];
            touched[touchedCount] = number;
            touchedCount += community.WeightTo == 0 ? 1 : 0;
            community.WeightTo += weights[entry];
        }

        var cost = level.Penalty * level.Mass[node];
        var (best, bestGain) = (from, communities[from].WeightTo - (cost * communities[from].Mass) + level.Tolerance);
        foreach (var number in touched.AsSpan(..touchedCount))
        {
            ref var community = ref communities[number];
            var gain = community.WeightTo - (cost * community.Mass);
            if (gain > bestGain) (best, bestGain) = (number, gain);
            community.WeightTo = 0;
        }

        if (bestGain >= 0 || emptyCount == 0) return best;
        return empty[emptyCount - 1];
    }

    /// <summary>What a visit asks of a community, side by side in memory: they are read together, in no order.</summary>
    private struct Community
    {
        /// <summary>The summed mass of its nodes.</summary>
        public double Mass;

        /// <summary>The weight between it and the node that is visited; 0 between visits.</summary>
        public double WeightTo;
    }
}
