using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Brokerage;

/// <summary>Between whom a node stands: two of its contacts who have no contact with each other, by the groups of the three.</summary>
/// <remarks>
/// Source: Gould and Fernandez (1989), doi:10.2307/270949. Ties here have no direction, so their gatekeeper and representative are one role and every
/// pair of contacts counts once. O(sum over ties of the degree of one end).
/// </remarks>
public static class BrokerageRoles
{
    /// <summary>The roles of every node.</summary>
    /// <param name="known">Who are tied, and who are known not to be.</param>
    /// <param name="groupOf">The group of each node, from 0, or <see cref="EiIndex.NoGroup"/>: a pair or broker without a group is left out.</param>
    /// <param name="cancellationToken">Stops the work between two nodes.</param>
    /// <returns>By node: the pairs it stands between as far as is known, and those of them who are known to have no contact.</returns>
    /// <exception cref="ArgumentException">There is not one group for each node.</exception>
    public static NodeRoles[] Of(PartlyKnownNetwork known, ReadOnlySpan<int> groupOf, CancellationToken cancellationToken = default)
    {
        if (groupOf.Length != known.NodeCount)
            throw new ArgumentException($"{groupOf.Length} groups for {known.NodeCount} nodes; give one for each node.", nameof(groupOf));
        var (roles, contactOf) = (new NodeRoles[known.NodeCount], new int[known.NodeCount]);
        contactOf.AsSpan().Fill(-1);
        var sizes = new Dictionary<int, long>();
        for (var node = 0; node < roles.Length; node++)
        {
            if (node % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (groupOf[node] == EiIndex.NoGroup) continue;
            foreach (var contact in known.Tied.Neighbors(node)) contactOf[contact] = node;
            var all = AmongContacts(known.Tied, node, groupOf, sizes) - Joined(known.Tied, known.Tied, node, groupOf, contactOf);
            roles[node] = new(all, Joined(known.Tied, known.Apart, node, groupOf, contactOf));
        }

        return roles;
    }

    /// <summary>How likely each role is for three different nodes of which the groups are dealt out by chance: the share of a broker's pairs that chance gives each.</summary>
    /// <returns>Shares that add up to 1; null with fewer than three nodes that have a group.</returns>
    public static RoleShares? ByChance(ReadOnlySpan<int> groupOf)
    {
        var sizes = new Dictionary<int, double>();
        foreach (var group in groupOf)
        {
            if (group != EiIndex.NoGroup) sizes[group] = sizes.GetValueOrDefault(group) + 1;
        }

        var count = sizes.Values.Sum();
        if (count < 3) return null;
        var ways = count * (count - 1) * (count - 2);
        var same = sizes.Values.Sum(size => size * (size - 1) * (size - 2)) / ways;
        var two = sizes.Values.Sum(size => size * (size - 1) * (count - size)) / ways;
        return new(same, two, 2 * two, Math.Max(0, 1 - same - (3 * two)));
    }

    // All pairs of its contacts, by how many there are of each group.
    private static RoleCounts AmongContacts(Network tied, int node, ReadOnlySpan<int> groupOf, Dictionary<int, long> sizes)
    {
        sizes.Clear();
        var (grouped, own) = (0L, groupOf[node]);
        foreach (var contact in tied.Neighbors(node))
        {
            if (groupOf[contact] == EiIndex.NoGroup) continue;
            sizes[groupOf[contact]] = sizes.GetValueOrDefault(groupOf[contact]) + 1;
            grouped++;
        }

        var inside = sizes.GetValueOrDefault(own);
        var (coordinator, all) = (PairsOf(inside), PairsOf(grouped));
        var consultant = sizes.Where(group => group.Key != own).Sum(group => PairsOf(group.Value));
        var gatekeeper = inside * (grouped - inside);
        return new(coordinator, consultant, gatekeeper, all - coordinator - consultant - gatekeeper);
    }

    // Those pairs of its contacts that are joined in some network.
    private static RoleCounts Joined(Network tied, Network joined, int node, ReadOnlySpan<int> groupOf, int[] contactOf)
    {
        var found = default(RoleCounts);
        foreach (var one in tied.Neighbors(node))
        {
            if (groupOf[one] == EiIndex.NoGroup) continue;
            foreach (var other in joined.Neighbors(one))
            {
                if (other > one && contactOf[other] == node && groupOf[other] != EiIndex.NoGroup) found = found.With(groupOf[one], groupOf[node], groupOf[other]);
            }
        }

        return found;
    }

    private static long PairsOf(long count) => count * (count - 1) / 2;
}

/// <summary>How many pairs a broker stands between in each role.</summary>
/// <param name="Coordinator">All three of one group.</param>
/// <param name="Consultant">The pair of one group, the broker of another.</param>
/// <param name="Gatekeeper">One of the pair of the broker's own group, the other of another: gatekeeper and representative in one.</param>
/// <param name="Liaison">Three groups.</param>
public readonly record struct RoleCounts(long Coordinator, long Consultant, long Gatekeeper, long Liaison)
{
    /// <summary>All of them.</summary>
    public long All => Coordinator + Consultant + Gatekeeper + Liaison;

    /// <summary>Those that join two groups.</summary>
    public long Crossing => Gatekeeper + Liaison;

    /// <summary>What is left of some without others.</summary>
    public static RoleCounts operator -(RoleCounts all, RoleCounts less) => new(
        all.Coordinator - less.Coordinator, all.Consultant - less.Consultant, all.Gatekeeper - less.Gatekeeper, all.Liaison - less.Liaison);

    /// <summary>With one pair more.</summary>
    internal RoleCounts With(int one, int broker, int other) => (one == other, one == broker || other == broker) switch
    {
        (true, true) => this with { Coordinator = Coordinator + 1 },
        (true, false) => this with { Consultant = Consultant + 1 },
        (false, true) => this with { Gatekeeper = Gatekeeper + 1 },
        (false, false) => this with { Liaison = Liaison + 1 },
    };
}

/// <summary>The roles of a node.</summary>
/// <param name="Known">The pairs of its contacts of whom no contact is known.</param>
/// <param name="Certain">Those of them who are known to have none: so many it stands between whatever nobody asked turns out to be.</param>
public readonly record struct NodeRoles(RoleCounts Known, RoleCounts Certain);

/// <summary>The same as shares of all pairs, 0 to 1.</summary>
public readonly record struct RoleShares(double Coordinator, double Consultant, double Gatekeeper, double Liaison);
