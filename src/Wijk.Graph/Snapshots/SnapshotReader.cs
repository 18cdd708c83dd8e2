using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>Makes snapshots of a store: the first by reading all, later ones by what changed since.</summary>
internal sealed class SnapshotReader(IGraphStore store, GraphSlice? slice)
{
    // Reading a change from the log costs about four times as much as reading a record. A small delta is never worth a full read.
    private const int FullReadFactor = 4;
    private const int AlwaysByDelta = 1_000;

    private readonly ClusterBook clusters = new();
    private GraphSliceReach? reach;

    /// <summary>How often everything was read.</summary>
    public int FullReadCount { get; private set; }

    /// <summary>What the store said of records that do not stand in it as they are served.</summary>
    public ImmutableArray<RecordWarning> Warnings { get; private set; } = [];

    /// <summary>Reads everything, or all of the slice.</summary>
    public async Task<GraphSnapshot> ReadAllAsync(CancellationToken cancellationToken)
    {
        FullReadCount++;
        var contents = await (slice is null ? store.ReadContentsAsync(cancellationToken) : store.ReadSliceAsync(slice, cancellationToken)).ConfigureAwait(false);
        Warnings = contents.Warnings;
        if (slice is not null) reach = GraphSliceReach.Of(slice, contents.Nodes, contents.Relations);
        clusters.Reset(await store.ReadClustersAsync(0, cancellationToken).ConfigureAwait(false));
        return GraphSnapshot.Of(contents, slice, clusters);
    }

    /// <summary>The snapshot of a version that the store is at, made of the one before by what changed.</summary>
    /// <remarks>Everything is read when the log does not lead from one to the other, or when that is less work.</remarks>
    public async Task<GraphSnapshot> FollowAsync(GraphSnapshot before, GraphVersion version, CancellationToken cancellationToken)
    {
        if (await ReadDeltaAsync(before, version, cancellationToken).ConfigureAwait(false) is { } changes
            && (reach is null ? changes : reach.Inside(changes)) is { } inside)
        {
            try
            {
                var snapshot = before.With(version, inside);
                clusters.Add(await store.ReadClustersAsync(clusters.Newest, cancellationToken).ConfigureAwait(false));
                Warnings = Warnings.RemoveAll(warning => changes.Any(change => change.Key == warning.Key));
                return snapshot;
            }
            catch (MisfitException)
            {
                // The store was put back and then changed: what it says happened did not happen to what we hold.
            }
        }

        return await ReadAllAsync(cancellationToken).ConfigureAwait(false);
    }

    // What changed, each key once; null when the log has a gap, ends elsewhere, or is so long that reading everything is less work.
    private async Task<IReadOnlyCollection<Change>?> ReadDeltaAsync(GraphSnapshot before, GraphVersion version, CancellationToken cancellationToken)
    {
        if (version.Number <= before.Version.Number) return null;
        var most = Math.Max(AlwaysByDelta, (before.NodeCount + (long)before.RelationCount) / FullReadFactor);
        var (reached, read, changes) = (before.Version, 0L, new Dictionary<string, Change>(StringComparer.Ordinal));
        await foreach (var changeSet in store.ReadLogAsync(reached.Number, cancellationToken).ConfigureAwait(false))
        {
            read += changeSet.Changes.Length;
            if (changeSet.Version.Number != reached.Number + 1 || read > most) return null;
            foreach (var change in changeSet.Changes) changes[change.Key] = change;
            reached = changeSet.Version;
            // Others may go on writing: what comes after is for the next look.
            if (reached.Number == version.Number) break;
        }

        return reached == version ? changes.Values : null;
    }
}
