using System.Globalization;
using System.Text;

namespace Wijk.Graph.Model;

/// <summary>Text as it is searched: lower case, without accents, blanks folded.</summary>
/// <remarks>
/// A table of our own, because .NET runs here without culture data and then does not take letters and accents apart. It covers Latin script
/// as written in Europe and Vietnam; other letters only lose their case.
/// </remarks>
public static class TextFolding
{
    // A base letter for each character from U+00C0 to U+017F, and from U+1E00 to U+1EFF; '?' where there is not exactly one.
    private const string LatinFromC0 =
        "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string LatinFrom1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
        + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?sss?daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
        + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??vvyy";

    /// <summary>The text as it is searched.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        AppendTo(folded, text);
        return folded.ToString();
    }

    /// <summary>Appends the text as it is searched; allocates nothing of its own.</summary>
    public static void AppendTo(StringBuilder folded, string text)
    {
        var (start, blank) = (folded.Length, false);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                blank = true;
                continue;
            }

            if (letter > 127 && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (blank && folded.Length > start) folded.Append(' ');
            blank = false;
            if (Ligature(letter) is { } letters) folded.Append(letters);
            else folded.Append(Base(letter));
        }
    }

    private static char Base(char letter)
    {
        var plain = letter switch
        {
            >= '\u00C0' and <= '\u017F' => LatinFromC0[letter - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' => LatinFrom1E00[letter - '\u1E00'],
            '\u01A0' or '\u01A1' => 'o', // Vietnamese, with a horn.
            '\u01AF' or '\u01B0' => 'u',
            '\u0218' or '\u0219' => 's', // Romanian, with a comma below.
            '\u021A' or '\u021B' => 't',
            _ => '?',
        };
        return plain == '?' ? char.ToLowerInvariant(letter) : plain;
    }

    private static string? Ligature(char letter) => letter switch
    {
        < '\u00C6' => null,
        'Æ' or 'æ' => "ae",
        'Œ' or 'œ' => "oe",
        'Ĳ' or 'ĳ' => "ij",
        'ß' or 'ẞ' => "ss",
        'Þ' or 'þ' => "th",
        _ => null,
    };
}
