using GraphQL.Types;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>The fields that every node and relation carries.</summary>
internal static class RecordFields
{
    /// <summary>Name, type, description and value of each.</summary>
    /// <typeparam name="T">What the fields are read from.</typeparam>
    public static IEnumerable<(string Name, IGraphType Type, string Description, Func<T, object?> Value)> Of<T>(
        SharedTypes types, IGraphType inference, Func<T, GraphRecord> record) =>
    [
        ("key", types.Id.Required(), NodeTypes.KeyDescription, source => record(source).Key),
        ("source", types.String.Required(), "Who said so: the namespace of an import, a name given with a change, or \"inferred\".",
            source => record(source).Source),
        ("recordedAt", types.Moment.Required(), "When it was recorded.", source => record(source).RecordedAt),
        ("validFrom", types.PartialDate, "When it began to hold; null when unknown.", source => record(source).ValidFrom),
        ("validTo", types.PartialDate, "The last day it holds; null when unknown or open.", source => record(source).ValidTo),
        ("visibility", types.Visibility.Required(), "Who may see it.", source => record(source).Visibility),
        ("inference", inference, "How it was concluded; null when the source said it itself.", source => record(source).Inference),
    ];

    /// <summary>The type of the field <c>inference</c>.</summary>
    public static ObjectGraphType<Inference> Inference(SharedTypes types)
    {
        var type = new ObjectGraphType<Inference>
        {
            Name = "Inference",
            Description = "Why a mapping concluded something that its source does not say in so many words.",
        };
        type.Add<Inference>("from", types.String.Required(), "The source that was read.", inference => inference.From);
        type.Add<Inference>("rule", types.Words.Required(), "The rule of the mapping, in the languages it has; one it does not have is as the other.", inference => inference.Rule);
        type.Add<Inference>("words", types.String.List(), "The words that matched, as written; empty when the rule looks at no words.",
            inference => inference.Words);
        return type;
    }
}
