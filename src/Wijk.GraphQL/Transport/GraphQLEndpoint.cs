using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Net.Http.Headers;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Telemetry;

namespace Wijk.GraphQL.Transport;

/// <summary><c>/graphql</c>, to the specification GraphQL over HTTP.</summary>
internal sealed class GraphQLEndpoint(GraphQLExecution execution, GraphQLSerializer serializer, Limits limits, SameSite sites, Measurements measurements, ILogger<GraphQLEndpoint> log)
{
    private const string Varying = "Accept, Accept-Language";

    private readonly RequestReader reader = new(serializer, limits);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        using var followed = Measurements.Follow("Request");
        var (code, cost) = await TryAnswerAsync(context);
        measurements.Note(code, cost, followed);
    }

    // The code of the first error, and the cost; null where there is none.
    private async Task<(string? Code, double? Cost)> TryAnswerAsync(HttpContext context)
    {
        var (format, language) = (ResponseFormat.AcceptedBy(context.Request), RequestLanguage.Of(context.Request));
        try
        {
            sites.Check(context.Request);
            if (format is null) throw NotAcceptable(context.Request);
            var request = await reader.ReadAsync(context.Request);
            var (operation, isGet) = (execution.Begin(), HttpMethods.IsGet(context.Request.Method));
            var tag = isGet ? AnswerTag.Of(operation, request, format, language) : null;
            if (tag is not null && AnswerTag.IsKnownTo(context.Request, tag))
            {
                SayNotModified(context.Response, tag);
                return default;
            }

            var result = await execution.ExecuteAsync(operation, request, isGet, language, context.RequestAborted);
            if (tag is not null && result.Errors is null) Tag(context.Response, tag);
            await WriteAsync(context, format, format.StatusOf(result), result);
            return (result.Errors?[0].Code, operation.Cost);
        }
        catch (RequestRefused refused)
        {
            return await RefuseAsync(context, format, refused.Kind, refused.Why, language);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return (Measurements.Left, null);
        }
        catch (Exception unexpected) when (unexpected is not BadHttpRequestException && !context.Response.HasStarted)
        {
            log.LogError(unexpected, "A request could not be answered: {Message}", unexpected.Message);
            return await RefuseAsync(context, format, ErrorCode.Internal, ErrorSentences.SeeLog, language);
        }
    }

    private async Task<(string Code, double? Cost)> RefuseAsync(HttpContext context, ResponseFormat? format, ErrorCode kind, Words why, Language language)
    {
        var result = new ExecutionResult();
        result.AddError(new ExplainedError(kind, why, language));
        await WriteAsync(context, format ?? ResponseFormat.Json, kind.Status!.Value, result);
        return (kind.Name, null);
    }

    private async Task WriteAsync(HttpContext context, ResponseFormat format, int status, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = format.MediaType + "; charset=utf-8";
        context.Response.Headers.Vary = Varying;
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.IsGet(context.Request.Method) ? "POST" : "GET, POST";
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private static void SayNotModified(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.Vary = Varying;
        Tag(response, tag);
    }

    // A client may keep it, and asks each time whether it is still right.
    private static void Tag(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
    }

    private static RequestRefused NotAcceptable(HttpRequest request)
    {
        var accepted = $"{ResponseFormat.GraphQLResponse.MediaType}, {ResponseFormat.Json.MediaType}";
        return new(ErrorCode.NotAcceptable, new(
            $"Wijk geeft geen antwoord als '{request.Headers.Accept}'; zet een van deze in de Accept-header: {accepted}.",
            $"Wijk does not answer as '{request.Headers.Accept}'; put one of these in the Accept header: {accepted}."));
    }
}
