using System.Text;

namespace Wijk.Graph.Import.Formats;

/// <summary>Text in any of the encodings that occur, brought to UTF-8.</summary>
/// <param name="Utf8">The text without byte order mark.</param>
/// <param name="Encoding">The encoding it had, e.g. <c>utf-8 with BOM</c>.</param>
public sealed record TextBytes(ReadOnlyMemory<byte> Utf8, string Encoding)
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Finds the encoding: a byte order mark; else zero bytes, which mean UTF-16; else UTF-8 when all bytes fit it; else Windows-1252.</summary>
    /// <exception cref="ImportFileException">The file is empty or holds no text.</exception>
    public static TextBytes Read(string file, byte[] bytes)
    {
        var text = Decode(file, bytes);
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
            return new(bytes, name);
        }
        catch (DecoderFallbackException)
        {
            RefuseHalfCharacter(file, bytes.Span);
            return From(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, bytes.Span, "windows-1252");
        }
    }

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
