using System.Text;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Text in any of the encodings that occur, brought to UTF-8.</summary>
/// <param name="Utf8">The text without byte order mark.</param>
/// <param name="Encoding">The encoding it had, e.g. <c>utf-8 with BOM</c>.</param>
public sealed partial record TextBytes(ReadOnlyMemory<byte> Utf8, string Encoding)
{
    /// <summary>The encodings that somebody may choose; <c>utf-8-twice</c> is UTF-8 that a program took for Windows-1252 and wrote as UTF-8 again.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["utf-8", "windows-1252", "macintosh", "ibm850", "iso-8859-15", "utf-16", "utf-16be", Twice];

    private const string Twice = "utf-8-twice";

    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>What a reader should know of the encoding: where it was guessed and letters may be wrong.</summary>
    public IReadOnlyList<(int Line, string Value, Words Message)> Notes { get; init; } = [];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Finds the encoding: a byte order mark; else zero bytes, which mean UTF-16; else UTF-8 when all or nearly all bytes fit it; else Mac Roman when that puts
    /// letters inside words; else Windows-1252.
    /// </summary>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">All its bytes.</param>
    /// <param name="chosen">One of <see cref="Encodings"/>; null to find it out.</param>
    /// <exception cref="ImportFileException">The file is empty or holds no text.</exception>
    public static TextBytes Read(string file, byte[] bytes, string? chosen = null)
    {
        var text = chosen is null ? Decode(file, bytes) : Chosen(bytes, chosen);
        if (string.IsNullOrWhiteSpace(System.Text.Encoding.UTF8.GetString(text.Utf8.Span[..Math.Min(text.Utf8.Length, 4096)])))
        {
            throw new ImportFileException(file, 0, new(
                "het bestand is leeg; er is niets te lezen. Kijk of het helemaal is opgeslagen of gedownload.",
                "the file is empty; there is nothing to read. Check that it was saved or downloaded completely."));
        }

        return text;
    }

    /// <summary>Refuses a line of more than <see cref="LongestLine"/> bytes, which no table has and which would fill the memory.</summary>
    /// <exception cref="ImportFileException">There is such a line.</exception>
    public void RefuseEndlessLines(string file)
    {
        var rest = Utf8.Span;
        for (var line = 1; rest.Length > LongestLine; line++)
        {
            var end = rest[..(LongestLine + 1)].IndexOf((byte)'\n');
            if (end < 0)
            {
                const int megabytes = LongestLine / 1024 / 1024;
                throw new ImportFileException(file, line, new(
                    $"de regel is langer dan {megabytes} MB, meer wordt niet gelezen; kijk of het bestand regeleinden heeft en een tabel is.",
                    $"the line is longer than {megabytes} MB, the most that is read; check that the file has line ends and is a table."));
            }

            rest = rest[(end + 1)..];
        }
    }

    private static TextBytes Decode(string file, byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8Or1252(file, bytes.AsMemory(3), "utf-8 with BOM"),
        [0xFF, 0xFE, ..] => From(System.Text.Encoding.Unicode, bytes.AsSpan(2), "utf-16le with BOM"),
        [0xFE, 0xFF, ..] => From(System.Text.Encoding.BigEndianUnicode, bytes.AsSpan(2), "utf-16be with BOM"),
        _ => WithoutMark(file, bytes),
    };

    private static TextBytes WithoutMark(string file, byte[] bytes)
    {
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, 4096));
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        }

        // Most letters of western text have a zero as one of their two bytes in UTF-16; text in other encodings has none at all.
        if (odd > sample.Length / 4 && even < odd / 4) return From(System.Text.Encoding.Unicode, bytes, "utf-16le");
        if (even > sample.Length / 4 && odd < even / 4) return From(System.Text.Encoding.BigEndianUnicode, bytes, "utf-16be");
        return Utf8Or1252(file, bytes, "utf-8");
    }

    private static TextBytes Utf8Or1252(string file, ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Span.Contains((byte)0))
        {
            throw new ImportFileException(file, 0, new(
                "in het bestand staan nulbytes, die heeft geen tekst; geef een CSV-, TSV-, XLSX-, JSON- of NDJSON-bestand.",
                "the file holds zero bytes, which no text has; give a CSV, TSV, XLSX, JSON or NDJSON file."));
        }

        try
        {
            StrictUtf8.GetCharCount(bytes.Span);
            return new(bytes, name) { Notes = ReadTwice(bytes.Span) };
        }
        catch (DecoderFallbackException)
        {
            RefuseHalfCharacter(file, bytes.Span);
            return Guessed(bytes.Span);
        }
    }

    private static TextBytes Chosen(byte[] bytes, string chosen)
    {
        if (chosen == Twice) return new(System.Text.Encoding.UTF8.GetBytes(Once(System.Text.Encoding.UTF8.GetString(WithoutMark(bytes)))), Twice);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(chosen) ?? System.Text.Encoding.GetEncoding(chosen);
        return From(encoding, encoding is UTF8Encoding ? WithoutMark(bytes) : bytes, chosen);
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;

    // Not UTF-8, or not whole: a stray byte must not make two letters of every accent in the file.
    private static TextBytes Guessed(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken, firstBroken) = Characters(bytes);
        if (whole > broken)
        {
            var line = LineOf(bytes, firstBroken);
            return From(System.Text.Encoding.UTF8, bytes, "utf-8, damaged") with
            {
                Notes =
                [
                    (line, "", new(
                        $"het bestand is UTF-8, maar {broken} {(broken == 1 ? "teken is" : "tekens zijn")} dat niet (vanaf deze regel); daar staat nu \uFFFD. Klopt dat niet, kies dan zelf, bijvoorbeeld --encoding windows-1252.",
                        $"the file is UTF-8, but {broken} {(broken == 1 ? "character is" : "characters are")} not (from this line on); they are shown as \uFFFD. If that is wrong, choose yourself, for example --encoding windows-1252.")),
                ],
            };
        }

        var (mac, windows, at) = InsideWords(bytes);
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        if (mac > windows)
        {
            var roman = CodePagesEncodingProvider.Instance.GetEncoding("macintosh")!;
            return From(roman, bytes, "macintosh") with
            {
                Notes =
                [
                    (LineOf(bytes, at), WordAt(roman, bytes, at), new(
                        $"de codering is geraden: Mac Roman, want in Windows-1252 stond hier '{WordAt(western, bytes, at)}'. Klopt dat niet, kies dan --encoding windows-1252.",
                        $"the encoding was guessed: Mac Roman, since in Windows-1252 this would be '{WordAt(western, bytes, at)}'. If that is wrong, choose --encoding windows-1252.")),
                ],
            };
        }

        var read = From(western, bytes, "windows-1252");
        return mac == 0 ? read : read with
        {
            Notes =
            [
                (LineOf(bytes, at), WordAt(western, bytes, at), new(
                    "de codering is geraden: Windows-1252, maar dit woord ziet er dan vreemd uit. Klopt het niet, kies dan --encoding macintosh of --encoding ibm850.",
                    "the encoding was guessed: Windows-1252, but that makes this word look odd. If it is wrong, choose --encoding macintosh or --encoding ibm850.")),
            ],
        };
    }

    // How many characters beyond ASCII are whole UTF-8, how many are not, and where the first of those stands.
    private static (int Whole, int Broken, int FirstBroken) Characters(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken, first) = (0, 0, -1);
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0) break;
            at += next;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                whole++;
            }
            else
            {
                broken++;
                if (first < 0) first = at;
            }

            at += length;
        }

        return (whole, broken, first);
    }

    // Between letters 0x8E is Ž in Windows-1252 and é in Mac Roman; from 0xC0 up it is the other way round. Quotes and dashes stand between letters in both.
    private static (int Mac, int Windows, int FirstMac) InsideWords(ReadOnlySpan<byte> bytes)
    {
        var (mac, windows, first) = (0, 0, 0);
        for (var at = 1; at < bytes.Length - 1; at++)
        {
            if (bytes[at] < 0x80 || !char.IsAsciiLetter((char)bytes[at - 1])) continue;
            var isBetween = char.IsAsciiLetterLower((char)bytes[at + 1]);
            if (bytes[at] >= 0xC0 && isBetween) windows++;
            else if (bytes[at] is > 0x80 and <= 0x9F and not (0x85 or 0x91 or 0x92 or 0x93 or 0x94 or 0x96 or 0x97 or 0x99)
                || (bytes[at] == 0x91 && isBetween))
            {
                if (mac++ == 0) first = at;
            }
        }

        return (mac, windows, first);
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int at) => bytes[..Math.Max(0, at)].Count((byte)'\n') + 1;

    private static string WordAt(Encoding encoding, ReadOnlySpan<byte> bytes, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && bytes[start - 1] > ' ' && bytes[start - 1] is not ((byte)';' or (byte)',' or (byte)'"')) start--;
        while (end < bytes.Length && bytes[end] > ' ' && bytes[end] is not ((byte)';' or (byte)',' or (byte)'"')) end++;
        return TextRules.Shown(encoding.GetString(bytes[start..end]));
    }

    // é that was written twice is Ã©: C3 83 C2 A9.
    private static (int, string, Words)[] ReadTwice(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> accent = [0xC3, 0x83, 0xC2];
        var count = bytes.Count(accent) + bytes.Count("â€"u8);
        if (count == 0) return [];
        var at = bytes.IndexOf(accent);
        if (at < 0) at = bytes.IndexOf("â€"u8);
        var word = WordAt(System.Text.Encoding.UTF8, bytes, at);
        return
        [
            (LineOf(bytes, at), word, new(
                $"hier is tekst twee keer als UTF-8 opgeslagen ({count} keer in dit bestand); bedoeld is waarschijnlijk '{Once(word)}'. Met --encoding utf-8-twice wordt het zo gelezen.",
                $"text was saved as UTF-8 twice here ({count} times in this file); probably '{Once(word)}' is meant. With --encoding utf-8-twice it is read that way.")),
        ];
    }

    // Only what is whole UTF-8 after one step back: the rest of the text may be well.
    private static string Once(string text) => WrittenTwice().Replace(text, static match =>
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(match.Value);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : match.Value;
    });

    [GeneratedRegex("[\u00C2-\u00DF][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[\u00E0-\u00EF][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}")]
    private static partial Regex WrittenTwice();

    // Half of a UTF-16 pair, written as if it were UTF-8: in Windows-1252 it would be three letters that nobody wrote.
    private static void RefuseHalfCharacter(string file, ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes[at..].IndexOf((byte)0xED) is >= 0 and var next)
        {
            at += next + 1;
            if (at + 1 >= bytes.Length || bytes[at] is < 0xA0 or > 0xBF || bytes[at + 1] is < 0x80 or > 0xBF) continue;
            if (!System.Text.Unicode.Utf8.IsValid(bytes[..(at - 1)])) return;
            throw new ImportFileException(file, bytes[..at].Count((byte)'\n') + 1, new(
                "hier staat een half teken (een losse U+D800 tot U+DFFF), dat is geen tekst; maak het bestand opnieuw in hele UTF-8.",
                "there is half a character here (a lone U+D800 to U+DFFF), which is no text; export the file again in whole UTF-8."));
        }
    }

    private static TextBytes From(Encoding encoding, ReadOnlySpan<byte> bytes, string name) =>
        new(System.Text.Encoding.UTF8.GetBytes(encoding.GetString(bytes)), name);
}
