using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Bounds;

/// <summary>What is known of the pairs of some nodes at two moments: how much of a difference in fragmentation is a change of the network, and how much only one of what is known.</summary>
/// <remarks>
/// Only a pair that is known at both moments can be seen to change. Over those pairs alone, and the nodes they join, the fragmentation of both moments can be compared: a pair
/// of which nothing is known counts there, at both moments, as not tied. Fragmentation: Borgatti (2006), doi:10.1007/s10588-006-7084-x. O(nodes + known pairs).
/// </remarks>
public sealed record KnownChange
{
    /// <summary>Pairs that are known at both moments.</summary>
    public required int SharedCount { get; init; }

    /// <summary>Of those, pairs that were apart and are tied.</summary>
    public required int BegunCount { get; init; }

    /// <summary>Of those, pairs that were tied and are apart.</summary>
    public required int EndedCount { get; init; }

    /// <summary>Pairs that are known now and were not.</summary>
    public required int NewlyKnownCount { get; init; }

    /// <summary>Pairs that were known and are not now.</summary>
    public required int NoLongerKnownCount { get; init; }

    /// <summary>The fragmentation before over all of whom something was known then; null below two.</summary>
    public required double? Before { get; init; }

    /// <summary>The same now.</summary>
    public required double? After { get; init; }

    /// <summary>The fragmentation before by the pairs that are known at both moments; null without such pairs.</summary>
    public required double? SharedBefore { get; init; }

    /// <summary>The same now.</summary>
    public required double? SharedAfter { get; init; }

    /// <summary>How many nodes the pairs that are known at both moments join.</summary>
    public required int SharedNodeCount { get; init; }

    /// <summary>Compares two moments.</summary>
    /// <param name="before">Whether each known pair was tied, by its ends, the lower first.</param>
    /// <param name="after">The same now.</param>
    public static KnownChange Of(IReadOnlyDictionary<(int A, int B), bool> before, IReadOnlyDictionary<(int A, int B), bool> after)
    {
        var shared = before.Keys.Where(after.ContainsKey).ToArray();
        return new()
        {
            SharedCount = shared.Length,
            BegunCount = shared.Count(pair => !before[pair] && after[pair]),
            EndedCount = shared.Count(pair => before[pair] && !after[pair]),
            NewlyKnownCount = after.Count - shared.Length,
            NoLongerKnownCount = before.Count - shared.Length,
            Before = Of(before.Keys, pair => before[pair]),
            After = Of(after.Keys, pair => after[pair]),
            SharedBefore = Of(shared, pair => before[pair]),
            SharedAfter = Of(shared, pair => after[pair]),
            SharedNodeCount = shared.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Count(),
        };
    }

    private static double? Of(IEnumerable<(int A, int B)> known, Func<(int A, int B), bool> isTied)
    {
        var numbers = new Dictionary<int, int>();
        var ties = new List<Edge>();
        foreach (var pair in known)
        {
            var (a, b) = (Number(pair.A), Number(pair.B));
            if (isTied(pair)) ties.Add(new(a, b));
        }

        return Fragmentation.Of(Components.Of(Network.Of(numbers.Count, [.. ties])).Sizes.AsSpan());

        int Number(int node)
        {
            if (!numbers.TryGetValue(node, out var number)) numbers.Add(node, number = numbers.Count);
            return number;
        }
    }
}
