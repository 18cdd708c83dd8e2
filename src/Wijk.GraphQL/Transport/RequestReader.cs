using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>Reads a GraphQL request from HTTP: POST with a JSON body, or GET with the same names in the query string.</summary>
internal sealed class RequestReader(GraphQLSerializer serializer, Limits limits)
{
    private static readonly Words Body = new("Het verzoek", "The body");

    /// <summary>Reads the request.</summary>
    /// <exception cref="RequestRefused">It is not a well-formed GraphQL request.</exception>
    public async Task<GraphQLRequestBody> ReadAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? await ReadBodyAsync(request)
        : HttpMethods.IsGet(request.Method) ? await ReadQueryStringAsync(request)
        : throw new RequestRefused(ErrorCode.MethodNotAllowed, new(
            $"Dit adres kent {request.Method} niet; gebruik POST, of GET voor een query.",
            $"{request.Method} is not a method of this address; use POST, or GET for a query."));

    private async Task<GraphQLRequestBody> ReadBodyAsync(HttpRequest request)
    {
        // Only JSON: a page of another site cannot send that without the browser asking us first, and we say no.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestRefused(ErrorCode.UnsupportedMediaType, new(
                $"Het verzoek is '{request.ContentType}'; stuur het als application/json in UTF-8.",
                $"The body is '{request.ContentType}'; send it as application/json in UTF-8."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = limits.BodyBytes;
        try
        {
            return await JsonAsync(Body, request.Body, Read, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        catch (BadHttpRequestException)
        {
            throw new RequestRefused(ErrorCode.InvalidJson, new(
                "Het verzoek kwam niet heel aan; stuur het nog eens.", "The body did not arrive whole; send it again."));
        }
    }

    private async Task<GraphQLRequestBody> ReadQueryStringAsync(HttpRequest request)
    {
        var query = request.Query;
        return Checked(query["query"], query["operationName"], await InputsAsync("variables"), await InputsAsync("extensions"));

        async Task<Inputs?> InputsAsync(string name) => query[name].ToString() is { Length: > 0 } text
            ? await JsonAsync<Inputs?>(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), json => ObjectIn(json, name), request.HttpContext.RequestAborted)
            : null;
    }

    private static async Task<T> JsonAsync<T>(Words what, Stream utf8, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(utf8, default, cancellationToken);
        }
        catch (JsonException exception)
        {
            var (line, place) = ((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
            throw new RequestRefused(ErrorCode.InvalidJson, what + new Words(
                $" is geen geldige JSON (regel {line}, byte {place}); verbeter het daar.",
                $" is not valid JSON (line {line}, byte {place}); correct it there."));
        }

        // Texts and numbers are only decoded when they are read.
        using var parsed = json;
        try
        {
            return read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new RequestRefused(ErrorCode.InvalidJson, what + new Words(
                " bevat bytes die geen UTF-8 zijn, een halve surrogate of een onmogelijk getal; stuur JSON in UTF-8.",
                " holds bytes that are not UTF-8, half a surrogate pair or an impossible number; send JSON in UTF-8."));
        }
    }

    private GraphQLRequestBody Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Malformed(Body, new("één object met een query, geen lijst", "one object with a query, not a list"));
        return Checked(Text("query"), Text("operationName"), Inputs("variables"), Inputs("extensions"));

        string? Text(string name) => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw Malformed(name, new("een tekst", "a text"));

        Inputs? Inputs(string name) => body.TryGetProperty(name, out var value) ? ObjectIn(value, name) : null;
    }

    private Inputs? ObjectIn(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object when CountOf(value) > limits.Values => throw TooManyValues(name),
        JsonValueKind.Object => serializer.ReadNode<Inputs>(value),
        _ => throw Malformed(name, new("een object", "an object")),
    };

    private static int CountOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Sum(member => CountOf(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Sum(CountOf),
        _ => 1,
    };

    // Extensions are part of the protocol and must be well-formed, but this server knows none.
    private static GraphQLRequestBody Checked(string? query, string? operationName, Inputs? variables, Inputs? _) =>
        string.IsNullOrWhiteSpace(query)
            ? throw new RequestRefused(ErrorCode.MissingQuery, ErrorCode.MissingQuery.Meaning + new Words(
                " Stuur bijvoorbeeld {\"query\": \"{ graph { version } }\"}.", " Send, for example, {\"query\": \"{ graph { version } }\"}."))
            : new(query, string.IsNullOrEmpty(operationName) ? null : operationName, variables);

    private static RequestRefused Malformed(Words what, Words expected) => new(ErrorCode.MalformedRequest,
        what + new Words(" heeft de verkeerde vorm; stuur ", " has the wrong form; send ") + expected + ".");

    private RequestRefused TooManyValues(string name) => new(ErrorCode.RequestTooLarge, new(
        $"In {name} staan meer dan {limits.Values} waarden (values); stuur ze in delen, of lees een bestand in met 'import'.",
        $"There are more than {limits.Values} values in {name} (values); send them in parts, or bring in a file with 'import'."));

    private RequestRefused TooLarge() => new(ErrorCode.RequestTooLarge, new(
        $"Het verzoek is groter dan {limits.BodyBytes} bytes; stuur het in delen, of lees een bestand in met 'import'.",
        $"The body is larger than {limits.BodyBytes} bytes; send it in parts, or bring in a file with 'import'."));
}
