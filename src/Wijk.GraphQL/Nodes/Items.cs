using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Nodes;

/// <summary>A node in the snapshot it was found in, so that what hangs on it is read from the same snapshot.</summary>
internal sealed record NodeAt(GraphSnapshot Snapshot, int Number)
{
    /// <summary>The node.</summary>
    public Node Node => Snapshot.Node(Number);

    /// <summary>The node with a key; null when there is none.</summary>
    public static NodeAt? Find(GraphSnapshot snapshot, string key) => snapshot.Find(key) is { } number ? new(snapshot, number) : null;
}

/// <summary>A relation seen from one of its ends.</summary>
/// <param name="Snapshot">The snapshot it was found in.</param>
/// <param name="Number">The relation.</param>
/// <param name="Other">The node at the other end.</param>
internal sealed record RelationAt(GraphSnapshot Snapshot, int Number, int Other)
{
    /// <summary>The relation.</summary>
    public Relation Relation => Snapshot.Relation(Number);

    /// <summary>The node at the other end.</summary>
    public NodeAt Node => new(Snapshot, Other);
}
