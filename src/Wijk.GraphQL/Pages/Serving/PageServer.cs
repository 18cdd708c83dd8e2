using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Pages.Problem;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Transport;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>Answers requests for pages. What cannot be shown is a page too: a sentence that says why and what to do.</summary>
internal sealed class PageServer(
    GraphQLExecution execution, SnapshotHost snapshots, Limits limits, TimeProvider clock, SameSite sites, IHostEnvironment environment, ILogger<PageServer> log)
{
    private const string RetrySeconds = "10";

    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">Makes the page.</param>
    public async Task AnswerAsync(HttpContext context, Func<Visit, Task<PageContent>> page)
    {
        var language = LanguageOf(context.Request);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Seconds), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, context.RequestAborted);
        try
        {
            await ShowAsync(context, page, language, stop.Token);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            await RefuseAsync(context, language, new(StatusCodes.Status503ServiceUnavailable, GraphQLExecution.TooLate(limits).Why) { WasTooMuch = true });
        }
        catch (Exception failure) when (failure is not BadHttpRequestException && !context.Response.HasStarted)
        {
            await RefuseAsync(context, language, ProblemOf(failure));
        }
    }

    private async Task ShowAsync(HttpContext context, Func<Visit, Task<PageContent>> page, Language language, CancellationToken stop)
    {
        // A link on another site may lead here; nothing else there may make a browser ask.
        if (!IsFollowedLink(context.Request)) sites.Check(context.Request);
        if (!snapshots.HasSnapshot) throw new PageRefused(StatusCodes.Status503ServiceUnavailable, new("Er is nog niets gelezen.", "Nothing has been read yet."));
        var operation = execution.Begin();
        var tag = AnswerTag.Of(operation, language, environment.EnvironmentName, context.Request.PathBase + context.Request.Path, context.Request.QueryString.Value ?? "");
        var isKnown = AnswerTag.IsKnownTo(context.Request, tag);
        var visit = new Visit(context.Request, operation, language, stop);
        var html = "";
        if (!isKnown)
        {
            var content = await page(visit);
            html = await PageRenderer.RenderAsync(await visit.FrameAsync(environment.IsDevelopment()), content);
        }

        var headers = context.Response.Headers;
        (headers.ETag, headers.CacheControl) = (tag.ToString(), "private, no-cache");
        await WriteAsync(context, language, isKnown ? StatusCodes.Status304NotModified : StatusCodes.Status200OK, html);
    }

    private static async Task RefuseAsync(HttpContext context, Language language, ProblemModel problem)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetrySeconds;
        var frame = Visit.Bare(context.Request, language) with { KeepsPlace = false };
        await WriteAsync(context, language, problem.Status, await PageRenderer.RenderAsync(frame, PageContent.Of<ProblemPage, ProblemModel>(problem)));
    }

    private static async Task WriteAsync(HttpContext context, Language language, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Vary = "Accept-Language";
        if (status == StatusCodes.Status304NotModified) return;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentLanguage = $"{language}".ToLowerInvariant();
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    private ProblemModel ProblemOf(Exception failure)
    {
        switch (failure)
        {
            case PageRefused refused:
                return new(refused.Status, refused.Why);
            case UnknownAreaException unknown:
                return new(StatusCodes.Status404NotFound, unknown.Why) { Areas = [.. unknown.Candidates] };
            case RequestRefused refused:
                return new(refused.Kind.Status!.Value, refused.Why);
            case ExplainedError error when error.Kind == ErrorCode.TooBusy:
                return new(StatusCodes.Status503ServiceUnavailable, error.Why);
            case ExplainedError error:
                return new(StatusCodes.Status400BadRequest, error.Why);
            case ExplainedException explained:
                return new(StatusCodes.Status400BadRequest, explained.Why);
            default:
                log.LogError(failure, "A page could not be made: {Message}", failure.Message);
                return new(StatusCodes.Status500InternalServerError, ErrorSentences.SeeLog);
        }
    }

    private static Language LanguageOf(HttpRequest request) =>
        request.Query["lang"] is [.., { } asked] && Typed.WordOf<Language>(asked) is { Problem: null } chosen ? chosen.Value : RequestLanguage.Of(request);

    private static bool IsFollowedLink(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document" && request.Headers.Origin.Count == 0;
}
