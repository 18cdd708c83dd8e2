namespace Wijk.Graph.Snapshots;

/// <summary>The place of a node in the old order and in the new one.</summary>
/// <param name="Old">Its old number; of a new node, that of the node it comes before.</param>
/// <param name="IsNew">Whether it was not there.</param>
/// <param name="New">Its new number.</param>
internal readonly record struct NodePlace(int Old, bool IsNew, int New)
{
    /// <summary>Its place among the old nodes: a new node counts as just before the one it comes before.</summary>
    public long Order => OrderOf(Old) - (IsNew ? 1 : 0);

    /// <summary>The place of an old node.</summary>
    public static long OrderOf(int old) => (2L * old) + 1;
}
