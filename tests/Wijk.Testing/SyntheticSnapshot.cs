using Wijk.Graph.Generate;
using Wijk.Graph.Snapshots;

namespace Wijk.Testing;

/// <summary>A made-up city as a snapshot.</summary>
public static class SyntheticSnapshot
{
    /// <summary>The city of seed 1 with so many nodes.</summary>
    public static GraphSnapshot Of(int nodeCount)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, seed: 1);
        return GraphSnapshot.Of(new(new(1, DateTimeOffset.UnixEpoch), [.. nodes], [.. relations]));
    }
}
