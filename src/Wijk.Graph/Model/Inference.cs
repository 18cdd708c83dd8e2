using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>Why a mapping concluded something that its source does not say in so many words.</summary>
/// <param name="From">The source that was read: the mapping's namespace.</param>
/// <param name="Rule">The name of the rule in the mapping.</param>
/// <param name="Words">The words that matched, as written; empty when the rule looks at no words.</param>
public sealed record Inference(string From, string Rule, ImmutableArray<string> Words)
{
    /// <summary>What <see cref="GraphRecord.Source"/> says of an inferred record.</summary>
    public const string Source = "inferred";

    /// <inheritdoc/>
    public bool Equals(Inference? other) =>
        other is not null && From == other.From && Rule == other.Rule && Words.AsSpan().SequenceEqual(other.Words.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, Rule, Words.Length);
}
