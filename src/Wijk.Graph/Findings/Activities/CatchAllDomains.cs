using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Activities;

/// <summary>Domains that say nothing of the work in them, such as "other": two who share one, or do not, are no nearer or farther for it.</summary>
internal static class CatchAllDomains
{
    /// <summary>Whether a domain is a catch-all.</summary>
    public static bool IsCatchAll(this GraphSnapshot snapshot, int domain) => snapshot.Node(domain).Attributes.IsTrue("catchAll");

    /// <summary>The domains of a measure, initiative or agency, ascending, catch-alls left out.</summary>
    public static IEnumerable<int> DomainsOf(this GraphSnapshot snapshot, int node) =>
        snapshot.Outgoing(RelationKind.InDomain).Neighbors(node).ToArray().Where(domain => !snapshot.IsCatchAll(domain)).Distinct().Order();
}
