namespace Wijk.Graph.Analysis.Clusters;

/// <summary>The iterations of one Leiden run: they share scratch memory and one sequence of random numbers. The memory serves the next run too.</summary>
/// <param name="threadCount">How many threads work at once.</param>
internal sealed class LeidenIteration(int threadCount)
{
    private readonly LocalMoving moving = new();
    private readonly Refinement refinement = new(threadCount);
    private readonly LevelAggregation aggregation = new(threadCount);
    private readonly Grouping groups = new();
    private readonly LeidenLevel[] levels = [new(), new()];
    private readonly LeidenLevel ordered = new();
    private int[] numbers = [];
    private int[] partOf = [];
    private int[] communities = [];
    private int[] nodeAt = [];
    private LeidenParameters parameters = new();
    private IProgress<LeidenProgress>? progress;
    private CancellationToken cancellationToken;
    private LeidenLevel bottom = new();
    private int[] communityOf = [];
    private bool isOrdered;
    private int iterationCount;
    private SeededRandom random;

    /// <summary>Begins a run from given communities.</summary>
    /// <param name="network">The network itself.</param>
    /// <param name="start">The communities to start from, changed in place; numbers from 0 to NodeCount − 1.</param>
    /// <param name="aim">What is maximised.</param>
    /// <param name="how">How.</param>
    /// <param name="tell">Told of every level.</param>
    /// <param name="stop">Stops the work between two sweeps.</param>
    public void Start(LeidenLevel network, int[] start, LeidenAim aim, LeidenParameters how, IProgress<LeidenProgress>? tell, CancellationToken stop)
    {
        var count = network.NodeCount;
        (bottom, communityOf, parameters, progress, cancellationToken) = (network, start, how, tell, stop);
        (isOrdered, iterationCount, random) = (false, 0, new(how.Seed));
        moving.Fit(count, aim);
        refinement.Fit(count, aim, how.Randomness);
        if (numbers.Length < count) (numbers, partOf, communities, nodeAt) = (New(count), New(count), New(count), New(count));
    }

    /// <summary>The community of each node of the network in its own order: in the array of the start, numbered from 0 by lowest node.</summary>
    /// <returns>How many communities there are.</returns>
    public int End()
    {
        if (isOrdered)
        {
            communityOf.CopyTo(numbers, 0);
            for (var at = 0; at < communityOf.Length; at++) communityOf[nodeAt[at]] = numbers[at];
            isOrdered = false;
        }

        return Grouping.Renumber(communityOf, numbers.AsSpan(..communityOf.Length));
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
            hasImproved |= moving.Run(level, communities, numbers, isOrdered ? 0 : parameters.EnoughMoves, ref random, cancellationToken);
            var communityCount = Grouping.Renumber(communities.AsSpan(..count), numbers.AsSpan(..count));
            if (communityCount == count) break;

            groups.Sort(communities.AsSpan(..count), communityCount);
            if (depth == 0 && !isOrdered) level = Order();
            var partCount = refinement.Run(level, communities, groups, partOf, numbers, (long)random.NextBits());

            // Nothing was merged, so a next level would be this one again.
            if (partCount == count) break;

            groups.Sort(partOf.AsSpan(..count), partCount);
            var next = levels[depth % 2];
            aggregation.Run(level, partOf, groups, next);

            // The next level is made of the refined parts, but starts from the communities found before refinement: a part may still
            // leave its community later, and meanwhile no quality is lost.
            for (var part = 0; part < partCount; part++) numbers[part] = communities[groups.Of(part)[0]];
            numbers.AsSpan(..partCount).CopyTo(communities);

            // Until the iteration ends this holds the node of the level in which each node stands.
            if (depth == 0) partOf.AsSpan(..count).CopyTo(communityOf);
            else Follow(communityOf, partOf);
            (level, depth) = (next, depth + 1);
        }

        ConnectedParts.Separate(level, communities.AsSpan(..level.NodeCount));
        if (depth == 0) communities.AsSpan(..communityOf.Length).CopyTo(communityOf);
        else Follow(communityOf, communities);

        iterationCount++;
        return hasImproved;
    }

    // From here on the network is numbered community by community, which makes everything that follows two to three times as fast.
    private LeidenLevel Order()
    {
        LevelOrder.Run(bottom, groups, numbers, threadCount, ordered);
        groups.Nodes.AsSpan(..bottom.NodeCount).CopyTo(nodeAt);
        isOrdered = true;
        for (var community = 0; community < groups.Count; community++)
            communities.AsSpan(groups.Starts[community]..groups.Starts[community + 1]).Fill(community);
        for (var at = 0; at < bottom.NodeCount; at++) groups.Nodes[at] = at;
        return bottom = ordered;
    }

    private static void Follow(Span<int> at, int[] next)
    {
        foreach (ref var node in at) node = next[node];
    }

    private static int[] New(int length) => GC.AllocateUninitializedArray<int>(length);
}
