namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The iterations of one Leiden run: they share scratch memory and one sequence of random numbers.</summary>
internal sealed class LeidenIteration
{
    private readonly LeidenParameters parameters;
    private readonly IProgress<LeidenProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly LocalMoving moving;
    private readonly Refinement refinement;
    private readonly LevelAggregation aggregation;
    private readonly Grouping groups = new();
    private readonly int[] numbers;
    private readonly int[] partOf;
    private readonly int[] levelNodeOf;
    private readonly int[] communities;
    private readonly int[] communityOf;
    private readonly LeidenLevel[] levels = [new(), new()];
    private LeidenLevel bottom;
    private int[]? nodeAt;
    private int iterationCount;
    private SeededRandom random;

    /// <summary>Starts from given communities.</summary>
    /// <param name="bottom">The network itself.</param>
    /// <param name="communityOf">The communities to start from; numbers from 0 to NodeCount − 1.</param>
    /// <param name="aim">What is maximised.</param>
    /// <param name="parameters">How.</param>
    /// <param name="progress">Told of every level.</param>
    /// <param name="cancellationToken">Stops the work between two sweeps.</param>
    public LeidenIteration(
        LeidenLevel bottom,
        int[] communityOf,
        LeidenAim aim,
        LeidenParameters parameters,
        IProgress<LeidenProgress>? progress,
        CancellationToken cancellationToken)
    {
        var count = bottom.NodeCount;
        (this.bottom, this.communityOf, this.parameters) = (bottom, communityOf, parameters);
        (this.progress, this.cancellationToken) = (progress, cancellationToken);
        (moving, refinement, aggregation) = (new(count, aim), new(count, aim, parameters.Randomness, parameters.ThreadCount), new(parameters.ThreadCount));
        (numbers, partOf, levelNodeOf, communities) = (New(count), New(count), New(count), New(count));
        random = new(parameters.Seed);
    }

    /// <summary>The community of each node of the network, as they were numbered at first.</summary>
    public int[] Result()
    {
        if (nodeAt is null) return communityOf;
        var result = New(communityOf.Length);
        for (var at = 0; at < result.Length; at++) result[nodeAt[at]] = communityOf[at];
        return result;
    }

    /// <summary>One iteration over all levels; never lowers the quality.</summary>
    /// <returns>Whether anything improved.</returns>
    public bool Improve()
    {
        var (level, depth, hasImproved) = (bottom, 0, false);
        communityOf.CopyTo(communities, 0);
        while (true)
        {
            var count = level.NodeCount;
            progress?.Report(new(iterationCount + 1, depth, count));
            hasImproved |= moving.Run(level, communities, nodeAt is null ? parameters.EnoughMoves : 0, ref random, cancellationToken);
            var communityCount = Grouping.Renumber(communities.AsSpan(..count), numbers.AsSpan(..count));
            if (communityCount == count) break;

            groups.Sort(communities.AsSpan(..count), communityCount);
            if (depth == 0 && nodeAt is null) level = Order();
            var partCount = refinement.Run(level, communities, groups, partOf, (long)random.NextBits());

            // Nothing was merged, so a next level would be this one again.
            if (partCount == count) break;

            groups.Sort(partOf.AsSpan(..count), partCount);
            var next = levels[depth % 2];
            aggregation.Run(level, partOf, groups, next);

            // The next level is made of the refined parts, but starts from the communities found before refinement: a part may still
            // leave its community later, and meanwhile no quality is lost.
            for (var part = 0; part < partCount; part++) numbers[part] = communities[groups.Of(part)[0]];
            numbers.AsSpan(..partCount).CopyTo(communities);
            if (depth == 0) partOf.CopyTo(levelNodeOf, 0);
            else Follow(levelNodeOf, partOf);
            (level, depth) = (next, depth + 1);
        }

        ConnectedParts.Separate(level, communities.AsSpan(..level.NodeCount));
        if (depth == 0) communities.CopyTo(communityOf, 0);
        else
        {
            levelNodeOf.CopyTo(communityOf, 0);
            Follow(communityOf, communities);
        }

        iterationCount++;
        return hasImproved;
    }

    // From here on the network is numbered community by community, which makes everything that follows two to three times as fast.
    private LeidenLevel Order()
    {
        var ordered = new LeidenLevel();
        LevelOrder.Run(bottom, groups, parameters.ThreadCount, ordered);
        nodeAt = groups.Nodes.AsSpan(..bottom.NodeCount).ToArray();
        for (var community = 0; community < groups.Count; community++)
            communities.AsSpan(groups.Starts[community]..groups.Starts[community + 1]).Fill(community);
        for (var at = 0; at < nodeAt.Length; at++) groups.Nodes[at] = at;
        return bottom = ordered;
    }

    private static void Follow(int[] at, int[] next)
    {
        foreach (ref var node in at.AsSpan()) node = next[node];
    }

    private static int[] New(int length) => GC.AllocateUninitializedArray<int>(length);
}
