using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The changes of a change set as a row of texts, each small enough to be one property of a <c>WijkLogPage</c>.</summary>
/// <remarks>A text is a JSON list of <c>{"put":record}</c> and <c>{"remove":key}</c>, as in a backup.</remarks>
internal static class LogPages
{
    /// <summary>How many changes a page may hold.</summary>
    public const int MostChanges = 1_000;

    /// <summary>From this size in bytes a page takes no further change.</summary>
    public const int FullSize = 512 * 1024;

    /// <summary>The pages, in order.</summary>
    /// <param name="changes">The changes, ordered by key.</param>
    public static IEnumerable<string> Of(IEnumerable<Change> changes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, RecordJson.WriterOptions);
        var count = 0;
        foreach (var change in changes)
        {
            if (count == 0) writer.WriteStartArray();
            ChangeJson.Write(writer, change);
            if (++count < MostChanges && buffer.WrittenCount + writer.BytesPending < FullSize) continue;
            yield return Taken();
        }

        if (count > 0) yield return Taken();

        string Taken()
        {
            writer.WriteEndArray();
            writer.Flush();
            var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            writer.Reset();
            count = 0;
            return text;
        }
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="RecordFormatException">It holds something else than changes.</exception>
    public static ImmutableArray<Change> Read(string page)
    {
        using var document = JsonDocument.Parse(page);
        var changes = ImmutableArray.CreateBuilder<Change>(document.RootElement.GetArrayLength());
        foreach (var element in document.RootElement.EnumerateArray()) changes.Add(ChangeJson.Read(element));
        return changes.DrainToImmutable();
    }
}
