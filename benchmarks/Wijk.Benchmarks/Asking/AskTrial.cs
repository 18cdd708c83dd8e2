using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Networks;

namespace Wijk.Benchmarks.Asking;

/// <summary>A network of which all ties are known, so that sheets can be filled in truthfully.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Truth">Its ties.</param>
/// <param name="Meetings">Who meets whom in how many places.</param>
public sealed record AskedNetwork(string Name, Network Truth, Network Meetings)
{
    /// <summary>A network of which it is not known who meets whom.</summary>
    public static AskedNetwork WithoutPlaces(string name, Network truth) => new(name, truth, Network.Of(truth.NodeCount, []));
}

/// <summary>How it is decided whom to ask about whom.</summary>
public enum AskStrategy
{
    /// <summary>As the ask-list does.</summary>
    AskList,

    /// <summary>Anybody about any others.</summary>
    Random,

    /// <summary>Those with most known ties about those with most known ties.</summary>
    DegreeFirst,

    /// <summary>Those with most known ties about any others.</summary>
    DegreeAboutAny,
}

/// <summary>Hides most pairs of a network, hands out sheets in rounds, and counts them until half of what F and DF can be off by is gone.</summary>
/// <remarks>
/// The same pairs are hidden, and the same first, second, … sheet of a respondent comes back, whoever decides whom to ask. A round is handed out before anything of it is
/// known, to one in twenty of all, each once; the next one starts from what came back. What an answer does to the bounds is told sheet by sheet.
/// </remarks>
public sealed class AskTrial
{
    private const double KnownShare = 0.1, ReturnRate = 0.8;

    private readonly AskedNetwork network;
    private readonly int seed;
    private readonly HashSet<(int, int)> tied = [], apart = [];
    private readonly int[] sheetCounts;
    private SeededRandom random;

    private AskTrial(AskedNetwork network, int seed)
    {
        (this.network, this.seed, random, sheetCounts) = (network, seed, SeededRandom.Sequence(seed, 1), new int[network.Truth.NodeCount]);
        var nodeCount = network.Truth.NodeCount;
        (int, int)[] pairs = [.. from one in Enumerable.Range(0, nodeCount) from other in Enumerable.Range(0, one) select (other, one)];
        int[] order = [.. Enumerable.Range(0, pairs.Length)];
        SeededRandom.Sequence(seed, 0).Shuffle(order);
        foreach (var place in order.Take((int)Math.Round(KnownShare * pairs.Length))) Tell(pairs[place]);
    }

    /// <summary>How many sheets it takes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="strategy">Who decides whom to ask.</param>
    /// <param name="seed">Fixes what is hidden, what comes back, and what is drawn.</param>
    public static SheetsNeeded Of(AskedNetwork network, AskStrategy strategy, int seed) => new AskTrial(network, seed).Run(strategy);

    private SheetsNeeded Run(AskStrategy strategy)
    {
        var (count, start) = (0, Widths());
        int? f = null, df = null;
        for (var round = 1; ; round++)
        {
            var handedOut = 0;
            foreach (var sheet in Round(strategy, round))
            {
                (handedOut, count) = (handedOut + 1, count + 1);
                var draw = SeededRandom.Sequence(seed, 2 + ((long)sheet.Respondent << 32) + sheetCounts[sheet.Respondent]++);
                if (draw.NextDouble() >= ReturnRate) continue;
                foreach (var line in sheet.Lines) Tell(Pair(sheet.Respondent, line.About));
                var now = Widths();
                if (now.F <= start.F / 2) f ??= count;
                if (now.Df <= start.Df / 2) df ??= count;
                if (f is not null && df is not null) return new(f.Value, df.Value);
            }

            // Never all of it: with every pair known nothing is left of either.
            if (handedOut == 0) return new(f ?? int.MaxValue, df ?? int.MaxValue);
        }
    }

    private IEnumerable<AskSheet> Round(AskStrategy strategy, int round)
    {
        var (known, sheetCount) = (Known(), Math.Max(1, network.Truth.NodeCount / 20));
        return strategy == AskStrategy.AskList
            ? AskSheets.Of(known, network.Meetings, Network.Of(known.NodeCount, []), [], new() { SheetCount = sheetCount, ReturnRate = ReturnRate, Seed = (seed * 1_000) + round })
            : Plain(known, strategy).Take(sheetCount);
    }

    private IEnumerable<AskSheet> Plain(PartlyKnownNetwork known, AskStrategy strategy)
    {
        var asked = new HashSet<(int, int)>();
        foreach (var respondent in Drawn(known, strategy != AskStrategy.Random))
        {
            AskLine[] lines =
            [
                .. Drawn(known, strategy == AskStrategy.DegreeFirst).Select(other => (other, pair: Pair(respondent, other)))
                    .Where(line => line.other != respondent && !tied.Contains(line.pair) && !apart.Contains(line.pair) && !asked.Contains(line.pair))
                    .Take(AskListParameters.LongestSheet)
                    .Select(line => new AskLine(line.other, 0)),
            ];
            if (lines.Length < AskListParameters.ShortestSheet) continue;
            asked.UnionWith(lines.Select(line => Pair(respondent, line.About)));
            yield return new(respondent, [.. lines]);
        }
    }

    private int[] Drawn(PartlyKnownNetwork known, bool isByDegree)
    {
        int[] nodes = [.. Enumerable.Range(0, known.NodeCount)];
        random.Shuffle(nodes);
        return isByDegree ? [.. nodes.OrderByDescending(known.Tied.Degree)] : nodes;
    }

    private void Tell((int A, int B) pair) => (network.Truth.Neighbors(pair.A).BinarySearch(pair.B) >= 0 ? tied : apart).Add(pair);

    private PartlyKnownNetwork Known() => PartlyKnownNetwork.Of(network.Truth.NodeCount, tied, apart);

    private (double F, double Df) Widths()
    {
        var known = Known();
        return (ConnectivityBounds.Of(known)!.Fragmentation.Width, DistanceBounds.Of(known)!.Value.Width);
    }

    private static (int, int) Pair(int one, int other) => one < other ? (one, other) : (other, one);
}

/// <summary>How many sheets were handed out, also those that did not come back.</summary>
/// <param name="F">Until half of what F can be off by was gone.</param>
/// <param name="Df">The same of the distance-weighted F.</param>
public readonly record struct SheetsNeeded(int F, int Df)
{
    /// <summary>Until it was of both.</summary>
    public int Both => Math.Max(F, Df);
}
