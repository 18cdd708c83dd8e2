using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The properties that all records of a page have, a column each, read side by side.</summary>
/// <remarks>Fast, and only for what Wijk itself wrote: anything else is <see cref="TolerantReader"/>'s. Texts that stand in many records are held in memory once.</remarks>
internal ref struct RecordColumns
{
    private readonly PageBuffers buffers;
    private readonly ImmutableArray<AttributeDefinition> definitions;
    private readonly Dictionary<int, Inference> inferences;
    private readonly List<object?>[] attributes;
    private readonly KeyValuePair<string, object>[] present;
    private Utf8JsonReader recordedAt;
    private Utf8JsonReader source;
    private Utf8JsonReader visibility;
    private Utf8JsonReader validFrom;
    private Utf8JsonReader validTo;

    /// <summary>The columns of a row of an answer.</summary>
    public RecordColumns(Answer answer, int row, ImmutableArray<AttributeDefinition> definitions, PageBuffers buffers)
    {
        (this.buffers, this.definitions) = (buffers, definitions);
        recordedAt = answer.Value(row, "recordedAt");
        source = answer.Value(row, "source");
        visibility = answer.Value(row, "visibility");
        validFrom = answer.Value(row, "validFrom");
        validTo = answer.Value(row, "validTo");
        inferences = ReadInferences(answer.Value(row, "inference"), buffers);
        attributes = ReadAttributes(answer.Value(row, "attributes"), definitions, buffers);
        present = new KeyValuePair<string, object>[definitions.Length];
    }

    /// <summary>What the columns say of the next record.</summary>
    /// <param name="index">The place of the record in the page; to be asked in order.</param>
    /// <exception cref="NotAsWrittenException">A property is missing or of another type.</exception>
    /// <exception cref="RecordFormatException">An attribute is of another type.</exception>
    public RecordParts Next(int index)
    {
        recordedAt.Read();
        source.Read();
        visibility.Read();
        validFrom.Read();
        validTo.Read();
        return new(
            Source: source.TokenType == JsonTokenType.String && buffers.Text(ref source) is { Length: > 0 } text ? text : throw new NotAsWrittenException(),
            RecordedAt: recordedAt.TokenType == JsonTokenType.Number
                ? DateTimeOffset.FromUnixTimeMilliseconds(recordedAt.GetInt64())
                : throw new NotAsWrittenException(),
            Visibility: VisibilityOf(ref visibility),
            ValidFrom: DateOf(ref validFrom),
            ValidTo: DateOf(ref validTo),
            Inference: inferences.GetValueOrDefault(index),
            Attributes: AttributesOf(index));
    }

    private readonly AttributeSet AttributesOf(int index)
    {
        var count = 0;
        for (var column = 0; column < definitions.Length; column++)
        {
            if (attributes[column][index] is { } value) present[count++] = new(definitions[column].Name, value);
        }

        return count == 0 ? AttributeSet.Empty : AttributeSet.OfOrdered(present.AsSpan(..count));
    }

    private static Visibility VisibilityOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("public"u8)) return Visibility.Public;
            if (RecordJson.VisibilityOf(reader.GetString()) is { } visibility) return visibility;
        }

        throw new NotAsWrittenException();
    }

    private readonly PartialDate? DateOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.String && PartialDate.TryParse(buffers.Text(ref reader), out var date) ? date : throw new NotAsWrittenException();
    }

    private static Dictionary<int, Inference> ReadInferences(Utf8JsonReader reader, PageBuffers buffers)
    {
        var inferences = new Dictionary<int, Inference>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Read();
            var index = reader.GetInt32();
            reader.Read();
            var from = TextOf(ref reader, buffers);
            reader.Read();
            var rule = TextOf(ref reader, buffers);
            reader.Read();
            var dutch = reader.TokenType == JsonTokenType.Null ? rule : TextOf(ref reader, buffers);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray) throw new NotAsWrittenException();
            inferences.Add(index, buffers.Same(new Inference(from, new(dutch, rule), AttributeJson.ReadTexts(ref reader, "inferredWords"))));
            reader.Read();
        }

        return inferences;
    }

    private static string TextOf(ref Utf8JsonReader reader, PageBuffers buffers) =>
        reader.TokenType == JsonTokenType.String ? buffers.Text(ref reader) : throw new NotAsWrittenException();

    // The columns come in the order of RecordProperties.AttributeNames: the exact digits of a number after the number.
    private static List<object?>[] ReadAttributes(Utf8JsonReader reader, ImmutableArray<AttributeDefinition> definitions, PageBuffers buffers)
    {
        var columns = new List<object?>[definitions.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = buffers.Column(column);
            ReadColumn(ref reader, definitions[column], buffers, columns[column]);
            if (definitions[column].Type == AttributeType.Number) ReadExact(ref reader, columns[column]);
        }

        return columns;
    }

    private static void ReadColumn(ref Utf8JsonReader reader, AttributeDefinition definition, PageBuffers buffers, List<object?> values)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(buffers.Same(ValueOf(ref reader, definition), definition));
    }

    // Neo4j keeps a number as a float.
    private static object? ValueOf(ref Utf8JsonReader reader, AttributeDefinition definition) => (definition.Type, reader.TokenType) switch
    {
        (_, JsonTokenType.Null) => null,
        (AttributeType.Number, JsonTokenType.Number) when reader.TryGetDouble(out var number) && RecordProperties.DecimalOf(number) is { } near => near,
        (AttributeType.Number, _) => throw new NotAsWrittenException(),
        _ => AttributeJson.ReadValue(ref reader, definition),
    };

    private static void ReadExact(ref Utf8JsonReader reader, List<object?> numbers)
    {
        reader.Read();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (reader.TokenType == JsonTokenType.String && numbers[index] is decimal number)
                numbers[index] = RecordProperties.Exact(number, reader.GetString());
        }
    }
}
