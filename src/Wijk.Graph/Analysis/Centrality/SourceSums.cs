namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Adds to sums by node how much the paths from some sources depend on each.</summary>
internal delegate void AddDependencies(ReadOnlySpan<int> sources, double[] sums);

/// <summary>Adds up, over many sources, how much the paths from them depend on each node.</summary>
internal static class SourceSums
{
    /// <summary>How many parts sources are best divided into: fixed, and not the number of cores, so that the sums are the same to the last bit on any machine.</summary>
    public const int PartCount = 16;

    /// <summary>The sums of each part of the sources.</summary>
    /// <param name="nodeCount">How many nodes.</param>
    /// <param name="parts">The sources of each part.</param>
    /// <param name="together">How many next sources of a part are given to a worker at once.</param>
    /// <param name="threadCount">How many threads at most; the sums do not depend on it.</param>
    /// <param name="newWorker">Makes a worker for one thread.</param>
    /// <param name="cancellationToken">Stops the work between two calls of a worker.</param>
    /// <returns>For each part the sums by node.</returns>
    public static double[][] Of(int nodeCount, ReadOnlyMemory<int>[] parts, int together, int threadCount, Func<AddDependencies> newWorker, CancellationToken cancellationToken)
    {
        var (sums, workers) = (new double[parts.Length][], new AddDependencies?[threadCount]);
        Threads.Share(threadCount, parts.Length, (thread, part) =>
        {
            var (add, sum, sources) = (workers[thread] ??= newWorker(), new double[nodeCount], parts[part]);
            for (var first = 0; first < sources.Length; first += together)
            {
                cancellationToken.ThrowIfCancellationRequested();
                add(sources.Span[first..Math.Min(first + together, sources.Length)], sum);
            }

            sums[part] = sum;
        });
        return sums;
    }
}
