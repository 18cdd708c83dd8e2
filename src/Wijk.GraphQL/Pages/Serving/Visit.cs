using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Questions;
using Wijk.GraphQL.Schema.GraphInfo;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>Somebody asks for a page: what was given, and what is seen, from one snapshot.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="operation">What is seen.</param>
/// <param name="language">The language of the page.</param>
/// <param name="stop">Stops the work.</param>
internal sealed class Visit(HttpRequest request, Operation operation, Language language, CancellationToken stop)
{
    private Answer? answer;

    /// <summary>The values of a question's parameters.</summary>
    public Given Given { get; } = Given.In(request.Query);

    /// <summary>A parameter of the page itself; null when it was not given.</summary>
    public string? Value(string name) => request.Query[name] is [.., { Length: > 0 } text] ? text : null;

    /// <summary>The answer to a question: in its turn when it must still be computed, as over GraphQL.</summary>
    public async ValueTask<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question)
        where TAnswer : Answer
    {
        var asked = await operation.AskAsync(question, stop);
        answer ??= asked;
        return asked;
    }

    /// <summary>A figure of an answer that is only computed when somebody asks for it: in its turn, as over GraphQL.</summary>
    public ValueTask<T> FigureAsync<T>(Answer asked, string name, Func<CancellationToken, T> compute) => operation.FigureAsync(asked, name, compute, stop);

    /// <summary>What is around the page, once its questions were answered.</summary>
    public async Task<PageFrame> FrameAsync(bool hasEditor)
    {
        var view = answer?.View ?? operation.View;
        if (!WorkAreas.AreRead(view)) await operation.Analyses.RunAsync((view, nameof(WorkAreas)), _ => (WorkAreas.Of(view), GraphField.HoldsSample(operation.View)), stop);
        return Bare(request, language) with
        {
            Areas = WorkAreas.Of(view).All,
            AreaKey = answer?.Scope is { } scope ? view.Graph.Node(scope.Root).Key : null,
            HasEditor = hasEditor,
            Notices = PageFacts.NoticesOf(operation.View, operation.Fault, answer?.LookedAt),
            Holds = PageFacts.HoldsOf(operation.View),
        };
    }

    /// <summary>What is around a page of which nothing more is known than that it was asked for.</summary>
    public static PageFrame Bare(HttpRequest request, Language language) => new()
    {
        Language = language,
        // A path takes what looks escaped for what is, and keys hold escaped keys.
        Path = new PathString((request.PathBase + request.Path).Value!.Replace("%", "%25", StringComparison.Ordinal)).ToUriComponent(),
        Given = request.Query.Where(given => given.Value is [.., { Length: > 0 }]).ToImmutableSortedDictionary(given => given.Key, given => given.Value[^1]!, StringComparer.Ordinal),
    };
}
