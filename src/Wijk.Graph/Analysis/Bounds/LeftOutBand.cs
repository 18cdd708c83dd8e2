using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>How far a figure moves when a part of what is known is left out: for figures that a tie more may raise or lower, so that they have no bounds.</summary>
/// <remarks>
/// In half of the draws a share of the ties is left out at random; in the other half all ties of a share of the nodes, more likely those with many ties, as if these had not
/// answered: that is what moves figures most (Smith and Moody (2013), doi:10.1016/j.socnet.2013.09.003). The band is the lowest and highest of the draws and the
/// figure itself. It says how much hangs on single answers, and nothing of what nobody asked.
/// </remarks>
public static class LeftOutBand
{
    /// <summary>The share that is left out.</summary>
    public const double Share = 0.1;

    /// <summary>The band of one figure.</summary>
    /// <param name="network">The network.</param>
    /// <param name="figureOf">The figure of a network with the same nodes; null where it has none.</param>
    /// <param name="drawCount">How many draws, 2 or more.</param>
    /// <param name="seed">The same seed gives the same draws.</param>
    /// <param name="cancellationToken">Stops the work between two draws.</param>
    /// <returns>Null where the network itself has no figure.</returns>
    public static Interval? Of(Network network, Func<Network, double?> figureOf, int drawCount = 40, int seed = 1, CancellationToken cancellationToken = default) =>
        Of(network, one => [figureOf(one)], drawCount, seed, cancellationToken)[0];

    /// <summary>The bands of several figures, such as one for each node.</summary>
    /// <param name="network">The network.</param>
    /// <param name="figuresOf">The figures of a network with the same nodes, always as many; null where one has none.</param>
    /// <param name="drawCount">How many draws, 2 or more.</param>
    /// <param name="seed">The same seed gives the same draws.</param>
    /// <param name="cancellationToken">Stops the work between two draws.</param>
    /// <returns>By figure; null where the network itself has none.</returns>
    public static Interval?[] Of(Network network, Func<Network, double?[]> figuresOf, int drawCount = 40, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drawCount, 2);
        Interval?[] bands = [.. figuresOf(network).Select(value => value is { } known ? new Interval(known, known) : (Interval?)null)];
        for (var draw = 0; draw < drawCount; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = SeededRandom.Sequence(seed, draw);
            var figures = figuresOf(draw % 2 == 0 ? WithoutTies(network, ref random) : WithoutNodes(network, ref random));
            for (var place = 0; place < bands.Length; place++)
            {
                if (bands[place] is { } band && figures[place] is { } value) bands[place] = new(Math.Min(band.Low, value), Math.Max(band.High, value));
            }
        }

        return bands;
    }

    private static Network WithoutTies(Network network, ref SeededRandom random)
    {
        var ties = network.Edges();
        var kept = ties.Length - (int)Math.Ceiling(Share * ties.Length);
        for (var place = 0; place < kept; place++)
        {
            var other = place + random.Next(ties.Length - place);
            (ties[place], ties[other]) = (ties[other], ties[place]);
        }

        return Network.Of(network.NodeCount, ties.AsSpan(..kept));
    }

    // Drawn one by one, each as likely as it has ties: the end of a tie drawn at random.
    private static Network WithoutNodes(Network network, ref SeededRandom random)
    {
        var ties = network.Edges();
        var (silent, wanted) = (new HashSet<int>(), (int)Math.Ceiling(Share * ties.SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Count()));
        while (silent.Count < wanted)
        {
            var tie = ties[random.Next(ties.Length)];
            silent.Add(random.Next(2) == 0 ? tie.A : tie.B);
        }

        return Network.Of(network.NodeCount, [.. ties.Where(tie => !silent.Contains(tie.A) && !silent.Contains(tie.B))]);
    }
}
