using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>The attributes of a record as one JSON object; the vocabulary says of which type each value is.</summary>
/// <remarks>Text, choice and date are strings, a text list is an array of strings, numbers are exact JSON numbers.</remarks>
public static class AttributeJson
{
    /// <summary>Writes the values, ordered by name.</summary>
    public static void Write(Utf8JsonWriter writer, AttributeSet attributes)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in attributes)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case string text: writer.WriteStringValue(text); break;
                case long number: writer.WriteNumberValue(number); break;
                case decimal number: writer.WriteNumberValue(number); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case PartialDate date: writer.WriteStringValue(date.ToString()); break;
                case ImmutableArray<string> texts: WriteTexts(writer, texts); break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <param name="kind">The kind's name, for messages.</param>
    /// <param name="definitions">The attributes the kind may carry.</param>
    /// <exception cref="RecordFormatException">An attribute is not the kind's, has two values or a value of another type.</exception>
    public static AttributeSet Read(ReadOnlySpan<byte> json, string kind, ImmutableArray<AttributeDefinition> definitions)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Broken("attributes", new(
                $"'{Shown(json)}' is geen object; schrijf {{\"naam\": waarde}} voor elk veld.",
                $"'{Shown(json)}' is not an object; write {{\"name\": value}} for each attribute."));
        }

        var values = new List<(string, object?)>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var definition = Find(ref reader, kind, definitions);
            if (values.Exists(value => value.Item1 == definition.Name))
                throw Broken(definition.Name, new($"{definition.Name} heeft twee waarden; houd er één.", $"{definition.Name} has two values; keep one."));
            reader.Read();
            values.Add((definition.Name, ReadValue(ref reader, definition)));
        }

        return AttributeSet.Of(values);
    }

    internal static void WriteTexts(Utf8JsonWriter writer, ImmutableArray<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts.AsSpan()) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static AttributeDefinition Find(ref Utf8JsonReader reader, string kind, ImmutableArray<AttributeDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (reader.ValueTextEquals(definition.Name)) return definition;
        }

        var name = Shown(reader.ValueSpan);
        throw Broken(name, definitions.IsEmpty
            ? new($"{kind} heeft geen velden; haal '{name}' weg.", $"{kind} has no attributes; remove '{name}'.")
            : RecordRules.NoAttribute(kind, name, definitions));
    }

    /// <summary>Reads one value, of the type that the vocabulary says.</summary>
    /// <param name="reader">On the value; at its end afterwards.</param>
    /// <param name="definition">Which attribute.</param>
    /// <exception cref="RecordFormatException">It is of another type.</exception>
    internal static object ReadValue(ref Utf8JsonReader reader, AttributeDefinition definition)
    {
        switch (definition.Type, reader.TokenType)
        {
            case (AttributeType.Text, JsonTokenType.String):
                return TextOf(ref reader, definition.Name);
            case (AttributeType.Choice, JsonTokenType.String):
                // The definition's own text, so that a choice that stands in every record is held once.
                foreach (var choice in definition.Choices)
                {
                    if (reader.ValueTextEquals(choice)) return choice;
                }

                return TextOf(ref reader, definition.Name);
            case (AttributeType.Date, JsonTokenType.String) when PartialDate.TryParse(TextOf(ref reader, definition.Name), out var date):
                return date;
            case (AttributeType.Integer, JsonTokenType.Number) when reader.TryGetInt64(out var whole):
                return whole;
            case (AttributeType.Number, JsonTokenType.Number) when reader.TryGetDecimal(out var number):
                return number;
            case (AttributeType.Boolean, JsonTokenType.True or JsonTokenType.False):
                return reader.TokenType == JsonTokenType.True;
            case (AttributeType.TextList, JsonTokenType.StartArray):
                return ReadTexts(ref reader, definition.Name);
            default:
                throw Broken(definition.Name, $"{definition.Name} '{ShownToken(ref reader)}' " + Wanted(definition.Type) + ".");
        }
    }

    /// <summary>Reads a list of texts.</summary>
    internal static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                var shown = ShownToken(ref reader);
                throw Broken(name, new(
                    $"In {name} staat '{shown}'; elke waarde daarin is een tekst.",
                    $"{name} holds '{shown}'; each of its values must be text."));
            }

            texts.Add(TextOf(ref reader, name));
        }

        return texts.DrainToImmutable();
    }

    private static string TextOf(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Broken(name, $"{name} '{Shown(reader.ValueSpan)}' " + new Words(
                "bevat een half teken; schrijf de tekst in hele UTF-8.", "holds half a character; write the text in whole UTF-8."));
        }
    }

    private static Words Wanted(AttributeType type) => type switch
    {
        AttributeType.Text or AttributeType.Choice => new("is geen tekst; zet het tussen aanhalingstekens", "is not a text; write it in quotes"),
        AttributeType.TextList => new("is geen lijst; schrijf [\"een\", \"twee\"]", "is not a list; write [\"one\", \"two\"]"),
        AttributeType.Integer => new("is geen heel getal; schrijf cijfers zonder aanhalingstekens", "is not a whole number; write digits without quotes"),
        AttributeType.Number => new(
            "is geen getal; schrijf cijfers, met een punt voor decimalen, zonder aanhalingstekens",
            "is not a number; write digits, with a point for decimals, without quotes"),
        AttributeType.Boolean => new("is geen ja of nee; schrijf true of false", "is not true or false; write true or false"),
        _ => new("is geen datum; schrijf \"jjjj\", \"jjjj-MM\" of \"jjjj-MM-dd\"", "is not a date; write \"yyyy\", \"yyyy-MM\" or \"yyyy-MM-dd\""),
    };

    private static string ShownToken(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "{...}",
        JsonTokenType.StartArray => "[...]",
        _ => Shown(reader.ValueSpan),
    };

    private static string Shown(ReadOnlySpan<byte> json)
    {
        const int longest = 80;
        return json.Length <= longest ? Encoding.UTF8.GetString(json) : Encoding.UTF8.GetString(json[..longest]) + "…";
    }

    private static RecordFormatException Broken(string path, Words message) => new(new(path, message));
}
