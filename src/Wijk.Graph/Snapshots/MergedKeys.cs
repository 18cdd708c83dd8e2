using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>The nodes that keys stand for that were merged away: the node that stayed keeps them among its other ids. For one thread.</summary>
/// <param name="snapshot">The graph.</param>
public sealed class MergedKeys(GraphSnapshot snapshot)
{
    private readonly Dictionary<NodeKind, Dictionary<string, int?>> byKind = [];

    /// <summary>The node that has the key of another among its other ids; null when there is a node with that key, or none or several have it.</summary>
    /// <param name="key">The key.</param>
    public int? Find(string key)
    {
        if (Keys.NodeKindOf(key) is not { } kind || snapshot.Find(key) is not null) return null;
        if (!byKind.TryGetValue(kind, out var known)) byKind.Add(kind, known = KeysOf(kind));
        return known.GetValueOrDefault(key);
    }

    private Dictionary<string, int?> KeysOf(NodeKind kind)
    {
        var keys = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var number in snapshot.NumbersOf(kind))
        {
            foreach (var alias in snapshot.Node(number).Attributes["aliases"] as IEnumerable<string> ?? [])
            {
                if (Keys.NodeKindOf(alias) == kind) keys[alias] = keys.ContainsKey(alias) ? null : number;
            }
        }

        return keys;
    }
}
