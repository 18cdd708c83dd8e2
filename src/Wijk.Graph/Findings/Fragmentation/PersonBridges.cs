using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Finds the connections that hang on one person.</summary>
internal sealed class PersonBridges
{
    private readonly CollaborationNetwork network;
    private readonly ActorTie[] standing;
    private readonly int[] seenBy;
    private readonly int[] queue;
    private int searches;

    private PersonBridges(CollaborationNetwork network)
    {
        this.network = network;
        standing = [.. network.Asked.Where(tie => tie.Level >= network.Level)];
        (seenBy, queue) = (new int[network.Members.Length], new int[network.Members.Length]);
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
        var removed = new HashSet<(int, int)>();
        var touched = new SortedSet<int>();
        foreach (var tie in carried)
        {
            var (a, b) = (network.MemberOf(tie.A), network.MemberOf(tie.B));
            removed.UnionWith([(a, b), (b, a)]);
            touched.UnionWith([a, b]);
        }

        var ends = touched.Where(member => network.Members[member] != person);
        var lost = ends.GroupBy(member => network.Components.ComponentOf[member])
            .SelectMany(part => PartsWithout(removed, touched, [.. part])
                .OrderByDescending(members => members.Length)
                .ThenBy(members => members.Min())
                .Skip(1)
                .SelectMany(members => members));
        return [.. lost.Order().Select(member => network.Members[member])];
    }

    /// <summary>The parts that hold the ends of the ties that are taken away; only one, and not whole, when they stay together.</summary>
    private List<int[]> PartsWithout(HashSet<(int, int)> removed, SortedSet<int> touched, int[] ends)
    {
        var parts = new List<int[]>();
        var missing = ends.ToHashSet();
        var before = searches;
        foreach (var end in ends)
        {
            if (seenBy[end] > before) continue;
            var (head, tail) = (0, 1);
            (queue[0], seenBy[end]) = (end, ++searches);
            missing.Remove(end);

            // Nearly always there is a short detour, and then the search ends before it has gone far.
            while (head < tail && (missing.Count > 0 || parts.Count > 0))
            {
                var node = queue[head++];
                var isEnd = touched.Contains(node);
                foreach (var neighbor in network.Network.Neighbors(node))
                {
                    if (seenBy[neighbor] > before || (isEnd && removed.Contains((node, neighbor)))) continue;
                    (seenBy[neighbor], queue[tail++]) = (searches, neighbor);
                    missing.Remove(neighbor);
                }
            }

            parts.Add([.. queue.AsSpan(..tail)]);
        }

        return parts;
    }
}
