using System.Globalization;
using System.Text;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads a network of Pajek (.net): vertices, arcs and edges, one by one, as lists or as a matrix.</summary>
/// <remarks>Source of the form: the reference manual of Pajek, chapter 5 (http://mrvar.fdv.uni-lj.si/pajek/). How a vertex is drawn is not read.</remarks>
internal static class PajekTables
{
    private static readonly Words NotRead = new(
        "dit deel van een Pajek-bestand wordt niet gelezen; laat het weg, of zet het in een eigen bestand.",
        "this part of a Pajek file is not read; leave it out, or put it in a file of its own.");

    private static readonly Words NoLine = new(
        "deze regel heeft geen twee nummers van punten die er zijn; schrijf ze als '1 2', met een waarde erachter als die er is.",
        "this line does not have two numbers of vertices that exist; write them as '1 2', with a value behind them if there is one.");

    private static readonly Words OutsideSections = new(
        "deze regel staat in geen deel; een bestand van Pajek begint met *Vertices en het aantal punten.",
        "this line stands in no part; a Pajek file begins with *Vertices and the number of vertices.");

    /// <summary>The tables of a file.</summary>
    /// <exception cref="ImportFileException">It is not a Pajek file.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, TextBytes text)
    {
        text.RefuseEndlessLines(file);
        var tables = new NetworkTables(file, text.Encoding);
        var (section, count, line, row) = ("", 0L, 0, 0);
        var known = new HashSet<long>();
        foreach (var written in Encoding.UTF8.GetString(text.Utf8.Span).Split('\n'))
        {
            line++;
            var trimmed = written.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '%') continue;
            if (trimmed[0] == '*')
            {
                (section, row) = (trimmed.Split((char[]?)null, 2)[0].TrimStart('*').ToUpperInvariant(), 0);
                if (section == "VERTICES") count = Number(Words(trimmed).ElementAtOrDefault(1)) ?? throw NotPajek(file, line);
                else if (section is not ("NETWORK" or "ARCS" or "EDGES" or "ARCSLIST" or "EDGESLIST" or "MATRIX")) tables.AddBroken(trimmed, NotRead, line);
                continue;
            }

            if (section.Length == 0) throw NotPajek(file, line);
            Read(section, trimmed, line, ++row, count, known, tables);
        }

        if (count == 0) throw NotPajek(file, 0);
        return tables.Finish();
    }

    private static void Read(string section, string written, int line, int row, long count, HashSet<long> known, NetworkTables tables)
    {
        var words = Words(written);
        switch (section)
        {
            case "VERTICES":
                Vertex(words, line, known, tables);
                break;
            case "ARCS" or "EDGES" when Ends(words, count) is [var from, var to, ..]:
                Edge(from, to, words.ElementAtOrDefault(2), section == "ARCS", line, known, tables);
                break;
            case "ARCSLIST" or "EDGESLIST" when Ends(words, count) is [var from, _, ..] ends && ends.Count == words.Count:
                foreach (var to in ends.Skip(1)) Edge(from, to, null, section == "ARCSLIST", line, known, tables);
                break;
            case "MATRIX" when words.Count <= count && row <= count:
                for (var column = 0; column < words.Count; column++)
                {
                    if (decimal.TryParse(words[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == 0) continue;
                    Edge(row, column + 1, words[column], isDirected: true, line, known, tables);
                }

                break;
            case "ARCS" or "EDGES" or "ARCSLIST" or "EDGESLIST" or "MATRIX":
                tables.AddBroken(written, NoLine, line);
                break;
            default:
                tables.AddBroken(written, section == "NETWORK" ? OutsideSections : NotRead, line);
                break;
        }
    }

    private static void Vertex(List<string> words, int line, HashSet<long> known, NetworkTables tables)
    {
        if (Number(words[0]) is { } number) known.Add(number);
        var cells = tables.AddNode(words[0], line);
        cells.Texts.Add(("Label", words.Count > 1 ? words[1] : ""));
    }

    // Vertices without a line of their own are there all the same: the count says so.
    private static void Edge(long from, long to, string? weight, bool isDirected, int line, HashSet<long> known, NetworkTables tables)
    {
        foreach (var end in new[] { from, to })
        {
            if (known.Add(end)) tables.AddNode(end.ToString(CultureInfo.InvariantCulture), line);
        }

        var cells = tables.AddEdge(from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture), line);
        cells.Texts.Add(("Type", isDirected ? "Directed" : "Undirected"));
        if (weight is not null && decimal.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) cells.Texts.Add(("Weight", weight));
    }

    // The numbers at the start of a line; a negative number is a dotted line to the same vertex.
    private static List<long> Ends(List<string> words, long count) =>
        [.. words.Select(Number).TakeWhile(number => number is { } end && Math.Abs(end) >= 1 && Math.Abs(end) <= count).Select(number => Math.Abs(number!.Value))];

    private static long? Number(string? word) => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ImportFileException NotPajek(string file, int line) => new(file, line, new(
        "dit is geen Pajek-bestand: er hoort een regel '*Vertices 12' te staan voordat er iets anders komt; maak het bestand opnieuw.",
        "this is not a Pajek file: a line '*Vertices 12' must stand before anything else; export the file again."));

    // Words between blanks; a text in quotes is one word.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            var isQuoted = line[at] == '"';
            var start = isQuoted ? at + 1 : at;
            var end = start;
            while (end < line.Length && (isQuoted ? line[end] != '"' : !char.IsWhiteSpace(line[end]))) end++;
            words.Add(line[start..end]);
            at = isQuoted ? end + 1 : end;
        }

        return words;
    }
}
