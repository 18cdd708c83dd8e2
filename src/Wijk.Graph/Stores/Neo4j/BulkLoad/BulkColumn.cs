using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>One column of a file for Neo4j's bulk loader.</summary>
/// <param name="Name">The property; empty for what only places a relation.</param>
/// <param name="Header">The name with its type, as the loader reads it from the first row: <c>budget:double</c>.</param>
internal sealed record BulkColumn(string Name, string Header)
{
    /// <summary>The key of a node, by which relations find it.</summary>
    public static BulkColumn NodeKey { get; } = new("key", "key:ID");

    /// <summary>The key of the node a relation starts at.</summary>
    public static BulkColumn Start { get; } = new("", ":START_ID");

    /// <summary>The key of the node a relation leads to.</summary>
    public static BulkColumn End { get; } = new("", ":END_ID");

    /// <summary>A text.</summary>
    public static BulkColumn Text(string name) => new(name, $"{name}:string");

    /// <summary>A whole number.</summary>
    public static BulkColumn Integer(string name) => new(name, $"{name}:long");

    /// <summary>Yes or no.</summary>
    public static BulkColumn Flag(string name) => new(name, $"{name}:boolean");

    /// <summary>A date-time in UTC.</summary>
    public static BulkColumn Time(string name) => new(name, $"{name}:datetime");

    /// <summary>The columns of a node: its key and the rest.</summary>
    public static ImmutableArray<BulkColumn> OfNode(NodeDefinition definition) =>
        [NodeKey, .. definition.Attributes.SelectMany(OfAttribute), Flag("stub"), .. Common];

    /// <summary>The columns of a relation: its ends, its key and the rest.</summary>
    public static ImmutableArray<BulkColumn> OfRelation(RelationDefinition definition) =>
        [Start, End, Text("key"), .. definition.Attributes.SelectMany(OfAttribute), .. Common];

    private static ImmutableArray<BulkColumn> Common =>
    [
        Text("validFrom"), Text("validTo"), Text("visibility"), Text("source"), Text("inferredFrom"), Text("inferredRule"), Text("inferredRuleNl"),
        List("inferredWords"), Integer("digest"), Time("recordedAt"),
    ];

    private static BulkColumn List(string name) => new(name, $"{name}:string[]");

    private static BulkColumn[] OfAttribute(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.TextList => [List(attribute.Name)],
        AttributeType.Integer => [Integer(attribute.Name)],
        AttributeType.Number => [new(attribute.Name, $"{attribute.Name}:double"), Text(attribute.Name + RecordProperties.ExactSuffix)],
        AttributeType.Boolean => [Flag(attribute.Name)],
        _ => [Text(attribute.Name)],
    };
}
