using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>A partly known network in which every pair that is not known is taken to be tied: what is apart there is apart for certain.</summary>
/// <remarks>
/// With few answers that network is nearly complete, so it is never written out. A node that is known to be apart from less than about half of the
/// others shares at least two neighbours with every other such node: these stay together whichever one node or tie is taken out. Only the ties of the
/// other nodes are listed, of which there are only a few for each pair known to be apart. Searching a network by its complement: Ito and
/// Yokoyama (1998), doi:10.1016/S0020-0190(98)00071-4.
/// </remarks>
internal sealed class AllUnknownTied
{
    private readonly Network apart;
    private readonly bool[] isListed;
    private readonly int[][] tiesOf;

    public AllUnknownTied(PartlyKnownNetwork known)
    {
        apart = known.Apart;
        var nodeCount = known.NodeCount;
        (isListed, tiesOf) = (new bool[nodeCount], new int[nodeCount][]);
        var edges = new List<Edge>();
        var before = -1;
        var first = -1;
        var crowd = 0;
        for (var node = 0; node < nodeCount; node++)
        {
            isListed[node] = 2 * apart.Degree(node) > nodeCount - 4;
            if (isListed[node])
            {
                tiesOf[node] = NotApart(node);
                foreach (var other in tiesOf[node]) edges.Add(new(node, other));
                continue;
            }

            tiesOf[node] = [];
            crowd++;
            if (before >= 0) edges.Add(new(before, node));
            if (first < 0) first = node;
            before = node;
        }

        // A ring holds together whichever of its nodes is taken out, as the crowd it stands for does.
        if (crowd > 2) edges.Add(new(before, first));
        Skeleton = Network.Of(nodeCount, [.. edges]);
    }

    /// <summary>A sparse network that falls into the same parts as the whole one, also when any one node is taken out, or any one tie of <see cref="HasListedEnd"/>.</summary>
    public Network Skeleton { get; }

    /// <summary>Whether one of two nodes has its ties listed: a tie of two others is never the only way between them.</summary>
    public bool HasListedEnd(int one, int other) => isListed[one] || isListed[other];

    /// <summary>How many steps every other node is away from one, in the whole network; 0 where no path leads there, and for the node itself.</summary>
    /// <param name="source">Where to begin.</param>
    /// <param name="distances">Filled; length NodeCount.</param>
    public void DistancesFrom(int source, int[] distances)
    {
        distances.AsSpan().Clear();
        var unseen = new LinkedNumbers(distances.Length);
        unseen.Remove(source);
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            var next = distances[node] + 1;
            if (isListed[node])
            {
                foreach (var other in tiesOf[node])
                {
                    if (unseen.Contains(other)) See(other, next);
                }

                continue;
            }

            // All that are left and not known to be apart from it; what stays is charged to the pairs that are.
            var rejected = apart.Neighbors(node);
            for (var other = unseen.First; other >= 0;)
            {
                var following = unseen.After(other);
                if (rejected.BinarySearch(other) < 0) See(other, next);
                other = following;
            }
        }

        void See(int other, int distance)
        {
            unseen.Remove(other);
            distances[other] = distance;
            queue.Enqueue(other);
        }
    }

    private int[] NotApart(int node)
    {
        var rejected = apart.Neighbors(node);
        var (found, place) = (new List<int>(), 0);
        for (var other = 0; other < apart.NodeCount; other++)
        {
            if (place < rejected.Length && rejected[place] == other)
                place++;
            else if (other != node)
                found.Add(other);
        }

        return [.. found];
    }

    // The numbers 0 to count − 1, of which any can be taken out in one step, and the rest walked in order.
    private sealed class LinkedNumbers
    {
        private readonly int[] after, before;
        private readonly bool[] isThere;

        public LinkedNumbers(int count)
        {
            (after, before, isThere) = (new int[count + 1], new int[count + 1], new bool[count]);
            for (var number = 0; number <= count; number++) (after[number], before[number]) = (number < count ? number + 1 : -1, number - 1);
            isThere.AsSpan().Fill(true);
            after[count] = -1;
            First = count > 0 ? 0 : -1;
        }

        public int First { get; private set; }

        public bool Contains(int number) => isThere[number];

        public int After(int number) => after[number] < isThere.Length ? after[number] : -1;

        public void Remove(int number)
        {
            isThere[number] = false;
            if (before[number] >= 0)
                after[before[number]] = after[number];
            else
                First = After(number);
            if (after[number] >= 0) before[after[number]] = before[number];
        }
    }
}
