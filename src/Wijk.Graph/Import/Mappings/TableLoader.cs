using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Takes the rows of the files that hold a table, and says what is odd about them.</summary>
internal static class TableLoader
{
    private const char Replacement = '\uFFFD';
    private const int ListedRepeats = 20;
    private const int ListedColumns = 100;

    private static readonly Words LostLetter = new(
        "het teken \uFFFD staat voor een letter die verloren ging toen het bestand werd gemaakt; vraag om een beter bestand. De rij is gelezen zoals hij er staat.",
        "the sign \uFFFD stands for a letter that was lost when the file was made; ask for a better file. The row is read as it is.");

    /// <summary>All rows that can be read; the others are refused.</summary>
    /// <param name="spec">What the mapping says of the table.</param>
    /// <param name="sources">The files that hold it.</param>
    /// <param name="collector">Where refused rows and warnings go.</param>
    /// <param name="files">Where each file that was read is noted.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ImportFileException">A file lacks a column that the mapping uses.</exception>
    public static LoadedTable Load(
        TableSpec spec, IEnumerable<SourceTable> sources, RecordCollector collector, List<FileRead> files, CancellationToken cancellation)
    {
        var rows = new List<TableRow>();
        foreach (var source in sources)
        {
            RefuseMissingColumns(spec, source);
            var columns = new TableColumns(spec, source);
            var (count, seen, repeats) = (0, new Dictionary<string, int>(), new List<(RowPlace Place, int First)>());
            var used = source.Columns.Index().Where(column => spec.Uses(column.Item)).Select(column => column.Index).ToArray();
            var unread = spec.Headings is null ? [] : source.Columns.Index()
                .Where(column => column.Item.Length > 0 && !spec.Uses(column.Item) && !ReasonColumn.Is(column.Item)).Select(column => column.Index).ToArray();
            var unreadCounts = new int[source.Columns.Count];
            foreach (var row in source.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                count++;
                collector.CountRow(row.Place);
                if (unread.Length > 0) CountUnread(row, unread, unreadCounts);
                if (row.Fault is { } fault)
                {
                    collector.RefuseUnread(row.Place, fault.Value, fault.Message);
                    continue;
                }

                if (Array.FindIndex(used, column => ErrorCells.IsError(row.Values[column])) is >= 0 and var error)
                {
                    collector.RefuseUnread(row.Place, row.Values[used[error]], source.WrittenColumns[used[error]] + new Words(": ", ": ") + ErrorCells.Advice);
                    continue;
                }

                if (!seen.TryAdd(string.Join('\u001f', row.Values), row.Place.Row)) repeats.Add((row.Place, seen[string.Join('\u001f', row.Values)]));
                if (Array.Find(row.Values, value => value.Contains(Replacement)) is { } damaged)
                {
                    collector.Warn(row.Place, damaged, LostLetter);
                }

                rows.Add(new(columns, row));
            }

            if (repeats.Count > 0) WarnOfRepeats(repeats, collector);
            foreach (var column in unread.Where(column => unreadCounts[column] > 0)) WarnOfUnread(spec, source, column, unreadCounts[column], collector);
            foreach (var note in source.NotesWithout(column => spec.Columns.Contains($"{TableColumns.Mark}{column + 1}"))) collector.Warn(note.Place, note.Value, note.Message);
            files.Add(new(source.File, source.Encoding, count + source.SkippedCount) { SkippedCount = source.SkippedCount });
        }

        return new(spec, rows);
    }

    private static void CountUnread(SourceRow row, int[] unread, int[] counts)
    {
        foreach (var column in unread)
        {
            if (column < row.Values.Length && !string.IsNullOrWhiteSpace(row.Values[column])) counts[column]++;
        }
    }

    private static void WarnOfUnread(TableSpec spec, SourceTable source, int column, int count, RecordCollector collector) =>
        collector.Warn(new(source.File, source.HeadingRow), source.WrittenColumns[column], new Words(
            $"deze kolom wordt niet gelezen ({count} {(count == 1 ? "waarde" : "waarden")}).",
            $"this column is not read ({count} {(count == 1 ? "value" : "values")}).") + NearestName.Hint(source.WrittenColumns[column], spec.Headings!));

    /// <summary>Counts the rows of a table that is not read, and says why.</summary>
    public static void Skip(MatchedTable match, RecordCollector collector, List<FileRead> files)
    {
        var count = match.Table.SkippedCount + match.Table.Rows.Count();
        collector.Warn(new(match.Table.File, match.Table.HeadingRow), "", match.SkippedBecause! + new Words($" Overgeslagen: {count} {(count == 1 ? "rij" : "rijen")}.", $" Skipped: {count} {(count == 1 ? "row" : "rows")}."));
        files.Add(new(match.Table.File, match.Table.Encoding, count) { SkippedCount = count });
    }

    private static void RefuseMissingColumns(TableSpec spec, SourceTable source)
    {
        if (source.Columns.Count == 0 && spec.Columns.Count == 0) return;
        if (spec.MissingFrom(source).ToArray() is not { Length: > 0 } missing) return;
        var (names, columns) = (string.Join("', '", missing), string.Join(", ", source.Columns.Take(ListedColumns)) + (source.Columns.Count > ListedColumns ? ", …" : ""));
        throw new ImportFileException(source.File, 0,
            new Words(
                $"er is geen kolom '{names}', en de vertaling gebruikt die voor haar tabel '{spec.Name}'; de kolommen zijn {columns}.",
                $"there is no column '{names}', which the mapping uses for its table '{spec.Name}'; columns are {columns}.")
            + Nested(missing[0], source)
            + NearestName.Hint(missing[0], source.Columns)
            + new Words(" Verbeter de kop of de vertaling.", " Correct the heading or the mapping."));
    }

    // "{recipient.name}" of a list: what the mapping means is in there, one for each item.
    private static Words Nested(string missing, SourceTable source) =>
        source.Nested.FirstOrDefault(name => missing.StartsWith(name + ".", StringComparison.Ordinal)) is { } list
            ? new Words($" '{list}' is een lijst: loop hem door met each.", $" '{list}' is a list: walk it with each.")
            : "";

    private static void WarnOfRepeats(List<(RowPlace Place, int First)> repeats, RecordCollector collector)
    {
        var more = repeats.DistinctBy(repeat => (repeat.Place.Row, repeat.First)).Count() > ListedRepeats ? ", …" : "";
        collector.Warn(repeats[0].Place, "", new(
            $"{repeats.Count} rijen herhalen precies een eerdere rij; ze blijven staan en tellen mee ({Listed("herhaalt")}{more}).",
            $"{repeats.Count} rows repeat an earlier row exactly; they are kept and counted ({Listed("repeats")}{more})."));

        // Several rows may come from one element, such as a list of ids: then its place says it all.
        string Listed(string verb) => string.Join(", ", repeats
            .Select(repeat => repeat.Place.Row == repeat.First ? $"{repeat.First}" : $"{repeat.Place.Row} {verb} {repeat.First}")
            .Distinct()
            .Take(ListedRepeats));
    }
}
