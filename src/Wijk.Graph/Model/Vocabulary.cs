using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>
/// The vocabulary: what each kind of node may carry, and the one relation table. Importer, stores, schema and templates all read it from here.
/// </summary>
public static partial class Vocabulary
{
    /// <summary>How each <see cref="Visibility"/> is written, in order, and whom it means.</summary>
    public static ImmutableArray<AttributeChoice> Visibilities { get; } =
    [
        new("public", new("iedereen", "everybody")),
        new("partner", new("partners en coördinatoren", "partners and coordinators")),
        new("coordinator", new("alleen coördinatoren", "coordinators only")),
    ];

    /// <summary>The definition of a kind of node.</summary>
    public static NodeDefinition Of(NodeKind kind) => Nodes[(int)kind];

    /// <summary>The definition of a kind of relation.</summary>
    public static RelationDefinition Of(RelationKind kind) => Relations[(int)kind];

    /// <summary>Finds a kind of node by its name, <c>Agency</c>; case does not matter.</summary>
    public static NodeDefinition? FindNode(ReadOnlySpan<char> name) =>
        ByName.Nodes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var definition) ? definition : null;

    /// <summary>Finds a kind of relation by its name, <c>PART_OF</c>; case does not matter.</summary>
    public static RelationDefinition? FindRelation(ReadOnlySpan<char> name) =>
        ByName.Relations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var definition) ? definition : null;

    // A class of its own, so that it is made after the tables, which are in other files of this class.
    private static class ByName
    {
        public static readonly FrozenDictionary<string, NodeDefinition> Nodes =
            Vocabulary.Nodes.ToFrozenDictionary(node => node.Name, StringComparer.OrdinalIgnoreCase);

        public static readonly FrozenDictionary<string, RelationDefinition> Relations =
            Vocabulary.Relations.ToFrozenDictionary(relation => relation.Name, StringComparer.OrdinalIgnoreCase);
    }
}
