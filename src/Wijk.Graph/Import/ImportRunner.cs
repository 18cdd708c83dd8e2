using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Imports into a store: reads what it holds, plans, and commits all of it or nothing.</summary>
public static class ImportRunner
{
    // Others may write all the time, and mostly less: one comparison of a large file can take as long as many of their changes.
    private const int Attempts = 20;

    /// <summary>Imports records.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="mapped">What the files say.</param>
    /// <param name="options">What may vary.</param>
    /// <param name="clock">The time to record.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Stops it; when that is before the commit, nothing is written.</param>
    /// <returns>What was done; <see cref="ImportReport.Outcome"/> says whether anything was written.</returns>
    /// <exception cref="FictionAndFactException">The sample would mix with real data; nothing was written.</exception>
    /// <exception cref="VersionConflictException">Another writer was first, several times over; nothing was written.</exception>
    public static async Task<ImportReport> ImportAsync(
        IGraphStore store,
        MappedRecords mapped,
        ImportOptions options,
        TimeProvider clock,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (changeSet, report) = await PlanAsync(store, mapped, options, clock, progress, cancellationToken).ConfigureAwait(false);
            if (changeSet is null) return report;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(ImportStage.Writing, 0, changeSet.Changes.Length));
            try
            {
                var commit = await store.CommitLargeAsync(changeSet, Written(progress, changeSet.Changes.Length), cancellationToken).ConfigureAwait(false);
                return report with { Outcome = ImportOutcome.Written, Version = commit.Version, Skipped = commit.Skipped ?? [] };
            }
            catch (VersionConflictException) when (attempt < Attempts)
            {
                // Somebody wrote in between: compare again with what they left.
            }
        }
    }

    /// <summary>Says what <see cref="ImportAsync"/> would do, and writes nothing.</summary>
    /// <exception cref="FictionAndFactException">The sample would mix with real data.</exception>
    public static async Task<ImportReport> CheckAsync(
        IGraphStore store,
        MappedRecords mapped,
        ImportOptions options,
        TimeProvider clock,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        (await PlanAsync(store, mapped, options, clock, progress, cancellationToken).ConfigureAwait(false)).Report;

    private static async Task<ImportPlan> PlanAsync(
        IGraphStore store,
        MappedRecords mapped,
        ImportOptions options,
        TimeProvider clock,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var total = mapped.Nodes.Count + mapped.Relations.Count;
        progress?.Report(new(ImportStage.Comparing, 0, total));
        var current = await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        var removedBy = await store.ReadRemovalsAsync(cancellationToken).ConfigureAwait(false);
        var plan = ImportPlanner.Plan(mapped, current, options, clock.GetUtcMilliseconds(), removedBy);
        progress?.Report(new(ImportStage.Comparing, total, total));
        return plan;
    }

    /// <summary>Reports how many changes were written, as a stage of the import.</summary>
    internal static IProgress<long>? Written(IProgress<ImportProgress>? progress, long total) =>
        progress is null ? null : new WritingProgress(progress, total);

    private static DateTimeOffset GetUtcMilliseconds(this TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    // Progress<T> would report it later, on another thread.
    private sealed class WritingProgress(IProgress<ImportProgress> progress, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new(ImportStage.Writing, value, total));
    }
}
