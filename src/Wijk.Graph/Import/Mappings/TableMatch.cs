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
    /// <summary>The files of each table, in order of name.</summary>
    /// <exception cref="ImportFileException">A file cannot be read.</exception>
    /// <exception cref="MappingException">A file that was named fits no table, or a table has no file.</exception>
    public static IReadOnlyList<MatchedTable> Find(DeclaredMapping mapping, InputFiles input)
    {
        var files = mapping.Tables.ToDictionary(table => table, _ => new List<SourceFile>());
        foreach (var path in input.All)
        {
            var table = mapping.Tables.FirstOrDefault(table => table.MatchesName(Path.GetFileName(path)));
            if (table is null && input.Named.Contains(path))
                table = mapping.Tables.FirstOrDefault(candidate => FitsHeadings(candidate, input.Read(path))) ?? throw NoTable(mapping, path);
            if (table is not null) files[table].Add(input.Read(path));
        }

        // Files of a folder may have any name; their headings are read only for tables that no file name fits.
        foreach (var (table, found) in files.Where(pair => pair.Value.Count == 0))
        {
            found.AddRange(input.Found.Where(path => !mapping.Tables.Any(other => other.MatchesName(Path.GetFileName(path))))
                .Order(StringComparer.Ordinal).Where(path => FitsHeadings(table, input.Read(path))).Select(input.Read).Take(1));
        }

        if (files.FirstOrDefault(pair => pair.Value.Count == 0 && !pair.Key.IsOptional).Key is { } missing)
        {
            throw new MappingException(mapping.Name, "", new Words(
                    $"de tabel '{missing.Name}' is niet bij de bestanden; voeg een bestand toe met de naam ",
                    $"its table '{missing.Name}' is not among the files; add a file named ")
                + Words.AnyOf(missing.Files) + new Words(" of een met de kolommen ", " or one with the columns ")
                + string.Join(", ", missing.Columns) + ".");
        }

        return [.. files.SelectMany(pair => pair.Value.Select(file => new MatchedTable(pair.Key, file, pair.Key.Read(file))))];
    }

    /// <summary>Whether the mapping can read these files: each table it needs is there, with the columns it uses.</summary>
    public static bool Fits(DeclaredMapping mapping, InputFiles input)
    {
        try
        {
            return Find(mapping, input).All(found => !found.Spec.MissingFrom(found.Table).Any());
        }
        catch (Exception fault) when (fault is MappingException or ImportFileException)
        {
            return false;
        }
    }

    private static bool FitsHeadings(TableSpec table, SourceFile file)
    {
        try
        {
            return table.Columns.Count > 0 && !table.MissingFrom(table.Read(file)).Any();
        }
        catch (ImportFileException)
        {
            return false;
        }
    }

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
