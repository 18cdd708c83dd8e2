using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>Why a mapping concluded something that its source does not say in so many words.</summary>
/// <param name="From">The source that was read: the mapping's namespace.</param>
/// <param name="Rule">What the rule says: where it is, the rule itself first and the word lists that led to it after it, with a semicolon between.</param>
/// <param name="Words">The words that matched, as written; empty when the rule looks at no words.</param>
public sealed record Inference(string From, Words Rule, ImmutableArray<string> Words)
{
    /// <summary>What <see cref="GraphRecord.Source"/> says of an inferred record.</summary>
    public const string Source = "inferred";

    private const string Between = "; ";

    /// <summary>Something concluded by several rules together.</summary>
    /// <param name="from">The source that was read.</param>
    /// <param name="rules">The rules, the one that concluded it first; at least one.</param>
    /// <param name="words">The words that matched.</param>
    public static Inference By(string from, IEnumerable<Words> rules, IEnumerable<string> words) =>
        new(from, rules.Aggregate((first, next) => first + Between + next), [.. words.Distinct()]);

    /// <summary>The rule itself, without the word lists that led to it.</summary>
    public Words Conclusion => new(Rule.Nl.Split(Between)[0], Rule.En.Split(Between)[0]);

    /// <inheritdoc/>
    public bool Equals(Inference? other) =>
        other is not null && From == other.From && Rule == other.Rule && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, Rule, Words.Length);
}
