using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Rounds;

/// <summary>One line of a spreadsheet in which a round is answered: texts, as written.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Round">The key of the round.</param>
/// <param name="Who">The name of who answers.</param>
/// <param name="WhoKey">Its key.</param>
/// <param name="About">The name of about whom; empty where nobody is filled in.</param>
/// <param name="AboutKey">Its key; empty for who was not on the list.</param>
/// <param name="Level">The figure; empty when it was not answered.</param>
internal sealed record AnswerLine(RowPlace Place, string Round, string Who, string WhoKey, string About, string AboutKey, string Level)
{
    /// <summary>The lines in some files, and the rows that cannot be read.</summary>
    /// <exception cref="ImportFileException">A file cannot be read, or holds no list of a round.</exception>
    public static (List<AnswerLine> Lines, List<RowRemark> Refused, List<FileRead> Files) In(IEnumerable<SourceFile> files)
    {
        var (lines, refused, read) = (new List<AnswerLine>(), new List<RowRemark>(), new List<FileRead>());
        foreach (var file in files)
        {
            var tables = TableReader.Read(file).Where(table => Find(table, AnswerForm.Level) >= 0 || Find(table, AnswerForm.Round) >= 0).ToArray();
            if (tables.Length == 0) throw NoList(file.Name);
            foreach (var table in tables)
            {
                var columns = AnswerForm.Columns.Select(column => Find(table, column)).ToArray();
                if (Array.IndexOf(columns, -1) is >= 0 and var missing) throw NoColumn(table.File, AnswerForm.Columns[missing]);
                var count = 0;
                foreach (var row in table.Rows)
                {
                    count++;
                    if (row.Fault is { } fault) refused.Add(new(row.Place, fault.Value, fault.Message));
                    else lines.Add(Of(row, columns));
                }

                read.Add(new(table.File, table.Encoding, count));
            }
        }

        return (lines, refused, read);
    }

    private static AnswerLine Of(SourceRow row, int[] columns)
    {
        var (who, about, level, round, whoKey, aboutKey) = (Text(0), Text(1), Text(2), Text(3), Text(4), Text(5));
        return new(row.Place, round, who, whoKey, about == AnswerForm.WhoElse.Nl || about == AnswerForm.WhoElse.En ? "" : about, aboutKey, level);

        // In CSV a name that a spreadsheet would run as a formula was given a quote.
        string Text(int column) => Keys.Fold(row.Values[columns[column]]) is ['\'', var first, ..] text && first is '=' or '+' or '-' or '@' ? text[1..] : Keys.Fold(row.Values[columns[column]]);
    }

    private static int Find(SourceTable table, Words column)
    {
        for (var place = 0; place < table.Columns.Count; place++)
        {
            if (Is(table.Columns[place], column.Nl) || Is(table.Columns[place], column.En)) return place;
        }

        return -1;

        static bool Is(string heading, string name) => string.Equals(heading, name, StringComparison.OrdinalIgnoreCase);
    }

    private static ImportFileException NoList(string file) => new(file, 0, new(
        $"hier staat geen lijst van een vragenronde in; er is geen kolom '{AnswerForm.Level.Nl}'. Vul de lijst in die 'ask sheets --format xlsx' schreef, en laat de koppen staan.",
        $"this holds no list of a round of questions; there is no column '{AnswerForm.Level.En}'. Fill in the list that 'ask sheets --format xlsx' wrote, and leave its headings."));

    private static ImportFileException NoColumn(string file, Words column) => new(file, 1, new(
        $"de kolom '{column.Nl}' ontbreekt; zet de kop terug zoals 'ask sheets' hem schreef.",
        $"the column '{column.En}' is missing; put the heading back as 'ask sheets' wrote it."));
}
