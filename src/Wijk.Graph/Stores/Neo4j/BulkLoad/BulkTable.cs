using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>One CSV file for Neo4j's bulk loader, with its columns in the first row.</summary>
/// <remarks>Every text stands in quotes, so that an empty text differs from an absent one, which is an empty field.</remarks>
internal sealed class BulkTable : IAsyncDisposable
{
    private readonly CsvWriter csv;
    private readonly Dictionary<string, int> places;
    private readonly string?[] row;
    private readonly bool[] isQuoted;
    private readonly char listDelimiter;

    /// <summary>Makes the file and writes its first row.</summary>
    /// <param name="folder">Where to make it.</param>
    /// <param name="name">Its name, without <c>.csv</c>.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="listDelimiter">What stands between the texts of a list; no text may hold it.</param>
    public BulkTable(string folder, string name, ImmutableArray<BulkColumn> columns, char listDelimiter)
    {
        FileName = $"{name}.csv";
        this.listDelimiter = listDelimiter;
        csv = CsvWriter.Create(OwnerOnly.CreateFile(Path.Combine(folder, FileName)), new CsvWriterOptions { NewLine = "\n" }, leaveOpen: false);
        (row, isQuoted) = (new string?[columns.Length], new bool[columns.Length]);
        places = columns.Select((column, place) => (column.Name, place)).Where(column => column.Name.Length > 0)
            .ToDictionary(column => column.Name, column => column.place, StringComparer.Ordinal);
        foreach (var column in columns) csv.WriteField(column.Header);
        csv.EndRecord();
    }

    /// <summary>The file's name in the folder.</summary>
    public string FileName { get; }

    /// <summary>Whether a text in it runs over several lines, which the loader must be told.</summary>
    public bool HasLineBreaks { get; private set; }

    /// <summary>The most bytes a row takes at most: the loader must hold any value as a whole.</summary>
    public long LongestRow { get; private set; }

    /// <summary>Sets a field by its place.</summary>
    public void Set(int place, string text)
    {
        (row[place], isQuoted[place]) = (text, true);
        HasLineBreaks |= text.AsSpan().IndexOfAny('\n', '\r') >= 0;
    }

    /// <summary>Sets the field of a property.</summary>
    /// <param name="property">A property that has a column.</param>
    /// <param name="value">A string, long, double, bool, time or list of strings that is not empty.</param>
    public void Set(string property, object value)
    {
        var place = places[property];
        switch (value)
        {
            case string text: Set(place, text); break;
            case ImmutableArray<string> texts: Set(place, string.Join(listDelimiter, texts)); break;
            case bool flag: SetBare(place, flag ? "true" : "false"); break;
            case double number: SetBare(place, number.ToString("R", CultureInfo.InvariantCulture)); break;
            case long number: SetBare(place, number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time: SetBare(place, RecordJson.TimeText(time)); break;
            default: throw new ArgumentException($"'{property}' has a value of type {value.GetType().Name}, which no column takes.", nameof(value));
        }
    }

    /// <summary>Writes the row that was set, and begins a new one.</summary>
    public void WriteRow()
    {
        long length = row.Length;
        for (var place = 0; place < row.Length; place++)
        {
            csv.WriteField(row[place], isQuoted[place] ? CsvQuoting.Always : CsvQuoting.WhenNeeded);

            // A character takes at most three bytes, and a quote is written twice.
            length += 3L * (row[place]?.Length ?? 0);
            (row[place], isQuoted[place]) = (null, false);
        }

        LongestRow = Math.Max(LongestRow, length);
        csv.EndRecord();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => csv.DisposeAsync();

    private void SetBare(int place, string text) => row[place] = text;
}
