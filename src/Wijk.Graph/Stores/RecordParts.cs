using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>What a store keeps of every record, beside what identifies it.</summary>
internal readonly record struct RecordParts(
    string Source,
    DateTimeOffset RecordedAt,
    Visibility Visibility,
    PartialDate? ValidFrom,
    PartialDate? ValidTo,
    Inference? Inference,
    AttributeSet Attributes)
{
    /// <summary>The node that these are of.</summary>
    public Node Node(string key, NodeKind kind, bool isStub) => new(key, kind)
    {
        Source = Source,
        RecordedAt = RecordedAt,
        Visibility = Visibility,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Inference = Inference,
        Attributes = Attributes,
        IsStub = isStub,
    };

    /// <summary>The relation that these are of.</summary>
    public Relation Relation(RelationKind kind, string from, string to) => new(kind, from, to)
    {
        Source = Source,
        RecordedAt = RecordedAt,
        Visibility = Visibility,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        Inference = Inference,
        Attributes = Attributes,
    };
}
