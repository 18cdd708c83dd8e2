using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Reads files by a mapping and makes records of them. Nothing is written; the same files give the same records.</summary>
public static class MappingRunner
{
    private const int RowsBetweenReports = 500;

    /// <summary>Makes records of files.</summary>
    /// <param name="mapping">How to read them; see <see cref="MappingLibrary"/>.</param>
    /// <param name="paths">Files, or folders; of a folder the files that fit are read.</param>
    /// <param name="ns">The namespace of the keys and the source of the records; null for that of the mapping.</param>
    /// <param name="recordedAt">When the records are recorded.</param>
    /// <param name="graph">What the graph holds, for a mapping that <see cref="Mapping.LooksAtGraph"/>; null when it holds nothing.</param>
    /// <param name="progress">Hears how far it is; null when nobody listens.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="encoding">The encoding of texts, one of <see cref="TextBytes.Encodings"/>; null to find it out.</param>
    /// <exception cref="ImportFileException">A file cannot be read as a whole.</exception>
    /// <exception cref="MappingException">The mapping does not fit the files, or needs a namespace.</exception>
    public static MappedRecords Run(
        Mapping mapping,
        IReadOnlyList<string> paths,
        string? ns,
        DateTimeOffset recordedAt,
        GraphContents? graph,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation,
        string? encoding = null)
    {
        var name = Namespace(mapping, ns);
        var matched = mapping.Match(InputFiles.At(paths, encoding));
        var tables = new Dictionary<string, LoadedTable>();
        var rows = new RowsToCome();
        var run = new MappingRun(name, recordedAt, graph, tables, done => rows.Report(progress, done), cancellation);
        var files = new List<FileRead>();
        foreach (var table in matched.Where(match => match.SkippedBecause is null).GroupBy(match => match.Spec))
        {
            cancellation.ThrowIfCancellationRequested();
            tables[table.Key.Name] = TableLoader.Load(table.Key, table.Select(match => match.Table), run.Collector, files, cancellation);
            progress?.Report(new(ImportStage.Reading, files.Sum(file => (long)file.RowCount), null));
        }

        foreach (var skipped in matched.Where(match => match.SkippedBecause is not null)) TableLoader.Skip(skipped, run.Collector, files);
        rows.Total = mapping.RowsToMap(run);
        mapping.Map(run);
        progress?.Report(new(ImportStage.Mapping, rows.Total, rows.Total));
        return run.Collector.Finish(name, ContentHash(matched.Select(match => match.File), mapping), files) with
        {
            Rows = run.Tally(files),
            Several = run.Collector.Several,
            Tables = [.. matched.Select(match => match.Table)],
            IsSupplement = matched.Any(match => ReasonColumn.IsIn(match.Table)),
        };
    }

    /// <summary>Makes records of files for a graph that holds nothing yet, or by a mapping that looks for nothing there.</summary>
    /// <inheritdoc cref="Run(Mapping, IReadOnlyList{string}, string?, DateTimeOffset, GraphContents?, IProgress{ImportProgress}?, CancellationToken, string?)"/>
    public static MappedRecords Run(
        Mapping mapping, IReadOnlyList<string> paths, string? ns, DateTimeOffset recordedAt, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        Run(mapping, paths, ns, recordedAt, graph: null, progress, cancellation);

    private static string Namespace(Mapping mapping, string? ns)
    {
        var name = Keys.Fold(ns ?? mapping.Namespace ?? "");
        if (name.Length == 0)
        {
            throw new MappingException(mapping.Name, "", new(
                "deze leest dezelfde soort bestanden van veel steden en moet dus weten van wie deze zijn; geef een naamruimte, zoals --namespace baltimore.",
                "it reads the same kind of file from many cities, so it must be told whose these are; give a namespace, such as --namespace baltimore."));
        }

        return name == Inference.Source
            ? throw new MappingException(mapping.Name, "", new(
                $"'{name}' kan geen naamruimte zijn, want zo heet wat Wijk heeft afgeleid; kies een andere.",
                $"'{name}' cannot be a namespace, because it marks what Wijk inferred; choose another."))
            : name;
    }

    private static string ContentHash(IEnumerable<SourceFile> files, Mapping mapping)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Distinct().OrderBy(file => file.Name, StringComparer.Ordinal)) hash.AppendData(file.Bytes);
        hash.AppendData(Encoding.UTF8.GetBytes(mapping.Text));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class RowsToCome
    {
        public long Total { get; set; }

        public void Report(IProgress<ImportProgress>? progress, long done)
        {
            if (done % RowsBetweenReports == 0) progress?.Report(new(ImportStage.Mapping, done, Total));
        }
    }
}
