using System.Diagnostics.CodeAnalysis;

namespace Wijk.Graph.Model;

/// <summary>A relation between two nodes. Its key is made of what identifies it, so the same fact has the same key from any source.</summary>
/// <remarks>A relation without direction (COLLABORATES) keeps its ends in key order, so that each pair is written one way.</remarks>
public sealed record Relation : GraphRecord
{
    private string? key;

    /// <summary>A relation of a kind between two nodes, given by their keys.</summary>
    public Relation(RelationKind kind, string from, string to) => (Kind, From, To) = InOrder(kind, from, to);

    // A copy may get other identifying attributes, so it makes its own key.
    [SetsRequiredMembers]
    private Relation(Relation original) : base(original) => (Kind, From, To) = (original.Kind, original.From, original.To);

    [SetsRequiredMembers]
    private Relation(Relation original, string from, string to) : base(original) => (Kind, From, To) = InOrder(original.Kind, from, to);

    /// <summary>Its kind.</summary>
    public RelationKind Kind { get; }

    /// <summary>The key of the node it starts at.</summary>
    public string From { get; }

    /// <summary>The key of the node it leads to.</summary>
    public string To { get; }

    /// <inheritdoc/>
    public override string Key => key ??= Keys.OfRelation(this);

    /// <summary>The same relation between two other nodes, given by their keys.</summary>
    public Relation Between(string from, string to) => new(this, from, to);

    /// <inheritdoc/>
    public override bool SameContentAs(GraphRecord? other) => other is Relation relation && Equals(relation with { RecordedAt = RecordedAt });

    /// <inheritdoc/>
    public bool Equals(Relation? other) =>
        other is not null && Kind == other.Kind && From == other.From && To == other.To && base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, From, To);

    private static (RelationKind Kind, string From, string To) InOrder(RelationKind kind, string from, string to) =>
        !Vocabulary.Of(kind).IsDirected && string.CompareOrdinal(from, to) > 0 ? (kind, to, from) : (kind, from, to);
}
