using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>A node as the database has it, whoever wrote it.</summary>
/// <param name="ElementId">What Neo4j calls it.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Properties">Its properties, as the Query API writes them.</param>
internal sealed record StoredNode(string ElementId, ImmutableArray<string> Labels, IReadOnlyDictionary<string, JsonElement> Properties)
{
    /// <summary>The label of a node that Wijk manages.</summary>
    public const string ManagedLabel = "WijkNode";

    /// <summary>Whether Wijk manages it.</summary>
    public bool IsManaged => Labels.Contains(ManagedLabel);

    /// <summary>The kinds of the vocabulary that its labels name; case matters, as everywhere in Neo4j.</summary>
    public ImmutableArray<NodeDefinition> Kinds => [.. Labels.Select(KindOf).OfType<NodeDefinition>()];

    /// <summary>The kind that a label names; null when it names none.</summary>
    public static NodeDefinition? KindOf(string label) => Vocabulary.FindNode(label) is { } kind && kind.Name == label ? kind : null;
}

/// <summary>A relation as the database has it, whoever wrote it.</summary>
/// <param name="ElementId">What Neo4j calls it.</param>
/// <param name="Type">Its type.</param>
/// <param name="FromElementId">The node it starts at.</param>
/// <param name="ToElementId">The node it leads to.</param>
/// <param name="Properties">Its properties, as the Query API writes them.</param>
internal sealed record StoredRelation(
    string ElementId, string Type, string FromElementId, string ToElementId, IReadOnlyDictionary<string, JsonElement> Properties)
{
    /// <summary>Whether Wijk manages it.</summary>
    public bool IsManaged => Properties.ContainsKey("key");
}
