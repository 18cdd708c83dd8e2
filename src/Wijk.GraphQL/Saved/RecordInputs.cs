using Wijk.Graph.Model;
using Wijk.GraphQL.Changes;

namespace Wijk.GraphQL.Saved;

/// <summary>Records as a client would write them, so that they go the way of every change.</summary>
internal static class RecordInputs
{
    /// <summary>The input that puts a record.</summary>
    public static Fields Of(Change change)
    {
        var record = change.Record!;
        var attributes = record.Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value is PartialDate date ? date.ToString() : (object?)attribute.Value);
        return new(record is Relation relation
            ? Input(ChangeInputs.PutRelation, new() { ["kind"] = relation.Kind, ["from"] = relation.From, ["to"] = relation.To, ["visibility"] = relation.Visibility, ["attributes"] = attributes })
            : Input(ChangeInputs.PutNode, new() { ["key"] = record.Key, ["attributes"] = attributes, ["visibility"] = record.Visibility }));

        static Dictionary<string, object?> Input(string name, Dictionary<string, object?> fields) => new() { [name] = fields };
    }
}
