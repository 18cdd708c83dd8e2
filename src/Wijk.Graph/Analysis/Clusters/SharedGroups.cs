using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Makes ties of what members share: a two-mode network as a network, without a clique for each crowded group.</summary>
/// <remarks>
/// Two members of a group of k are joined with weight 1/(k − 1), so that the group gives each member the strength 1. Source: Newman (2001),
/// doi:10.1103/PhysRevE.64.016132. A group of more than <see cref="MostPaired"/> is a node of its own instead, which each of its members is
/// joined to with weight 1: the same strength for each member, in k edges where k(k − 1)/2 would be needed. Whoever is in nothing but such a
/// group still belongs with the others in it; of a group that is spread over many communities the ties all count for the one community in
/// which its node is, where pairs would count a little for each.
/// </remarks>
public static class SharedGroups
{
    /// <summary>The largest group whose members are joined in pairs.</summary>
    public const int MostPaired = 32;

    /// <summary>A network of members, which are nodes 0 to ColumnCount − 1, and of crowded groups, which are the nodes after them.</summary>
    /// <param name="groups">The groups, as rows, and their members, as columns.</param>
    /// <param name="ties">Edges among members that are added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A tie has an end that is not a member, or a weight not above 0.</exception>
    public static Network Join(Incidence groups, ReadOnlySpan<Edge> ties)
    {
        var (edgeCount, nodeCount) = (ties.Length, groups.ColumnCount);
        for (var group = 0; group < groups.RowCount; group++)
        {
            var size = groups.Degree(group);
            edgeCount = checked(edgeCount + (size > MostPaired ? size : size * (size - 1) / 2));
        }

        foreach (var tie in ties)
        {
            if (tie.A >= nodeCount || tie.B >= nodeCount)
                throw new ArgumentOutOfRangeException(nameof(ties), tie, $"Both ends must be members: 0 to {nodeCount - 1}.");
        }

        var (edges, next) = (new Edge[edgeCount], ties.Length);
        ties.CopyTo(edges);
        for (var group = 0; group < groups.RowCount; group++)
        {
            var members = groups.Row(group);
            if (members.Length > MostPaired)
            {
                foreach (var member in members) edges[next++] = new(member, nodeCount);
                nodeCount++;
                continue;
            }

            for (var i = 0; i < members.Length; i++)
            {
                foreach (var other in members[(i + 1)..]) edges[next++] = new(members[i], other, 1f / (members.Length - 1));
            }
        }

        return Network.Of(nodeCount, edges);
    }
}
