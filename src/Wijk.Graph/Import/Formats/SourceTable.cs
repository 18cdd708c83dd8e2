namespace Wijk.Graph.Import.Formats;

/// <summary>A table as it was read from a file, sheet or part: named columns and rows of text, whatever the format was.</summary>
public sealed class SourceTable
{
    /// <summary>The most columns that are read: as many as a spreadsheet can have.</summary>
    public const int MostColumns = 16_384;

    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    // Shared with the same table under other names: some notes are made while rows are read.
    private List<(RowRemark Remark, int? Column)> notes = [];

    /// <summary>A table of these columns.</summary>
    /// <param name="file">As in <see cref="RowPlace.File"/>.</param>
    /// <param name="encoding">The encoding found; empty for a workbook.</param>
    /// <param name="headings">The columns as written; they are trimmed and blanks folded.</param>
    /// <param name="rows">The rows; may be read while they are enumerated, and more than once.</param>
    /// <param name="headingRow">The row that holds the headings, as a person counts it.</param>
    /// <exception cref="ImportFileException">Two columns have the same heading, or there are more than <see cref="MostColumns"/>.</exception>
    public SourceTable(string file, string encoding, IEnumerable<string> headings, IEnumerable<SourceRow> rows, int headingRow = 1)
    {
        (File, Encoding, Rows, HeadingRow) = (file, encoding, rows, headingRow);
        var columns = new List<string>();
        foreach (var heading in headings)
        {
            var name = Model.Keys.Fold(heading);
            if (name.Length > 0 && !positions.TryAdd(name, columns.Count))
            {
                throw new ImportFileException(file, headingRow, new(
                    $"twee kolommen heten '{name}'; geef elke kolom een eigen kop.",
                    $"two columns are headed '{name}'; give each column a heading of its own."));
            }

            columns.Add(name);
            RefuseTooMany(file, columns.Count);
        }

        Columns = columns;
    }

    /// <summary>Refuses more columns than are read.</summary>
    /// <param name="file">As in <see cref="RowPlace.File"/>.</param>
    /// <param name="count">How many there are, so far.</param>
    /// <param name="row">The row that has them.</param>
    internal static void RefuseTooMany(string file, int count, int row = 1)
    {
        if (count <= MostColumns) return;
        throw new ImportFileException(file, row, new(
            $"er zijn meer dan {MostColumns} kolommen, meer wordt niet gelezen; kijk of het scheidingsteken klopt en of elke rij op een eigen regel staat.",
            $"there are more than {MostColumns} columns, the most that are read; check the separator, and that every row has a line of its own."));
    }

    /// <summary>The file's name, with the sheet or part where it has several.</summary>
    public string File { get; }

    /// <summary>The encoding found; empty for a workbook.</summary>
    public string Encoding { get; }

    /// <summary>The headings in order; blank where a column has none.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in order.</summary>
    public IEnumerable<SourceRow> Rows { get; }

    /// <summary>The names of lists and objects that stand in rows of JSON, beside the columns.</summary>
    internal IReadOnlySet<string> Nested { get; init; } = new HashSet<string>();

    /// <summary>The same table read as if it had no headings: the first row is a row like the others, and columns are called <c>$1</c>, <c>$2</c>.</summary>
    internal SourceTable WithoutHeadings() => new(
        File, Encoding, Columns.Select((_, index) => $"${index + 1}"), Rows.Prepend(new([.. Columns], new(File, HeadingRow))));

    /// <summary>The row that holds the headings, as a person counts it.</summary>
    public int HeadingRow { get; }

    /// <summary>Rows above the headings that hold something and are no data, such as a title.</summary>
    public int SkippedCount { get; init; }

    /// <summary>What there is to know about how it was read: a guess, or what was left out. Complete once <see cref="Rows"/> were read.</summary>
    public IReadOnlyList<RowRemark> Notes => [.. notes.Select(note => note.Remark)];

    /// <summary>The same, but for those about a column that is read all the same, by its place.</summary>
    internal IEnumerable<RowRemark> NotesWithout(Func<int, bool> isRead) => notes.Where(note => note.Column is not { } column || !isRead(column)).Select(note => note.Remark);

    /// <summary>Says something about how it was read; the same is said once.</summary>
    /// <param name="note">What there is to know.</param>
    /// <param name="column">The column that it says is not read, from 0; null when it is about none.</param>
    internal void Note(RowRemark note, int? column = null)
    {
        if (!notes.Contains((note, column))) notes.Add((note, column));
    }

    /// <summary>Says that rows above the headings were no data.</summary>
    internal static RowRemark AboveHeadings(RowPlace place, IEnumerable<string> values, int count, int headingRow) => new(
        place,
        string.Join(' ', values.Where(value => !string.IsNullOrWhiteSpace(value))),
        count == 1
            ? new($"deze rij boven de koppen (rij {headingRow}) is overgeslagen.", $"this row above the headings (row {headingRow}) was skipped.")
            : new($"dit en wat er verder boven de koppen staat (rij {headingRow}) is overgeslagen: {count} rijen.", $"this and what else is above the headings (row {headingRow}) was skipped: {count} rows."));

    /// <summary>Says that a column without a heading was not read.</summary>
    internal static RowRemark WithoutHeading(RowPlace place, string value, int count) => new(place, value, new(
        $"deze kolom heeft geen kop en is niet gelezen ({count} {(count == 1 ? "waarde" : "waarden")}); geef haar een kop als ze erbij hoort.",
        $"this column has no heading and was not read ({count} {(count == 1 ? "value" : "values")}); give it a heading if it belongs here."));

    /// <summary>The same rows under other names of columns.</summary>
    /// <param name="names">A name for each column, each once.</param>
    internal SourceTable Renamed(IReadOnlyList<string> names) =>
        new(File, Encoding, names, Rows, HeadingRow) { SkippedCount = SkippedCount, original = original ?? this, notes = notes };

    /// <summary>The heading of a column as it stands in the file.</summary>
    public string HeadingOf(string column) =>
        PositionOf(column) is >= 0 and var at ? (original ?? this).Columns[at] : column;

    /// <summary>The headings as they stand in the file.</summary>
    internal IReadOnlyList<string> WrittenColumns => (original ?? this).Columns;

    private SourceTable? original;

    /// <summary>The place of a column, from 0; -1 when there is none of that name. Case matters.</summary>
    public int PositionOf(string column) => positions.GetValueOrDefault(column, -1);
}
