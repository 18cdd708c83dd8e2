using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The network of who take part in one trajectory together: no collaboration that was asked for, and named so in every sentence.</summary>
/// <param name="ActorCount">Who take part in any: organisations, initiatives, and professionals without an organisation.</param>
/// <param name="Tables">How it holds together with all trajectories, and without the large ones.</param>
public sealed record TrajectoryNetwork(int ActorCount, SharedTables Tables)
{
    /// <summary>What this says, in sentences.</summary>
    public Words Reason => TrajectoryWords.ReasonOf(this);

    /// <summary>The trajectories that some actors take part in; a professional takes part for their agencies.</summary>
    internal static TrajectoryNetwork Of(GraphView view, ActiveActors actors, Func<int, int> wholeOf)
    {
        var graph = view.Graph;
        var seats = graph.NumbersOf(NodeKind.Trajectory).Select(trajectory => (int[])
        [
            .. graph.Incoming(RelationKind.MemberOf).Neighbors(trajectory).ToArray().SelectMany(member => ActorsBehind(graph, member)).Select(wholeOf)
                .Where(actor => actors.Contains(actor) || graph.Node(actor).Kind == NodeKind.Professional).Distinct(),
        ]).Where(members => members.Any(actors.Contains)).ToArray();
        int[] seated = [.. seats.SelectMany(members => members).Distinct().Order()];
        var incidence = Incidence.Of(seats.Length, seated.Length, [.. seats.Index().SelectMany(table => table.Item.Select(actor => (table.Index, Array.BinarySearch(seated, actor))))]);
        return new(seated.Length, SharedTables.Of(incidence));
    }

    private static int[] ActorsBehind(Snapshots.GraphSnapshot graph, int member)
    {
        var agencies = graph.Node(member).Kind == NodeKind.Professional ? graph.Outgoing(RelationKind.WorksFor).Neighbors(member) : [];
        return agencies.IsEmpty ? [member] : agencies.ToArray();
    }
}
