using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Schema;

/// <summary><c>@specifiedBy</c>: where the form of a scalar is written down. GraphQL of 2021 has it; GraphQL.NET leaves it to us.</summary>
internal sealed class SpecifiedByDirective : Directive
{
    private const string DirectiveName = "specifiedBy", Url = "url";

    public SpecifiedByDirective(SharedTypes types) : base(DirectiveName, DirectiveLocation.Scalar)
    {
        Description = "Where the form of a scalar is written down.";
        Arguments = new QueryArguments(new QueryArgument(types.String.Required()) { Name = Url, Description = "The address of the specification." });
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;

    /// <summary>Says where the form of a scalar is written down.</summary>
    public static ScalarGraphType Mark(ScalarGraphType scalar, string url) => scalar.ApplyDirective(DirectiveName, Url, url);

    /// <summary>Adds <c>specifiedByURL</c> to what tools can ask of a type.</summary>
    public static void AddTo(ISchema schema, SharedTypes types)
    {
        var type = (IObjectGraphType)schema.AllTypes["__Type"]!;
        type.Add<IGraphType>("specifiedByURL", types.String, "Where the form of a scalar is written down; null of other types, and of those that GraphQL itself describes.",
            source => source.FindAppliedDirective(DirectiveName)?.FindArgument(Url)?.Value);
    }
}
