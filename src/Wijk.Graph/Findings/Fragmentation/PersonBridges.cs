using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Finds the connections that hang on one person.</summary>
internal static class PersonBridges
{
    /// <summary>Every professional whose leaving splits a part of the network, those that cut off most first.</summary>
    /// <remarks>
    /// A person carries a tie when nobody else's report holds it at the level. Their ties are taken away, and themselves where they
    /// stand in the network; what then loses the largest remaining part is cut off.
    /// </remarks>
    public static ImmutableArray<PersonBridge> Of(GraphSnapshot graph, CollaborationNetwork network)
    {
        var carriedBy = network.Known
            .Where(tie => tie.Level >= network.Level)
            .SelectMany(tie => tie.Reports
                .SelectMany(report => new[] { report.A, report.B })
                .Where(node => graph.Node(node).Kind == NodeKind.Professional)
                .Distinct()
                .Where(person => !tie.HoldsWithout(person, network.Level))
                .Select(person => (person, tie)))
            .ToLookup(entry => entry.person, entry => (network.MemberOf(entry.tie.A), network.MemberOf(entry.tie.B)));
        var removal = new EdgeRemoval(network.Network, network.Components);
        return
        [
            .. carriedBy.Select(carried => new PersonBridge(
                    carried.Key,
                    [.. removal.CutOff([.. carried], network.FindMember(carried.Key)).Select(member => network.Members[member])]))
                .Where(bridge => !bridge.CutOff.IsEmpty)
                .OrderByDescending(bridge => bridge.CutOff.Length)
                .ThenBy(bridge => bridge.Person),
        ];
    }
}
