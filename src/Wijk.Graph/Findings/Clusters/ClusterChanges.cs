using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>What became of a cluster.</summary>
public enum ClusterChangeKind
{
    /// <summary>It has the same members.</summary>
    Stayed,

    /// <summary>Members joined or left.</summary>
    Changed,

    /// <summary>It was not there before.</summary>
    New,

    /// <summary>It is new, and half of its members or more were in another before.</summary>
    Split,

    /// <summary>It is gone, and half of its members or more are in another now.</summary>
    Merged,

    /// <summary>It is gone.</summary>
    Gone,
}

/// <summary>What became of one cluster.</summary>
/// <param name="View">What is seen; of members that are not seen only their number is told.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Members">The keys of its members; of one that is gone those that it had.</param>
/// <param name="Joined">The keys of those who joined.</param>
/// <param name="Left">The keys of those who left.</param>
/// <param name="Other">The cluster that it came from or went into; null for other kinds.</param>
public sealed record ClusterChange(
    GraphView View, ClusterChangeKind Kind, string Id, ImmutableArray<string> Members, ImmutableArray<string> Joined, ImmutableArray<string> Left, KeptCluster? Other)
{
    /// <summary>What this says.</summary>
    public Words Reason => ClusterChangeWords.ReasonOf(this);

    /// <summary>The first of its members by name, and how many more there are.</summary>
    public Words Names => ClusterChangeWords.NamesOf(View, Members, ClusterChangeWords.NamesInGroup);
}

/// <summary>What became of the clusters between two versions: which members joined and left, what is new, split off, merged or gone.</summary>
/// <param name="Since">The version of which clusters were kept, at or before the one that was asked for; null when none were kept by then.</param>
/// <param name="Until">The version they are held against.</param>
/// <param name="Changes">One for each cluster that is or was there: what changed first.</param>
public sealed record ClusterChanges(long? Since, long Until, ImmutableArray<ClusterChange> Changes)
{
    /// <summary>What this says.</summary>
    public Words Reason => ClusterChangeWords.ReasonOf(this);

    /// <summary>The changes between two states.</summary>
    /// <param name="view">What is seen.</param>
    /// <param name="before">What was kept first; null when nothing was.</param>
    /// <param name="after">What came after.</param>
    internal static ClusterChanges Between(GraphView view, KeptClusters? before, KeptClusters after)
    {
        if (before is null) return new(null, after.Version, []);
        var (was, now) = (before.Clusters.ToDictionary(cluster => cluster.Id), after.Clusters.ToDictionary(cluster => cluster.Id));
        var (fromOf, intoOf) = (PlaceOf(before), PlaceOf(after));
        var changes = after.Clusters.Select(cluster => was.TryGetValue(cluster.Id, out var earlier) ? Kept(earlier, cluster) : Come(cluster))
            .Concat(before.Clusters.Where(cluster => !now.ContainsKey(cluster.Id)).Select(Go));
        return new(before.Version, after.Version, [.. changes.OrderBy(change => change.Kind == ClusterChangeKind.Stayed).ThenBy(change => change.Kind)
            .ThenByDescending(change => change.Members.Length).ThenBy(change => change.Id, StringComparer.Ordinal)]);

        ClusterChange Kept(KeptCluster earlier, KeptCluster cluster)
        {
            ImmutableArray<string> joined = [.. cluster.Members.Except(earlier.Members)], left = [.. earlier.Members.Except(cluster.Members)];
            return new(view, joined.IsEmpty && left.IsEmpty ? ClusterChangeKind.Stayed : ClusterChangeKind.Changed, cluster.Id, cluster.Members, joined, left, null);
        }

        ClusterChange Come(KeptCluster cluster)
        {
            var from = MostIn(cluster, fromOf);
            return new(view, from is null ? ClusterChangeKind.New : ClusterChangeKind.Split, cluster.Id, cluster.Members, [], [], from);
        }

        ClusterChange Go(KeptCluster cluster)
        {
            var into = MostIn(cluster, intoOf);
            return new(view, into is null ? ClusterChangeKind.Gone : ClusterChangeKind.Merged, cluster.Id, cluster.Members, [], [], into);
        }
    }

    private static Dictionary<string, KeptCluster> PlaceOf(KeptClusters state) =>
        state.Clusters.SelectMany(cluster => cluster.Members.Select(member => (member, cluster))).ToDictionary(entry => entry.member, entry => entry.cluster, StringComparer.Ordinal);

    // The other cluster that half of its members or more are in; null when there is none.
    private static KeptCluster? MostIn(KeptCluster cluster, Dictionary<string, KeptCluster> placeOf) =>
        cluster.Members.Where(placeOf.ContainsKey).CountBy(member => placeOf[member]).OrderByDescending(place => place.Value).ThenBy(place => place.Key.Id, StringComparer.Ordinal)
            .Where(place => 2 * place.Value >= cluster.Members.Length).Select(place => place.Key).FirstOrDefault();
}
