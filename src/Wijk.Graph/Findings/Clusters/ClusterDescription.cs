using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Says of members of a network that hang together what they share and what that is worth.</summary>
internal sealed class ClusterDescription(GraphView view, ClusterNetwork network)
{
    // From this share of members up, sharing a scheme, department or domain means that the cluster only repeats it.
    private const double RepeatsFrom = 0.8;

    // From this share up it is true that they mostly share it.
    private const double MostFrom = 0.5;

    private readonly Traits traits = new(view.Graph, Activity.Of(view), network);
    private readonly CollaborationTies all = CollaborationTies.Of(view);

    /// <summary>The cluster of some members.</summary>
    public Cluster Of(ImmutableArray<int> members)
    {
        var inside = members.ToHashSet();
        var ties = members.SelectMany(member => all.Of(member).Where(tie => tie.A == member && tie.Level > 0 && inside.Contains(tie.B))).ToArray();
        var shared = traits.SharedBy(members);
        return new()
        {
            View = view,
            Members = members,
            About = [.. shared.Where(trait => trait.Share >= MostFrom && trait.Kind is (TraitKind.TargetGroup or TraitKind.Area or TraitKind.Domain))],
            Repeats = [.. shared.Where(trait => trait.Share >= RepeatsFrom && OnlyRepeats(trait.Kind, ties.Length > 0))],
            Density = network.JoinedCount(inside) / (members.Length * (members.Length - 1.0) / 2),
            TieCount = ties.Length,
            Coordination = Coordination.Among(inside, all),
            Evidence =
            [
                .. ties.SelectMany(tie => tie.Reports).SelectMany(report => CollaborationTies.RelationsOf(view.Graph, report)).Distinct().Order(StringComparer.Ordinal),
                .. network.CellsShared(members).SelectMany(cell => cell.Work).Where(work => inside.Contains(work.Actor))
                    .Select(work => work.Targeting).Distinct().Order().Select(targeting => view.Graph.Node(targeting).Key),
            ],
        };
    }

    // Without a known tie, a cluster of one group, one area or one cell says only what was read of whom the work is for and where.
    private static bool OnlyRepeats(TraitKind kind, bool hasTies) => kind switch
    {
        TraitKind.Scheme or TraitKind.Department or TraitKind.Domain or TraitKind.Seat => true,
        TraitKind.Cell or TraitKind.TargetGroup or TraitKind.Area => !hasTies,
        _ => false,
    };
}
