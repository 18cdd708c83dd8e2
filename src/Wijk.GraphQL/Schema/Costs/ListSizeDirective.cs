using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Schema.Costs;

/// <summary><c>@listSize</c> of the GraphQL cost directives draft: how many items a field gives at most.</summary>
internal sealed class ListSizeDirective : Directive
{
    private const string DirectiveName = "listSize", AssumedSize = "assumedSize", SlicingArguments = "slicingArguments", SizedFields = "sizedFields", RequireOne = "requireOneSlicingArgument";

    public ListSizeDirective(SharedTypes types) : base(DirectiveName, DirectiveLocation.FieldDefinition)
    {
        Description = "How many items a field gives at most, so that its cost can be told beforehand. The server knows the graph, and counts those that it expects.";
        Arguments = new QueryArguments(
            new(types.Int) { Name = AssumedSize, Description = "How many, when no argument says so." },
            new(types.String.OptionalList()) { Name = SlicingArguments, Description = "The arguments that say how many." },
            new(types.String.OptionalList()) { Name = SizedFields, Description = "The fields of what it gives that are so long; absent: it is itself." },
            new(types.Boolean) { Name = RequireOne, Description = "Whether one of the arguments must be given.", DefaultValue = true });
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;

    /// <summary>Says how many items a list has at most.</summary>
    public static FieldType Mark(FieldType field, int assumedSize) => field.ApplyDirective(DirectiveName, AssumedSize, assumedSize);

    /// <summary>Says which arguments set the size of lists in what a field gives.</summary>
    /// <param name="field">The field.</param>
    /// <param name="assumedSize">The size when none of the arguments is given.</param>
    /// <param name="slicingArguments">The arguments.</param>
    /// <param name="sizedFields">The lists.</param>
    public static FieldType Mark(FieldType field, int assumedSize, string[] slicingArguments, string[] sizedFields) => field.ApplyDirective(DirectiveName, directive => directive
        .AddArgument(new(AssumedSize) { Value = assumedSize })
        .AddArgument(new(SlicingArguments) { Value = slicingArguments })
        .AddArgument(new(SizedFields) { Value = sizedFields })
        .AddArgument(new(RequireOne) { Value = false }));
}
