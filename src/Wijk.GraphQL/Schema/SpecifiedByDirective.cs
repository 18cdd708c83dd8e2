using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Wijk.GraphQL.Schema;

/// <summary><c>@specifiedBy</c>: where the form of a scalar is written down. GraphQL has it since 2021; GraphQL.NET leaves it to us.</summary>
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

    /// <summary>The address that a type was marked with; null when it was not.</summary>
    public static object? UrlOf(IGraphType type) => type.FindAppliedDirective(DirectiveName)?.FindArgument(Url)?.Value;
}
