using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The ids of the clusters of one answer: that of the kept cluster whose membership overlaps most or, for a new one, an id made of who is in it.</summary>
/// <remarks>Only clusters of the usual question, of all areas, are kept; others have an id made of their members.</remarks>
/// <param name="book">What is kept; null when this answer is of another question.</param>
/// <param name="version">The version of the graph.</param>
/// <param name="members">The keys of the members of each cluster.</param>
internal sealed class ClusterIds(ClusterBook? book, long version, ImmutableArray<ImmutableArray<string>> members)
{
    // So many letters of the hash: of a million clusters two are the same with a chance below one in a million.
    private const int Length = 16;

    private volatile Known? known;

    /// <summary>The id of a cluster, by its place in the answer.</summary>
    public string this[int place]
    {
        get
        {
            // What is kept of this version may come after the answer was made.
            var kept = book?.At(version);
            var ids = known is { } found && ReferenceEquals(found.Kept, kept) ? found : known = new(kept, IdsAfter(kept));
            return ids.Ids[place];
        }
    }

    /// <summary>The id of a cluster that was not there before: the start of the SHA-256 of the keys of its members, in order.</summary>
    public static string OfNew(IEnumerable<string> members) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', members.Order(StringComparer.Ordinal)))))[..Length];

    private ImmutableArray<string> IdsAfter(KeptClusters? kept)
    {
        if (kept is null) return [.. members.Select(keys => OfNew(keys))];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var matched = ClusterMatching.Of([.. kept.Clusters.Select(cluster => Numbered(cluster.Members))], [.. members.Select(Numbered)]);
        var taken = kept.Clusters.Select(cluster => cluster.Id).ToHashSet(StringComparer.Ordinal);
        return [.. members.Select((keys, place) => matched[place] >= 0 ? kept.Clusters[matched[place]].Id : Free(OfNew(keys)))];

        int[] Numbered(ImmutableArray<string> keys) => [.. keys.Select(key => numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count)];

        // Another that goes on under this id began with the same members.
        string Free(string id)
        {
            while (!taken.Add(id)) id = OfNew([id]);
            return id;
        }
    }

    private sealed record Known(KeptClusters? Kept, ImmutableArray<string> Ids);
}
