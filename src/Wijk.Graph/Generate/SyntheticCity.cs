using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>Makes a fictional city of any size, to measure with: plausible in shape, true of nowhere.</summary>
/// <remarks>
/// A few agencies run very many measures and most run few; a few groups and neighborhoods draw most targetings, so that cells overlap
/// unevenly; agencies, initiatives and professionals are planted in clusters, and collaborate mostly inside them.
/// </remarks>
public static class SyntheticCity
{
    /// <summary>The source and the namespace of everything in it.</summary>
    public const string Namespace = "synthetic";

    /// <summary>The smallest city that has every kind.</summary>
    public const int FewestNodes = 100;

    /// <summary>The largest city; it takes some 20 GB.</summary>
    public const int MostNodes = 10_000_000;

    /// <summary>How many relations there are for each node.</summary>
    public const int RelationsPerNode = 5;

    /// <summary>A city with exactly this many nodes and five times as many relations.</summary>
    /// <param name="nodeCount">From 100; a million takes seconds and about 2 GB.</param>
    /// <param name="seed">The same seed and size give the same city, on any machine.</param>
    /// <returns>Records with different keys that keep to the vocabulary; each relation's ends are among the nodes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer nodes than <see cref="FewestNodes"/> or more than <see cref="MostNodes"/>.</exception>
    public static (IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations) Make(int nodeCount, int seed)
    {
        if (nodeCount is < FewestNodes or > MostNodes)
        {
            throw new ArgumentOutOfRangeException(nameof(nodeCount), nodeCount,
                $"A synthetic city has {FewestNodes} to {MostNodes} nodes; ask for at least {FewestNodes} and no more than that.");
        }

        var records = new CityRecords(nodeCount, RelationsPerNode * nodeCount);
        var random = new SkewedRandom(seed);
        var plan = CityPlan.For(nodeCount);
        var places = CityPlaces.Add(records, random, plan);
        var actors = CityActors.Add(records, random, plan, places);
        CityOffer.Add(records, random, plan, places, actors);
        CityCollaboration.Fill(records, random, actors);
        return (records.Nodes, records.Relations);
    }
}
