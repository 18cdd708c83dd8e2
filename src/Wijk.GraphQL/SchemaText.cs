using GraphQL;
using GraphQL.Utilities;

namespace Wijk.GraphQL;

/// <summary>The schema as text: <c>schema.graphql</c>, in alphabetical order, so that equal schemas give equal text.</summary>
public static class SchemaText
{
    /// <summary>The text of the schema this program serves.</summary>
    public static string Write() => Of(new WijkSchema());

    /// <summary>The text of a schema.</summary>
    internal static string Of(WijkSchema schema) => schema.Print(new PrintOptions
    {
        IncludeDescriptions = true,
        StringComparison = StringComparison.Ordinal,
    }).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
