using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How split is the collaboration network, or another, along which lines, and on whom does it hang?</summary>
/// <remarks>The seed fixes the permutations of the silo test.</remarks>
public sealed record FragmentationQuestion : Question<FragmentationAnswer>
{
    /// <summary>Which network; another than that of collaboration has no level, no bounds and no pairs that were asked.</summary>
    public FragmentationNetwork Network { get; init; }

    /// <summary>Ties from this level up count as collaboration, 1 to <see cref="Vocabulary.HighestCollaborationLevel"/>.</summary>
    public int Level
    {
        get;
        init => field = value is >= 1 and <= Vocabulary.HighestCollaborationLevel
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Level), value, $"The level must be 1 to {Vocabulary.HighestCollaborationLevel}.");
    } = 1;

    /// <summary>Whether an agency that is part of another, such as a department of a municipality, counts as that other.</summary>
    public bool Wholes { get; init; }

    /// <inheritdoc/>
    public override double CostPerRecord => 6;

    /// <inheritdoc/>
    public override double CostPerRecordOf(string figure) => figure == FragmentationAnswer.BrokerBandsFigure || figure.StartsWith(FragmentationAnswer.DivisionName, StringComparison.Ordinal) ? 60
        : figure == FragmentationAnswer.ClosureFigure || figure.StartsWith(FragmentationAnswer.SilosName, StringComparison.Ordinal) ? 20
        : CostPerRecord;

    private protected override FragmentationAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var view = scope.View;
        var wholes = AgencyWholes.Of(view, isAsked: Wholes);
        var parts = ActiveActors.In(view, scope.Area);
        var actors = Wholes ? parts.As(wholes.Of) : parts;
        var shared = Network == FragmentationNetwork.Collaboration ? null : SharedNetwork.Of(Network, view, scope.Area, actors, wholes.Of);
        var network = shared is not null ? CollaborationNetwork.Unknown(Level)
            : Wholes ? CollaborationNetwork.Of(view, actors, Level, wholes.Of)
            : CollaborationNetwork.Of(view, actors, Level);
        var members = network.Members;
        var isKnown = network.Known.Length > 0;
        var cutPoints = CutPoints.Of(network.Network);
        var bounds = shared is null ? NetworkBounds.Of(view, actors, network) : null;
        return new(scope, shared is null ? Seen(actors, network) : Seen(actors, shared), this, network, actors, wholes)
        {
            Shared = shared,
            MergedCount = parts.Count - actors.Count,
            ActorCount = actors.Count,
            Members = members,
            AskedPairCount = network.Known.Count(tie => tie.IsAsked),
            RecordedPairCount = network.Known.Count(tie => !tie.IsAsked),
            Registers = [.. network.Known.Where(tie => !tie.IsAsked).SelectMany(tie => tie.Registers).Distinct().Order(StringComparer.Ordinal)],
            ContradictingPairCount = network.Known.Count(tie => tie.IsContradicting),
            TieCount = network.Network.EdgeCount,
            Components = network.Parts,
            Fragmentation = isKnown ? Analysis.Connectivity.Fragmentation.Of(network.Components.Sizes.AsSpan()) : null,
            Bounds = bounds,
            ArticulationPoints =
            [
                .. cutPoints.ArticulationPoints.Select(point => new CutPoint(members[point.Node], point.PartSizes, bounds!.CertainCutPoints.Contains(members[point.Node])))
                    .OrderByDescending(point => point.CutOffCount).ThenBy(point => point.Actor),
            ],
            Bridges =
            [
                .. cutPoints.Bridges.Select(bridge => new BridgeTie(members[bridge.A], members[bridge.B], bridge.SizeA, bridge.SizeB, bounds!.CertainBridges.Contains((members[bridge.A], members[bridge.B]))))
                    .OrderByDescending(bridge => bridge.CutOffCount).ThenBy(bridge => bridge.A).ThenBy(bridge => bridge.B),
            ],
            PersonBridges = PersonBridges.Of(view.Graph, network),
            Silos = isKnown ? Fragmentation.Silos.Of(view, network, Seed, cancellationToken) : null,
            IsolatedInitiatives = shared is null ? Isolated(view, actors, Level) : [],
        };
    }

    private static ImmutableArray<IsolatedInitiative> Isolated(GraphView view, ActiveActors actors, int level)
    {
        var ties = CollaborationTies.Of(view);
        return [.. LoneInitiatives.Of(view, actors, level).Select(initiative => new IsolatedInitiative(initiative, ties.Of(initiative).Any(tie => tie.IsAsked)))];
    }

    private static ImmutableArray<Coverage> Seen(ActiveActors actors, SharedNetwork shared)
    {
        var name = SharedNetworkWords.NameOf(shared.Kind);
        return [new(new($"organisaties en initiatieven die voorkomen in {name.Nl}", $"organisations and initiatives that occur in {name.En}"), shared.ActiveCount, actors.Count)];
    }

    private static ImmutableArray<Coverage> Seen(ActiveActors actors, CollaborationNetwork network) =>
    [
        new(network.Known.All(tie => tie.IsAsked)
                ? new("organisaties en initiatieven van wie een contact gevraagd is", "organisations and initiatives of whom a tie was asked")
                : new("organisaties en initiatieven van wie een contact gevraagd is of vaststaat", "organisations and initiatives of whom a tie was asked or is on record"),
            network.Members.Count(actors.Contains), actors.Count),
        .. PairCoverage.Of(actors, network.Known),
    ];
}
