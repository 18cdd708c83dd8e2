using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>The clusters that were kept at versions before, in memory: one book for all snapshots of a store, so that a cluster keeps its id. Safe for several threads.</summary>
public sealed class ClusterBook
{
    private readonly Lock gate = new();
    private ImmutableArray<KeptClusters> states = [];

    /// <summary>The newest version of which clusters are kept; 0 when none are.</summary>
    public long Newest => States is [.., var newest] ? newest.Version : 0;

    /// <summary>All that is kept, by version.</summary>
    public ImmutableArray<KeptClusters> States
    {
        get
        {
            lock (gate) return states;
        }
    }

    /// <summary>The newest that is kept of a version or of before; null when nothing is.</summary>
    public KeptClusters? At(long version) => States.LastOrDefault(state => state.Version <= version);

    /// <summary>Adds what was kept since; what is there of a version already stays.</summary>
    public void Add(params IEnumerable<KeptClusters> kept)
    {
        lock (gate)
        {
            states = [.. states.Concat(kept).GroupBy(state => state.Version, (_, same) => same.First()).OrderBy(state => state.Version).TakeLast(KeptClusters.MostKept)];
        }
    }

    /// <summary>Begins anew with what a store keeps: it may have been put back.</summary>
    public void Reset(IEnumerable<KeptClusters> kept)
    {
        lock (gate) states = [.. kept.OrderBy(state => state.Version)];
    }
}
