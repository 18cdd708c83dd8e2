using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>What the vocabulary says of one kind of node.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">Its name on screen, singular.</param>
/// <param name="Plural">Its name on screen, plural.</param>
/// <param name="Description">What it is.</param>
/// <param name="Attributes">What it may carry, in the order of templates and screens.</param>
public sealed record NodeDefinition(
    NodeKind Kind, Words Label, Words Plural, Words Description, ImmutableArray<AttributeDefinition> Attributes)
{
    /// <summary>The kind's name in files, stores and Neo4j labels, e.g. <c>TargetGroup</c>.</summary>
    public string Name { get; } = Kind.ToString();

    /// <summary>The first part of its keys, e.g. <c>targetgroup</c>.</summary>
    public string KeyPrefix { get; } = Kind.ToString().ToLowerInvariant();

    /// <summary>The attribute that names a node of this kind; null when it has none.</summary>
    public string? NameAttribute { get; init; }

    /// <summary>The definition of an attribute; null when the kind has no such attribute.</summary>
    public AttributeDefinition? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);
}
