using System.Collections.Immutable;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Asks a snapshot who hangs together.</summary>
public static class ClustersFinding
{
    /// <summary>From this share of members up, sharing a scheme, department or domain means that the cluster only repeats it.</summary>
    public const double RepeatsFrom = 0.8;

    // From this share up it is true that they mostly share it.
    private const double MostFrom = 0.5;

    /// <summary>The answer to a question; computed once for each snapshot and question.</summary>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public static ClustersAnswer Ask(GraphSnapshot snapshot, ClustersQuestion question, CancellationToken cancellationToken = default) =>
        FindingMemo.Of(snapshot, question, () => Answer(snapshot, question, cancellationToken), cancellationToken);

    private static ClustersAnswer Answer(GraphSnapshot snapshot, ClustersQuestion question, CancellationToken cancellationToken)
    {
        var scope = AreaScope.Of(snapshot, question.Area);
        var actors = Actors.In(snapshot, scope);
        var network = ClusterNetwork.Of(snapshot, actors, scope);
        var result = Leiden.Run(
            network.Network,
            new() { QualityFunction = question.QualityFunction, Resolution = question.UsedResolution, Seed = question.Seed },
            cancellationToken);
        var traits = new Traits(snapshot, Activity.Of(snapshot), network);
        var clusters = network.Members.Select((actor, member) => (actor, community: result.CommunityOf[member]))
            .GroupBy(entry => entry.community, entry => entry.actor)
            .Select(community => community.ToImmutableArray())
            .Where(members => members.Length > 1)
            .Select(members => Describe(snapshot, network, traits, members))
            .OrderByDescending(cluster => cluster.IsAdvice)
            .ThenByDescending(cluster => cluster.Members.Length)
            .ThenBy(cluster => cluster.Members[0])
            .ToImmutableArray();
        return new()
        {
            Snapshot = snapshot,
            Question = question,
            Quality = network.Network.EdgeCount == 0 ? null : result.Quality,
            Clusters = clusters,
            AloneCount = actors.Count - clusters.Sum(cluster => cluster.Members.Length),
            TieCount = network.Ties.Length,
            Coverage =
            [
                new(new("organisaties en initiatieven met een bekend contact of een gedeelde doelgroep in een gebied",
                        "organisations and initiatives with a known tie or a shared target group in an area"),
                    Enumerable.Range(0, network.Members.Length).Count(member => network.Network.Degree(member) > 0), actors.Count),
                new(new("paren waarvan gevraagd is of zij samenwerken", "pairs that were asked whether they collaborate"),
                    CollaborationTies.Of(snapshot).All.Count(tie => actors.Contains(tie.A) && actors.Contains(tie.B)),
                    (long)actors.Count * (actors.Count - 1) / 2),
            ],
        };
    }

    private static Cluster Describe(GraphSnapshot snapshot, ClusterNetwork network, Traits traits, ImmutableArray<int> members)
    {
        var inside = members.ToHashSet();
        var all = CollaborationTies.Of(snapshot);
        var ties = members.SelectMany(member => all.Of(member).Where(tie => tie.A == member && tie.Level > 0 && inside.Contains(tie.B))).ToArray();
        var shared = traits.SharedBy(members);
        var joined = members.Sum(actor => network.JoinedTo(actor).Count(inside.Contains)) / 2;
        return new()
        {
            Snapshot = snapshot,
            Members = members,
            About = [.. shared.Where(trait => trait.Share >= MostFrom && trait.Kind is (TraitKind.TargetGroup or TraitKind.Area or TraitKind.Domain))],
            Repeats = [.. shared.Where(trait => trait.Share >= RepeatsFrom && OnlyRepeats(trait.Kind, ties.Length > 0))],
            Density = joined / (members.Length * (members.Length - 1) / 2.0),
            TieCount = ties.Length,
            Coordination = Coordination.Among(inside, all),
            Evidence =
            [
                .. ties.SelectMany(tie => tie.Reports).SelectMany(report => CollaborationTies.RelationsOf(snapshot, report)).Distinct().Order(StringComparer.Ordinal),
                .. network.CellsShared(members).SelectMany(cell => cell.Work).Where(work => inside.Contains(work.Actor))
                    .Select(work => work.Targeting).Distinct().Order().Select(targeting => snapshot.Node(targeting).Key),
            ],
        };
    }

    // Without a recorded tie, a cluster of one group, one area or one cell says only what was read of whom the work is for and where.
    private static bool OnlyRepeats(TraitKind kind, bool hasTies) => kind switch
    {
        TraitKind.Scheme or TraitKind.Department or TraitKind.Domain => true,
        TraitKind.Cell or TraitKind.TargetGroup or TraitKind.Area => !hasTies,
        _ => false,
    };
}
