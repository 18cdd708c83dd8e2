using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Activities;

/// <summary>Target groups and domains that cover too much to talk about, by the word of whoever muted them.</summary>
internal static class MutedTerms
{
    /// <summary>Who muted a target group or a domain, a role or an organisation; null when nobody did.</summary>
    public static string? MutedBy(this GraphSnapshot snapshot, int node) => snapshot.Node(node).Attributes.Text("muted");
}
