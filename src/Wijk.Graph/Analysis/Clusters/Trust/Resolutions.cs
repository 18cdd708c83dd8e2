using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Over which resolutions a network gives the same clusters.</summary>
/// <param name="Lowest">The lowest of the widest range.</param>
/// <param name="Highest">The highest.</param>
/// <param name="Middle">The one in the middle of the range, which changes least when the range is a little other.</param>
public sealed record Resolutions(double Lowest, double Highest, double Middle)
{
    // Two divisions with so much in common are the same answer.
    private const double Same = 0.95;

    // So many resolutions one after the other must agree, from one to twice that at least: two that do may be anywhere, and often among the smallest pieces.
    private const int FewestSame = 4;

    private static readonly double[] Factors = [0.5, 0.625, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.2, 4];

    /// <summary>Tries resolutions from half to four times the usual; null when no four one after the other, from one to twice that, give the same clusters.</summary>
    /// <remarks>
    /// A resolution gives the same as the one before it and the first of its range when their NMI over tied nodes is .95 or more; the widest range counts in steps of about a quarter, and of
    /// ranges as wide the one nearest the usual. Divisions in which all that is connected is one cluster, or everyone is alone, say nothing. Idea: Arenas, Fernández and Gómez (2008),
    /// doi:10.1088/1367-2630/10/5/053039.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="usual">The call with the usual resolution, its seed, and how many networks are divided at once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Resolutions? Of(Network network, LeidenParameters usual, CancellationToken cancellationToken = default)
    {
        int[] tied = [.. Enumerable.Range(0, network.NodeCount).Where(node => network.Degree(node) > 0)];
        var found = new int[Factors.Length][];
        Threads.Run(Math.Min(usual.ThreadCount, found.Length), part =>
        {
            var call = new SameCall(usual);
            for (var i = part; i < found.Length; i += usual.ThreadCount)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var run = call.Divide(network, usual.Seed, cancellationToken, Factors[i]);
                found[i] = Array.ConvertAll(tied, node => run.CommunityOf[node]);
            }
        });
        var says = Array.ConvertAll(found, communities => communities.Distinct().Count() is var count && count > 1 && count < communities.Length);
        var ranges = new List<(int First, int Last)>();
        for (var i = 0; i < found.Length; i++)
        {
            if (!says[i]) continue;
            if (ranges.Count > 0 && ranges[^1].Last == i - 1 && Agreement.Normalized(found[i - 1], found[i]) >= Same && Agreement.Normalized(found[ranges[^1].First], found[i]) >= Same)
                ranges[^1] = (ranges[^1].First, i);
            else ranges.Add((i, i));
        }

        ranges.RemoveAll(range => range.Last - range.First + 1 < FewestSame);
        if (ranges.Count == 0) return null;
        var one = Array.IndexOf(Factors, 1);
        var (first, last) = ranges.OrderByDescending(range => range.Last - range.First).ThenBy(range => Math.Abs(range.First + range.Last - (2 * one))).First();
        return new(At(first), At(last), At((first + last + 1) / 2));

        double At(int place) => usual.Resolution * Factors[place];
    }
}
