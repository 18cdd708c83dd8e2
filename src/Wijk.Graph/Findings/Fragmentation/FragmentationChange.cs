using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The same figure on two days, and whether the network changed between them or only what is known of it.</summary>
/// <param name="Before">The answer on the earlier day.</param>
/// <param name="After">The answer on the day that is looked at.</param>
/// <param name="Change">What is known of the pairs on both.</param>
public sealed record FragmentationChange(FragmentationAnswer Before, FragmentationAnswer After, KnownChange Change)
{
    /// <summary>What this says, in sentences.</summary>
    public Words Reason => ChangeWords.ReasonOf(this);

    /// <summary>Compares two answers to one question on two days.</summary>
    internal static FragmentationChange Of(FragmentationAnswer before, FragmentationAnswer after)
    {
        // A node may have another number on another day, so pairs are told apart by key.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return new(before, after, KnownChange.Of(Known(before), Known(after)));

        Dictionary<(int A, int B), bool> Known(FragmentationAnswer answer) =>
            answer.KnownPairs.ToDictionary(pair => Ordered(Number(answer, pair.A), Number(answer, pair.B)), pair => pair.IsTied);

        int Number(FragmentationAnswer answer, int node)
        {
            var key = answer.View.Graph.Node(node).Key;
            if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = numbers.Count);
            return number;
        }
    }

    private static (int A, int B) Ordered(int one, int other) => one < other ? (one, other) : (other, one);
}
