using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>Something that stands out, in a sentence that leads to its page.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Sentence">What it comes to.</param>
/// <param name="Names">The organisations in it, by name; none where the sentence names them.</param>
/// <param name="Path">Its page.</param>
/// <param name="IsOfArea">Whether its page is of the area that was chosen, rather than of what it is about wherever that is.</param>
public sealed record TellingSentence(Words Title, Words Sentence, ImmutableArray<string> Names, string Path, bool IsOfArea = false)
{
    /// <summary>The page of the combination that it says what to do about; null when it starts from something else.</summary>
    public string? About { get; init; }

    /// <summary>What to do about it.</summary>
    public TellingSentence? Then { get; init; }
}

/// <summary>What a question has to say on the first page.</summary>
/// <param name="Sentences">What stands out, the most telling first.</param>
/// <param name="Answers">Where it was found: what was seen of the work, on which day.</param>
/// <param name="HasSomething">Whether the question had anything to look at.</param>
internal sealed record Told(ImmutableArray<TellingSentence> Sentences, ImmutableArray<Answer> Answers, bool HasSomething);
