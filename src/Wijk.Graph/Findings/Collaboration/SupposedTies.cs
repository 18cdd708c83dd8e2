using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>Ties in a branch of the graph, as if somebody had reported them.</summary>
internal static class SupposedTies
{
    private const string Source = "scenario";

    /// <summary>The changes that make the tie of two nodes be at a level, whatever was reported of the two before.</summary>
    public static IEnumerable<Change> Making(GraphSnapshot graph, int a, int b, int level)
    {
        foreach (var report in CollaborationTies.RelationsOf(graph, new(a, b, 0, false))) yield return Change.Remove(report);
        yield return Change.Put(new Relation(RelationKind.Collaborates, graph.Node(a).Key, graph.Node(b).Key)
        {
            Source = Source,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Empty.With("level", (long)level).With("reportedBy", Source),
        });
    }
}
