using GraphQL;
using GraphQL.SystemTextJson;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary><c>/graphql</c>, to the specification GraphQL over HTTP.</summary>
internal sealed class GraphQLEndpoint(GraphQLExecution execution, GraphQLSerializer serializer)
{
    private readonly RequestReader reader = new(serializer);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var format = ResponseFormat.AcceptedBy(context.Request);
        try
        {
            if (format is null)
            {
                throw new RequestRefused(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE",
                    $"'{context.Request.Headers.Accept}' is not to be had; accept {ResponseFormat.GraphQLResponse.MediaType} or {ResponseFormat.Json.MediaType}.");
            }

            var request = await reader.ReadAsync(context.Request);
            var result = await execution.ExecuteAsync(request, HttpMethods.IsGet(context.Request.Method), context.RequestAborted);
            await WriteAsync(context, format, format.StatusOf(result), result);
        }
        catch (RequestRefused refused)
        {
            var result = new ExecutionResult();
            result.AddError(new ExecutionError(refused.Message) { Code = refused.Code });
            await WriteAsync(context, format ?? ResponseFormat.Json, refused.Status, result);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: nobody reads an answer.
        }
    }

    private async Task WriteAsync(HttpContext context, ResponseFormat format, int status, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = format.MediaType + "; charset=utf-8";
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.IsGet(context.Request.Method) ? "POST" : "GET, POST";
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }
}
