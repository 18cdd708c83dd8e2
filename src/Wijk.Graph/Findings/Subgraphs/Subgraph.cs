using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Subgraphs;

/// <summary>Which part of the graph is asked for.</summary>
/// <param name="RelationKinds">The kinds of relation that take part, followed both ways.</param>
/// <param name="Depth">How many relations away from the start, from 0.</param>
/// <param name="MaxNodeCount">How many nodes to keep, the nearest first.</param>
public sealed record SubgraphParameters(IReadOnlyList<RelationKind> RelationKinds, int Depth, int MaxNodeCount)
{
    /// <summary>Whether a node, by its number, takes part.</summary>
    public Func<int, bool> TakesPart { get; init; } = static _ => true;
}

/// <summary>The nodes around some nodes, and all relations between them.</summary>
/// <param name="View">The graph it is part of.</param>
/// <param name="Nodes">The nodes kept: the nearest first, then by key.</param>
/// <param name="Relations">The relations between them, in the order of the snapshot.</param>
/// <param name="LeftOutCount">How many nodes within the depth were left out because there was no room.</param>
public sealed record Subgraph(GraphView View, IReadOnlyList<int> Nodes, IReadOnlyList<int> Relations, int LeftOutCount)
{
    /// <summary>Walks from the start, all nodes at one distance before those at the next.</summary>
    /// <param name="view">What the asker sees.</param>
    /// <param name="start">The nodes at distance 0; those that take no part are kept all the same: they were asked for.</param>
    /// <param name="parameters">Which part.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static Subgraph Around(GraphView view, IEnumerable<int> start, SubgraphParameters parameters,
        CancellationToken cancellationToken)
    {
        var snapshot = view.Graph;
        List<int> found = [.. start.Distinct().Order()];
        HashSet<int> seen = [.. found];
        var levelStart = 0;
        for (var distance = 0; distance < parameters.Depth && levelStart < found.Count; distance++)
        {
            var levelEnd = found.Count;
            for (var place = levelStart; place < levelEnd; place++)
            {
                if (place % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
                foreach (var kind in parameters.RelationKinds)
                {
                    Visit(snapshot.Outgoing(kind).Neighbors(found[place]));
                    Visit(snapshot.Incoming(kind).Neighbors(found[place]));
                }
            }

            found.Sort(levelEnd, found.Count - levelEnd, null);
            levelStart = levelEnd;
        }

        int[] kept = [.. found.Take(parameters.MaxNodeCount)];
        return new(view, kept, RelationsBetween(snapshot, [.. kept], parameters.RelationKinds), found.Count - kept.Length);

        void Visit(ReadOnlySpan<int> neighbors)
        {
            foreach (var neighbor in neighbors)
            {
                if (parameters.TakesPart(neighbor) && seen.Add(neighbor)) found.Add(neighbor);
            }
        }
    }

    private static List<int> RelationsBetween(GraphSnapshot snapshot, HashSet<int> nodes, IReadOnlyList<RelationKind> kinds)
    {
        var relations = new List<int>();
        foreach (var node in nodes)
        {
            foreach (var kind in kinds)
            {
                var outgoing = snapshot.Outgoing(kind);
                var to = outgoing.Neighbors(node);
                var numbers = outgoing.Relations(node);
                for (var i = 0; i < to.Length; i++)
                {
                    if (nodes.Contains(to[i])) relations.Add(numbers[i]);
                }
            }
        }

        relations.Sort();
        return relations;
    }
}
