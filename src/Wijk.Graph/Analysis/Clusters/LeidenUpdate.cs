using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Divides again what a change touched.</summary>
internal static class LeidenUpdate
{
    /// <summary>The communities to start from, numbered from 0; a new node is alone.</summary>
    /// <exception cref="ArgumentException">There is not one community for each node.</exception>
    public static int[] Start(int nodeCount, ReadOnlySpan<int> communityOf)
    {
        if (communityOf.Length != nodeCount)
        {
            throw new ArgumentException(
                $"{communityOf.Length} communities for {nodeCount} nodes; give one for each node, −1 for a new one.", nameof(communityOf));
        }

        var highest = -1;
        foreach (var community in communityOf) highest = Math.Max(highest, community);
        var start = communityOf.ToArray();
        foreach (ref var community in start.AsSpan()) community = community < 0 ? ++highest : community;
        Grouping.Renumber(start, new int[highest + 1]);
        return start;
    }

    /// <summary>Changes the communities in place, connected inside as they were.</summary>
    public static void Run(
        LeidenLevel level, LeidenAim aim, int[] communityOf, ReadOnlySpan<int> changed, LeidenParameters parameters, CancellationToken cancellationToken)
    {
        var before = communityOf.AsSpan().ToArray();
        var moving = new LocalMoving();
        moving.Fit(level.NodeCount, aim);
        moving.RunFrom(changed, level, communityOf, new int[level.NodeCount], cancellationToken);

        var isTouched = new bool[level.NodeCount];
        foreach (var node in changed) isTouched[communityOf[node]] = true;
        for (var node = 0; node < before.Length; node++)
        {
            if (communityOf[node] != before[node]) isTouched[communityOf[node]] = isTouched[before[node]] = true;
        }

        var (part, nodeOf) = PartOf(level, communityOf, isTouched);
        var start = new int[part.NodeCount];
        for (var node = 0; node < nodeOf.Length; node++)
        {
            if (nodeOf[node] >= 0) start[nodeOf[node]] = communityOf[node];
        }

        Grouping.Renumber(start, new int[level.NodeCount]);
        var run = new LeidenIteration(parameters.ThreadCount);
        run.Start(part, start, aim, parameters with { EnoughMoves = 0 }, null, cancellationToken);
        for (var iterations = 0; iterations < parameters.MaxIterations && run.Improve();) iterations++;
        run.End();

        // The others keep their number, which is moved out of the way.
        for (var node = 0; node < communityOf.Length; node++)
            communityOf[node] = nodeOf[node] >= 0 ? start[nodeOf[node]] : start.Length + communityOf[node];
        Grouping.Renumber(communityOf, new int[start.Length + communityOf.Length]);
    }

    /// <summary>The network of the nodes in touched communities, and each community beside them as one node.</summary>
    /// <returns>That network, and for each node which of its nodes it is in; −1: none.</returns>
    private static (LeidenLevel Part, int[] NodeOf) PartOf(LeidenLevel level, int[] communityOf, bool[] isTouched)
    {
        var (nodeOf, nodeOfCommunity, count) = (new int[level.NodeCount], new int[level.NodeCount], 0);
        nodeOfCommunity.AsSpan().Fill(-1);
        for (var node = 0; node < level.NodeCount; node++) nodeOf[node] = isTouched[communityOf[node]] ? count++ : -1;
        var edges = new List<Edge>();
        for (var node = 0; node < level.NodeCount; node++)
        {
            if (!isTouched[communityOf[node]]) continue;
            for (var entry = level.Offsets[node]; entry < level.Offsets[node + 1]; entry++)
            {
                var neighbor = level.Neighbors[entry];
                if (isTouched[communityOf[neighbor]])
                {
                    if (neighbor > node) edges.Add(new(nodeOf[node], nodeOf[neighbor], level.Weights[entry]));
                    continue;
                }

                ref var beside = ref nodeOfCommunity[communityOf[neighbor]];
                if (beside < 0) beside = count++;
                edges.Add(new(nodeOf[node], beside, level.Weights[entry]));
            }
        }

        var part = LeidenLevel.Of(Network.Of(count, [.. edges]), byNodes: false, []);
        part.Mass.AsSpan().Clear();
        part.Sizes.AsSpan().Clear();
        for (var node = 0; node < level.NodeCount; node++)
        {
            if (nodeOf[node] < 0) nodeOf[node] = nodeOfCommunity[communityOf[node]];
            if (nodeOf[node] < 0) continue;
            part.Mass[nodeOf[node]] += level.Mass[node];
            part.Sizes[nodeOf[node]] += level.Sizes[node];
        }

        return (part, nodeOf);
    }
}
