using System.Collections.Immutable;
using Wijk.Graph.Analysis.Centrality;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>What is only computed when somebody asks for it.</summary>
public sealed partial class FragmentationAnswer
{
    /// <summary>The names of the figures on lines and brokers.</summary>
    public const string CoreFigure = "corePeriphery", BrokersFigure = "brokers", BrokerBandsFigure = "brokerBands", TrajectoriesFigure = "trajectories", IsolatedWaysFigure = "isolatedWays", ClosureFigure = "clustering";

    internal const string SilosName = "silos ", DivisionName = "division ";

    /// <summary>How many sources the sampled betweenness follows.</summary>
    private const int SampledSources = 1_024;

    /// <summary>The name of the figure of <see cref="SilosBy"/>.</summary>
    public static string SilosFigure(GroupedBy by) => SilosName + by;

    /// <summary>The name of the figure of <see cref="DivisionBy"/>.</summary>
    public static string DivisionFigure(GroupedBy by) => DivisionName + by;

    /// <summary>The name of the figure of <see cref="Since"/>.</summary>
    public static string SinceFigure(DateOnly day) => $"since {day:yyyy-MM-dd}";

    /// <summary>Every pair of which it is known whether they have a tie at the level.</summary>
    internal IEnumerable<(int A, int B, bool IsTied)> KnownPairs => network.Known.Select(tie => (tie.A, tie.B, tie.Level >= network.Level));

    /// <summary>The pairs of which reports differ, so that the lowest level counts.</summary>
    internal IEnumerable<(int A, int B)> ContradictingPairs => network.Known.Where(tie => tie.IsContradicting).Select(tie => (tie.A, tie.B));

    /// <summary>How often each organisation or initiative lies on the shortest path between two others; persons are never listed.</summary>
    /// <remarks>Exact below <see cref="SampledBetweenness.ExactBelow"/> members; above it from some of them, with how far it may be off.</remarks>
    public ImmutableArray<ActorValue> Betweenness(CancellationToken cancellationToken = default) => Figure(BetweennessFigure, () => BetweennessOfAll(cancellationToken), cancellationToken);

    /// <summary>Whether ties stay inside domains, spheres or kinds of organisation, with the test and the bounds of each; null when nothing is known or no group is.</summary>
    public GroupedSilos? SilosBy(GroupedBy by, CancellationToken cancellationToken = default) => IsKnown && Bounds is { } bounds
        ? Figure(SilosFigure(by), () => GroupedSilos.Of(View, network, bounds, by, Question.Seed, cancellationToken), cancellationToken)
        : null;

    /// <summary>How well those groups divide the network, beside the best division and chance; null when no tie joins two with a group.</summary>
    public GivenDivision? DivisionBy(GroupedBy by, CancellationToken cancellationToken = default) => IsKnown
        ? Figure(DivisionFigure(by), () => GivenDivision.Of(View, network, by, Question.Seed, cancellationToken), cancellationToken)
        : null;

    /// <summary>Whether ties run through a few who know each other; null when nothing is known, or nobody or everybody is tied.</summary>
    public CoreAndPeriphery? CorePeriphery(CancellationToken cancellationToken = default) => IsKnown
        ? Figure(CoreFigure, () => CoreAndPeriphery.Of(View, network, Question.Seed, cancellationToken), cancellationToken)
        : null;

    /// <summary>How often two who have contact with the same third have contact with each other; null when nothing is known, or nobody has contact with two others.</summary>
    public Closure? Closure(CancellationToken cancellationToken = default) => IsKnown && Bounds is { } bounds
        ? Figure(ClosureFigure, () => Findings.Fragmentation.Closure.Of(network, bounds, Question.Seed, cancellationToken), cancellationToken)
        : null;

    /// <summary>Who stands between others, those between most pairs of different groups first; persons are never listed.</summary>
    public ImmutableArray<Broker> Brokers(CancellationToken cancellationToken = default) => IsKnown && Bounds is { } bounds
        ? Figure(BrokersFigure, () => Broker.Of(View, network, bounds, cancellationToken), cancellationToken)
        : [];

    /// <summary>How far the figures of brokers move when a tenth of what is known is left out, by actor; null in a network too large to try.</summary>
    public ImmutableDictionary<int, BrokerBands>? BrokerBands(CancellationToken cancellationToken = default) => IsKnown && Members.Length <= Findings.Fragmentation.BrokerBands.MostMembers
        ? Figure(BrokerBandsFigure, () => Findings.Fragmentation.BrokerBands.Of(network, Question.Seed, cancellationToken), cancellationToken)
        : null;

    /// <summary>The network of who take part in one trajectory together.</summary>
    public SharedNetwork Trajectories(CancellationToken cancellationToken = default) =>
        Figure(TrajectoriesFigure, () => SharedNetwork.Of(FragmentationNetwork.SharedTrajectories, View, Scope, actors, wholes.Of), cancellationToken);

    /// <summary>What changed since another day: the network, or only what is known of it.</summary>
    public FragmentationChange Since(DateOnly day, CancellationToken cancellationToken = default) =>
        Figure(SinceFigure(day), () => FragmentationChange.Of((Question with { AsOf = day }).Ask(View, day, cancellationToken), this), cancellationToken);

    /// <summary>
    /// Who might take over part of the contacts of a person on whom a connection hangs, three at most: nobody else connects the two sides, so at least one of each side where
    /// there is one, then the same role first, and who knows most of the contacts.
    /// </summary>
    public static IEnumerable<BackUp> BackUpsOf(GraphView view, PersonBridge bridge) => BackUp.OfBothSides(view, bridge.Person, bridge.CutOff.ToHashSet());

    /// <summary>The ways of each isolated initiative to somebody who pays or decides, by initiative.</summary>
    public ImmutableDictionary<int, InitiativeWays> IsolatedWays(CancellationToken cancellationToken = default) => Figure(
        IsolatedWaysFigure,
        () =>
        {
            var finder = new InitiativeWaysFinder(View);
            return IsolatedInitiatives.ToImmutableDictionary(isolated => isolated.Initiative, isolated => finder.Of(isolated.Initiative, cancellationToken));
        },
        cancellationToken);

    private ImmutableArray<ActorValue> BetweennessOfAll(CancellationToken cancellationToken)
    {
        var estimate = Members.Length < SampledBetweenness.ExactBelow
            ? new BetweennessEstimate(Analysis.Centrality.Betweenness.Of(network.Network, cancellationToken), new double[Members.Length], Members.Length)
            : SampledBetweenness.Of(network.Network, SampledSources, Question.Seed, Environment.ProcessorCount, cancellationToken);
        return
        [
            .. estimate.Values.Select((value, member) => new ActorValue(Members[member], value, estimate.Margins[member]))
                .Where(actor => actor.Value > 0 && View.Graph.Node(actor.Actor).Kind != NodeKind.Professional)
                .OrderByDescending(actor => actor.Value)
                .ThenBy(actor => actor.Actor),
        ];
    }
}
