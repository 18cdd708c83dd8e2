using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Brokerage;

/// <summary>How far a node's contacts are each other's contacts too: who has none in common stands between parties that do not meet.</summary>
/// <remarks>
/// With p(i, j) the weight of the tie of i and j as a share of all weight of i, over i's own contacts j, and q whom both know.
/// Source: Burt (1992), Structural Holes, ISBN 978-0-674-84371-4, chapter 2; effective size without weights is the number of contacts less twice the ties among
/// them by that number: Borgatti (1997), Connections 20(1), 35–38. O(sum over ties of the degree of one end) time on all cores, O(nodes) memory for each.
/// </remarks>
public static class StructuralHoles
{
    private const int NodesPerPortion = 256;

    /// <summary>The constraint and effective size of every node; self-loops do not count.</summary>
    /// <param name="network">The network; weights count.</param>
    /// <param name="cancellationToken">Stops the work between two portions of the nodes.</param>
    public static StructuralHole[] Of(Network network, CancellationToken cancellationToken = default)
    {
        var count = network.NodeCount;
        var (strength, strongest) = (new double[count], new double[count]);
        for (var node = 0; node < count; node++)
        {
            foreach (var weight in network.Weights(node)) (strength[node], strongest[node]) = (strength[node] + weight, Math.Max(strongest[node], weight));
        }

        var (holes, shares) = (new StructuralHole[count], new double[Environment.ProcessorCount][]);
        Threads.Share(shares.Length, (count + NodesPerPortion - 1) / NodesPerPortion, (thread, portion) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var share = shares[thread] ??= new double[count];
            for (var node = portion * NodesPerPortion; node < Math.Min((portion + 1) * NodesPerPortion, count); node++)
                holes[node] = OfNode(network, node, strength, strongest, share);
        });
        return holes;
    }

    // The shares of the node's own weight are laid out by contact, so that what two have in common is one walk over the contacts of the other.
    private static StructuralHole OfNode(Network network, int node, double[] strength, double[] strongest, double[] share)
    {
        var contacts = network.Neighbors(node);
        if (contacts.IsEmpty) return new(null, null);
        var weights = network.Weights(node);
        for (var place = 0; place < contacts.Length; place++) share[contacts[place]] = weights[place] / strength[node];
        var (constraint, effective) = (0.0, (double)contacts.Length);
        foreach (var contact in contacts)
        {
            var others = network.Neighbors(contact);
            var ofContact = network.Weights(contact);
            var (along, redundant) = (0.0, 0.0);
            for (var place = 0; place < others.Length; place++)
            {
                var other = others[place];
                if (other == node || share[other] == 0) continue;
                along += share[other] * ofContact[place] / strength[other];
                redundant += share[other] * ofContact[place] / strongest[contact];
            }

            var both = share[contact] + along;
            constraint += both * both;
            effective -= redundant;
        }

        foreach (var contact in contacts) share[contact] = 0;
        return new(constraint, effective);
    }
}

/// <summary>What a node's contacts have in common.</summary>
/// <param name="Constraint">Above 0: near 0 with many contacts who do not know each other, 1 with one contact, a little more with a few who all know each other; null without contacts.</param>
/// <param name="EffectiveSize">Contacts, less what they have in common: 1 where all know each other, as many as there are where none do; null without contacts.</param>
public readonly record struct StructuralHole(double? Constraint, double? EffectiveSize);
