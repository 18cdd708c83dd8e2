using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Export;

/// <summary>What goes out to other programs, many of which keep it on servers of their own: what everybody may see, and nothing of persons.</summary>
/// <remarks>
/// Left out are records that not everybody may see, professionals, attributes that are personal, relations of which an end is left out, and who gave an answer where its inquiry
/// does not say that it may be named. A targeting, which other programs do not
/// know, becomes edges from its measure or initiative to its group (FOR) and area (IN), which carry its key. The JSON export has all of it.
/// </remarks>
public sealed class PublicNetwork
{
    private PublicNetwork(IReadOnlyList<NetworkNode> nodes, IReadOnlyList<NetworkEdge> edges, int leftOut) => (Nodes, Edges, LeftOut) = (nodes, edges, leftOut);

    /// <summary>The nodes in key order, targetings not among them.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; }

    /// <summary>The edges in key order.</summary>
    public IReadOnlyList<NetworkEdge> Edges { get; }

    /// <summary>How many nodes and relations were left out, since they are of persons or not for everybody.</summary>
    public int LeftOut { get; }

    /// <summary>The network of what a graph holds.</summary>
    public static PublicNetwork Of(GraphContents contents)
    {
        var kept = contents.Nodes.Where(node => node.Visibility == Visibility.Public && node.Kind != NodeKind.Professional).ToDictionary(node => node.Key, StringComparer.Ordinal);
        var relations = contents.Relations
            .Where(relation => relation.Visibility == Visibility.Public && kept.ContainsKey(relation.From) && kept.ContainsKey(relation.To)).ToArray();
        var targeted = relations.Where(relation => relation.Kind == RelationKind.Of).ToDictionary(relation => relation.From, relation => relation.To, StringComparer.Ordinal);
        var named = contents.Nodes.Where(node => node.Kind == NodeKind.Inquiry && node.Attributes.IsTrue("mayName")).Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. kept.Values.Where(node => node.Kind != NodeKind.Targeting).OrderBy(node => node.Key, StringComparer.Ordinal)
                .Select(node => new NetworkNode(node, Written(node.Attributes, Vocabulary.Of(node.Kind).Attributes)))],
            [.. relations.Where(relation => relation.Kind != RelationKind.Of).OrderBy(relation => relation.Key, StringComparer.Ordinal)
                .Select((relation, index) => Edge(relation, $"e{index + 1}", kept, targeted, named)).OfType<NetworkEdge>()],
            contents.Nodes.Count - kept.Count + contents.Relations.Count - relations.Length);
    }

    // The key of a tie holds who reported it, so an edge gets a number instead.
    private static NetworkEdge? Edge(Relation relation, string id, Dictionary<string, Node> nodes, Dictionary<string, string> targeted, HashSet<string> named)
    {
        var mayName = relation.Attributes.Text("inquiry") is not { } inquiry || named.Contains(inquiry);
        var attributes = Written(relation.Attributes, Vocabulary.Of(relation.Kind).Attributes.Where(attribute => mayName || attribute.Name != "reportedBy"));
        if (nodes[relation.From].Kind != NodeKind.Targeting) return new(id, relation, relation.From, attributes);
        return targeted.TryGetValue(relation.From, out var of) ? new(id, relation, of, [.. attributes, ("targeting", relation.From)]) : null;
    }

    private static IReadOnlyList<(string Name, string Value)> Written(AttributeSet attributes, IEnumerable<AttributeDefinition> definitions) =>
    [
        .. definitions.Where(definition => !definition.IsPersonal).Select(definition => (definition.Name, attributes.TextOf(definition.Name) ?? "")).Where(pair => pair.Item2.Length > 0),
    ];
}

/// <summary>A node that goes out.</summary>
/// <param name="Record">What it is.</param>
/// <param name="Attributes">What may be told of it, as invariant text.</param>
public sealed record NetworkNode(Node Record, IReadOnlyList<(string Name, string Value)> Attributes)
{
    /// <summary>Its key.</summary>
    public string Key => Record.Key;

    /// <summary>Its name.</summary>
    public string Label => Record.Name;
}

/// <summary>An edge that goes out.</summary>
/// <param name="Id">Its number in this file, as <c>e12</c>.</param>
/// <param name="Record">What it is.</param>
/// <param name="From">The key of the node it starts at.</param>
/// <param name="Attributes">What may be told of it, as invariant text.</param>
public sealed record NetworkEdge(string Id, Relation Record, string From, IReadOnlyList<(string Name, string Value)> Attributes)
{
    /// <summary>The key of the node it leads to.</summary>
    public string To => Record.To;

    /// <summary>Its kind, as in files.</summary>
    public string Kind => Vocabulary.Of(Record.Kind).Name;
}
