using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Schema.Costs;

/// <summary><c>@cost</c> of the GraphQL cost directives draft: what a field costs where it is not 1.</summary>
internal sealed class CostDirective : Directive
{
    private const string DirectiveName = "cost", Weight = "weight";

    public CostDirective(SharedTypes types) : base(DirectiveName,
        DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum, DirectiveLocation.FieldDefinition, DirectiveLocation.InputFieldDefinition,
        DirectiveLocation.Object, DirectiveLocation.Scalar)
    {
        Description = "What a field costs. Without it a field costs 1 for each item that it is asked of. A question also costs its weight for each "
            + "thousand nodes and relations of the graph: that is its analysis, which has a limit of its own (analysisCost). 1 is about a microsecond of one core.";
        Arguments = new QueryArguments(new QueryArgument(types.String.Required()) { Name = Weight, Description = "The cost, as a number." });
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;

    /// <summary>Says what a field costs for each thousand records of the graph.</summary>
    public static FieldType Mark(FieldType field, double perRecord) => field.ApplyDirective(DirectiveName, Weight, FormattableString.Invariant($"{1_000 * perRecord:0}"));
}
