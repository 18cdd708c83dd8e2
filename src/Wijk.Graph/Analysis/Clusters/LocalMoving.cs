using System.Runtime.CompilerServices;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's first phase: moves single nodes to the community where they gain most, until no node gains.</summary>
/// <remarks>After the first sweep only nodes whose neighborhood changed are visited again. Scratch memory serves every level and every run.</remarks>
internal sealed class LocalMoving
{
    // Nodes that stand together in memory are visited together, unless all of it is near at hand.
    private const int FewNodes = 1 << 15;
    private const int BlockSize = 64;

    private bool[] isWaiting = [];
    private Community[] communities = [];
    private int[] communitySize = [];
    private int[] empty = [];
    private int[] touched = [0];
    private int[] blocks = [];
    private LeidenAim aim;
    private int emptyCount;

    /// <summary>Makes ready for a run.</summary>
    /// <param name="nodeCount">The most nodes of a level.</param>
    /// <param name="aimed">What is maximised.</param>
    public void Fit(int nodeCount, LeidenAim aimed)
    {
        aim = aimed;
        if (communities.Length >= nodeCount) return;
        (isWaiting, communities) = (new bool[nodeCount], new Community[nodeCount]);
        (communitySize, touched) = (new int[nodeCount], new int[nodeCount + 1]);
        blocks = new int[Math.Max(Math.Min(nodeCount, FewNodes), (nodeCount / BlockSize) + 1)];
    }

    /// <summary>Moves nodes between communities.</summary>
    /// <param name="level">The network.</param>
    /// <param name="communityOf">The communities to start from, changed in place; numbers from 0 to NodeCount − 1.</param>
    /// <param name="scratch">Memory for one number for each node.</param>
    /// <param name="enough">The sweep that moves no more than this share of the nodes is the last.</param>
    /// <param name="random">Sets the order of the visits when every node is alone.</param>
    /// <param name="cancellationToken">Stops the work between two sweeps.</param>
    /// <returns>Whether any node moved.</returns>
    public bool Run(LeidenLevel level, int[] communityOf, int[] scratch, double enough, ref SeededRandom random, CancellationToken cancellationToken)
    {
        Prepare(level, communityOf, scratch);
        isWaiting.AsSpan(..level.NodeCount).Fill(true);

        // Random order matters while every node is alone. Later most nodes stay, and going through memory in order is faster.
        var blockSize = level.NodeCount <= FewNodes ? 1 : BlockSize;
        var order = blocks.AsSpan(..((level.NodeCount + blockSize - 1) / blockSize));
        for (var block = 0; block < order.Length; block++) order[block] = block;
        if (emptyCount == 0) random.Shuffle(order);
        var (most, moves, hasMoved) = ((int)(enough * level.NodeCount), 0, false);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            moves = Sweep(level, communityOf, order, blockSize);
            hasMoved |= moves > 0;
        }
        while (moves > most);
        return hasMoved;
    }

    /// <summary>Moves nodes between communities, beginning with some and going on where a neighbor moved.</summary>
    /// <param name="frontier">The nodes to begin with.</param>
    /// <param name="level">The network.</param>
    /// <param name="communityOf">The communities to start from, changed in place; numbers from 0 to NodeCount − 1.</param>
    /// <param name="scratch">Memory for one number for each node.</param>
    /// <param name="cancellationToken">Stops the work between two sweeps.</param>
    public void RunFrom(ReadOnlySpan<int> frontier, LeidenLevel level, int[] communityOf, int[] scratch, CancellationToken cancellationToken)
    {
        Prepare(level, communityOf, scratch);
        isWaiting.AsSpan(..level.NodeCount).Clear();
        foreach (var node in frontier) isWaiting[node] = true;
        for (var found = 0; found >= 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = 0;
            while ((found = isWaiting.AsSpan(node..level.NodeCount).IndexOf(true)) >= 0) Visit(level, communityOf, node += found);
            found = isWaiting.AsSpan(..level.NodeCount).IndexOf(true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Sweep(LeidenLevel level, int[] communityOf, ReadOnlySpan<int> order, int blockSize)
    {
        var moves = 0;
        foreach (var block in order)
        {
            var end = Math.Min((block + 1) * blockSize, level.NodeCount);
            for (var node = block * blockSize; node < end; node++)
            {
                if (isWaiting[node] && Visit(level, communityOf, node)) moves++;
            }
        }

        return moves;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Visit(LeidenLevel level, int[] communityOf, int node)
    {
        isWaiting[node] = false;
        var from = communityOf[node];
        communities[from].Mass -= level.Mass[node];
        if ((communitySize[from] -= level.Sizes[node]) == 0) empty[emptyCount++] = from;
        var to = BestCommunity(level, communityOf, node, from);
        communities[to].Mass += level.Mass[node];
        if (communitySize[to] == 0) emptyCount--;
        communitySize[to] += level.Sizes[node];
        if (to == from) return false;

        communityOf[node] = to;
        foreach (var neighbor in level.Neighbors.AsSpan(level.Offsets[node]..level.Offsets[node + 1]))
        {
            if (communityOf[neighbor] != to) isWaiting[neighbor] = true;
        }

        return true;
    }

    // The node has been taken out of its community, which is the last of the empty ones when it was alone there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int BestCommunity(LeidenLevel level, int[] communityOf, int node, int from)
    {
        var (communities, touched, touchedCount) = (this.communities, this.touched, 0);
        var neighbors = level.Neighbors.AsSpan(level.Offsets[node]..level.Offsets[node + 1]);
        var weights = level.Weights.AsSpan(level.Offsets[node]..level.Offsets[node + 1]);
        for (var entry = 0; entry < neighbors.Length; entry++)
        {
            // Every weight is above 0, so a sum of 0 means: not met yet. Written first and counted afterwards, since a branch here would be mispredicted.
            var number = communityOf[neighbors[entry]];
            ref var community = ref communities[number];
            touched[touchedCount] = number;
            touchedCount += community.WeightTo == 0 ? 1 : 0;
            community.WeightTo += weights[entry];
        }

        var cost = aim.Penalty * level.Mass[node];
        var room = aim.MaxSize - level.Sizes[node];
        var (best, bestGain) = (from, communities[from].WeightTo - (cost * communities[from].Mass) + aim.Tolerance);
        foreach (var number in touched.AsSpan(..touchedCount))
        {
            ref var community = ref communities[number];
            var gain = community.WeightTo - (cost * community.Mass);
            if (gain > bestGain && (aim.MaxSize == int.MaxValue || communitySize[number] <= room)) (best, bestGain) = (number, gain);
            community.WeightTo = 0;
        }

        if (bestGain >= 0 || emptyCount == 0) return best;
        return empty[emptyCount - 1];
    }

    private void Prepare(LeidenLevel level, int[] communityOf, int[] scratch)
    {
        empty = scratch;
        var count = level.NodeCount;
        communities.AsSpan(..count).Clear();
        communitySize.AsSpan(..count).Clear();
        for (var node = 0; node < count; node++)
        {
            communities[communityOf[node]].Mass += level.Mass[node];
            communitySize[communityOf[node]] += level.Sizes[node];
        }

        emptyCount = 0;
        for (var community = count - 1; community >= 0; community--)
        {
            if (communitySize[community] == 0) empty[emptyCount++] = community;
        }
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
