using System.Text.Json;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The properties of an element as the database has them, whoever wrote them.</summary>
internal static class StoredProperties
{
    /// <summary>Those of a row with the columns <c>properties</c> and <c>odd</c>.</summary>
    /// <remarks>A value that is no text but that JSON writes as one comes as a list of that text, so that nobody takes it for a text.</remarks>
    public static Dictionary<string, JsonElement> Of(Answer answer, int row)
    {
        var reader = answer.Value(row, "properties");
        var properties = JsonElement.ParseValue(ref reader).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        var odd = answer.Value(row, "odd");
        while (odd.Read() && odd.TokenType == JsonTokenType.String)
        {
            var name = odd.GetString()!;
            properties[name] = JsonSerializer.SerializeToElement(new[] { new[] { properties[name] } });
        }

        return properties;
    }
}
