using System.Collections.Immutable;
using Wijk.Graph.Findings.Clusters;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions.Clusters;

namespace Wijk.GraphQL.Pages.Clusters;

/// <summary>Which groups hang together, and what is only a repetition or a block, each with its own list.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Trust">What of it is more than chance.</param>
/// <param name="Groups">The groups that stand and do not only repeat something.</param>
public sealed record ClustersModel(ClustersAnswer Answer, ClustersTrust Trust, ListPart<TrustedCluster> Groups)
{
    private static readonly ClustersBinding Binding = new();

    private static readonly PagedList GroupList = new("page");

    /// <summary>The groups that only repeat what is known already.</summary>
    public ImmutableArray<TrustedCluster> Repeating => [.. Trust.Clusters.Where(cluster => cluster.OnlyRepeats)];

    /// <summary>The blocks that are only apart from the rest.</summary>
    public ImmutableArray<TrustedCluster> Blocks => [.. Trust.Clusters.Where(cluster => cluster.IsBlock)];

    /// <summary>What became of the groups since they last changed; null when nothing was kept of before.</summary>
    public ClusterChanges? Changes { get; init; }

    internal static async Task<PageContent> ShowAsync(Visit visit)
    {
        var answer = await visit.AskAsync(Binding.QuestionOf(visit.Given));
        var trust = await TrustAsync(visit, answer);
        return PageContent.Of<ClustersPage, ClustersModel>(new(
            answer, trust, GroupList.PartOf([.. trust.Clusters.Where(cluster => !cluster.IsBlock && !cluster.OnlyRepeats)], visit.Given))
        {
            Changes = answer.Changes() is { Since: not null } changes ? changes : null,
        });
    }

    /// <summary>What of an answer is more than chance: in its turn when it must still be computed.</summary>
    internal static ValueTask<ClustersTrust> TrustAsync(Visit visit, ClustersAnswer answer) =>
        visit.FigureAsync(answer, ClustersAnswer.TrustFigure, stop => answer.Trust(cancellationToken: stop));
}
