using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>A fixed list of nodes of which some pairs are known to be tied, some are known not to be, and of all others nothing is known.</summary>
/// <remarks>Holds what is known only, so that a list of a million with a few thousand answers stays small.</remarks>
public sealed class PartlyKnownNetwork
{
    private readonly Lazy<AllUnknownTied> allUnknownTied;

    private PartlyKnownNetwork(Network tied, Network apart) => (Tied, Apart, allUnknownTied) = (tied, apart, new(() => new(this)));

    /// <summary>The pairs known to be tied.</summary>
    public Network Tied { get; }

    /// <summary>The pairs known not to be.</summary>
    public Network Apart { get; }

    /// <summary>The same with every pair that is not known tied; made when it is first asked for, and once for all bounds.</summary>
    internal AllUnknownTied AllUnknownTied => allUnknownTied.Value;

    /// <summary>How many nodes are on the list.</summary>
    public int NodeCount => Tied.NodeCount;

    /// <summary>All pairs of nodes.</summary>
    public long PairCount => (long)NodeCount * (NodeCount - 1) / 2;

    /// <summary>Pairs of which nothing is known.</summary>
    public long UnknownCount => PairCount - Tied.EdgeCount - Apart.EdgeCount;

    /// <summary>A list of which these pairs are known.</summary>
    /// <param name="nodeCount">How many nodes; numbers from 0 to nodeCount − 1.</param>
    /// <param name="tied">Pairs that are tied; one given twice counts once, and one of a node with itself not at all.</param>
    /// <param name="apart">Pairs that are not.</param>
    /// <exception cref="ArgumentException">A pair is given as tied and as apart.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a node.</exception>
    public static PartlyKnownNetwork Of(int nodeCount, IEnumerable<(int A, int B)> tied, IEnumerable<(int A, int B)> apart)
    {
        var found = new PartlyKnownNetwork(NetworkOf(nodeCount, tied), NetworkOf(nodeCount, apart));
        for (var node = 0; node < nodeCount; node++)
        {
            foreach (var other in found.Tied.Neighbors(node))
            {
                if (found.Apart.Neighbors(node).BinarySearch(other) >= 0)
                    throw new ArgumentException($"The pair of {node} and {other} is given as tied and as apart; give each pair once.", nameof(apart));
            }
        }

        return found;
    }

    private static Network NetworkOf(int nodeCount, IEnumerable<(int A, int B)> pairs) =>
        Network.Of(nodeCount, [.. pairs.Where(pair => pair.A != pair.B).Select(pair => new Edge(pair.A, pair.B))]);
}
