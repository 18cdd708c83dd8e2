using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Views;

/// <summary>A branch of the graph that nobody stored: what would be so if these changes were made.</summary>
/// <remarks>It is applied to a view, asked, compared and let go; it never reaches a store.</remarks>
/// <param name="Id">What the branch is called in the ids of what is seen in it; not blank, without <c>@</c> and <c>~</c>.</param>
/// <param name="Changes">The changes; each key at most once, and complete: whoever takes a node out takes its relations out too.</param>
public sealed record Scenario(string Id, ImmutableArray<Change> Changes)
{
    /// <inheritdoc/>
    public bool Equals(Scenario? other) => other is not null && Id == other.Id && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Changes.Length);
}
