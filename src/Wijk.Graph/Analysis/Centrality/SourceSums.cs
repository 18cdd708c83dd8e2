namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Adds up, over many sources, how much the paths from them depend on each node.</summary>
internal static class SourceSums
{
    // Fixed, and not the number of cores: each block is summed apart and the blocks are added in order, so that the result is
    // the same to the last bit on any machine.
    private const int BlockCount = 16;

    /// <summary>The sums, on all cores.</summary>
    /// <param name="nodeCount">How many nodes.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="together">How many next sources are given to a worker at once.</param>
    /// <param name="newWorker">Makes a worker for one thread: what adds the dependencies of the paths from some sources to sums by node.</param>
    /// <param name="cancellationToken">Stops the work between two calls of a worker.</param>
    public static double[] Of(int nodeCount, int[] sources, int together, Func<Action<ReadOnlyMemory<int>, double[]>> newWorker, CancellationToken cancellationToken)
    {
        var (sums, workers) = (new double[BlockCount][], new Action<ReadOnlyMemory<int>, double[]>?[Environment.ProcessorCount]);
        Threads.Share(workers.Length, BlockCount, (thread, block) =>
        {
            var (add, sum) = (workers[thread] ??= newWorker(), new double[nodeCount]);
            for (var first = block * together; first < sources.Length; first += BlockCount * together)
            {
                cancellationToken.ThrowIfCancellationRequested();
                add(sources.AsMemory(first..Math.Min(first + together, sources.Length)), sum);
            }

            sums[block] = sum;
        });

        var total = new double[nodeCount];
        foreach (var sum in sums)
        {
            for (var node = 0; node < nodeCount; node++) total[node] += sum[node];
        }

        return total;
    }
}
