using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads values of properties as Neo4j's JSON gives them, of the type that the vocabulary says.</summary>
internal static class PropertyReader
{
    /// <summary>The value of an attribute.</summary>
    /// <param name="reader">On the value; at its end afterwards.</param>
    /// <param name="definition">Which attribute.</param>
    /// <exception cref="RecordFormatException">The value is of another type: somebody changed it outside Wijk.</exception>
    public static object? Attribute(ref Utf8JsonReader reader, AttributeDefinition definition)
    {
        switch (definition.Type, reader.TokenType)
        {
            case (_, JsonTokenType.Null):
                return null;
            case (AttributeType.Text, JsonTokenType.String):
                return reader.GetString();
            case (AttributeType.Choice, JsonTokenType.String):
                // The definition's own text, so that a choice that stands in every record is held once.
                foreach (var choice in definition.Choices)
                {
                    if (reader.ValueTextEquals(choice)) return choice;
                }

                return reader.GetString();
            case (AttributeType.Date, JsonTokenType.String) when PartialDate.TryParse(reader.GetString(), out var date):
                return date;
            case (AttributeType.Integer, JsonTokenType.Number) when reader.TryGetInt64(out var whole):
                return whole;
            case (AttributeType.Number, JsonTokenType.Number) when reader.TryGetDouble(out var number) && RecordProperties.DecimalOf(number) is { } exact:
                return exact;
            case (AttributeType.Boolean, JsonTokenType.True or JsonTokenType.False):
                return reader.GetBoolean();
            case (AttributeType.TextList, JsonTokenType.StartArray):
                return Texts(ref reader, definition.Name);
            default:
                var shown = Shown(ref reader);
                throw JsonMembers.Broken(definition.Name, new(
                    $"'{shown}' is geen waarde voor {definition.Name}.", $"'{shown}' is no value for {definition.Name}."));
        }
    }

    /// <summary>A number with the digits that stand beside it; the digits only count while they still say what the number says.</summary>
    public static decimal Exact(decimal number, string? digits) =>
        digits is not null && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && RecordProperties.DecimalOf((double)exact) == number
            ? exact
            : number;

    /// <summary>A list of texts.</summary>
    public static ImmutableArray<string> Texts(ref Utf8JsonReader reader, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw JsonMembers.Broken(name, new(
                    $"In {name} staat iets wat geen tekst is.", $"{name} holds something that is no text."));
            }

            texts.Add(reader.GetString()!);
        }

        return texts.DrainToImmutable();
    }

    private static string Shown(ref Utf8JsonReader reader)
    {
        var shown = reader.TokenType is JsonTokenType.StartArray ? "[...]" : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        reader.Skip();
        return shown;
    }
}
