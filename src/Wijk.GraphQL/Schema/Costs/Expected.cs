using System.Collections;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;

namespace Wijk.GraphQL.Schema.Costs;

/// <summary>What a field is expected to give for each thing that it is asked of.</summary>
/// <param name="Count">How many items, on average.</param>
/// <param name="Nodes">Some of them; null when it is not known which, or they are no nodes.</param>
internal readonly record struct Expected(double Count, NodeSample? Nodes = null)
{
    private const string Metadata = "expected";

    /// <summary>What a field is expected to give, judged from some of the nodes that it will be asked of.</summary>
    public static Expected Of(FieldImpactContext field)
    {
        var asked = field.Parent is { } parent ? Of(parent).Nodes : null;
        return field.FieldDefinition.GetMetadata<Func<FieldImpactContext, NodeSample?, Expected>?>(Metadata) is { } expect ? expect(field, asked) : new(1, asked);
    }

    /// <summary>The text that was given to a field; empty when none was. An ID may be given as a number.</summary>
    public static string TextIn(FieldImpactContext field, string argument) => field.GetArgument<object?>(argument)?.ToString() ?? "";

    /// <summary>The texts in a list that was given to a field; null when it was not.</summary>
    public static List<string>? TextsIn(FieldImpactContext field, string argument) =>
        field.GetArgument<IEnumerable?>(argument)?.Cast<object?>().Select(text => text?.ToString() ?? "").ToList();

    /// <summary>Notes what a field gives, of what it is asked of, for the fields below it.</summary>
    public static void Note(FieldType field, Func<FieldImpactContext, NodeSample?, Expected> expect) => field.WithMetadata(Metadata, expect);
}

/// <summary>Says what a field costs.</summary>
internal static class Costs
{
    /// <summary>Counts what is asked of each item of a field as often as there are items.</summary>
    public static FieldType Costing(this FieldType field, Func<FieldImpactContext, NodeSample?, Expected> expect)
    {
        Expected.Note(field, expect);
        return field.WithComplexityImpact(static context => new FieldComplexityResult(1, Expected.Of(context).Count));
    }

    /// <summary>The same for items that are no nodes, or of which it is not known which they are.</summary>
    public static FieldType Costing(this FieldType field, Func<FieldImpactContext, int> count) => field.Costing((context, _) => new(count(context)));

    /// <summary>The same for a list that says how long it is at most.</summary>
    public static FieldType Costing(this FieldType field, int assumedSize) => ListSizeDirective.Mark(field.Costing(_ => assumedSize), assumedSize);
}
