using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Finds who meets in the most cells, and whether that is more than chance.</summary>
internal static class MeetingPairs
{
    /// <summary>How many pairs are listed at most: beyond it a list no longer says anything, and takes too much memory.</summary>
    private const int Listed = 200_000;

    // Every pair asks for its own place in every sample; beyond this the answer would take minutes, so only counts are given.
    private const int MostTested = 200_000;

    /// <summary>The pairs that share most cells.</summary>
    /// <param name="memberships">Which node (an agency or a measure) is in which cell; repeats count once.</param>
    /// <param name="cellCount">Cells, numbered from 0.</param>
    /// <param name="seed">Fixes the random networks compared with.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<MeetingPair> Of(
        IEnumerable<(int Node, int Cell)> memberships, int cellCount, int seed, CancellationToken cancellationToken)
    {
        var all = memberships.ToArray();
        int[] nodes = [.. all.Select(membership => membership.Node).Distinct().Order()];
        (int, int)[] pairs = [.. all.Select(membership => (Array.BinarySearch(nodes, membership.Node), membership.Cell))];
        var incidence = Incidence.Of(nodes.Length, cellCount, pairs);
        var shared = SharedCells.Of(incidence);
        var listed = shared.Top(Listed);
        var q = cellCount < BipartiteNullModel.MinimumCells ? null : Adjusted(incidence, shared, seed, cancellationToken);
        return
        [
            .. listed.Select(pair => new MeetingPair(
                nodes[pair.A], nodes[pair.B], pair.SharedCount, pair.Jaccard, pair.OverlapCoefficient,
                q is not null && q.TryGetValue((pair.A, pair.B), out var value) ? value : null)),
        ];
    }

    // A correction for how many pairs were asked needs them all, not only those that are listed.
    private static Dictionary<(int, int), double>? Adjusted(Incidence incidence, SharedCells shared, int seed, CancellationToken cancellationToken)
    {
        var count = 0;
        for (var rows = shared.Rows(); rows.MoveNext();)
        {
            count += rows.Current.Length;
            if (count > MostTested) return null;
        }

        var pairs = shared.ToArray();
        if (pairs.Length == 0) return null;
        var p = BipartiteNullModel.Significance(incidence, pairs, new NullModelParameters { Seed = seed }, cancellationToken);
        var q = BenjaminiHochberg.Adjust(p);
        return pairs.Zip(q).ToDictionary(entry => (entry.First.A, entry.First.B), entry => entry.Second);
    }
}
