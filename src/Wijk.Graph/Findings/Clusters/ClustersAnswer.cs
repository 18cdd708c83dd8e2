using System.Collections.Immutable;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Which agencies and initiatives hang together, and what that is worth.</summary>
public sealed class ClustersAnswer : Answer
{
    /// <summary>The name of the figure that is only computed when somebody asks for it.</summary>
    public const string TrustFigure = "trust";

    private readonly ClusterNetwork network;

    internal ClustersAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, ClustersQuestion question, ClusterNetwork network)
        : base(scope, seen) => (Question, this.network) = (question, network);

    /// <inheritdoc/>
    public override ClustersQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => ClustersMetrics.All;

    /// <inheritdoc/>
    public override Words NextStep => ClustersWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Clusters.SelectMany(cluster => cluster.Evidence).Distinct();

    /// <summary>The resolution that was used: what was asked for, else the middle of <see cref="Resolutions"/>, else the usual.</summary>
    public required double Resolution { get; init; }

    /// <summary>The widest range of resolutions that gives the same clusters; null when no range of a factor two does, or the network is too large to try them.</summary>
    public required Resolutions? Resolutions { get; init; }

    /// <summary>The quality of the division; null when nothing hangs together.</summary>
    public required double? Quality { get; init; }

    /// <summary>Clusters of two or more: those that could be advice first, then the largest.</summary>
    public required ImmutableArray<Cluster> Clusters { get; init; }

    /// <summary>Agencies and initiatives that hang together with nobody, as far as is known.</summary>
    public required int AloneCount { get; init; }

    /// <summary>Recorded ties the clusters were made of.</summary>
    public required int TieCount { get; init; }

    /// <summary>Clusters that could be advice: if they stand, which <see cref="Trust"/> tells.</summary>
    public int CandidateCount => Clusters.Count(cluster => cluster.CouldBeAdvice);

    /// <summary>Whether clusters of this question are kept, so that their ids outlive new data: of all areas, with everything else as usual, for whoever sees all.</summary>
    public bool IsKept => Question with { AsOf = null } == new ClustersQuestion() && View is { Scenario: null, History.Slice: null } && View.Reader == Reader.SeesAll;

    /// <summary>What became of the clusters since a version, or between two.</summary>
    /// <param name="since">The version to begin at: the newest kept at or before it counts. Null for the last that were other.</param>
    /// <param name="until">The version to end at, in the same way; null for this answer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null when clusters of this question are not kept.</returns>
    public ClusterChanges? Changes(long? since = null, long? until = null, CancellationToken cancellationToken = default)
    {
        if (!IsKept) return null;
        var book = View.History.Clusters;
        if ((until < View.Version ? book.At(until.Value) : Trust(cancellationToken: cancellationToken).Keep(LookedAt.Day)) is not { } after) return new(null, until!.Value, []);
        var before = since is { } version
            ? book.At(Math.Min(version, after.Version))
            : book.States.LastOrDefault(state => state.Version < after.Version && !state.SaysAsMuchAs(after));
        return ClusterChanges.Between(View, before, after);
    }

    /// <summary>Which clusters are more than chance and how sure they are; computed when first asked for, and then kept with the view.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ClustersTrust Trust(IProgress<Words>? progress = null, CancellationToken cancellationToken = default) =>
        Figure(TrustFigure, () => ClustersTrust.Of(this, network, progress, cancellationToken), cancellationToken);

    private protected override Words Found => ClustersWords.FoundIn(this);
}

/// <summary>Agencies and initiatives that hang together more with each other than with the rest.</summary>
public sealed record Cluster
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>The members, ascending.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>The keys of the members.</summary>
    public IEnumerable<string> MemberKeys => Members.Select(member => View.Graph.Node(member).Key);

    /// <summary>What at least half of the members share, most shared first: target groups, areas and domains.</summary>
    public required ImmutableArray<SharedTrait> About { get; init; }

    /// <summary>What the cluster only repeats: schemes, departments and domains and, where no tie is recorded, groups, areas and cells.</summary>
    public required ImmutableArray<SharedTrait> Repeats { get; init; }

    /// <summary>Pairs of members that are joined by a tie or a shared cell, as a share of all pairs, 0 to 1.</summary>
    public required double Density { get; init; }

    /// <summary>Recorded ties between its members; none: they only serve the same people in the same places.</summary>
    public required int TieCount { get; init; }

    /// <summary>What is known of coordination between its members.</summary>
    public required Coordination Coordination { get; init; }

    /// <summary>The known ties and the targetings that hold it together: the evidence, as keys.</summary>
    public required ImmutableArray<string> Evidence { get; init; }

    /// <summary>Whether it could tell something that is not known already: a tie inside it is recorded, and it does not only repeat a trait. Not whether it is more than chance.</summary>
    public bool CouldBeAdvice => TieCount > 0 && Repeats.IsEmpty;

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => ClustersWords.ReasonOf(this);

    /// <summary>The name of something they share.</summary>
    public Words NameOf(SharedTrait trait) => ClustersWords.NameOf(this, trait);
}

/// <summary>What a trait is.</summary>
public enum TraitKind
{
    /// <summary>A scheme the members' measures are part of.</summary>
    Scheme,

    /// <summary>An agency that pays for the members' measures.</summary>
    Department,

    /// <summary>A domain of the members' measures.</summary>
    Domain,

    /// <summary>A target group of the members' measures.</summary>
    TargetGroup,

    /// <summary>An area the members' measures are targeted at.</summary>
    Area,

    /// <summary>One target group in one area, which the overlap lists already.</summary>
    Cell,

    /// <summary>A barrier the members' measures address.</summary>
    Barrier,

    /// <summary>An area in which the members have their office.</summary>
    Seat,
}

/// <summary>Something that members of a cluster have in common.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Nodes">The node it is; for a cell its target group and its area.</param>
/// <param name="MemberCount">Members that have it.</param>
/// <param name="Share">Those as a share of all members, 0 to 1.</param>
public sealed record SharedTrait(TraitKind Kind, ImmutableArray<int> Nodes, int MemberCount, double Share);
