namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>What clusters reach in networks that chance made, found by the same call.</summary>
internal sealed class ChanceClusters
{
    private readonly List<(int Size, double Score)[]> clusters = [];

    /// <summary>How many networks were drawn.</summary>
    public int Count => clusters.Count;

    /// <summary>Draws more networks and divides each.</summary>
    /// <param name="layers">Whose ties are dealt.</param>
    /// <param name="leiden">The call.</param>
    /// <param name="count">How many more.</param>
    /// <param name="parameters">The seed, and how many threads.</param>
    /// <param name="progress">Told how far it is, on the thread that asks.</param>
    /// <param name="most">How many there may be in the end.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Draw(
        NetworkLayers layers, LeidenParameters leiden, int count, TrustParameters parameters, IProgress<TrustProgress>? progress, int most, CancellationToken cancellationToken)
    {
        var (first, found, done) = (Count, new (int, double)[count][], 0);
        Threads.Run(Math.Min(parameters.ThreadCount, count), part =>
        {
            var (draw, call) = (new RandomTies(layers), new SameCall(leiden));
            for (var i = part; i < count; i += parameters.ThreadCount)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var random = SeededRandom.Sequence(parameters.Seed, first + i);
                var network = draw.Draw(ref random);
                var division = call.Divide(network, (int)random.NextBits(), cancellationToken);
                var cohesion = Cohesion.Of(network, division.CommunityOf.AsSpan(), division.CommunityCount);
                var ofOne = new List<(int, double)>();
                for (var cluster = 0; cluster < division.CommunityCount; cluster++)
                {
                    if (cohesion.Sizes[cluster] > 1) ofOne.Add((cohesion.Sizes[cluster], cohesion.ScoreOf(cluster)));
                }

                found[i] = [.. ofOne];
                var soFar = Interlocked.Increment(ref done);
                if (part == 0) progress?.Report(new(first + soFar, most));
            }
        });
        clusters.AddRange(found);
    }

    /// <summary>The best s of a cluster of similar size, half to twice, in each network; of any size where there is none.</summary>
    public IEnumerable<double> Best(int size) => clusters.Select(ofOne =>
    {
        var (similar, any) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (other, score) in ofOne)
        {
            any = Math.Max(any, score);
            if (2 * other >= size && other <= 2 * size) similar = Math.Max(similar, score);
        }

        return double.IsNegativeInfinity(similar) ? any : similar;
    });
}

/// <summary>How far a comparison of clusters with chance is.</summary>
/// <param name="RandomCount">Random networks that were divided.</param>
/// <param name="MostRandomCount">How many there may be in the end.</param>
public readonly record struct TrustProgress(int RandomCount, int MostRandomCount);
