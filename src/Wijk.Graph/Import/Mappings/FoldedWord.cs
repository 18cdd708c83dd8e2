using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A word of a text: letters and digits, with the accents on them.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends in the text.</param>
/// <param name="Folded">The word in lower case, without accents.</param>
internal readonly record struct FoldedWord(int Start, int End, string Folded)
{
    /// <summary>The words of a text, in order.</summary>
    public static List<FoldedWord> Of(string text)
    {
        var words = new List<FoldedWord>();
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start])) continue;
            var end = start + 1;
            while (end < text.Length && IsInWord(text[end])) end++;
            words.Add(new(start, end, TextFolding.Fold(text[start..end])));
            start = end;
        }

        return words;
    }

    // An accent may stand as a character of its own, behind its letter.
    private static bool IsInWord(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
