using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>Reads a GraphQL request from HTTP: POST with a JSON body, or GET with the same names in the query string.</summary>
internal sealed class RequestReader(GraphQLSerializer serializer)
{
    /// <summary>The largest body, in bytes: a thousand changes fit well.</summary>
    public const int MaxBodySize = 4 * 1024 * 1024;

    /// <summary>Reads the request.</summary>
    /// <exception cref="RequestRefused">It is not a well-formed GraphQL request.</exception>
    public async Task<GraphQLRequestBody> ReadAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? await ReadBodyAsync(request)
        : HttpMethods.IsGet(request.Method) ? ReadQueryString(request)
        : throw new RequestRefused(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED",
            $"{request.Method} is not a method of this address; use POST, or GET for a query.");

    private async Task<GraphQLRequestBody> ReadBodyAsync(HttpRequest request)
    {
        // Only JSON: a page of another site cannot send that without the browser asking us first, and we say no.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json"
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestRefused(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE",
                $"The body is '{request.ContentType}'; send it as application/json in UTF-8.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBodySize;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            return Read(body.RootElement);
        }
        catch (JsonException exception)
        {
            throw NotJson("The body", exception);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
    }

    private GraphQLRequestBody ReadQueryString(HttpRequest request)
    {
        var query = request.Query;
        return Checked(query["query"], query["operationName"], ReadInputs("variables"), ReadInputs("extensions"));

        Inputs? ReadInputs(string name)
        {
            if (query[name].ToString() is not { Length: > 0 } text) return null;
            try
            {
                using var json = JsonDocument.Parse(text);
                return ObjectIn(json.RootElement, name);
            }
            catch (JsonException exception)
            {
                throw NotJson(name, exception);
            }
        }
    }

    private GraphQLRequestBody Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Malformed($"The body is a JSON {body.ValueKind}; send one object with a query, no list of requests.");
        return Checked(Text("query"), Text("operationName"), Inputs("variables"), Inputs("extensions"));

        string? Text(string name) => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw Malformed($"{name} is a JSON {value.ValueKind}; send a text.");

        Inputs? Inputs(string name) => body.TryGetProperty(name, out var value) ? ObjectIn(value, name) : null;
    }

    private Inputs? ObjectIn(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => serializer.ReadNode<Inputs>(value),
        _ => throw Malformed($"{name} is a JSON {value.ValueKind}; send an object."),
    };

    // Extensions are part of the protocol and must be well-formed, but this server knows none.
    private static GraphQLRequestBody Checked(string? query, string? operationName, Inputs? variables, Inputs? _) =>
        string.IsNullOrWhiteSpace(query)
            ? throw new RequestRefused(StatusCodes.Status400BadRequest, "MISSING_QUERY",
                "There is no query; send {\"query\": \"{ graph { version } }\"}.")
            : new(query, string.IsNullOrEmpty(operationName) ? null : operationName, variables);

    private static RequestRefused Malformed(string message) => new(StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", message);

    private static RequestRefused NotJson(string what, JsonException exception) => new(StatusCodes.Status400BadRequest, "INVALID_JSON",
        $"{what} is no valid JSON (line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}); correct it there.");

    private static RequestRefused TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "REQUEST_TOO_LARGE",
        $"The body is larger than {MaxBodySize} bytes; send it in parts, or import a file.");
}
