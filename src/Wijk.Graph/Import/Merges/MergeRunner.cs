using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Merges;

/// <summary>Makes two nodes of a store one because a person says so, or two again: all of it or nothing.</summary>
public static class MergeRunner
{
    // Others may write meanwhile; then it is planned again on what they left.
    private const int Attempts = 20;

    /// <summary>Plans on what a store holds, and commits it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="plan">Plans it: <see cref="MergePlanner.Join"/> or <see cref="MergePlanner.Part"/>.</param>
    /// <param name="isDryRun">Whether only to plan.</param>
    /// <param name="cancellationToken">Stops it; what was not committed by then never will be.</param>
    /// <returns>What was planned, and the version in which it can be seen; null when it was only planned.</returns>
    /// <exception cref="MergeException">It cannot be done; nothing was written.</exception>
    /// <exception cref="VersionConflictException">Another writer was first, several times over; nothing was written.</exception>
    public static async Task<(MergePlan Plan, long? Version)> RunAsync(IGraphStore store, Func<GraphContents, MergePlan> plan, bool isDryRun, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var planned = plan(await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false));
            if (isDryRun) return (planned, null);
            try
            {
                return (planned, (await store.CommitLargeAsync(planned.ChangeSet, null, cancellationToken).ConfigureAwait(false)).Version);
            }
            catch (VersionConflictException) when (attempt < Attempts)
            {
                // Somebody wrote in between: plan again on what they left.
            }
        }
    }
}
