using GraphQL.Types;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Changes;

/// <summary>The input types of <c>applyChanges</c>, and the names of their fields.</summary>
internal static class ChangeInputs
{
    public const string PutNode = "putNode", PutRelation = "putRelation", PutTargeting = "putTargeting";
    public const string EndNode = "endNode", EndRelation = "endRelation", Remove = "remove";

    private const string AttributesMerge = "Attributes by name. They are laid over those already there; null takes one away.";

    /// <summary>The type <c>ApplyChangesInput</c>.</summary>
    public static InputObjectGraphType ApplyChanges(SharedTypes types)
    {
        var input = Input("ApplyChangesInput", "Changes that are all made, or none.");
        input.Declare("idempotencyKey", types.String.Required(),
            "Made up by the caller, once for these changes: sending them again with the same key changes nothing and gives the same version.");
        input.Declare("expectedVersion", types.Long, "Only change the graph when it is at this version; absent: whatever its version.");
        input.AddField(new FieldType
        {
            Name = "source",
            Description = "Who says so: an organisation or a role, never a person's name.",
            ResolvedType = types.String.Required(),
            DefaultValue = "coordinator",
        });
        input.Declare("changes", Change(types).List(), $"The changes, 1 to {ApplyRequest.MostChanges}; each record at most once.");
        return input;
    }

    private static InputObjectGraphType Change(SharedTypes types)
    {
        var change = Input("ChangeInput", "One change: give exactly one of its fields.");
        change.IsOneOf = true;
        change.Declare(PutNode, NodeInput(types), "Adds a node, or changes what is given of one that is there.");
        change.Declare(PutRelation, RelationInput(types), "Adds a relation, or changes what is given of one that is there.");
        change.Declare(PutTargeting, TargetingInput(types),
            "Says that a measure or initiative is for a group, in an area, in a period: makes the node and its relations.");
        change.Declare(EndNode, EndInput("EndNodeInput", "node", types), "Says when a node stops holding; it stays in the graph.");
        change.Declare(EndRelation, EndInput("EndRelationInput", "relation", types),
            "Says when a relation stops holding; it stays in the graph.");
        change.Declare(Remove, RemoveInput(types),
            "Takes a node or relation out, as if it had never been said. What has ended is better ended.");
        return change;
    }

    private static InputObjectGraphType NodeInput(SharedTypes types)
    {
        var input = Input("PutNodeInput", "A node, named by its key, or by kind, namespace and id together.");
        input.Declare("key", types.Id, "Its key: kind:namespace:id.");
        input.Declare("kind", types.NodeKind, "Its kind, when there is no key.");
        input.Declare("namespace", types.String, "The namespace of its key, when there is no key.");
        input.Declare("id", types.String, "What identifies it in that namespace, when there is no key.");
        input.Declare("attributes", types.Attributes, AttributesMerge);
        AddCommon(input, types);
        return input;
    }

    private static InputObjectGraphType RelationInput(SharedTypes types)
    {
        var input = Input("PutRelationInput", "A relation, named by its kind, its two ends and the attributes that identify it.");
        input.Declare("kind", types.RelationKind.Required(), "Its kind.");
        input.Declare("from", types.Id.Required(), "The key of the node it starts at.");
        input.Declare("to", types.Id.Required(), "The key of the node it leads to.");
        input.Declare("attributes", types.Attributes,
            AttributesMerge + " Of COLLABORATES reportedBy identifies it, of FUNDS year and ordinal.");
        AddCommon(input, types);
        return input;
    }

    private static InputObjectGraphType TargetingInput(SharedTypes types)
    {
        var input = Input("PutTargetingInput",
            "A measure or initiative for a group, in an area, from a day; group or area may be left out, not both.");
        input.Declare("of", types.Id.Required(), "The key of the measure or initiative.");
        input.Declare("for", types.Id, "The key of the target group.");
        input.Declare("in", types.Id, "The key of the area.");
        input.Declare("intensity", types.Decimal, "Hours a week.");
        input.Declare("reach", types.Decimal, "People reached, as residents report it.");
        AddCommon(input, types);
        return input;
    }

    private static InputObjectGraphType EndInput(string name, string what, SharedTypes types)
    {
        var input = Input(name, $"When a {what} stops holding.");
        input.Declare("key", types.Id.Required(), $"The key of the {what}.");
        input.Declare("validTo", types.PartialDate.Required(), "The last day it holds.");
        return input;
    }

    private static InputObjectGraphType RemoveInput(SharedTypes types)
    {
        var input = Input("RemoveInput", "What to take out.");
        input.Declare("key", types.Id.Required(), "The key of the node or relation.");
        input.AddField(new FieldType
        {
            Name = "withRelations",
            Description = "Of a node: take out the relations that join it as well; without this, a node that still has relations stays.",
            ResolvedType = types.Boolean.Required(),
            DefaultValue = false,
        });
        return input;
    }

    private static void AddCommon(InputObjectGraphType input, SharedTypes types)
    {
        input.Declare("validFrom", types.PartialDate, "When it began to hold; null for unknown. Left out: stays as it is.");
        input.Declare("validTo", types.PartialDate, "The last day it holds; null for open. Left out: stays as it is.");
        input.Declare("visibility", types.Visibility, "Who may see it. Left out: stays as it is, and public when it is new.");
    }

    private static InputObjectGraphType Input(string name, string description) => new() { Name = name, Description = description };
}
