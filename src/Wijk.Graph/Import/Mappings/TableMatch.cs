using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A table of a mapping in one of the files.</summary>
internal sealed record MatchedTable(TableSpec Spec, SourceFile File, SourceTable Table)
{
    /// <summary>Why none of its rows are read; null when they are.</summary>
    public Words? SkippedBecause { get; init; }
}

/// <summary>Finds for each table of a mapping the files that hold it: by name, or else by headings.</summary>
internal static class TableMatch
{
    /// <summary>The files of each table, in order of name. A file may hold several tables, each a sheet or part of its own.</summary>
    /// <exception cref="ImportFileException">A file cannot be read.</exception>
    /// <exception cref="MappingException">A file that was named fits no table, or a table has no file.</exception>
    public static IReadOnlyList<MatchedTable> Find(DeclaredMapping mapping, InputFiles input)
    {
        var found = mapping.Tables.ToDictionary(table => table, _ => new List<MatchedTable>());
        foreach (var path in input.All)
        {
            var named = mapping.Tables.Where(table => table.MatchesName(Path.GetFileName(path))).ToArray();
            if (named.Length > 0 && Take(ByName(named, input.Read(path)))) continue;
            if (input.Named.Contains(path) && !Take(ByHeadings(mapping.Tables, input.Read(path)))) throw NoTable(mapping, path);
        }

        // Files of a folder may have any name; their headings are read only for tables that no file name fits.
        foreach (var (table, matches) in found.Where(pair => pair.Value.Count == 0))
        {
            matches.AddRange(input.Found.Where(path => !mapping.Tables.Any(other => other.MatchesName(Path.GetFileName(path))))
                .Order(StringComparer.Ordinal).SelectMany(path => ByHeadings([table], input.Read(path))).Take(1));
        }

        if (found.FirstOrDefault(pair => pair.Value.Count == 0 && !pair.Key.IsOptional).Key is { } missing)
        {
            throw new MappingException(mapping.Name, "", new Words(
                    $"de tabel '{missing.Name}' is niet bij de bestanden; voeg een bestand toe met de naam ",
                    $"its table '{missing.Name}' is not among the files; add a file named ")
                + Words.AnyOf(missing.Files) + new Words(" of een met de kolommen ", " or one with the columns ")
                + string.Join(", ", missing.Columns) + ".");
        }

        return found.Values.Any(matches => matches.Count > 0) ? [.. found.SelectMany(pair => pair.Value)] : throw NoTable(mapping, input.All.First());

        bool Take(IEnumerable<MatchedTable> matches)
        {
            var any = false;
            foreach (var match in matches)
            {
                found[match.Spec].Add(match);
                any = true;
            }

            return any;
        }
    }

    /// <summary>Whether the mapping can read these files: each table it needs is there, with the columns it uses.</summary>
    public static bool Fits(DeclaredMapping mapping, InputFiles input)
    {
        try
        {
            return Find(mapping, input).All(found => HasColumns(found.Spec, found.Table));
        }
        catch (Exception fault) when (fault is MappingException or ImportFileException)
        {
            return false;
        }
    }

    // A sheet or part is read by the first table that it fits: others read other sheets.
    private static IEnumerable<MatchedTable> ByName(TableSpec[] tables, SourceFile file)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in tables)
        {
            if (Readable(spec, file, mayLack: spec.IsOptional && spec.Paths.Count > 0) is { } table && taken.Add(table.File)) yield return new(spec, file, table);
        }
    }

    private static IEnumerable<MatchedTable> ByHeadings(IEnumerable<TableSpec> tables, SourceFile file)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var spec in tables)
        {
            if (!spec.IsByName && Readable(spec, file, mayLack: true) is { } table && FitsHeadings(spec, table) && taken.Add(table.File)) yield return new(spec, file, table);
        }
    }

    private static SourceTable? Readable(TableSpec spec, SourceFile file, bool mayLack)
    {
        try
        {
            return spec.Read(file);
        }
        catch (ImportFileException) when (mayLack)
        {
            return null;
        }
    }

    private static bool FitsHeadings(TableSpec spec, SourceTable table) => spec.Columns.Count > 0 && HasColumns(spec, table);

    private static bool HasColumns(TableSpec spec, SourceTable table) => !spec.MissingFrom(table).Any() && (!spec.IsSquare || SquareTable.Is(table));

    private static MappingException NoTable(DeclaredMapping mapping, string path)
    {
        var file = Path.GetFileName(path);
        return new(mapping.Name, "", new(
            $"het bestand '{file}' past bij geen van de tabellen: {Tables("met kolommen")}. Kies een andere vertaling, of verbeter de koppen.",
            $"the file '{file}' fits none of its tables: {Tables("with columns")}. Choose another mapping, or correct the headings."));

        string Tables(string with) => string.Join("; ", mapping.Tables.Select(table =>
            $"{table.Name} ({string.Join(", ", table.Files)}) {with} {string.Join(", ", table.Columns)}"));
    }
}
