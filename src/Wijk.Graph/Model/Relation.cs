using System.Diagnostics.CodeAnalysis;

namespace Wijk.Graph.Model;

/// <summary>A relation between two nodes. Its key is made of what identifies it, so the same fact has the same key from any source.</summary>
/// <remarks>A relation without direction (COLLABORATES) keeps its ends in key order, so that each pair is written one way.</remarks>
public sealed record Relation : GraphRecord
{
    private string? key;

    /// <summary>A relation of a kind between two nodes, given by their keys.</summary>
    public Relation(RelationKind kind, string from, string to)
    {
        var swap = !Vocabulary.Of(kind).IsDirected && string.CompareOrdinal(from, to) > 0;
        (Kind, From, To) = swap ? (kind, to, from) : (kind, from, to);
    }

    // A copy may get other identifying attributes, so it makes its own key.
    [SetsRequiredMembers]
    private Relation(Relation original) : base(original) => (Kind, From, To) = (original.Kind, original.From, original.To);

    /// <summary>Its kind.</summary>
    public RelationKind Kind { get; }

    /// <summary>The key of the node it starts at.</summary>
    public string From { get; }

    /// <summary>The key of the node it leads to.</summary>
    public string To { get; }

    /// <inheritdoc/>
    public override string Key => key ??= Keys.OfRelation(this);

    /// <summary>The same relation between two other nodes, given by their keys.</summary>
    public Relation Between(string from, string to) => new(Kind, from, to)
    {
        Attributes = Attributes,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Visibility = Visibility,
        Source = Source,
        RecordedAt = RecordedAt,
        Inference = Inference,
    };

    /// <inheritdoc/>
    public override bool SameContentAs(GraphRecord? other) => other is Relation relation && Equals(relation with { RecordedAt = RecordedAt });

    /// <inheritdoc/>
    public bool Equals(Relation? other) =>
        other is not null && Kind == other.Kind && From == other.From && To == other.To && base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, From, To);
}
