namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Leiden's second phase: builds each community again from single nodes, so that no badly connected part stays in it.</summary>
/// <remarks>Communities do not touch each other's parts, so they are refined side by side, each with random numbers of its own.</remarks>
internal sealed class Refinement(int threadCount)
{
    private const int NodesPerPortion = 4096;

    private readonly CommunityRefinement[] workers = [.. Enumerable.Range(0, threadCount).Select(_ => new CommunityRefinement())];
    private int[] partsOf = [];

    /// <summary>Makes ready for a run.</summary>
    /// <param name="nodeCount">The most nodes of a level.</param>
    /// <param name="aim">What is maximised.</param>
    /// <param name="randomness">How freely it chooses.</param>
    public void Fit(int nodeCount, LeidenAim aim, double randomness)
    {
        foreach (var worker in workers) worker.Fit(aim, randomness);
        if (partsOf.Length < nodeCount) partsOf = GC.AllocateUninitializedArray<int>(nodeCount);
    }

    /// <summary>Divides every community into parts that are connected inside, numbered community by community.</summary>
    /// <param name="level">The network.</param>
    /// <param name="communityOf">The community of each node.</param>
    /// <param name="communities">The nodes of each.</param>
    /// <param name="partOf">The part of each node, from 0.</param>
    /// <param name="place">Scratch memory: one number for each node.</param>
    /// <param name="seed">What all random numbers follow from.</param>
    /// <returns>How many parts there are.</returns>
    public int Run(LeidenLevel level, int[] communityOf, Grouping communities, int[] partOf, int[] place, long seed)
    {
        var count = level.NodeCount;
        for (var at = 0; at < count; at++) place[communities.Nodes[at]] = at;
        var portions = Portions.Of(communities, NodesPerPortion);
        portions.Share(threadCount, (thread, portion) =>
        {
            for (var community = portions.Cuts[portion]; community < portions.Cuts[portion + 1]; community++)
                partsOf[community] = workers[thread].Run(level, communityOf, communities, community, place, partOf, SeededRandom.Sequence(seed, community));
        });

        var partCount = 0;
        for (var community = 0; community < communities.Count; community++)
        {
            foreach (var node in communities.Of(community)) partOf[node] += partCount;
            partCount += partsOf[community];
        }

        return partCount;
    }
}
