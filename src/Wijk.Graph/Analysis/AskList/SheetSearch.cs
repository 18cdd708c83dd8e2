using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.AskList;

/// <summary>What questions are worth beside those that were chosen; see <see cref="AskSheets"/>.</summary>
internal sealed class SheetSearch
{
    /// <summary>Up to so many nodes every pair is looked at, beyond it a shortlist.</summary>
    public const int Everybody = 512;

    // How many of those who seem to have most ties are looked at beside whom a respondent meets.
    private const int Prominent = 128;

    // What a pair between two parts adds to the closeness of all, on average, when they are joined: about two to three steps.
    private const double Closeness = 0.4;

    private readonly PartlyKnownNetwork known;
    private readonly Network meetings, wanted;
    private readonly double returnRate;
    private readonly TieChances chances;
    private readonly Components parts;
    private readonly Dictionary<(int, int), double> notJoined = [];
    private readonly HashSet<(int, int)> asked = [];
    private readonly int[] draws, distances, queue, seen, able, shortlist;
    private int look;

    public SheetSearch(PartlyKnownNetwork known, Network meetings, Network wanted, ReadOnlySpan<bool> mayAsk, AskListParameters parameters)
    {
        var nodeCount = known.NodeCount;
        (this.known, this.meetings, this.wanted, returnRate) = (known, meetings, wanted, parameters.ReturnRate);
        (chances, parts) = (TieChances.Of(known, meetings), Components.Of(known.Tied));
        (draws, distances, queue, seen) = (Enumerable.Range(0, nodeCount).ToArray(), new int[nodeCount], new int[nodeCount], new int[nodeCount]);
        var random = new SeededRandom(parameters.Seed);
        random.Shuffle(draws);
        able = mayAsk.IsEmpty ? [.. Enumerable.Range(0, nodeCount)] : Able(mayAsk);
        shortlist = able.Length <= Everybody ? able : [.. Shortlist(Math.Max(Prominent, AskListParameters.LongestSheet * parameters.SheetCount))];
    }

    /// <summary>Where a node stands among those that are worth as much.</summary>
    public int DrawOf(int node) => draws[node];

    /// <summary>Who comes into question to be asked.</summary>
    public IEnumerable<int> Respondents() => able.Length <= Everybody
        ? able
        : First(able, Everybody / 2, node => chances.ActivityOf(node) * SizeOf(node)).Union(First(able, Everybody / 2, node => chances.ActivityOf(node) * meetings.Degree(node)));

    /// <summary>The best lines for a respondent beside what was chosen, and what they are worth in pairs.</summary>
    public (ImmutableArray<AskLine> Lines, double Value) BestLinesOf(int respondent)
    {
        FindDistances(respondent);
        var (waiting, joinedHere) = (new PriorityQueue<int, (double Value, int Draw)>(), new Dictionary<int, double>());
        foreach (var other in Unasked(respondent)) waiting.Enqueue(other, (-ValueOf(respondent, other, joinedHere), draws[other]));
        var (lines, value) = (ImmutableArray.CreateBuilder<AskLine>(AskListParameters.LongestSheet), 0.0);
        while (lines.Count < AskListParameters.LongestSheet && waiting.TryDequeue(out var about, out var found))
        {
            var worth = ValueOf(respondent, about, joinedHere);
            if (worth < -found.Value && waiting.TryPeek(out _, out var next) && next.CompareTo((-worth, draws[about])) < 0)
            {
                waiting.Enqueue(about, (-worth, draws[about]));
                continue;
            }

            var chance = chances.Of(respondent, about);
            lines.Add(new(about, chance));
            value += worth;
            Lower(joinedHere, parts.ComponentOf[about], chance);
        }

        return (lines.ToImmutable(), value);
    }

    /// <summary>Takes a sheet: what it may join and asks is worth less from now on.</summary>
    public void Choose(AskSheet sheet)
    {
        foreach (var line in sheet.Lines)
        {
            asked.Add(Pair(sheet.Respondent, line.About));
            Lower(notJoined, Pair(parts.ComponentOf[sheet.Respondent], parts.ComponentOf[line.About]), line.TieChance);
        }
    }

    private void Lower<TKey>(Dictionary<TKey, double> chanceNot, TKey key, double tieChance)
        where TKey : notnull => chanceNot[key] = chanceNot.GetValueOrDefault(key, 1) * (1 - (returnRate * tieChance));

    private double ValueOf(int respondent, int other, Dictionary<int, double> joinedHere)
    {
        var chance = chances.Of(respondent, other);
        var (mine, theirs) = (parts.ComponentOf[respondent], parts.ComponentOf[other]);
        var value = ((1 - chance) / 2) + WantedOf(respondent, other);
        if (mine == theirs)
            value += chance * Shortened(respondent, other);
        else
            value += chance * ((1 - Closeness) + ((1 + Closeness) * SizeOf(respondent) * SizeOf(other) * notJoined.GetValueOrDefault(Pair(mine, theirs), 1) * joinedHere.GetValueOrDefault(theirs, 1)));
        return returnRate * value;
    }

    // What a tie adds to the closeness of the two, of one and those around the other, and the other way round.
    private double Shortened(int respondent, int other)
    {
        var apart = 1.0 / distances[other];
        var gained = 1 - apart + (known.Tied.Degree(respondent) * Math.Max(0, 0.5 - apart));
        foreach (var near in known.Tied.Neighbors(other)) gained += distances[near] > 2 ? 0.5 - (1.0 / distances[near]) : 0;
        return gained;
    }

    private double WantedOf(int respondent, int other)
    {
        var place = wanted.Neighbors(respondent).BinarySearch(other);
        return place < 0 ? 0 : wanted.Weights(respondent)[place];
    }

    private List<int> Unasked(int respondent)
    {
        look++;
        seen[respondent] = look;
        foreach (var other in known.Tied.Neighbors(respondent)) seen[other] = look;
        foreach (var other in known.Apart.Neighbors(respondent)) seen[other] = look;
        var found = new List<int>();
        Add(shortlist);
        if (shortlist.Length == able.Length) return found;
        Add(meetings.Neighbors(respondent));
        Add(wanted.Neighbors(respondent));
        found.RemoveAll(other => Array.BinarySearch(able, other) < 0);
        return found;

        void Add(ReadOnlySpan<int> others)
        {
            foreach (var other in others)
            {
                if (seen[other] == look) continue;
                seen[other] = look;
                if (!asked.Contains(Pair(respondent, other))) found.Add(other);
            }
        }
    }

    private IEnumerable<int> Shortlist(int count)
    {
        var largest = parts.Sizes.IndexOf(parts.Sizes.Max());
        return First(able, count, node => chances.ActivityOf(node) * SizeOf(node)).Union(First([.. able.Where(node => parts.ComponentOf[node] != largest)], count, chances.ActivityOf));
    }

    private IEnumerable<int> First(int[] nodes, int count, Func<int, double> worth) => nodes.OrderByDescending(worth).ThenBy(node => draws[node]).Take(count);

    private long SizeOf(int node) => parts.Sizes[parts.ComponentOf[node]];

    // How many steps every node of its part is away over known ties; 0 elsewhere.
    private void FindDistances(int source)
    {
        distances.AsSpan().Clear();
        var (head, tail) = (0, 1);
        queue[0] = source;
        while (head < tail)
        {
            var node = queue[head++];
            foreach (var other in known.Tied.Neighbors(node))
            {
                if (other == source || distances[other] > 0) continue;
                distances[other] = distances[node] + 1;
                queue[tail++] = other;
            }
        }
    }

    private static int[] Able(ReadOnlySpan<bool> mayAsk)
    {
        var found = new List<int>();
        for (var node = 0; node < mayAsk.Length; node++)
        {
            if (mayAsk[node]) found.Add(node);
        }

        return [.. found];
    }

    private static (int, int) Pair(int one, int other) => one < other ? (one, other) : (other, one);
}
