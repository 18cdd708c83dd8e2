using System.Buffers;
using System.Text;

namespace Wijk.Graph.Model;

/// <summary>What a key and a name may hold, on every store.</summary>
public static class TextRules
{
    /// <summary>The longest key, in bytes of UTF-8: an index of Neo4j can hold no more.</summary>
    public const int LongestKey = 8_000;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 1_000;

    private const int ShownLength = 40;

    // Control characters, the two line ends that are none, and all that turns the direction of what stands beside it (Unicode's Bidi_Control).
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029',
            '\u061C', '\u200E', '\u200F', .. "\u202A\u202B\u202C\u202D\u202E", .. "\u2066\u2067\u2068\u2069"]);

    /// <summary>What is wrong with a key; null when nothing is.</summary>
    public static Problem? ProblemOfKey(string key)
    {
        if (WhyRefused("key", key) is { } why) return new("key", why);
        if (key.Contains('@'))
        {
            return new("key", new(
                $"In de sleutel '{Shown(key)}' staat een @; schrijf %40, want na een @ staat een dag.",
                $"The key '{Shown(key)}' holds an @; write %40, for after an @ stands a day."));
        }

        // A character takes at most three bytes for each of its units.
        if (key.Length <= LongestKey / 3 || Encoding.UTF8.GetByteCount(key) is var bytes && bytes <= LongestKey) return null;
        return new("key", new(
            $"De sleutel '{Shown(key)}' is {bytes} bytes lang (UTF-8) en mag er {LongestKey} zijn; geef het een korter id.",
            $"The key '{Shown(key)}' is {bytes} bytes of UTF-8 long and may be {LongestKey}; give it a shorter id."));
    }

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    /// <param name="path">The attribute that names.</param>
    /// <param name="name">The name.</param>
    public static Problem? ProblemOfName(string path, string name)
    {
        if (WhyRefused(path, name) is { } why) return new(path, why);
        if (name.Length <= LongestName || name.EnumerateRunes().Count() is var count && count <= LongestName) return null;
        return new(path, new(
            $"{path} '{Shown(name)}' is {count} tekens lang en mag er {LongestName} zijn; maak het korter, en zet de rest in een ander veld.",
            $"{path} '{Shown(name)}' is {count} characters long and may be {LongestName}; make it shorter, and put the rest in another field."));
    }

    private static Words? WhyRefused(string path, string text)
    {
        var at = text.AsSpan().IndexOfAny(Refused);
        return at < 0 ? null : new(
            $"In {path} staat op plaats {at + 1} het teken U+{(int)text[at]:X4}, na '{Shown(text[..at])}'; haal het weg. "
                + "Tekens die men niet ziet, regeleinden en tekens die de leesrichting veranderen mogen er niet in.",
            $"{path} holds the character U+{(int)text[at]:X4} at place {at + 1}, after '{Shown(text[..at])}'; take it out. "
                + "Characters that nobody sees, line ends and marks that change the direction of reading are not allowed.");
    }

    private static string Shown(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}
