using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>What actors have in common through the measures they run.</summary>
internal sealed class Traits(GraphSnapshot snapshot, Activity activity, ClusterNetwork network)
{
    private readonly ILookup<int, TargetedWork> targetedWorks = activity.All.ToLookup(work => work.Work);

    /// <summary>Everything that members share, most shared first.</summary>
    /// <param name="members">Two or more actors.</param>
    public ImmutableArray<SharedTrait> SharedBy(ImmutableArray<int> members) =>
    [
        .. members.SelectMany(TraitsOf)
            .CountBy(trait => trait)
            .Where(count => count.Value > 1)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .Select(count => new SharedTrait(
                count.Key.Kind,
                count.Key.Second < 0 ? [count.Key.First] : [count.Key.First, count.Key.Second],
                count.Value,
                (double)count.Value / members.Length)),
    ];

    /// <summary>The traits of an actor, each once; the second node is that of a cell, −1 otherwise.</summary>
    public IEnumerable<(TraitKind Kind, int First, int Second)> TraitsOf(int actor)
    {
        var works = WorksOf(snapshot, actor);
        var targeted = works.SelectMany(work => targetedWorks[work]).ToArray();
        return new[]
        {
            Each(TraitKind.Scheme, works.SelectMany(activity.SchemesOf)),
            Each(TraitKind.Department, works.SelectMany(work => snapshot.Incoming(RelationKind.Funds).Neighbors(work).ToArray())),
            Each(TraitKind.Domain, works.Append(actor).SelectMany(work => activity.DomainsOf(work))),
            Each(TraitKind.TargetGroup, targeted.Select(work => work.Group).OfType<int>()),
            Each(TraitKind.Area, targeted.Select(work => work.Area).OfType<int>()),
            Each(TraitKind.Barrier, works.SelectMany(work => snapshot.Outgoing(RelationKind.Addresses).Neighbors(work).ToArray())),
            Each(TraitKind.Seat, SeatsOf(actor)),
            network.CellsOf(actor).Select(cell => (TraitKind.Cell, cell.Group, cell.Area)),
        }.SelectMany(traits => traits);
    }

    /// <summary>The measures that an actor runs; of an initiative itself too.</summary>
    public static int[] WorksOf(GraphSnapshot snapshot, int actor)
    {
        var runs = snapshot.Outgoing(RelationKind.Runs).Neighbors(actor).ToArray();
        return snapshot.Node(actor).Kind == NodeKind.Initiative ? [actor, .. runs] : runs;
    }

    // Where an office is, and the province or city around it.
    private IEnumerable<int> SeatsOf(int actor) =>
        snapshot.Outgoing(RelationKind.SeatedIn).Neighbors(actor).ToArray().SelectMany(area => Wholes.Of(snapshot, area).Select(whole => whole.Node));

    private static IEnumerable<(TraitKind Kind, int First, int Second)> Each(TraitKind kind, IEnumerable<int> nodes) =>
        nodes.Distinct().Select(node => (kind, node, -1));
}
