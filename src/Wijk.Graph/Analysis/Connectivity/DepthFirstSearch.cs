using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>One depth-first pass over a network that keeps what separates it, for <see cref="CutPoints"/>.</summary>
/// <remarks>
/// All but one array are in the order of discovery: what the search goes back to was written last and is still near in memory.
/// Who is below a node was discovered after it and before the search left it, so a subtree is a range and its size a difference.
/// </remarks>
internal sealed class DepthFirstSearch
{
    private readonly int[] order;
    private readonly int[] nodeAt;
    private readonly int[] size;
    private readonly int[] rootOf;
    private readonly Step[] steps;

    public DepthFirstSearch(Network network)
    {
        var nodeCount = network.NodeCount;
        (order, nodeAt, size, rootOf, steps) = (new int[nodeCount], new int[nodeCount], new int[nodeCount], new int[nodeCount], new Step[nodeCount]);
        var found = 0;
        for (var start = 0; start < nodeCount; start++)
        {
            if (order[start] != 0) continue;
            var root = found;
            found = Search(network, start, found);
            rootOf.AsSpan(root..found).Fill(root);
        }
    }

    /// <summary>Nodes whose subtree has no edge above <c>Parent</c>: removing the parent cuts <c>Size</c> nodes off.</summary>
    public List<(int Parent, int Child, int Size)> Separations { get; } = [];

    /// <summary>Those of <see cref="Separations"/> that hang on the edge from the parent alone.</summary>
    public List<(int Parent, int Child, int Size)> Bridges { get; } = [];

    /// <summary>How many nodes the component of a node has.</summary>
    public int ComponentSize(int node) => size[rootOf[order[node] - 1]];

    /// <summary>Whether a node is another or was found below it.</summary>
    public bool IsBelow(int node, int other) => order[node] >= order[other] && order[node] < order[other] + size[order[other] - 1];

    // Places are numbers of discovery from 0; order is one more, so that 0 means: not found yet.
    private int Search(Network network, int start, int found)
    {
        var (offsets, neighbors, _) = network.Rows;
        var (at, parent, lowest) = (found, -1, found);
        var (entry, end) = (offsets[start], offsets[start + 1]);
        (nodeAt[found], order[start]) = (start, ++found);
        while (true)
        {
            if (entry < end)
            {
                var neighbor = neighbors[entry++];
                var place = order[neighbor] - 1;
                if (place < 0)
                {
                    steps[at] = new() { Entry = entry, End = end, Lowest = lowest, Parent = parent };
                    (parent, at, lowest) = (at, found, found);
                    (entry, end) = (offsets[neighbor], offsets[neighbor + 1]);
                    (nodeAt[found], order[neighbor]) = (neighbor, ++found);
                }
                else if (place < lowest && place != parent)
                {
                    lowest = place;
                }

                continue;
            }

            size[at] = found - at;
            if (parent < 0) return found;
            if (lowest >= parent)
            {
                Separations.Add((nodeAt[parent], nodeAt[at], size[at]));
                if (lowest > parent) Bridges.Add((nodeAt[parent], nodeAt[at], size[at]));
            }

            at = parent;
            ref readonly var back = ref steps[at];
            (entry, end, lowest, parent) = (back.Entry, back.End, Math.Min(lowest, back.Lowest), back.Parent);
        }
    }

    /// <summary>Where the search stands with a node while it is below it.</summary>
    private struct Step
    {
        /// <summary>The next entry of its row to look at.</summary>
        public int Entry;

        /// <summary>The end of its row.</summary>
        public int End;

        /// <summary>The first place that an edge from its subtree leads to, so far.</summary>
        public int Lowest;

        /// <summary>The place it was found from; −1 for a root.</summary>
        public int Parent;
    }
}
