namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's second phase: builds each community again from single nodes, so that no badly connected part stays in it.</summary>
/// <remarks>
/// Only nodes that are still alone move, only along an edge, and only where quality does not fall: so every part is connected. Among such
/// moves one is drawn with a chance proportional to exp(gain/θ). Scratch memory serves every level.
/// </remarks>
internal sealed class Refinement(int nodeCount, double randomness)
{
    private readonly int[] order = new int[nodeCount];
    private readonly double[] communityMass = new double[nodeCount];
    private readonly Part[] parts = new Part[nodeCount];
    private readonly bool[] isAlone = new bool[nodeCount];
    private readonly int[] touched = new int[nodeCount];
    private readonly double[] gains = new double[nodeCount];

    /// <summary>The part of each node; each lies within one community. Numbers from 0 to NodeCount − 1, not all in use.</summary>
    public int[] Run(LeidenLevel level, int[] communityOf, int communityCount, ref SeededRandom random)
    {
        var partOf = Prepare(level, communityOf, communityCount);
        random.Shuffle(order.AsSpan(..partOf.Length));
        foreach (var node in order.AsSpan(..partOf.Length))
        {
            if (!isAlone[node] || !IsWellConnected(level, parts[node], communityMass[communityOf[node]])) continue;
            var touchedCount = GatherParts(level, communityOf, partOf, node);
            var part = Draw(level, node, communityMass[communityOf[node]], touchedCount, ref random);
            if (part != node)
            {
                partOf[node] = part;
                parts[part].Mass += parts[node].Mass;
                parts[part].WeightToRest += parts[node].WeightToRest - (2 * parts[part].WeightTo);
                (isAlone[node], isAlone[part]) = (false, false);
            }

            foreach (var met in touched.AsSpan(..touchedCount)) parts[met].WeightTo = 0;
        }

        return partOf;
    }

    private int[] Prepare(LeidenLevel level, int[] communityOf, int communityCount)
    {
        var network = level.Network;
        var partOf = new int[communityOf.Length];
        communityMass.AsSpan(..communityCount).Clear();
        for (var node = 0; node < partOf.Length; node++)
        {
            (order[node], partOf[node], isAlone[node]) = (node, node, true);
            communityMass[communityOf[node]] += level.Mass[node];
            var neighbors = network.Neighbors(node);
            var weights = network.Weights(node);
            var inside = 0.0;
            for (var entry = 0; entry < neighbors.Length; entry++)
            {
                if (communityOf[neighbors[entry]] == communityOf[node]) inside += weights[entry];
            }

            parts[node] = new() { Mass = level.Mass[node], WeightToRest = inside };
        }

        return partOf;
    }

    /// <summary>Whether a part has at least the edges to the rest of its community that the quality function asks.</summary>
    private static bool IsWellConnected(LeidenLevel level, in Part part, double massOfCommunity) =>
        part.WeightToRest >= (level.Penalty * part.Mass * (massOfCommunity - part.Mass)) - level.Tolerance;

    private int GatherParts(LeidenLevel level, int[] communityOf, int[] partOf, int node)
    {
        var neighbors = level.Network.Neighbors(node);
        var weights = level.Network.Weights(node);
        var touchedCount = 0;
        for (var entry = 0; entry < neighbors.Length; entry++)
        {
            if (communityOf[neighbors[entry]] != communityOf[node]) continue;
            var part = partOf[neighbors[entry]];
            if (parts[part].WeightTo == 0) touched[touchedCount++] = part;
            parts[part].WeightTo += weights[entry];
        }

        return touchedCount;
    }

    private int Draw(LeidenLevel level, int node, double massOfCommunity, int touchedCount, ref SeededRandom random)
    {
        var (cost, bestGain) = (level.Penalty * level.Mass[node], 0.0);
        for (var i = 0; i < touchedCount; i++)
        {
            ref readonly var part = ref parts[touched[i]];
            var gain = part.WeightTo - (cost * part.Mass);
            gains[i] = gain >= 0 && IsWellConnected(level, part, massOfCommunity) ? gain : double.NegativeInfinity;
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
