using System.Collections.Immutable;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Who and what belongs together, and could be brought together?</summary>
public sealed record ClustersQuestion : Question<ClustersAnswer>
{
    /// <summary>What makes one division better than another.</summary>
    public QualityFunction QualityFunction { get; init; } = QualityFunction.Modularity;

    /// <summary>The most ties and shared cells of a network of which several resolutions are tried; of a larger one each takes too long.</summary>
    public const int MostTried = 50_000;

    /// <summary>
    /// Higher values give more, smaller clusters. Above 0; null for the middle of the widest range that gives the same clusters or, where no range does and in a network of more than
    /// <see cref="MostTried"/> ties, the usual one: 1 for modularity, 0.05 for CPM.
    /// </summary>
    public double? Resolution
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Resolution), value, "Resolution must be above 0.");
    }

    private double UsualResolution => QualityFunction == QualityFunction.Cpm ? 0.05 : 1;

    /// <inheritdoc/>
    public override double CostPerRecord => 12;

    /// <inheritdoc/>
    public override double CostPerRecordOf(string figure) => 35;

    private protected override ClustersAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var view = scope.View;
        var actors = ActiveActors.In(view, scope.Area);
        var network = ClusterNetwork.Of(view, actors, scope.Area);
        var usual = new LeidenParameters { QualityFunction = QualityFunction, Resolution = UsualResolution, Seed = Seed };
        var range = network.Network.EdgeCount > MostTried ? null : Resolutions.Of(network.Network, usual, cancellationToken);
        var resolution = Resolution ?? range?.Middle ?? UsualResolution;
        var result = Leiden.Run(network.Network, usual with { Resolution = resolution }, cancellationToken: cancellationToken);
        var describe = new ClusterDescription(view, network);
        var clusters = network.Members.Select((actor, member) => (actor, community: result.CommunityOf[member]))
            .GroupBy(entry => entry.community, entry => entry.actor)
            .Select(community => community.ToImmutableArray())
            .Where(members => members.Length > 1)
            .Select(describe.Of)
            .OrderByDescending(cluster => cluster.CouldBeAdvice)
            .ThenByDescending(cluster => cluster.Members.Length)
            .ThenBy(cluster => cluster.Members[0])
            .ToImmutableArray();
        return new(scope, Seen(view, actors, network), this, network)
        {
            Resolution = resolution,
            Resolutions = range,
            Quality = network.Network.EdgeCount == 0 ? null : result.Quality,
            Clusters = clusters,
            AloneCount = actors.Count - clusters.Sum(cluster => cluster.Members.Length),
            TieCount = network.Ties.Length,
        };
    }

    private static ImmutableArray<Coverage> Seen(GraphView view, ActiveActors actors, ClusterNetwork network) =>
    [
        new(new("organisaties en initiatieven met een bekend contact of een gedeelde doelgroep in een gebied",
                "organisations and initiatives with a known tie or a shared target group in an area"),
            Enumerable.Range(0, network.Members.Length).Count(member => network.Network.Degree(member) > 0), actors.Count),
        .. PairCoverage.Of(actors, CollaborationTies.Of(view).All),
    ];
}
