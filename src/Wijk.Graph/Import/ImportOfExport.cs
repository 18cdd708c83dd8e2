using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>
/// Imports what Wijk exported: an empty store becomes that graph, with its version and times; any other store gets what it lacks.
/// </summary>
/// <remarks>Each record keeps its own source, so what another source or a person changed here is not overwritten.</remarks>
public static class ImportOfExport
{
    /// <summary>Imports an export.</summary>
    /// <returns>What was done; <see cref="ImportReport.Outcome"/> says whether anything was written.</returns>
    /// <exception cref="FictionAndFactException">The sample would mix with real data; nothing was written.</exception>
    /// <exception cref="VersionConflictException">Another writer was first, several times over; nothing was written.</exception>
    public static async Task<ImportReport> ImportAsync(
        IGraphStore store,
        ExportFile export,
        ImportOptions options,
        TimeProvider clock,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var mapped = export.AsMapped();
        if (await store.ReadVersionAsync(cancellationToken).ConfigureAwait(false) is { Number: 0 } version)
        {
            var plan = ImportPlanner.Plan(mapped, new(version, [], []), options, export.Contents.Version.RecordedAt);
            if (plan.ChangeSet is not { } accepted) return plan.Report;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(ImportStage.Writing, 0, accepted.Changes.Length));
            try
            {
                var written = ImportRunner.Written(progress, accepted.Changes.Length);
                await store.LoadAsync(Accepted(export.Contents, accepted), [], written, cancellationToken).ConfigureAwait(false);
                return plan.Report with { Outcome = ImportOutcome.Written, Version = export.Contents.Version.Number };
            }
            catch (StoreNotEmptyException)
            {
                // Somebody filled it meanwhile: go on as with any store that holds something.
            }
        }

        return await ImportRunner.ImportAsync(store, mapped, options, clock, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what <see cref="ImportAsync"/> would do, and writes nothing.</summary>
    /// <exception cref="FictionAndFactException">The sample would mix with real data.</exception>
    public static Task<ImportReport> CheckAsync(
        IGraphStore store,
        ExportFile export,
        ImportOptions options,
        TimeProvider clock,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        ImportRunner.CheckAsync(store, export.AsMapped(), options, clock, progress, cancellationToken);

    // The accepted change set fills an empty graph, so it holds the graph; here each record gets the time it was first recorded.
    private static GraphContents Accepted(GraphContents export, ChangeSet accepted)
    {
        var byKey = accepted.Changes.ToDictionary(change => change.Key, change => change.Record, StringComparer.Ordinal);
        return new(export.Version, Of(export.Nodes), Of(export.Relations));

        T[] Of<T>(IReadOnlyList<T> records)
            where T : GraphRecord =>
            [.. records.Where(record => record.SameContentAs(byKey.GetValueOrDefault(record.Key)))
                .DistinctBy(record => record.Key)
                .OrderBy(record => record.Key, StringComparer.Ordinal)];
    }
}
