namespace Wijk.Graph.Model;

/// <summary>What every node and relation carries: its key, its attributes, when it holds, who may see it and where it came from.</summary>
public abstract record GraphRecord
{
    /// <summary>The key, <c>kind:namespace:id</c>, unique over all kinds; see <see cref="Keys"/>.</summary>
    public abstract string Key { get; }

    /// <summary>The values of the attributes that <see cref="Vocabulary"/> defines for its kind.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>When it began to hold; null when unknown.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>When it stopped or will stop holding, that day included; null when unknown or open.</summary>
    public PartialDate? ValidTo { get; init; }

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Who said so: a namespace of an import, a name given with a change, or <see cref="Inference.Source"/>.</summary>
    public required string Source { get; init; }

    /// <summary>When it was committed, in UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How it was concluded; null when the source said it itself.</summary>
    public Inference? Inference { get; init; }

    /// <summary>The source that brought it, also when it was inferred.</summary>
    public string Origin => Inference?.From ?? Source;

    /// <summary>When it holds; open where a date is missing.</summary>
    public Period Period => new(ValidFrom, ValidTo);

    /// <summary>Whether the two say the same, whenever they were recorded.</summary>
    public abstract bool SameContentAs(GraphRecord? other);
}
