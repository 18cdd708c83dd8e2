using System.Text.Encodings.Web;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints JSON for another program, with accents as they are.</summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints what is written, ending in a newline, and closes the output.</summary>
    public static void Print(Stream output, Action<Utf8JsonWriter> write)
    {
        using var screen = output;
        using (var json = new Utf8JsonWriter(screen, Readable)) write(json);
        screen.Write("\n"u8);
    }

    /// <summary>Writes words in both languages, as GraphQL does.</summary>
    public static void WriteWords(this Utf8JsonWriter json, string name, Words words)
    {
        json.WriteStartObject(name);
        json.WriteString("nl", words.Nl);
        json.WriteString("en", words.En);
        json.WriteEndObject();
    }
}
