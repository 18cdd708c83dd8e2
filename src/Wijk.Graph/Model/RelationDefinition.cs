using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Model;

/// <summary>One row of the relation table: which kinds may be joined.</summary>
/// <param name="From">The kinds it may start at.</param>
/// <param name="To">The kinds it may lead to.</param>
/// <param name="SameKind">Whether both ends must be of the same kind.</param>
public sealed record RelationEnds(ImmutableArray<NodeKind> From, ImmutableArray<NodeKind> To, bool SameKind = false)
{
    /// <summary>Whether the row allows these ends.</summary>
    public bool Allow(NodeKind from, NodeKind to) => From.Contains(from) && To.Contains(to) && (!SameKind || from == to);
}

/// <summary>What the vocabulary says of one kind of relation.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Label">What it says, from start to end, on screen.</param>
/// <param name="Description">What it means.</param>
/// <param name="Ends">The rows of the relation table.</param>
/// <param name="Attributes">What it may carry.</param>
public sealed partial record RelationDefinition(
    RelationKind Kind, Words Label, Words Description, ImmutableArray<RelationEnds> Ends, ImmutableArray<AttributeDefinition> Attributes)
{
    /// <summary>The kind's name in files, stores and Neo4j types, e.g. <c>PART_OF</c>.</summary>
    public string Name { get; } = WordStart().Replace(Kind.ToString(), "_").ToUpperInvariant();

    /// <summary>The first part of its keys, e.g. <c>part_of</c>.</summary>
    public string KeyPrefix { get; } = WordStart().Replace(Kind.ToString(), "_").ToLowerInvariant();

    /// <summary>Whether the two ends differ in role; only COLLABORATES has no direction.</summary>
    public bool IsDirected { get; init; } = true;

    /// <summary>Whether the table allows the relation between these kinds.</summary>
    public bool Allows(NodeKind from, NodeKind to) => Ends.Any(ends => ends.Allow(from, to));

    /// <summary>The kinds it may start at, each once, in the order of <see cref="NodeKind"/>.</summary>
    public IEnumerable<NodeKind> FromKinds => Ends.SelectMany(ends => ends.From).Distinct().Order();

    /// <summary>The kinds it may lead to, each once, in the order of <see cref="NodeKind"/>.</summary>
    public IEnumerable<NodeKind> ToKinds => Ends.SelectMany(ends => ends.To).Distinct().Order();

    /// <summary>The definition of an attribute; null when the kind has no such attribute.</summary>
    public AttributeDefinition? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
