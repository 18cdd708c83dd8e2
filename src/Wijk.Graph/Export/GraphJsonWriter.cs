using System.Buffers;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Export;

/// <summary>Writes one JSON object whose arrays have one element on a line, in pieces: the whole is never held in memory.</summary>
internal sealed class GraphJsonWriter(Stream stream) : IDisposable
{
    private const int PieceBytes = 1 << 16;

    private readonly ArrayBufferWriter<byte> buffer = new(2 * PieceBytes);
    private readonly ArrayBufferWriter<byte> line = new();
    private Utf8JsonWriter? json;
    private bool isFirst;

    /// <summary>Starts the object with its version.</summary>
    public void Start(GraphVersion version)
    {
        Raw("{"u8);
        Raw("\"wijk\":1,\"version\":"u8);
        Value(writer => writer.WriteNumberValue(version.Number));
        Raw(",\"recordedAt\":"u8);
        Value(writer => writer.WriteStringValue(RecordJson.TimeText(version.RecordedAt)));
    }

    /// <summary>Starts an array, the next member of the object.</summary>
    public void StartArray(string name)
    {
        Raw(","u8);
        Value(writer => writer.WriteStringValue(name));
        Raw(":["u8);
        isFirst = true;
    }

    /// <summary>Writes a record as one line.</summary>
    public void Record(GraphRecord record) => Element(writer => RecordJson.Write(writer, record));

    /// <summary>Writes an element of the array as one line.</summary>
    public void Element(Action<Utf8JsonWriter> write)
    {
        Raw(isFirst ? "\n"u8 : ",\n"u8);
        isFirst = false;
        Value(write);
    }

    /// <summary>Ends the array.</summary>
    public void EndArray() => Raw("\n]"u8);

    /// <summary>Ends the object and writes what is left.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        Raw("}\n"u8);
        await WriteOutAsync(cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Passes on what has been written, once there is enough of it.</summary>
    public ValueTask WriteOutWhenFullAsync(CancellationToken cancellationToken) =>
        buffer.WrittenCount < PieceBytes ? ValueTask.CompletedTask : WriteOutAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => json?.Dispose();

    private async ValueTask WriteOutAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        buffer.ResetWrittenCount();
    }

    private void Raw(ReadOnlySpan<byte> text) => buffer.Write(text);

    private void Value(Action<Utf8JsonWriter> write)
    {
        json ??= new(line, RecordJson.WriterOptions);
        line.ResetWrittenCount();
        json.Reset();
        write(json);
        json.Flush();
        Raw(line.WrittenSpan);
    }
}
