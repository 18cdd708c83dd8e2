namespace Wijk.Graph.Model;

/// <summary>A node of the graph.</summary>
public sealed record Node : GraphRecord
{
    /// <summary>A node of a kind.</summary>
    /// <exception cref="ArgumentException">The key is of another kind.</exception>
    public Node(string key, NodeKind kind)
    {
        if (!Keys.IsOf(key, Vocabulary.Of(kind).KeyPrefix))
            throw new ArgumentException($"'{key}' is not a key of {kind}; write {Vocabulary.Of(kind).KeyPrefix}:namespace:id.", nameof(key));
        (Key, Kind) = (key, kind);
    }

    /// <inheritdoc/>
    public override string Key { get; }

    /// <summary>Its kind.</summary>
    public NodeKind Kind { get; }

    /// <summary>Whether its source only mentions it, so that another may complete and then own it.</summary>
    public bool IsStub { get; init; }

    /// <summary>The name to show: the kind's naming attribute, or the key where there is none.</summary>
    public string Name => Vocabulary.Of(Kind).NameAttribute is { } name && Attributes.Text(name) is { } text ? text : Key;

    /// <inheritdoc/>
    public override bool SameContentAs(GraphRecord? other) => other is Node node && this == node with { RecordedAt = RecordedAt };
}
