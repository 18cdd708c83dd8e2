using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>
/// How the vocabulary is named in the schema. A relation's field is called after the relation on the node where it starts, and after the
/// table below on the node it leads to.
/// </summary>
internal static partial class Names
{
    /// <summary>
    /// The type of a node of a kind: the kind's own name, but for names that TypeScript already gives a meaning, which a generated type would hide.
    /// For the same reason the interface of all kinds is <c>Item</c>, not <c>Record</c>.
    /// </summary>
    public static string TypeOf(NodeKind kind) => kind == NodeKind.Document ? "Paper" : kind.ToString();

    /// <summary>The field of one node of a kind: <c>targetGroup</c>.</summary>
    public static string One(NodeDefinition definition)
    {
        var name = TypeOf(definition.Kind);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The field of many: <c>agencies</c>.</summary>
    public static string Many(NodeDefinition definition)
    {
        var one = One(definition);
        return one.EndsWith('y') ? one[..^1] + "ies" : one + "s";
    }

    /// <summary>The field on the node where a relation starts: <c>seatedIn</c>.</summary>
    public static string Outgoing(RelationKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    /// <summary>The field on the node that a relation leads to.</summary>
    public static string Incoming(RelationKind kind) => kind switch
    {
        RelationKind.PartOf => "parts",
        RelationKind.Runs => "runBy",
        RelationKind.Funds => "fundedBy",
        RelationKind.Of => "targetings",
        RelationKind.For or RelationKind.In => "concernedBy",
        RelationKind.SeatedIn => "seats",
        RelationKind.InDomain => "contains",
        RelationKind.WorksFor => "professionals",
        RelationKind.Supports => "supportedBy",
        RelationKind.Collaborates => "collaborates",
        RelationKind.Inquired => "inquiries",
        RelationKind.RefersTo => "referredToBy",
        RelationKind.Addresses => "addressedBy",
        RelationKind.CausedBy => "causes",
        RelationKind.NeedsMandateOf => "mandateNeededBy",
        RelationKind.Succeeds => "succeededBy",
        RelationKind.MemberOf => "members",
        RelationKind.Asked => "askedBy",
        RelationKind.Returned => "returns",
        RelationKind.CommittedBy => "commitmentsMade",
        RelationKind.CommittedTo => "commitmentsReceived",
        RelationKind.About => "subjectOf",
        RelationKind.LedTo => "resultOf",
        RelationKind.Endorses => "endorsedBy",
        RelationKind.Disputes => "disputedBy",
        _ => throw new InvalidOperationException($"Relation {kind} has no name on the node it leads to; add one here."),
    };

    /// <summary>A camelCase word as a sentence: <c>housingAssociation</c> becomes "Housing association."</summary>
    public static string Sentence(string word)
    {
        var words = WordStart().Replace(word, " ").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
