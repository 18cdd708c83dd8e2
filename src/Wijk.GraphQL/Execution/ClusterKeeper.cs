using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Execution;

/// <summary>Keeps the clusters of each version that stays for a while, so that their ids outlive new data. It works when nobody waits, and never while somebody commits.</summary>
/// <remarks>Decision 18. Of a graph for which it would take too long nothing is kept, nor of a slice; ids are then made of the members.</remarks>
internal sealed class ClusterKeeper(SnapshotHost snapshots, IGraphStore store, AnalysisQueue analyses, TimeProvider clock, ILogger<ClusterKeeper> log) : BackgroundService
{
    /// <summary>How long a version must have been the newest.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>The most that it may cost, in microseconds of one core.</summary>
    public const double MostCost = 60_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Keeps the clusters of a snapshot, when they are not as they were kept last.</summary>
    /// <returns>Whether that is done: false when others need the time, or the store is away; then try again later.</returns>
    public async Task<bool> KeepAsync(GraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var question = new ClustersQuestion();
        var cost = question.CostPerRecordOf(ClustersAnswer.TrustFigure) * ((long)snapshot.NodeCount + snapshot.RelationCount);
        if (snapshot.Slice is not null || snapshot.NodeCount == 0 || cost > MostCost) return true;
        if (analyses.WaitingCount + analyses.RunningCount > 0) return false;
        using var yielding = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var found = FindAsync(snapshot, question, yielding.Token);
            while (await Task.WhenAny(found, Task.Delay(Look, clock, cancellationToken)) != found)
            {
                if (analyses.WaitingCount > 0) await yielding.CancelAsync();
            }

            var kept = await found;
            if (snapshot.Clusters.At(snapshot.Version.Number)?.SaysAsMuchAs(kept) == true) return true;
            await store.KeepClustersAsync(kept, cancellationToken);
            snapshot.Clusters.Add(kept);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception problem) when (problem is StoreException or ExplainedError)
        {
            log.LogDebug(problem, "Clusters are not kept now: {Message}", problem.Message);
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        GraphSnapshot? seen = null, done = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Quiet, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested || !snapshots.HasSnapshot) continue;
            var current = snapshots.Current;
            if (current == seen && current != done && await KeepAsync(current, stoppingToken)) done = current;
            seen = current;
        }
    }

    // As a visitor asks, so that one who asks meanwhile has it too.
    private async Task<Wijk.Graph.Model.KeptClusters> FindAsync(GraphSnapshot snapshot, ClustersQuestion question, CancellationToken stop)
    {
        var (view, today) = (GraphView.Of(snapshot), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        var answer = await analyses.RunAsync((view, question, today), stopping => question.Ask(view, today, stopping), stop);
        var trust = await analyses.RunAsync((answer, ClustersAnswer.TrustFigure), stopping => answer.Trust(cancellationToken: stopping), stop);
        return trust.Keep(answer.LookedAt.Day);
    }
}
