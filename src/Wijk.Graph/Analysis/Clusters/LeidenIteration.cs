namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The iterations of one Leiden run: they share scratch memory and one sequence of random numbers.</summary>
internal sealed class LeidenIteration(int nodeCount, LeidenParameters parameters, CancellationToken cancellationToken)
{
    private readonly LocalMoving moving = new(nodeCount);
    private readonly Refinement refinement = new(nodeCount, parameters.Randomness);
    private readonly int[] numbers = new int[nodeCount];
    private SeededRandom random = new(parameters.Seed);

    /// <summary>One iteration over all levels; never lowers the quality.</summary>
    /// <param name="bottom">The network itself.</param>
    /// <param name="communityOf">The communities to start from, which it replaces; numbers from 0 to NodeCount − 1.</param>
    /// <returns>Whether anything improved.</returns>
    public bool Improve(LeidenLevel bottom, int[] communityOf)
    {
        var level = bottom;
        var levelNodeOf = new int[communityOf.Length];
        for (var node = 0; node < levelNodeOf.Length; node++) levelNodeOf[node] = node;
        var communities = communityOf.AsSpan().ToArray();
        var hasImproved = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hasImproved |= moving.Run(level, communities, ref random);
            var communityCount = Renumber(communities);
            if (communityCount == communities.Length) break;

            var parts = refinement.Run(level, communities, communityCount, ref random);
            var partCount = Renumber(parts);

            // Nothing was merged, so a next level would be this one again.
            if (partCount == communities.Length) break;

            // The next level is made of the refined parts, but starts from the communities found before refinement: a part may still
            // leave its community later, and meanwhile no quality is lost.
            var communityOfPart = new int[partCount];
            for (var node = 0; node < parts.Length; node++) communityOfPart[parts[node]] = communities[node];
            level = level.Aggregate(parts, partCount);
            for (var node = 0; node < levelNodeOf.Length; node++) levelNodeOf[node] = parts[levelNodeOf[node]];
            communities = communityOfPart;
        }

        for (var node = 0; node < communityOf.Length; node++) communityOf[node] = communities[levelNodeOf[node]];
        return hasImproved;
    }

    private int Renumber(Span<int> labels)
    {
        var count = 0;
        var known = numbers.AsSpan(..labels.Length);
        known.Fill(-1);
        foreach (ref var label in labels)
        {
            if (known[label] < 0) known[label] = count++;
            label = known[label];
        }

        return count;
    }
}
