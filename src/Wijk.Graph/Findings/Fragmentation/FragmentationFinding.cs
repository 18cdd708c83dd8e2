using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Asks a snapshot how the collaboration network holds together.</summary>
public static class FragmentationFinding
{
    /// <summary>The answer to a question; computed once for each snapshot and question.</summary>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public static FragmentationAnswer Ask(
        GraphSnapshot snapshot, FragmentationQuestion question, CancellationToken cancellationToken = default) =>
        FindingMemo.Of(snapshot, question, () => Answer(snapshot, question, cancellationToken), cancellationToken);

    private static FragmentationAnswer Answer(GraphSnapshot snapshot, FragmentationQuestion question, CancellationToken cancellationToken)
    {
        var actors = Actors.In(snapshot, AreaScope.Of(snapshot, question.Area));
        var network = CollaborationNetwork.Of(snapshot, actors, question.Level);
        var members = network.Members;
        var asked = network.Asked.Length > 0;
        var cutPoints = CutPoints.Of(network.Network);
        return new(network)
        {
            Snapshot = snapshot,
            Question = question,
            ActorCount = actors.Count,
            Members = members,
            AskedPairCount = network.Asked.Length,
            ContradictingPairCount = network.Asked.Count(tie => tie.IsContradicting),
            TieCount = network.Network.EdgeCount,
            Components = network.Parts,
            Fragmentation = asked ? Analysis.Connectivity.Fragmentation.Of(network.Components.Sizes.AsSpan()) : null,
            ArticulationPoints =
            [
                .. cutPoints.ArticulationPoints.Select(point => new CutPoint(members[point.Node], point.PartSizes))
                    .OrderByDescending(point => point.CutOffCount).ThenBy(point => point.Actor),
            ],
            Bridges =
            [
                .. cutPoints.Bridges.Select(bridge => new BridgeTie(members[bridge.A], members[bridge.B], bridge.SizeA, bridge.SizeB))
                    .OrderByDescending(bridge => bridge.CutOffCount).ThenBy(bridge => bridge.A).ThenBy(bridge => bridge.B),
            ],
            PersonBridges = PersonBridges.Of(snapshot, network),
            Silos = asked ? Fragmentation.Silos.Of(snapshot, network, question.Seed, cancellationToken) : null,
            IsolatedInitiatives = Isolated(snapshot, actors, question.Level),
            Coverage = CoverageOf(actors, network),
        };
    }

    // A tie with somebody from elsewhere is a tie as well: who has one does not stand alone.
    private static ImmutableArray<IsolatedInitiative> Isolated(GraphSnapshot snapshot, Actors actors, int level)
    {
        var ties = CollaborationTies.Of(snapshot);
        return
        [
            .. actors.Initiatives
                .Where(initiative => ties.Of(initiative).All(tie => tie.Level < level) && snapshot.Incoming(RelationKind.Supports).Degree(initiative) == 0)
                .Select(initiative => new IsolatedInitiative(initiative, ties.Of(initiative).Count > 0)),
        ];
    }

    private static ImmutableArray<Coverage> CoverageOf(Actors actors, CollaborationNetwork network) =>
    [
        new(new("organisaties en initiatieven van wie een contact gevraagd is", "organisations and initiatives of whom a tie was asked"),
            network.Members.Count(actors.Contains), actors.Count),
        new(new("paren waarvan gevraagd is of zij samenwerken", "pairs that were asked whether they collaborate"),
            network.Asked.Count(tie => actors.Contains(tie.A) && actors.Contains(tie.B)), (long)actors.Count * (actors.Count - 1) / 2),
    ];
}
