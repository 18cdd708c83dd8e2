using Wijk.Graph.Analysis.Connectivity;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>Between what the parts, the fragmentation and the density of a network must lie, given what is known of its pairs.</summary>
/// <param name="Components">How many parts it has.</param>
/// <param name="Fragmentation">Share of pairs with no path between them (Borgatti 2006, doi:10.1007/s10588-006-7084-x).</param>
/// <param name="Density">Share of pairs that are tied.</param>
public sealed record ConnectivityBounds(Interval Components, Interval Fragmentation, Interval Density)
{
    /// <summary>The bounds: a tie more never adds a part and never takes a path away, so the lowest is with every unknown pair tied and the highest with none.</summary>
    /// <remarks>Each bound is reached. O(nodes + known pairs).</remarks>
    /// <returns>Null below two nodes, where there are no pairs.</returns>
    public static ConnectivityBounds? Of(PartlyKnownNetwork known)
    {
        if (known.NodeCount < 2) return null;
        var (most, fewest) = (Connectivity.Components.Of(known.Tied), Connectivity.Components.Of(known.AllUnknownTied.Skeleton));
        return new(
            new(fewest.Count, most.Count),
            new(Connectivity.Fragmentation.Of(fewest.Sizes.AsSpan())!.Value, Connectivity.Fragmentation.Of(most.Sizes.AsSpan())!.Value),
            new((double)known.Tied.EdgeCount / known.PairCount, (double)(known.PairCount - known.Apart.EdgeCount) / known.PairCount));
    }
}

/// <summary>Between what the distance-weighted fragmentation of a network must lie, given what is known of its pairs.</summary>
public static class DistanceBounds
{
    /// <summary>The bounds of <see cref="DistanceWeightedFragmentation"/>: lowest with every unknown pair tied, highest with none.</summary>
    /// <remarks>
    /// With every unknown pair tied, two that are apart are nearly always two steps away, for they can only both be apart from all others when together
    /// they are apart from as many as there are; only from those with that many a search is made. The highest takes a search from every node that has a tie.
    /// </remarks>
    /// <returns>Null below two nodes, where there are no pairs.</returns>
    public static Interval? Of(PartlyKnownNetwork known, CancellationToken cancellationToken = default) =>
        DistanceWeightedFragmentation.Of(known.Tied, cancellationToken) is { } high ? new(Lowest(known, cancellationToken), high) : null;

    private static double Lowest(PartlyKnownNetwork known, CancellationToken cancellationToken)
    {
        var (apart, nodeCount) = (known.Apart, known.NodeCount);
        var whole = known.AllUnknownTied;
        var distances = new int[nodeCount];
        double closeness = known.PairCount - apart.EdgeCount;
        for (var node = 0; node < nodeCount; node++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isSearched = false;
            foreach (var other in apart.Neighbors(node))
            {
                // Each pair once, from the end that is apart from most.
                if ((apart.Degree(other), other).CompareTo((apart.Degree(node), node)) > 0) continue;
                if (apart.Degree(node) + apart.Degree(other) < nodeCount)
                {
                    closeness += 0.5;
                    continue;
                }

                if (!isSearched) whole.DistancesFrom(node, distances);
                isSearched = true;
                if (distances[other] > 0) closeness += 1.0 / distances[other];
            }
        }

        return 1 - (closeness / known.PairCount);
    }
}
