using System.Buffers;
using System.Text;

namespace Wijk.Graph.Model;

/// <summary>What a key and a name may hold, on every store.</summary>
public static class TextRules
{
    /// <summary>The longest key, in bytes of UTF-8: an index of Neo4j cannot hold a longer one.</summary>
    public const int LongestKey = 8_000;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 1_000;

    private const int ShownLength = 300;

    // Control characters, the two line ends that are not among them, and all that turns the direction of the text around it (Unicode's Bidi_Control).
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsControl), .. "\u2028\u2029",
            .. "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>What is wrong with a key; null when nothing is.</summary>
    public static Problem? ProblemOfKey(string key)
    {
        if (WhyRefused("key", key) is { } why) return new("key", why);
        if (key.Contains('@'))
        {
            return new("key", new(
                $"In de sleutel '{Shown(key)}' staat een @; schrijf %40, want na een @ staat een dag.",
                $"The key '{Shown(key)}' holds an @; write %40, since an @ is followed by a day."));
        }

        // A unit of UTF-16 takes at most three bytes.
        if (key.Length <= LongestKey / 3 || Encoding.UTF8.GetByteCount(key) is var bytes && bytes <= LongestKey) return null;
        return new("key", new(
            $"De sleutel is {bytes} bytes lang (in UTF-8), en {LongestKey} is het meeste; maak de id's korter waar hij uit bestaat.",
            $"The key is {bytes} bytes long (in UTF-8), and at most {LongestKey} are allowed; shorten the ids that it is made of."));
    }

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    /// <param name="path">The attribute that holds the name.</param>
    /// <param name="name">The name.</param>
    public static Problem? ProblemOfName(string path, string name)
    {
        if (WhyRefused(path, name) is { } why) return new(path, why);
        if (name.Length <= LongestName || name.EnumerateRunes().Count() is var count && count <= LongestName) return null;
        return new(path, new(
            $"{path} is {count} tekens lang, en {LongestName} is het meeste; maak het korter, en zet de rest in een ander veld.",
            $"{path} is {count} characters long, and at most {LongestName} are allowed; shorten it, and put the rest in another field."));
    }

    /// <summary>A text as a message can show it: its start, with characters that nobody would see written out: <c>[U+000A]</c>.</summary>
    public static string Shown(string text)
    {
        var start = text.Length <= ShownLength ? text : text[..ShownLength] + "…";
        return start.AsSpan().ContainsAny(Refused) ? string.Concat(start.Select(letter => Refused.Contains(letter) ? $"[{Name(letter)}]" : $"{letter}")) : start;
    }

    /// <summary>A text as a terminal may get it: no character in it can move the cursor, change a colour or turn the reading direction. Line ends and tabs stay.</summary>
    public static string Printable(string text) =>
        text.AsSpan().ContainsAny(Refused) ? string.Concat(text.Select((letter, at) => IsPrintable(text, at) ? $"{letter}" : $"[{Name(letter)}]")) : text;

    // A carriage return alone would let the rest of a line take the place of its start.
    private static bool IsPrintable(string text, int at) =>
        !Refused.Contains(text[at]) || text[at] is '\n' or '\t' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    private static Words? WhyRefused(string path, string text)
    {
        var at = text.AsSpan().IndexOfAny(Refused);
        return at < 0 ? null : new(
            $"In {path} staat op plaats {at + 1} het teken {Name(text[at])}; haal het weg. "
                + "Stuurtekens, regeleinden en tekens die de leesrichting veranderen mogen niet in een sleutel of naam.",
            $"{path} holds the character {Name(text[at])} at position {at + 1}; take it out. "
                + "A key or a name may not hold control characters, line ends or direction marks.");
    }

    private static string Name(char letter) => $"U+{(int)letter:X4}";
}
