using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>The first page: what stands out in an area, and how much is known.</summary>
public sealed record HomeModel
{
    private const int MostTold = 5;

    // What each question has to say, and how much of it at most; a new one adds its line. The first fills what the others leave: all of it where what they say is about one of its own.
    private static readonly ImmutableArray<(Func<Visit, int, Task<Told>> TellAsync, int Most)> Tellers = [(OverlapTelling.TellAsync, MostTold), (FundingTelling.TellAsync, 2), (DefragmentTelling.TellAsync, 1)];

    /// <summary>The name of the area; null for everywhere.</summary>
    public string? Area { get; private init; }

    /// <summary>The day that is looked at, and why that one.</summary>
    public required Words Day { get; init; }

    /// <summary>What stands out, at most five.</summary>
    public required ImmutableArray<TellingSentence> Sentences { get; init; }

    /// <summary>How much could be seen.</summary>
    public required ImmutableArray<Coverage> Coverage { get; init; }

    /// <summary>Whether there was anything to look at; if not, the page says how to begin.</summary>
    public required bool HasSomething { get; init; }

    /// <summary>What to do next when nothing stands out.</summary>
    public required Words NextStep { get; init; }

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var told = new List<Told>();
        foreach (var (tellAsync, most) in Tellers.Reverse()) told.Insert(0, await tellAsync(visit, Math.Min(most, MostTold - told.Sum(one => one.Sentences.Count(sentence => sentence.About is null)))));
        var sentences = Together(told.Select(one => one.Sentences).ToArray());
        var first = told[0].Answers[0];
        return PageContent.Of<HomePage, HomeModel>(new()
        {
            Area = first.Scope is { } scope ? first.View.Graph.Node(scope.Root).Name : null,
            Day = first.DayReason,
            Sentences = [.. InTurn(sentences).Take(MostTold)],
            Coverage = [.. told.Where(one => one.HasSomething).SelectMany(one => one.Answers[0].Coverage).Distinct()],
            HasSomething = told.Exists(one => one.HasSomething),
            NextStep = first.NextStep,
        });
    }

    // What to do about a combination stands with that combination, where it is told.
    private static IEnumerable<ImmutableArray<TellingSentence>> Together(ImmutableArray<TellingSentence>[] told)
    {
        var paths = told.SelectMany(sentences => sentences).Select(sentence => sentence.Path).ToHashSet();
        var steps = told.SelectMany(sentences => sentences).Where(sentence => sentence.About is { } about && paths.Contains(about)).ToDictionary(step => step.About!);
        return told.Select(sentences => sentences.RemoveAll(steps.ContainsValue)
            .Select(sentence => steps.GetValueOrDefault(sentence.Path) is { } step ? sentence with { Then = step } : sentence).ToImmutableArray());
    }

    private static IEnumerable<TellingSentence> InTurn(IEnumerable<ImmutableArray<TellingSentence>> told) => told
        .SelectMany((sentences, question) => sentences.Select((sentence, place) => (sentence, place, question)))
        .OrderBy(one => (one.place, one.question))
        .Select(one => one.sentence);
}
