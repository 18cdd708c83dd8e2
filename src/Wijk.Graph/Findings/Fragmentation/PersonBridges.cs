using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Finds the connections that hang on one person.</summary>
internal static class PersonBridges
{
    /// <summary>Every professional whose leaving splits a part of the network.</summary>
    /// <remarks>
    /// A person carries a tie when nobody else's report holds it at the level. Their ties are taken away, and themselves where they
    /// stand in the network; what then loses the largest remaining part is cut off.
    /// </remarks>
    public static ImmutableArray<PersonBridge> Of(GraphSnapshot snapshot, CollaborationNetwork network, int level)
    {
        var standing = network.Asked.Where(tie => tie.Level >= level).ToArray();
        var persons = standing.SelectMany(tie => tie.Reports)
            .SelectMany(report => new[] { report.A, report.B })
            .Where(node => snapshot.Node(node).Kind == NodeKind.Professional)
            .Distinct()
            .Order();
        return
        [
            .. persons.Select(person => new PersonBridge(person, CutOffWithout(person)))
                .Where(bridge => !bridge.CutOff.IsEmpty)
                .OrderByDescending(bridge => bridge.CutOff.Length)
                .ThenBy(bridge => bridge.Person),
        ];

        ImmutableArray<int> CutOffWithout(int person)
        {
            var carried = standing.Where(tie => !tie.HoldsWithout(person, level)).ToArray();
            if (carried.Length == 0) return [];
            var touched = carried.SelectMany(tie => new[] { tie.A, tie.B }).Where(actor => actor != person).Select(network.MemberOf).ToHashSet();
            var without = Components.Of(network.Of(standing.Except(carried)));
            var parts = touched.Select(member => without.ComponentOf[member]).Distinct().ToArray();

            // A person's ties hang in one component; when their ends are still together, nothing is cut off.
            var byOldComponent = network.Components.ComponentOf;
            var lost = parts.GroupBy(part => byOldComponent[touched.First(member => without.ComponentOf[member] == part)])
                .SelectMany(group => group.OrderByDescending(part => without.Sizes[part]).ThenBy(part => part).Skip(1))
                .ToHashSet();
            return [.. network.Members.Where((actor, member) => actor != person && lost.Contains(without.ComponentOf[member]))];
        }
    }
}
