using System.Text.Json;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>What a body of the Query API says.</summary>
internal abstract record BodyReading
{
    /// <summary>All rows, and the sign that the transaction was committed.</summary>
    public sealed record Complete(string[] Fields, int[] Cells, int RowCount) : BodyReading;

    /// <summary>Neo4j's first error; nothing was done.</summary>
    public sealed record Errors(string Code, string Message) : BodyReading;

    /// <summary>It stops before it says how the statement ended.</summary>
    public sealed record CutShort : BodyReading;

    /// <summary>Neo4j did not write it.</summary>
    public sealed record Foreign : BodyReading;

    /// <summary>More rows than were allowed.</summary>
    public sealed record TooManyRows : BodyReading;
}

/// <summary>Reads a whole body once: where each value stands, and whether the statement succeeded.</summary>
/// <remarks>
/// A body starts with what Neo4j has so far and ends with <c>bookmarks</c> when the transaction was committed, or with <c>errors</c> when it
/// was not; one with neither was cut short, whatever the status of the response says.
/// </remarks>
internal static class AnswerReader
{
    /// <summary>Reads a body; never throws on what a server may send.</summary>
    /// <param name="body">The whole body, in UTF-8.</param>
    /// <param name="rowLimit">The most rows it may have.</param>
    public static BodyReading Read(ReadOnlySpan<byte> body, int rowLimit)
    {
        var text = body.TrimStart(" \t\r\n"u8);
        if (!text.IsEmpty && text[0] != (byte)'{') return new BodyReading.Foreign();
        try
        {
            return ReadObject(body, rowLimit);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Invalid JSON, or a value of another type than Neo4j writes there.
            return new BodyReading.CutShort();
        }
    }

    private static BodyReading ReadObject(ReadOnlySpan<byte> body, int rowLimit)
    {
        var reader = new Utf8JsonReader(body);
        string[]? fields = null;
        var cells = new List<int>();
        var rowCount = 0;
        var committed = false;
        BodyReading.Errors? errors = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8)) ReadData(ref reader, ref fields, cells, ref rowCount);
            else if (reader.ValueTextEquals("errors"u8)) errors = ReadErrors(ref reader);
            else committed |= SkipValue(ref reader, "bookmarks"u8);
        }

        // Reads on to the end, so that a body with something behind it is refused.
        while (reader.Read()) { }
        if (errors is not null) return errors;
        if (!committed) return new BodyReading.CutShort();
        if (fields is null) return new BodyReading.Foreign();
        if (fields.Length == 0 ? cells.Count > 0 : cells.Count != 2L * fields.Length * rowCount) return new BodyReading.Foreign();
        return rowCount > rowLimit ? new BodyReading.TooManyRows() : new BodyReading.Complete(fields, [.. cells], rowCount);
    }

    private static void ReadData(ref Utf8JsonReader reader, ref string[]? fields, List<int> cells, ref int rowCount)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("fields"u8)) fields = ReadFields(ref reader);
            else if (reader.ValueTextEquals("values"u8)) rowCount = ReadRows(ref reader, cells);
            else SkipValue(ref reader, default);
        }
    }

    private static string[] ReadFields(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var fields = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) fields.Add(reader.GetString() ?? "");
        return [.. fields];
    }

    private static int ReadRows(ref Utf8JsonReader reader, List<int> cells)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var count = 0;
        for (; reader.Read() && reader.TokenType == JsonTokenType.StartArray; count++)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                cells.Add((int)reader.TokenStartIndex);
                reader.Skip();
                cells.Add((int)reader.BytesConsumed);
            }
        }

        return count;
    }

    private static BodyReading.Errors ReadErrors(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        string code = "", message = "";
        for (var first = true; reader.Read() && reader.TokenType == JsonTokenType.StartObject; first = false)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (first && reader.ValueTextEquals("code"u8)) code = ReadText(ref reader);
                else if (first && reader.ValueTextEquals("message"u8)) message = ReadText(ref reader);
                else SkipValue(ref reader, default);
            }
        }

        return new(code, message);
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString()!;
        reader.Skip();
        return "";
    }

    // True when the member has that name.
    private static bool SkipValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        var isIt = !name.IsEmpty && reader.ValueTextEquals(name);
        reader.Read();
        reader.Skip();
        return isIt;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        reader.Read();
        if (reader.TokenType != type) throw new JsonException();
    }
}
