using GraphQL;
using GraphQL.SystemTextJson;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary><c>/graphql</c>, to the specification GraphQL over HTTP.</summary>
internal sealed class GraphQLEndpoint(GraphQLExecution execution, GraphQLSerializer serializer, Limits limits, SameSite sites, ILogger<GraphQLEndpoint> log)
{
    private readonly RequestReader reader = new(serializer, limits);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var (format, language) = (ResponseFormat.AcceptedBy(context.Request), RequestLanguage.Of(context.Request));
        try
        {
            sites.Check(context.Request);
            if (format is null) throw NotAcceptable(context.Request);
            var request = await reader.ReadAsync(context.Request);
            var result = await execution.ExecuteAsync(request, HttpMethods.IsGet(context.Request.Method), language, context.RequestAborted);
            await WriteAsync(context, format, format.StatusOf(result), result);
        }
        catch (RequestRefused refused)
        {
            await RefuseAsync(context, format, refused.Kind, refused.Why, language);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: nobody reads an answer.
        }
        catch (Exception unexpected) when (unexpected is not BadHttpRequestException && !context.Response.HasStarted)
        {
            log.LogError(unexpected, "A request could not be answered: {Message}", unexpected.Message);
            await RefuseAsync(context, format, ErrorCode.Internal, ErrorSentences.SeeLog, language);
        }
    }

    private Task RefuseAsync(HttpContext context, ResponseFormat? format, ErrorCode kind, Words why, Language language)
    {
        var result = new ExecutionResult();
        result.AddError(new ExplainedError(kind, why, language));
        return WriteAsync(context, format ?? ResponseFormat.Json, kind.Status!.Value, result);
    }

    private async Task WriteAsync(HttpContext context, ResponseFormat format, int status, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = format.MediaType + "; charset=utf-8";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.IsGet(context.Request.Method) ? "POST" : "GET, POST";
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private static RequestRefused NotAcceptable(HttpRequest request)
    {
        var accepted = $"{ResponseFormat.GraphQLResponse.MediaType}, {ResponseFormat.Json.MediaType}";
        return new(ErrorCode.NotAcceptable, new(
            $"Wijk geeft geen antwoord als '{request.Headers.Accept}'; zet een van deze in de Accept-header: {accepted}.",
            $"Wijk does not answer as '{request.Headers.Accept}'; put one of these in the Accept header: {accepted}."));
    }
}
