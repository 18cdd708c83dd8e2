using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Finds the connections that hang on one person.</summary>
internal sealed class PersonBridges
{
    private readonly CollaborationNetwork network;
    private readonly ActorTie[] standing;
    private readonly int[] seenFor;
    private readonly int[] queue;
    private int search;

    private PersonBridges(CollaborationNetwork network)
    {
        this.network = network;
        standing = [.. network.Asked.Where(tie => tie.Level >= network.Level)];
        (seenFor, queue) = (new int[network.Members.Length], new int[network.Members.Length]);
    }

    /// <summary>Every professional whose leaving splits a part of the network.</summary>
    /// <remarks>
    /// A person carries a tie when nobody else's report holds it at the level. Their ties are taken away, and themselves where they
    /// stand in the network; what then loses the largest remaining part is cut off.
    /// </remarks>
    public static ImmutableArray<PersonBridge> Of(GraphSnapshot snapshot, CollaborationNetwork network) => new PersonBridges(network).Of(snapshot);

    private ImmutableArray<PersonBridge> Of(GraphSnapshot snapshot)
    {
        var tiesOf = standing
            .SelectMany(tie => tie.Reports
                .SelectMany(report => new[] { report.A, report.B })
                .Where(node => snapshot.Node(node).Kind == NodeKind.Professional)
                .Distinct()
                .Where(person => !tie.HoldsWithout(person, network.Level))
                .Select(person => (person, tie)))
            .ToLookup(entry => entry.person, entry => entry.tie);
        return
        [
            .. tiesOf.Select(carried => new PersonBridge(carried.Key, CutOffWithout(carried.Key, [.. carried])))
                .Where(bridge => !bridge.CutOff.IsEmpty)
                .OrderByDescending(bridge => bridge.CutOff.Length)
                .ThenBy(bridge => bridge.Person),
        ];
    }

    private ImmutableArray<int> CutOffWithout(int person, ActorTie[] carried)
    {
        var removed = carried.SelectMany(tie => new[] { (network.MemberOf(tie.A), network.MemberOf(tie.B)), (network.MemberOf(tie.B), network.MemberOf(tie.A)) }).ToHashSet();
        var parts = carried.SelectMany(tie => new[] { tie.A, tie.B })
            .Where(actor => actor != person)
            .Select(network.MemberOf)
            .Distinct()
            .GroupBy(member => network.Components.ComponentOf[member])
            .Select(part => part.ToArray())
            .Where(ends => !AreTogetherWithout(removed, ends))
            .ToArray();
        return parts.Length == 0 ? [] : CutOff(person, removed, parts);
    }

    // Nearly always there is a short detour, so that the whole network is taken apart only for those who do cut it.
    private bool AreTogetherWithout(HashSet<(int, int)> removed, int[] ends)
    {
        search++;
        var (head, tail, missing) = (0, 1, ends.Skip(1).ToHashSet());
        (queue[0], seenFor[ends[0]]) = (ends[0], search);
        while (head < tail && missing.Count > 0)
        {
            var node = queue[head++];
            foreach (var neighbor in network.Network.Neighbors(node))
            {
                if (seenFor[neighbor] == search || removed.Contains((node, neighbor))) continue;
                (seenFor[neighbor], queue[tail++]) = (search, neighbor);
                missing.Remove(neighbor);
            }
        }

        return missing.Count == 0;
    }

    private ImmutableArray<int> CutOff(int person, HashSet<(int, int)> removed, int[][] parts)
    {
        var left = standing.Where(tie => !removed.Contains((network.MemberOf(tie.A), network.MemberOf(tie.B))));
        var without = Components.Of(network.Of(left));
        var lost = parts
            .SelectMany(ends => ends.Select(end => without.ComponentOf[end]).Distinct()
                .OrderByDescending(part => without.Sizes[part]).ThenBy(part => part).Skip(1))
            .ToHashSet();
        return [.. network.Members.Where((actor, member) => actor != person && lost.Contains(without.ComponentOf[member]))];
    }
}
