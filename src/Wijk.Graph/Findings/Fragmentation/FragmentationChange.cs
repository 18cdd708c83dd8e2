using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The same figure on two days, and whether the network changed between them or only what is known of it.</summary>
/// <param name="Before">The answer on the earlier day.</param>
/// <param name="After">The answer on the day that is looked at.</param>
/// <param name="Change">What is known of the pairs on both.</param>
/// <param name="DisputedCount">Of the pairs that changed, those of which reports differ on one of the days: there the lowest level counts, and the contact itself need not have changed.</param>
public sealed record FragmentationChange(FragmentationAnswer Before, FragmentationAnswer After, KnownChange Change, int DisputedCount)
{
    /// <summary>What this says, in sentences.</summary>
    public Words Reason => ChangeWords.ReasonOf(this);

    /// <summary>Compares two answers to one question on two days.</summary>
    internal static FragmentationChange Of(FragmentationAnswer before, FragmentationAnswer after)
    {
        // A node may have another number on another day, so pairs are told apart by key.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (then, now) = (Known(before), Known(after));
        var disputed = before.ContradictingPairs.Select(pair => Pair(before, pair)).Concat(after.ContradictingPairs.Select(pair => Pair(after, pair))).ToHashSet();
        return new(before, after, KnownChange.Of(then, now), disputed.Count(pair => then.TryGetValue(pair, out var was) && now.TryGetValue(pair, out var isNow) && was != isNow));

        Dictionary<(int A, int B), bool> Known(FragmentationAnswer answer) =>
            answer.KnownPairs.ToDictionary(pair => Pair(answer, (pair.A, pair.B)), pair => pair.IsTied);

        (int A, int B) Pair(FragmentationAnswer answer, (int A, int B) pair) => Ordered(Number(answer, pair.A), Number(answer, pair.B));

        int Number(FragmentationAnswer answer, int node)
        {
            var key = answer.View.Graph.Node(node).Key;
            if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = numbers.Count);
            return number;
        }
    }

    private static (int A, int B) Ordered(int one, int other) => one < other ? (one, other) : (other, one);
}
