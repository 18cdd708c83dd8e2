using GraphQL;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Wijk.GraphQL;

/// <summary>The schema as text: <c>schema.graphql</c>, in alphabetical order, so that equal schemas give equal text.</summary>
public static class SchemaText
{
    /// <summary>The text of the schema this program serves.</summary>
    public static string Write() => Of(new WijkSchema());

    /// <summary>The text of a schema. A field without a description has that of the interface its type implements.</summary>
    internal static string Of(WijkSchema schema)
    {
        var document = Parser.Parse(schema.Print(new PrintOptions { IncludeDescriptions = true, StringComparison = StringComparison.Ordinal }));
        var interfaces = document.Definitions.OfType<GraphQLInterfaceTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        foreach (var type in document.Definitions.OfType<GraphQLObjectTypeDefinition>())
        {
            var inherited = (type.Interfaces?.Items ?? []).SelectMany(one => interfaces[one.Name.StringValue].Fields!.Items)
                .ToLookup(field => field.Name.StringValue, field => field.Description?.Value.ToString());
            foreach (var field in type.Fields?.Items ?? [])
            {
                if (inherited[field.Name.StringValue].Contains(field.Description?.Value.ToString())) field.Description = null;
            }
        }

        return new SDLPrinter().Print(document).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }
}
