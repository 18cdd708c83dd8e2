using GraphQL.Types;

namespace Wijk.GraphQL.Schema;

/// <summary>What tools may ask of a schema by the editions of 2021 and 2025 and GraphQL.NET does not answer by itself.</summary>
internal static class Introspection
{
    /// <summary>Completes the types of introspection of a schema that is ready for use.</summary>
    public static void Complete(ISchema schema, SharedTypes types)
    {
        ((IObjectGraphType)schema.AllTypes["__Type"]!).Add<IGraphType>(
            "specifiedByURL", types.String, "Where the form of a scalar is written down; null of other types, and of those that GraphQL itself describes.", SpecifiedByDirective.UrlOf);
        // No argument of a directive is deprecated, so that there is nothing to leave out.
        ((IObjectGraphType)schema.AllTypes["__Directive"]!).GetField("args")!.Arguments = new QueryArguments(
            new QueryArgument(types.Boolean) { Name = "includeDeprecated", Description = "Whether arguments that are deprecated are told too.", DefaultValue = false });
    }
}
