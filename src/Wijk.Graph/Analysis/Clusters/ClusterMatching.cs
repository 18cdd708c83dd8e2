namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Which clusters of now are clusters of before: those whose membership overlaps most.</summary>
public static class ClusterMatching
{
    /// <summary>With a lower Jaccard index two clusters are not the same, however few others there are.</summary>
    /// <remarks>Source of the bound: Greene, Doyle and Cunningham (2010), doi:10.1109/ASONAM.2010.17.</remarks>
    public const double Least = 0.3;

    /// <summary>Matches clusters, each with one other at most: the highest Jaccard index first, of equal ones those that share most, then the first.</summary>
    /// <param name="before">The members of each cluster before, ascending or not; each member in one cluster at most.</param>
    /// <param name="now">The same of now.</param>
    /// <returns>For each cluster of now the one of before that it is; −1 for one that is new.</returns>
    /// <exception cref="ArgumentException">A member is in two clusters of before.</exception>
    public static int[] Of(IReadOnlyList<int[]> before, IReadOnlyList<int[]> now)
    {
        var clusterOf = new Dictionary<int, int>();
        for (var cluster = 0; cluster < before.Count; cluster++)
        {
            foreach (var member in before[cluster])
            {
                if (!clusterOf.TryAdd(member, cluster)) throw new ArgumentException($"Member {member} is in two clusters.", nameof(before));
            }
        }

        var pairs = new List<(double Index, int Shared, int Before, int Now)>();
        for (var cluster = 0; cluster < now.Count; cluster++)
        {
            foreach (var (other, shared) in now[cluster].Where(clusterOf.ContainsKey).CountBy(member => clusterOf[member]))
            {
                var index = (double)shared / (before[other].Length + now[cluster].Length - shared);
                if (index >= Least) pairs.Add((index, shared, other, cluster));
            }
        }

        var (matched, taken) = (Enumerable.Repeat(-1, now.Count).ToArray(), new bool[before.Count]);
        foreach (var (_, _, other, cluster) in pairs.OrderByDescending(pair => pair.Index).ThenByDescending(pair => pair.Shared).ThenBy(pair => pair.Before).ThenBy(pair => pair.Now))
        {
            if (taken[other] || matched[cluster] >= 0) continue;
            (matched[cluster], taken[other]) = (other, true);
        }

        return matched;
    }
}
