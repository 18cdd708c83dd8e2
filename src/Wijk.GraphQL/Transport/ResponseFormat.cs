using GraphQL;
using Microsoft.Net.Http.Headers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>The form of a response, and with it the meaning of the HTTP status.</summary>
internal sealed class ResponseFormat
{
    /// <summary>The form of GraphQL over HTTP: the status says whether the operation could be run.</summary>
    public static readonly ResponseFormat GraphQLResponse = new("application/graphql-response+json");

    /// <summary>The form for older clients: a well-formed request is answered with status 200, whatever the answer.</summary>
    public static readonly ResponseFormat Json = new("application/json");

    private ResponseFormat(string mediaType) => MediaType = mediaType;

    /// <summary>The media type.</summary>
    public string MediaType { get; }

    /// <summary>The form that an Accept header asks for; null when it accepts neither.</summary>
    public static ResponseFormat? AcceptedBy(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return GraphQLResponse;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return null;
        foreach (var type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (Matches(type, GraphQLResponse)) return GraphQLResponse;
            if (Matches(type, Json)) return Json;
        }

        return null;
    }

    /// <summary>The HTTP status of an answer.</summary>
    public int StatusOf(ExecutionResult result)
    {
        if (result.Executed || result.Errors is null) return StatusCodes.Status200OK;
        var status = result.Errors.OfType<ExplainedError>().Max(error => error.Kind.Status) ?? StatusCodes.Status400BadRequest;
        return status == StatusCodes.Status400BadRequest && this == Json ? StatusCodes.Status200OK : status;
    }

    // Not MatchesMediaType: to that, application/json means everything that ends in +json.
    private static bool Matches(MediaTypeHeaderValue accepted, ResponseFormat format) =>
        (accepted.MatchesAllTypes || accepted.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)
            || accepted.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase))
        && (!accepted.Charset.HasValue || accepted.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
