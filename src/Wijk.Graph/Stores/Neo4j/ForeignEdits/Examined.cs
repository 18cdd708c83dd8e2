using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>An element of which something must be reported.</summary>
/// <param name="ElementId">What Neo4j calls it.</param>
/// <param name="Kind">Its kind, or its labels.</param>
/// <param name="Read">What its properties say.</param>
/// <param name="Record">What it is as a record; null when it is not managed or cannot be one.</param>
/// <param name="Faults">What is the matter with it, in the order of reporting.</param>
internal sealed record Examined(string ElementId, string Kind, ReadElement Read, GraphRecord? Record, ImmutableArray<Fault> Faults)
{
    /// <summary>For a node: its kinds. For a relation: none.</summary>
    public ImmutableArray<NodeDefinition> NodeKinds { get; init; } = [];

    /// <summary>For a relation: its kind. For a node: null.</summary>
    public RelationDefinition? RelationKind { get; init; }

    /// <summary>For a relation: the nodes it starts at and leads to.</summary>
    public (string From, string To)? Ends { get; init; }

    /// <summary>Whether one of its faults is of a rule.</summary>
    public bool Has(VerificationRule rule) => Faults.Any(fault => fault.Rule == rule);
}

/// <summary>One thing that is the matter with an element.</summary>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Message">What is the matter; null where only the log can tell.</param>
internal sealed record Fault(VerificationRule Rule, Words? Message);

/// <summary>A node as its relations see it.</summary>
/// <param name="Key">Its key; null while it has none.</param>
/// <param name="Kind">Its kind; null when its labels name none, or several.</param>
/// <param name="IsManaged">Whether Wijk manages it.</param>
internal readonly record struct NodeAt(string? Key, NodeKind? Kind, bool IsManaged);
