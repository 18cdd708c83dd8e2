using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>One depth-first pass over a network that keeps what separates it, for <see cref="CutPoints"/>.</summary>
internal sealed class DepthFirstSearch
{
    private readonly int[] order;
    private readonly int[] lowest;
    private readonly int[] size;
    private readonly int[] parent;
    private readonly int[] root;

    public DepthFirstSearch(Network network)
    {
        var nodeCount = network.NodeCount;
        (order, lowest, size) = (new int[nodeCount], new int[nodeCount], new int[nodeCount]);
        (parent, root) = (new int[nodeCount], new int[nodeCount]);
        var (nextEntry, found) = (network.Offsets[..nodeCount].ToArray(), 0);
        for (var start = 0; start < nodeCount; start++)
        {
            if (order[start] == 0) found = Search(network, start, nextEntry, found);
        }
    }

    /// <summary>Nodes whose subtree has no edge above <c>Parent</c>: removing the parent cuts <c>Size</c> nodes off.</summary>
    public List<(int Parent, int Child, int Size)> Separations { get; } = [];

    /// <summary>Those of <see cref="Separations"/> that hang on the edge from the parent alone.</summary>
    public List<(int Parent, int Child, int Size)> Bridges { get; } = [];

    /// <summary>How many nodes the component of a node has.</summary>
    public int ComponentSize(int node) => size[root[node]];

    /// <summary>Whether a node is another or was found below it.</summary>
    public bool IsBelow(int node, int other) => order[node] >= order[other] && order[node] < order[other] + size[other];

    private int Search(Network network, int start, int[] nextEntry, int found)
    {
        var offsets = network.Offsets;
        var neighbors = network.Neighbors();
        (order[start], lowest[start], size[start], parent[start], root[start]) = (++found, found, 1, -1, start);
        for (var node = start; node >= 0;)
        {
            if (nextEntry[node] == offsets[node + 1])
            {
                if (parent[node] >= 0) Leave(node, parent[node]);
                node = parent[node];
                continue;
            }

            var neighbor = neighbors[nextEntry[node]++];
            if (order[neighbor] == 0)
            {
                (order[neighbor], lowest[neighbor], size[neighbor]) = (++found, found, 1);
                (parent[neighbor], root[neighbor]) = (node, start);
                node = neighbor;
            }
            else if (neighbor != parent[node])
            {
                lowest[node] = Math.Min(lowest[node], order[neighbor]);
            }
        }

        return found;
    }

    private void Leave(int child, int to)
    {
        size[to] += size[child];
        lowest[to] = Math.Min(lowest[to], lowest[child]);
        if (lowest[child] < order[to]) return;
        Separations.Add((to, child, size[child]));
        if (lowest[child] > order[to]) Bridges.Add((to, child, size[child]));
    }
}
