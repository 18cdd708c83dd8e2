using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How the collaboration network holds together, as far as it is known, or another network that was asked for.</summary>
/// <remarks>Of another network all is in <see cref="Shared"/>, and no figure on collaboration is given. What takes a search from every member is computed when it is first asked for, and then kept with the view.</remarks>
public sealed partial class FragmentationAnswer : Answer
{
    /// <summary>The names of the figures that are only computed when somebody asks for them.</summary>
    public const string BetweennessFigure = "betweenness", DistanceWeightedFigure = "distanceWeightedF", DistanceBoundsFigure = "distanceWeightedFBounds";

    private readonly CollaborationNetwork network;
    private readonly ActiveActors actors;
    private readonly AgencyWholes wholes;

    internal FragmentationAnswer(
        QuestionScope scope, ImmutableArray<Coverage> seen, FragmentationQuestion question, CollaborationNetwork network, ActiveActors actors, AgencyWholes wholes)
        : base(scope, seen) => (Question, this.network, this.actors, this.wholes) = (question, network, actors, wholes);

    /// <inheritdoc/>
    public override FragmentationQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => FragmentationMetrics.All;

    /// <inheritdoc/>
    public override Words NextStep => Shared?.NextStep ?? FragmentationWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => (Shared?.Evidence ?? network.Known.SelectMany(tie => tie.Reports).SelectMany(report => CollaborationTies.RelationsOf(View.Graph, report)))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The one sentence that holds of all who are active, whatever nobody asked turns out to be; of another network how it holds together, as it is recorded.</summary>
    public Words Opening => Shared?.Opening ?? FragmentationWords.OpeningOf(this);

    /// <summary>How much was asked, and how those of whom something is known hold together: the first sentences of <see cref="Answer.Reason"/>.</summary>
    public Words Summary => Shared is { } shared ? shared.Reason : FragmentationWords.SummaryOf(this);

    /// <summary>The network that was asked for instead of that of collaboration; null where none was.</summary>
    public SharedNetwork? Shared { get; init; }

    /// <summary>How many agencies are counted as the one they are part of; 0 unless that was asked for.</summary>
    public required int MergedCount { get; init; }

    /// <summary>Agencies and initiatives there are.</summary>
    public required int ActorCount { get; init; }

    /// <summary>Actors of whom at least one tie is known: the nodes of the network.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>Pairs of actors that were asked, whatever the answer.</summary>
    public required long AskedPairCount { get; init; }

    /// <summary>Pairs whose contact stands on record and that were not asked.</summary>
    public required long RecordedPairCount { get; init; }

    /// <summary>Where they stand on record, in order; none when none do.</summary>
    public required ImmutableArray<string> Registers { get; init; }

    /// <summary>Pairs that were reported at different levels; the lowest counts.</summary>
    public required int ContradictingPairCount { get; init; }

    /// <summary>Pairs at the asked level or above: the edges of the network.</summary>
    public required int TieCount { get; init; }

    /// <summary>The parts that have no tie between them, largest first; empty when nothing is known.</summary>
    public required ImmutableArray<ImmutableArray<int>> Components { get; init; }

    /// <summary>Share of pairs of members with no path between them, 0 to 1; null when nothing is known.</summary>
    public required double? Fragmentation { get; init; }

    /// <summary>The same, a path of d ties counting for 1/d; null when nothing is known. Minutes from about 10^5 members on.</summary>
    public double? DistanceWeightedFragmentation(CancellationToken cancellationToken = default) => IsKnown
        ? Figure(DistanceWeightedFigure, () => Analysis.Connectivity.DistanceWeightedFragmentation.Of(network.Network, cancellationToken), cancellationToken)
        : null;

    /// <summary>How far the figures can be off because of what nobody asked; null where fewer than two are active.</summary>
    public required NetworkBounds? Bounds { get; init; }

    /// <summary>Between what the distance-weighted F of all who are active lies; null where fewer than two are. Minutes from about 10^5 members on.</summary>
    public Interval? DistanceWeightedBounds(CancellationToken cancellationToken = default) => Bounds is { } bounds
        ? Figure(DistanceBoundsFigure, () => bounds.DistanceWeightedFragmentation(cancellationToken), cancellationToken)
        : null;

    /// <summary>Actors without which their part falls apart, those that cut off most first.</summary>
    public required ImmutableArray<CutPoint> ArticulationPoints { get; init; }

    /// <summary>Ties without which their part falls apart, those that cut off most first.</summary>
    public required ImmutableArray<BridgeTie> Bridges { get; init; }

    /// <summary>Persons whose leaving splits the network, those that cut off most first.</summary>
    public required ImmutableArray<PersonBridge> PersonBridges { get; init; }

    /// <summary>Whether ties stay inside domains; null when nothing is known or no domain is known.</summary>
    public required SiloAnswer? Silos { get; init; }

    /// <summary>Initiatives with no tie at this level and nobody who supports them.</summary>
    public required ImmutableArray<IsolatedInitiative> IsolatedInitiatives { get; init; }

    /// <summary>Whether any collaboration was asked for or stands on record.</summary>
    public bool IsKnown => AskedPairCount + RecordedPairCount > 0;

    /// <summary>Whether of every pair of members it was asked or stands on record.</summary>
    public bool IsEveryPairKnown => AskedPairCount + RecordedPairCount == (long)Members.Length * (Members.Length - 1) / 2;

    private protected override Words Found => Shared?.Reason ?? FragmentationWords.FoundIn(this);
}

/// <summary>An actor on which part of the network hangs.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="PartSizes">Members in each of the parts its component falls into without it, largest first.</param>
/// <param name="IsCertain">Whether it is one whatever nobody asked turns out to be.</param>
public sealed record CutPoint(int Actor, ImmutableArray<int> PartSizes, bool IsCertain)
{
    /// <summary>Members that lose the largest part.</summary>
    public int CutOffCount => PartSizes.Skip(1).Sum();
}

/// <summary>A tie on which part of the network hangs.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end.</param>
/// <param name="SizeA">Members on the side of A without it.</param>
/// <param name="SizeB">Members on the side of B without it.</param>
/// <param name="IsCertain">Whether it is one whatever nobody asked turns out to be.</param>
public sealed record BridgeTie(int A, int B, int SizeA, int SizeB, bool IsCertain)
{
    /// <summary>Members that lose the largest part.</summary>
    public int CutOffCount => Math.Min(SizeA, SizeB);
}

/// <summary>A person on whom a connection hangs.</summary>
/// <param name="Person">The professional.</param>
/// <param name="CutOff">The members that lose the largest part when this person leaves.</param>
public sealed record PersonBridge(int Person, ImmutableArray<int> CutOff);

/// <summary>A value for an organisation or initiative.</summary>
/// <param name="Actor">The organisation or initiative.</param>
/// <param name="Value">The value.</param>
/// <param name="Margin">How far it may be off, either way, where it was estimated: three standard errors; 0 where it is exact.</param>
public readonly record struct ActorValue(int Actor, double Value, double Margin = 0);

/// <summary>An initiative that stands alone, as far as is known.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="WasAsked">Whether it was asked for ties; if not, it may well have them.</param>
public sealed record IsolatedInitiative(int Initiative, bool WasAsked);

/// <summary>Whether ties stay inside domains: Krackhardt and Stern's E-I index.</summary>
/// <param name="ExternalCount">Ties between members of different domains.</param>
/// <param name="InternalCount">Ties between members of the same domain.</param>
/// <param name="Index">(external − internal) / all: −1 when every tie stays inside, 1 when every tie crosses.</param>
/// <param name="Expected">The index that chance gives on average; below it, ties stay inside more than chance makes them.</param>
/// <param name="PValue">How often a random division of the same members over the domains gives an index as far from what is expected.</param>
/// <param name="LabelledCount">Members of whom one domain is known; only ties between them count.</param>
/// <param name="Domains">The same for each domain, most inward first.</param>
public sealed record SiloAnswer(
    long ExternalCount, long InternalCount, double Index, double Expected, double PValue, int LabelledCount, ImmutableArray<DomainSilo> Domains)
{
    /// <summary>How many ties would stay inside domains, on average, if the same members were divided over the domains by chance.</summary>
    public double ExpectedInternalCount => (ExternalCount + InternalCount) * (1 - Expected) / 2;
}

/// <summary>The E-I index of one domain.</summary>
public sealed record DomainSilo(int Domain, long ExternalCount, long InternalCount, double? Index);
