using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wijk.Testing;

/// <summary>A request as it came over the wire; it has a Content-Length, as a client of ours sends it.</summary>
internal sealed record RawRequest(string Method, string Path, string? Authorization, string Text, byte[] Body)
{
    /// <summary>The Cypher that it brings.</summary>
    public string Statement
    {
        get
        {
            using var body = JsonDocument.Parse(Body);
            return body.RootElement.GetProperty("statement").GetString()!;
        }
    }

    /// <summary>Reads one request.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="start">What was already read of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<RawRequest> ReadAsync(Stream stream, ReadOnlyMemory<byte> start, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>(start.ToArray());
        var buffer = new byte[64 * 1024];
        int headerEnd;
        while ((headerEnd = HeaderEnd(bytes)) < 0) await MoreAsync();
        var lines = Encoding.ASCII.GetString([.. bytes[..headerEnd]]).Split("\r\n");
        var length = int.Parse(Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        while (bytes.Count < headerEnd + 4 + length) await MoreAsync();
        var parts = lines[0].Split(' ');
        return new(parts[0], parts[1], Header("Authorization"), Encoding.UTF8.GetString([.. bytes]), [.. bytes[(headerEnd + 4)..]]);

        string? Header(string name) => lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

        async Task MoreAsync()
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0) throw new IOException("The client closed the connection inside its request.");
            bytes.AddRange(buffer.AsSpan(0, count));
        }
    }

    private static int HeaderEnd(List<byte> bytes) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).IndexOf("\r\n\r\n"u8);
}
