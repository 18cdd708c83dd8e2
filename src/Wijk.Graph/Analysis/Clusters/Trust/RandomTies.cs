using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Clusters.Trust;

/// <summary>Draws networks in which each node has as many ties of each weight, and shares as many places, as it does.</summary>
/// <remarks>
/// The configuration model by stub matching: within ties of about the same weight all ends are shuffled and paired anew; each place keeps its number of
/// nodes, each node its number of places. A pair that comes twice, or a node paired with itself, swaps an end with a tie drawn at random: until none is
/// left (with more than 100,000 ties: fewer than one in a thousand) or 32 rounds were made. A pair that is left keeps its weight, so that strengths stay
/// as they are. Source: Fosdick, Larremore, Nishimura and Ugander (2018), doi:10.1137/16M1087175. O(ties) each. Scratch memory serves every draw, so it
/// is not for several threads.
/// </remarks>
internal sealed class RandomTies
{
    // More weights than this are taken together by rank, each with as many ties.
    private const int MostStrata = 16;
    private const int MostRounds = 32;
    private const int ManyTies = 100_000;

    private readonly NetworkLayers layers;
    private readonly (int First, int End)[] strata;
    private readonly int[] ends;
    private readonly int[] offsets;
    private readonly int[] next;
    private readonly int[] rowNeighbors;
    private readonly int[] rowTies;
    private readonly int[] seenAt;
    private readonly List<int> repeated = [];
    private readonly int[] placed;
    private readonly List<int> dealt = [];

    /// <summary>Prepares the draws.</summary>
    public RandomTies(NetworkLayers layers)
    {
        this.layers = layers;
        strata = StrataOf(layers.Ties);
        (ends, offsets) = (new int[2 * layers.Ties.Length], new int[layers.NodeCount + 1]);
        foreach (var tie in layers.Ties)
        {
            offsets[tie.A + 1]++;
            offsets[tie.B + 1]++;
        }

        for (var node = 0; node < layers.NodeCount; node++) offsets[node + 1] += offsets[node];
        (next, seenAt) = (new int[layers.NodeCount], new int[layers.NodeCount]);
        (rowNeighbors, rowTies) = (new int[ends.Length], new int[ends.Length]);
        placed = new int[layers.Places?.Count ?? 0];
    }

    /// <summary>One network, drawn anew.</summary>
    /// <param name="random">Draws it.</param>
    /// <param name="share">Which share of the ties and places is dealt, 0 to 1; the others stay as they are.</param>
    public Network Draw(ref SeededRandom random, double share = 1)
    {
        var isClean = DealTies(ref random, share);
        if (layers.Places is null && isClean) return OfRows();
        var ties = new Edge[layers.Ties.Length];
        for (var tie = 0; tie < ties.Length; tie++) ties[tie] = new(ends[2 * tie], ends[(2 * tie) + 1], layers.Ties[tie].Weight);
        if (layers.Places is not { } places) return Network.Of(layers.NodeCount, ties);
        DealPlaces(places, ref random, share);
        return layers.Join(ties, Incidence.Of(places.RowCount, layers.NodeCount, Placed(places)));
    }

    // Whether no pair came twice.
    private bool DealTies(ref SeededRandom random, double share)
    {
        for (var tie = 0; tie < layers.Ties.Length; tie++) (ends[2 * tie], ends[(2 * tie) + 1]) = (layers.Ties[tie].A, layers.Ties[tie].B);
        foreach (var (first, end) in strata) Shuffle(ends, 2 * first, 2 * end, ref random, share);
        for (var round = 0; ; round++)
        {
            FindRepeats();
            if (repeated.Count == 0 || round == MostRounds || (layers.Ties.Length > ManyTies && repeated.Count < layers.Ties.Length / 1000)) return repeated.Count == 0;
            foreach (var tie in repeated)
            {
                var (first, end) = StratumOf(tie);
                var (mine, other) = ((2 * tie) + random.Next(2), (2 * first) + random.Next(2 * (end - first)));
                (ends[mine], ends[other]) = (ends[other], ends[mine]);
            }
        }
    }

    private void Shuffle(int[] values, int from, int to, ref SeededRandom random, double share)
    {
        if (share >= 1)
        {
            random.Shuffle(values.AsSpan(from..to));
            return;
        }

        dealt.Clear();
        for (var place = from; place < to; place++)
        {
            if (random.NextDouble() < share) dealt.Add(place);
        }

        for (var last = dealt.Count - 1; last > 0; last--)
        {
            var (a, b) = (dealt[last], dealt[random.Next(last + 1)]);
            (values[a], values[b]) = (values[b], values[a]);
        }
    }

    // Lays the ties out in rows, and lists those that join a node with itself or a pair that is joined already.
    private void FindRepeats()
    {
        offsets.AsSpan(..next.Length).CopyTo(next);
        for (var tie = 0; tie < layers.Ties.Length; tie++)
        {
            var (a, b) = (ends[2 * tie], ends[(2 * tie) + 1]);
            (rowNeighbors[next[a]], rowTies[next[a]++]) = (b, tie);
            (rowNeighbors[next[b]], rowTies[next[b]++]) = (a, tie);
        }

        repeated.Clear();
        seenAt.AsSpan().Fill(-1);
        for (var node = 0; node < seenAt.Length; node++)
        {
            for (var entry = offsets[node]; entry < offsets[node + 1]; entry++)
            {
                var neighbor = rowNeighbors[entry];
                if (neighbor < node) continue;
                if (neighbor != node && seenAt[neighbor] != node)
                    seenAt[neighbor] = node;
                else if (neighbor != node || entry + 1 == offsets[node + 1] || rowTies[entry + 1] != rowTies[entry])
                    repeated.Add(rowTies[entry]);
            }
        }
    }

    private Network OfRows()
    {
        var weights = new float[rowTies.Length];
        for (var entry = 0; entry < weights.Length; entry++) weights[entry] = layers.Ties[rowTies[entry]].Weight;
        return Network.OfSymmetricRows(offsets.AsSpan().ToArray(), rowNeighbors, weights, new float[layers.NodeCount]);
    }

    private void DealPlaces(Incidence places, ref SeededRandom random, double share)
    {
        places.Columns.CopyTo(placed);
        Shuffle(placed, 0, placed.Length, ref random, share);
        for (var round = 0; round < MostRounds; round++)
        {
            var isFree = true;
            seenAt.AsSpan().Fill(-1);
            for (var place = 0; place < places.RowCount; place++)
            {
                for (var entry = places.Offsets[place]; entry < places.Offsets[place + 1]; entry++)
                {
                    if (seenAt[placed[entry]] == place)
                    {
                        var other = random.Next(placed.Length);
                        (placed[entry], placed[other]) = (placed[other], placed[entry]);
                        isFree = false;
                    }

                    seenAt[placed[entry]] = place;
                }
            }

            if (isFree) return;
        }
    }

    private (int Place, int Node)[] Placed(Incidence places)
    {
        var pairs = new (int Place, int Node)[placed.Length];
        for (var place = 0; place < places.RowCount; place++)
        {
            for (var entry = places.Offsets[place]; entry < places.Offsets[place + 1]; entry++) pairs[entry] = (place, placed[entry]);
        }

        return pairs;
    }

    private (int First, int End) StratumOf(int tie)
    {
        foreach (var stratum in strata)
        {
            if (tie < stratum.End) return stratum;
        }

        throw new ArgumentOutOfRangeException(nameof(tie));
    }

    private static (int First, int End)[] StrataOf(Edge[] ties)
    {
        var strata = new List<(int First, int End)>();
        for (var tie = 0; tie < ties.Length; tie++)
        {
            if (tie == 0 || ties[tie].Weight > ties[tie - 1].Weight) strata.Add((tie, tie + 1));
            else strata[^1] = (strata[^1].First, tie + 1);
        }

        return strata.Count <= MostStrata
            ? [.. strata]
            : [.. Enumerable.Range(0, MostStrata).Select(part => ((int)((long)ties.Length * part / MostStrata), (int)((long)ties.Length * (part + 1) / MostStrata)))];
    }
}
