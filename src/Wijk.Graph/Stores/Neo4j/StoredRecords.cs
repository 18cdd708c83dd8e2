using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Single records as their properties say, for who must know whether they are still as Wijk wrote them.</summary>
internal static class StoredRecords
{
    /// <summary>Whether the properties are what Wijk wrote: their digest is that of the record they make.</summary>
    /// <param name="bare">A record with its kind and its key or ends, and nothing else.</param>
    /// <param name="recordedAt">Milliseconds since 1970; null when it is no date-time.</param>
    /// <param name="properties">All properties, as a JSON object.</param>
    public static bool IsUnchanged(GraphRecord bare, long? recordedAt, JsonElement properties)
    {
        try
        {
            return recordedAt is { } at && properties.TryGetProperty("digest", out var digest) && digest.TryGetInt64(out var written)
                && RecordProperties.DigestOf(Read(bare, at, properties)) == written;
        }
        catch (RecordFormatException)
        {
            return false;
        }
    }

    /// <summary>The record that properties make.</summary>
    /// <param name="bare">A record with its kind and its key or ends, and nothing else.</param>
    /// <param name="recordedAt">Milliseconds since 1970.</param>
    /// <param name="properties">All properties, as a JSON object; what is not Wijk's is not looked at.</param>
    /// <exception cref="RecordFormatException">A property is missing or of another type.</exception>
    public static GraphRecord Read(GraphRecord bare, long recordedAt, JsonElement properties)
    {
        var definitions = bare is Node node ? Vocabulary.Of(node.Kind).Attributes : Vocabulary.Of(((Relation)bare).Kind).Attributes;
        var visibility = JsonMembers.Text(properties, "visibility");
        var record = bare with
        {
            Source = JsonMembers.Text(properties, "source"),
            RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(recordedAt),
            Visibility = RecordProperties.VisibilityOf(visibility) ?? throw JsonMembers.Broken(
                "visibility", RecordRules.NotOneOf(visibility, [.. Vocabulary.Visibilities.Select(choice => choice.Code)])),
            ValidFrom = Date(properties, "validFrom"),
            ValidTo = Date(properties, "validTo"),
            Inference = Has(properties, "inferredRule")
                ? new(JsonMembers.Text(properties, "inferredFrom"), JsonMembers.Text(properties, "inferredRule"), JsonMembers.Texts(properties, "inferredWords"))
                : null,
            Attributes = AttributeSet.Of(definitions.Select(definition => (definition.Name, Attribute(properties, definition)))),
        };
        return record is Node whole ? whole with { IsStub = Has(properties, "stub") && JsonMembers.Flag(properties, "stub") } : record;
    }

    private static object? Attribute(JsonElement properties, AttributeDefinition definition)
    {
        if (!Has(properties, definition.Name)) return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(properties.GetProperty(definition.Name).GetRawText()));
        reader.Read();
        var value = PropertyReader.Attribute(ref reader, definition);
        return value is decimal number && Has(properties, definition.Name + RecordProperties.ExactSuffix)
            ? PropertyReader.Exact(number, properties.GetProperty(definition.Name + RecordProperties.ExactSuffix).ToString())
            : value;
    }

    private static PartialDate? Date(JsonElement properties, string name)
    {
        if (!Has(properties, name)) return null;
        var text = JsonMembers.Text(properties, name);
        return PartialDate.TryParse(text, out var date) ? date : throw JsonMembers.Broken(name, new(
            $"'{text}' is geen datum; schrijf jjjj, jjjj-MM of jjjj-MM-dd.", $"'{text}' is no date; write yyyy, yyyy-MM or yyyy-MM-dd."));
    }

    private static bool Has(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
