using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>How many steps every two nodes of a network are apart, kept up to date as links are added.</summary>
/// <remarks>Two bytes a pair: 2 MB for 1,000 nodes. Weights do not matter.</remarks>
internal sealed class StepsBetween
{
    private const ushort Apart = ushort.MaxValue;

    private readonly int nodeCount;
    private readonly ushort[] steps;

    private StepsBetween(int nodeCount, ushort[] steps) => (this.nodeCount, this.steps) = (nodeCount, steps);

    /// <summary>The steps in a network, by a breadth-first search from every node.</summary>
    public static StepsBetween In(Network network, CancellationToken cancellationToken)
    {
        var nodeCount = network.NodeCount;
        var (steps, queue) = (new ushort[nodeCount * nodeCount], new int[nodeCount]);
        steps.AsSpan().Fill(Apart);
        for (var source = 0; source < nodeCount; source++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = steps.AsSpan(source * nodeCount, nodeCount);
            var (head, tail) = (0, 1);
            (queue[0], row[source]) = (source, 0);
            while (head < tail)
            {
                var node = queue[head++];
                foreach (var neighbor in network.Neighbors(node))
                {
                    if (row[neighbor] != Apart) continue;
                    row[neighbor] = (ushort)(row[node] + 1);
                    queue[tail++] = neighbor;
                }
            }
        }

        return new(nodeCount, steps);
    }

    /// <summary>A copy that changes by itself.</summary>
    public StepsBetween Copy() => new(nodeCount, [.. steps]);

    /// <summary>The steps between two nodes; null when no path joins them.</summary>
    public int? Of(int one, int other) => steps[(one * nodeCount) + other] is var count && count == Apart ? null : count;

    /// <summary>By how much the mean closeness of pairs (one over their steps, 0 without a path) rises when two nodes are linked, 0 to 1.</summary>
    public double GainOf(int one, int other)
    {
        var gain = 0.0;
        Shorten(one, other, (_, _, was, becomes) => gain += (1.0 / becomes) - (was == Apart ? 0 : 1.0 / was));
        return 2 * gain / ((double)nodeCount * (nodeCount - 1));
    }

    /// <summary>Links two nodes.</summary>
    public void Link(int one, int other) =>
        Shorten(one, other, (from, to, _, becomes) => steps[(from * nodeCount) + to] = steps[(to * nodeCount) + from] = becomes);

    // A way over the new link starts where its first end is nearer by more than a step, and ends where its second end is.
    private void Shorten(int one, int other, Action<int, int, ushort, ushort> shorten)
    {
        if (Row(one)[other] <= 1) return;
        var (before, after) = (Nearer(one, other), Nearer(other, one));
        int[] stepsBefore = [.. before.Select(node => (int)Row(one)[node])], stepsAfter = [.. after.Select(node => (int)Row(other)[node])];
        for (var from = 0; from < before.Length; from++)
        {
            var row = Row(before[from]);
            for (var to = 0; to < after.Length; to++)
            {
                var (was, becomes) = (row[after[to]], stepsBefore[from] + 1 + stepsAfter[to]);
                if (becomes < was) shorten(before[from], after[to], was, (ushort)becomes);
            }
        }
    }

    private int[] Nearer(int end, int otherEnd)
    {
        var nearer = new List<int>();
        var own = Row(end);
        var others = Row(otherEnd);
        for (var node = 0; node < nodeCount; node++)
        {
            if (own[node] != Apart && own[node] + 1 < others[node]) nearer.Add(node);
        }

        return [.. nearer];
    }

    private Span<ushort> Row(int node) => steps.AsSpan(node * nodeCount, nodeCount);
}
