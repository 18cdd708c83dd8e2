using System.Collections.Concurrent;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Snapshots;

/// <summary>Publishes the newest snapshot of a store with one reference swap.</summary>
public sealed class SnapshotHost : IDisposable
{
    private readonly IGraphStore store;
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly ConcurrentDictionary<(long Version, DateOnly Day), GraphSnapshot> past = new();
    private volatile GraphSnapshot current;

    private SnapshotHost(IGraphStore store, GraphSnapshot current) => (this.store, this.current) = (store, current);

    /// <summary>The newest snapshot.</summary>
    public GraphSnapshot Current => current;

    /// <summary>Reads the store and publishes its first snapshot.</summary>
    public static async Task<SnapshotHost> StartAsync(IGraphStore store, CancellationToken cancellationToken) =>
        new(store, GraphSnapshot.Of(await store.ReadContentsAsync(cancellationToken)));

    /// <summary>A snapshot of at least a version.</summary>
    public async Task<GraphSnapshot> WaitForAsync(long version, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (current.Version.Number < version) current = GraphSnapshot.Of(await store.ReadContentsAsync(cancellationToken));
            return current;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>The newest snapshot as it held on a day.</summary>
    public GraphSnapshot AsOf(DateOnly day)
    {
        var snapshot = current;
        return past.GetOrAdd((snapshot.Version.Number, day), key => snapshot.AsOf(key.Day));
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();
}
