using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads JSON: an array of objects, an object that maps ids to values, or such a part of a larger object.</summary>
internal static class JsonTables
{
    /// <summary>The path of an object that is one row, and not a list of them.</summary>
    public const string One = ".";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    private static readonly Words HalfCharacter = new(
        "een naam erin heeft een half teken (een losse \\ud800 tot \\udfff); schrijf het in hele tekens.",
        "a name in it holds half a character (a lone \\ud800 to \\udfff); write it in whole characters.");

    /// <summary>The table in a text.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="encoding">The encoding that was found.</param>
    /// <param name="root">All that the file holds.</param>
    /// <param name="path">
    /// The names that lead to the part, with dots between them; null for the whole, of which GeoJSON gives its features; <see cref="One"/> for the whole as one row.
    /// </param>
    /// <exception cref="ImportFileException">There is no table at the path.</exception>
    public static SourceTable Read(string file, string encoding, JsonElement root, string? path)
    {
        if (path is null && GeoJsonTables.Holds(root)) return GeoJsonTables.Read(file, encoding, root);
        if (path == One) return JsonRows.Table(file, encoding, [(1, root.ValueKind == JsonValueKind.Object ? JsonCells.Of(root) : throw NotOne(file))]);
        var part = Part(file, root, path);
        var place = path is null ? file : $"{file} [{path}]";
        var rows = part.ValueKind switch
        {
            JsonValueKind.Array => part.EnumerateArray().Select((element, index) => (index + 1, JsonCells.Of(element))),
            JsonValueKind.Object => part.EnumerateObject().SelectMany((entry, index) => Entries(entry).Select(cells => (index + 1, cells))),
            _ => throw new ImportFileException(place, 0, new(
                $"hier staat een {part.ValueKind}; geef een lijst van objecten, of een object met bij elk id een waarde.",
                $"there is a {part.ValueKind} here; give an array of objects, or an object that maps ids to values.")),
        };
        return JsonRows.Table(place, encoding, rows);
    }

    /// <summary>The table in a text with a JSON object on each line.</summary>
    /// <exception cref="ImportFileException">A line is too long.</exception>
    public static SourceTable ReadLines(string file, TextBytes text)
    {
        text.RefuseEndlessLines(file);
        return JsonRows.Table(file, text.Encoding, Lines(text));
    }

    /// <summary>All that a text of JSON holds.</summary>
    /// <exception cref="ImportFileException">The text is not JSON.</exception>
    public static JsonElement Parse(string file, TextBytes text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Utf8, Strict);
            return document.RootElement.Clone();
        }
        catch (InvalidOperationException fault)
        {
            throw new ImportFileException(file, 0, HalfCharacter, fault);
        }
        catch (JsonException fault)
        {
            throw new ImportFileException(file, (int)(fault.LineNumber ?? 0) + 1, new(
                $"het bestand is geen geldige JSON ({fault.Message}); verbeter het daar, of maak het opnieuw.",
                $"the file is not valid JSON ({fault.Message}); correct it there, or export it again."), fault);
        }
    }

    private static ImportFileException NotOne(string file) => new(file, 0, new("hier staat geen object; geef er een, of een lijst van objecten.", "there is no object here; give one, or an array of objects."));

    private static JsonElement Part(string file, JsonElement root, string? path)
    {
        foreach (var name in path?.Split('.') ?? [])
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var next))
            {
                throw new ImportFileException(file, 0, new(
                    $"er is geen '{name}' op het pad '{path}'; verbeter het pad in de vertaling of geef het juiste bestand.",
                    $"there is no '{name}' on the path '{path}'; correct the path in the mapping or give the right file."));
            }

            root = next;
        }

        return root;
    }

    private static IEnumerable<JsonCells?> Entries(JsonProperty entry) => entry.Value.ValueKind switch
    {
        JsonValueKind.Array => entry.Value.EnumerateArray().Select(value => WithKey(entry.Name, value)),
        _ => [WithKey(entry.Name, entry.Value)],
    };

    private static JsonCells? WithKey(string key, JsonElement value)
    {
        try
        {
            var cells = new JsonCells();
            cells.Texts.Add(("key", key));
            if (value.ValueKind == JsonValueKind.Object) cells.Add(value, "");
            else cells.Texts.Add(("value", JsonRows.TextOf(value)));
            return cells;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<(int, JsonCells?)> Lines(TextBytes text)
    {
        var (start, line) = (0, 0);
        while (start < text.Utf8.Length)
        {
            line++;
            var length = text.Utf8.Span[start..].IndexOf((byte)'\n');
            var bytes = length < 0 ? text.Utf8[start..] : text.Utf8.Slice(start, length);
            start += bytes.Length + 1;
            if (bytes.Span.Trim(" \t\r"u8).IsEmpty) continue;
            yield return (line, CellsOfLine(bytes));
        }
    }

    // What a row holds to walk outlives the document it stands in.
    private static JsonCells? CellsOfLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return JsonCells.Of(document.RootElement.Clone());
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
