using Wijk.Graph.Analysis.Triangles;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>How often two who are both known to be tied to a third are tied to each other, by what is known of the two.</summary>
/// <remarks>
/// The clustering coefficient of a network has no bounds, for an unknown tie adds triples of its own. The triples that are known stay, whatever nobody asked turns out to be: so of them
/// the share that is closed has bounds, each reached by one completion.
/// </remarks>
/// <param name="TripleCount">How often two are known to be tied to the same third.</param>
/// <param name="ClosedCount">How often these two are known to be tied: three for each triangle.</param>
/// <param name="OpenCount">How often they are known not to be.</param>
public sealed record ClosedTriples(long TripleCount, long ClosedCount, long OpenCount)
{
    /// <summary>How often it is not known of the two.</summary>
    public long UnknownCount => TripleCount - ClosedCount - OpenCount;

    /// <summary>Between what the share that is closed lies, 0 to 1; null where nobody is known to be tied to two others.</summary>
    public Interval? Share => TripleCount == 0 ? null : new((double)ClosedCount / TripleCount, (double)(TripleCount - OpenCount) / TripleCount);

    /// <summary>Counts them: O(ties^1.5 + sum over pairs known to be apart of the degrees of both).</summary>
    public static ClosedTriples Of(PartlyKnownNetwork known, CancellationToken cancellationToken = default)
    {
        var tied = ClusteringCoefficient.Of(known.Tied, cancellationToken);
        var open = 0L;
        for (var node = 0; node < known.NodeCount; node++)
        {
            if (node % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            foreach (var other in known.Apart.Neighbors(node))
            {
                if (other > node) open += CommonCount(known.Tied, node, other);
            }
        }

        return new(tied.TripleCount, tied.ClosedCount, open);
    }

    private static long CommonCount(Network network, int one, int other)
    {
        var ofOne = network.Neighbors(one);
        var ofOther = network.Neighbors(other);
        var (count, a, b) = (0L, 0, 0);
        while (a < ofOne.Length && b < ofOther.Length)
        {
            var (left, right) = (ofOne[a], ofOther[b]);
            if (left == right) count++;
            if (left <= right) a++;
            if (right <= left) b++;
        }

        return count;
    }
}
