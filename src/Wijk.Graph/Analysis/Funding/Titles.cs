using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Funding;

/// <summary>A title as its words, to be compared with others.</summary>
public static class Titles
{
    /// <summary>The least letters of a word that says what a title is about.</summary>
    public const int TellingLength = 5;

    /// <summary>The words of a title: runs of letters and digits, in order.</summary>
    /// <param name="folded">The title in lower case, without accents.</param>
    public static ImmutableArray<string> WordsOf(string folded)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < folded.Length; start++)
        {
            if (!char.IsLetterOrDigit(folded[start])) continue;
            var end = start + 1;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end])) end++;
            words.Add(folded[start..end]);
            start = end;
        }

        return words.ToImmutable();
    }

    /// <summary>Whether a word says what a title is about: long enough, and no number.</summary>
    public static bool IsTelling(string word) => word.Length >= TellingLength && !word.Any(char.IsDigit);

    /// <summary>Whether a word is a year, 1900 to 2099.</summary>
    public static bool IsYear(string word) =>
        word.Length == 4 && word.All(char.IsAsciiDigit) && word is ['1', '9', ..] or ['2', '0', ..];
}
