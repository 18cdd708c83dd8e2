using System.Numerics;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>Compares statistics of what is recorded with those of deals by chance, each until it is decided.</summary>
/// <remarks>
/// Parallel form: the chain runs back from what is recorded to a hidden start, and from there a chain of its own, as long, makes each sample. Under
/// the null the recorded state and the samples can be exchanged, so p-values are exact for chains of any length; length only adds power.
/// A statistic that has been reached ten times, in l samples, has p = 10 / l; one that never gets there p = (hits + 1) / (samples + 1).
/// Source: Besag and Clifford (1989), doi:10.1093/biomet/76.4.633, and (1991), doi:10.1093/biomet/78.2.301.
/// A sample has a random sequence of its own, so the result is the same on any number of threads.
/// </remarks>
internal sealed class SequentialTest
{
    /// <summary>A statistic is decided once so many samples reach it.</summary>
    public const int HitCount = 10;

    private const int BlockSize = 64;

    private readonly int seed;
    private readonly Deal hidden;
    private readonly Deal[] workers;

    /// <summary>Finds the hidden start.</summary>
    /// <param name="recorded">The state that is recorded; it is left there.</param>
    /// <param name="stratumCount">How many strata it has.</param>
    /// <param name="seed">Fixes all samples.</param>
    /// <param name="threadCount">How many threads sample at once.</param>
    public SequentialTest(Deal recorded, int stratumCount, int seed, int threadCount)
    {
        this.seed = seed;
        hidden = recorded.Copy();
        hidden.Sample(recorded, [.. Enumerable.Range(0, stratumCount)], SeededRandom.Sequence(seed, -1));
        workers = [.. Enumerable.Range(0, threadCount).Select(_ => hidden.Copy())];
    }

    /// <summary>Marks which statistics a sample reaches.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="undecided">The numbers of the statistics to look at.</param>
    /// <param name="bit">The sample's bit, to be set in the hits of each statistic that it reaches.</param>
    /// <param name="tally">Where to set it, and where to add the values up.</param>
    public delegate void Look(Deal sample, ReadOnlySpan<int> undecided, ulong bit, Tally tally);

    /// <summary>Tests statistics.</summary>
    /// <param name="count">How many there are, numbered from 0.</param>
    /// <param name="most">How many samples are made at most.</param>
    /// <param name="strataOf">The strata that some of them depend on.</param>
    /// <param name="look">Marks which of them a sample reaches; called on several threads, each with a tally of its own.</param>
    /// <param name="progress">Told after each block of samples.</param>
    /// <param name="cancellationToken">Stops the work between two samples.</param>
    public Decided[] Run(
        int count, long most, Func<ReadOnlyMemory<int>, int[]> strataOf, Look look, IProgress<ChanceProgress>? progress, CancellationToken cancellationToken)
    {
        var (decided, hits, sums) = (new Decided[count], new int[count], new long[count]);
        var tallies = Array.ConvertAll(workers, _ => new Tally(new ulong[count], new long[count]));
        var (undecided, undecidedCount) = (Enumerable.Range(0, count).ToArray(), count);
        for (var taken = 0L; undecidedCount > 0;)
        {
            var (size, open) = ((int)Math.Min(BlockSize, most - taken), undecided.AsMemory(..undecidedCount));
            Block(taken, size, strataOf(open), open, look, tallies, cancellationToken);
            var kept = 0;
            foreach (var item in open.Span)
            {
                var reached = 0UL;
                foreach (var tally in tallies)
                {
                    reached |= tally.Hits[item];
                    sums[item] += tally.Sums[item];
                    (tally.Hits[item], tally.Sums[item]) = (0, 0);
                }

                var mean = sums[item] / (double)(taken + size);
                if (hits[item] + BitOperations.PopCount(reached) >= HitCount)
                {
                    for (; hits[item] < HitCount - 1; hits[item]++) reached &= reached - 1;
                    var sampleCount = taken + BitOperations.TrailingZeroCount(reached) + 1;
                    decided[item] = new(HitCount / (double)sampleCount, sampleCount, mean);
                }
                else
                {
                    hits[item] += BitOperations.PopCount(reached);
                    decided[item] = new((hits[item] + 1.0) / (taken + size + 1), taken + size, mean);
                    undecided[kept++] = item;
                }
            }

            (taken, undecidedCount) = (taken + size, kept);
            progress?.Report(new(taken, most, undecidedCount, count));
            if (taken == most) break;
        }

        return decided;
    }

    private void Block(
        long first, int size, int[] strata, ReadOnlyMemory<int> undecided, Look look, Tally[] tallies, CancellationToken cancellationToken) =>
        Threads.Run(workers.Length, worker =>
        {
            for (var sample = worker; sample < size; sample += workers.Length)
            {
                cancellationToken.ThrowIfCancellationRequested();
                workers[worker].Sample(hidden, strata, SeededRandom.Sequence(seed, first + sample));
                look(workers[worker], undecided.Span, 1UL << sample, tallies[worker]);
            }
        });

    /// <summary>What some samples of a block say of each statistic.</summary>
    /// <param name="Hits">A bit for each sample that reaches it.</param>
    /// <param name="Sums">Its value in those samples, added up.</param>
    public sealed record Tally(ulong[] Hits, long[] Sums);

    /// <summary>What the samples say of a statistic.</summary>
    /// <param name="P">How likely so high a value is by chance, above 0 and at most 1.</param>
    /// <param name="SampleCount">How many samples decided it.</param>
    /// <param name="Mean">What chance gives on average.</param>
    public readonly record struct Decided(double P, long SampleCount, double Mean);
}

/// <summary>How far a comparison with chance is.</summary>
/// <param name="SampleCount">Samples made.</param>
/// <param name="MostSampleCount">Samples that are made at most.</param>
/// <param name="UndecidedCount">What they must still decide.</param>
/// <param name="Count">All that they decide.</param>
public readonly record struct ChanceProgress(long SampleCount, long MostSampleCount, int UndecidedCount, int Count);
