using System.Collections;
using System.Collections.Immutable;
using System.Text;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Schema.Filters;

/// <summary>A condition on a text. For one query at a time: it folds each text into room of its own, so that trying one allocates nothing.</summary>
internal sealed class TextMatch
{
    private readonly string? contains, equalTo;
    private readonly HashSet<string>? words;
    private readonly StringBuilder folded = new();
    private char[] room = new char[256];

    private TextMatch(string? contains, string? equalTo, HashSet<string>? words) => (this.contains, this.equalTo, this.words) = (contains, equalTo, words);

    /// <summary>The condition as it was given.</summary>
    public static TextMatch Of(IDictionary<string, object?> condition)
    {
        return new(Folded(FilterTypes.Contains), Folded(FilterTypes.EqualTo),
            (Given(FilterTypes.In) as IEnumerable)?.Cast<string>().ToHashSet(StringComparer.Ordinal));

        object? Given(string name) => condition.TryGetValue(name, out var value) ? value : null;

        string? Folded(string name) => Given(name) is string text ? TextFolding.Fold(text) : null;
    }

    /// <summary>Whether a text meets it.</summary>
    public bool Fits(string text) => contains is null && equalTo is null ? words?.Contains(text) != false : Fits(Fold(text), text);

    /// <summary>Whether one of several texts meets it.</summary>
    public bool FitsAny(ImmutableArray<string> texts)
    {
        foreach (var text in texts)
        {
            if (Fits(text)) return true;
        }

        return false;
    }

    /// <summary>Whether a text that was folded before meets it.</summary>
    /// <param name="foldedText">The text, folded.</param>
    /// <param name="text">The text as it is.</param>
    public bool Fits(ReadOnlySpan<char> foldedText, string text) =>
        (contains is null || foldedText.Contains(contains, StringComparison.Ordinal))
        && (equalTo is null || foldedText.SequenceEqual(equalTo))
        && words?.Contains(text) != false;

    private ReadOnlySpan<char> Fold(string text)
    {
        folded.Clear();
        TextFolding.AppendTo(folded, text);
        if (room.Length < folded.Length) room = new char[2 * folded.Length];
        folded.CopyTo(0, room, folded.Length);
        return room.AsSpan(0, folded.Length);
    }
}
