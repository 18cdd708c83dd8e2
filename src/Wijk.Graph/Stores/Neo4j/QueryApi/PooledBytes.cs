using System.Buffers;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>Bytes that grow in an array of the shared pool, and give it back when disposed.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * bytes.Length, needed), Array.MaxLength));
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        if (bytes.Length == 0) return;
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }
}
