namespace Wijk.Graph.Networks;

/// <summary>The network whose nodes are the communities of another.</summary>
public static class Aggregation
{
    /// <summary>Makes one node of each community.</summary>
    /// <remarks>
    /// Edges between two communities become one edge with the sum of their weights; edges inside a community, and self-loops, become
    /// the weight of its self-loop. Sums are taken in double precision. O(nodes + edges).
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="communityOf">The community of each node, 0 to communityCount − 1; length NodeCount.</param>
    /// <param name="communityCount">How many nodes the result has.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Network Of(Network network, ReadOnlySpan<int> communityOf, int communityCount)
    {
        if (communityOf.Length != network.NodeCount)
            throw new ArgumentException($"{communityOf.Length} communities for {network.NodeCount} nodes; give one for each node.", nameof(communityOf));
        var members = Members.Of(communityOf, communityCount);
        var neighborsOf = network.Neighbors();
        var weightsOf = network.Weights();
        var (sums, touched) = (new double[communityCount], new int[communityCount]);
        var (offsets, neighbors, weights) = (new int[communityCount + 1], new int[neighborsOf.Length], new float[neighborsOf.Length]);
        var (selfWeights, write) = (new float[communityCount], 0);
        for (var community = 0; community < communityCount; community++)
        {
            var (touchedCount, twiceInside, self) = (0, 0.0, 0.0);
            foreach (var node in members.Of(community))
            {
                self += network.SelfWeight(node);
                for (var entry = network.Offsets[node]; entry < network.Offsets[node + 1]; entry++)
                {
                    var other = communityOf[neighborsOf[entry]];
                    if (other == community)
                    {
                        twiceInside += weightsOf[entry];
                        continue;
                    }

                    // Every weight is above 0, so a sum of 0 means: not met yet.
                    if (sums[other] == 0) touched[touchedCount++] = other;
                    sums[other] += weightsOf[entry];
                }
            }

            foreach (var other in touched.AsSpan(..touchedCount))
            {
                (neighbors[write], weights[write++]) = (other, (float)sums[other]);
                sums[other] = 0;
            }

            offsets[community + 1] = write;
            selfWeights[community] = (float)(self + (twiceInside / 2));
        }

        return Network.OfSymmetricRows(offsets, neighbors.AsSpan(..write), weights.AsSpan(..write), selfWeights);
    }
}
