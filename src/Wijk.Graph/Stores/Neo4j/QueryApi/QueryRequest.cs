using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>The body of one request, written once and sent as often as the call is tried.</summary>
internal sealed class QueryRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Values = new() { Converters = { new FloatConverter() } };

    // Not of the pool: a server that answers early may still be sent the rest of it after the call has ended.
    private readonly ArrayBufferWriter<byte> body = new();

    /// <param name="statement">The statement.</param>
    /// <param name="parameters">The object that the statement knows as <c>$in</c>; null for none.</param>
    /// <param name="isRead">Whether the server must refuse the statement when it writes.</param>
    public QueryRequest(Statement statement, object? parameters, bool isRead)
    {
        Statement = statement;
        using var writer = new Utf8JsonWriter(body, Options);
        // Neo4j reads them in this order, and 5.26 refuses fields that it does not know.
        writer.WriteStartObject();
        writer.WriteString("statement"u8, statement.Text);
        writer.WriteStartObject("parameters"u8);
        if (parameters is not null)
        {
            // All of them in one: Neo4j plans a statement anew for each order of magnitude of each list that is a parameter, which costs a
            // second for a long one; it does not look into a map.
            writer.WritePropertyName("in"u8);
            JsonSerializer.Serialize(writer, parameters, parameters.GetType(), Values);
        }

        writer.WriteString("wijkRequest"u8, Id);
        writer.WriteEndObject();
        writer.WriteString("accessMode"u8, isRead ? "READ"u8 : "WRITE"u8);
        writer.WriteEndObject();
    }

    /// <summary>The statement it sends.</summary>
    public Statement Statement { get; }

    /// <summary>Tells its transactions from all others in the server: a parameter that no statement uses.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>A message with the body; new for each try.</summary>
    public HttpRequestMessage ToMessage(Uri address)
    {
        var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
