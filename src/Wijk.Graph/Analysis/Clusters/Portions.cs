namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Cuts groups into portions of about equally many nodes. Where the cuts lie does not depend on the number of threads.</summary>
internal readonly struct Portions
{
    // Below this a second thread costs more than it brings.
    private const int FewestToShare = 4;

    private readonly int[] cuts;

    private Portions(int[] cuts) => this.cuts = cuts;

    /// <summary>How many portions there are.</summary>
    public int Count => cuts.Length - 1;

    /// <summary>The first group of each portion, and one more than the last group.</summary>
    public ReadOnlySpan<int> Cuts => cuts;

    /// <summary>The portions of some groups; a group is never cut.</summary>
    public static Portions Of(Grouping groups, int nodesPerPortion)
    {
        var starts = groups.Starts.AsSpan(..(groups.Count + 1));
        var cuts = new int[Math.Max(1, starts[^1] / nodesPerPortion) + 1];
        for (var portion = 1; portion < cuts.Length - 1; portion++)
        {
            var found = starts.BinarySearch(portion * nodesPerPortion);
            cuts[portion] = found < 0 ? ~found : found;
        }

        cuts[^1] = groups.Count;
        return new(cuts);
    }

    /// <summary>Does every portion once, given the number of the thread, which has scratch memory of its own, and of the portion.</summary>
    public void Share(int threadCount, Action<int, int> portion) => Share(threadCount, 0, Count, portion);

    /// <summary>The same for some portions that follow each other.</summary>
    public static void Share(int threadCount, int first, int count, Action<int, int> portion) =>
        Threads.Share(count < FewestToShare ? 1 : threadCount, count, (thread, number) => portion(thread, first + number));
}
