using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Which nodes may be one: those of one kind whose name, code or web address says so, with what speaks for and against it.</summary>
/// <remarks>
/// Persons are never compared. In an area count the areas themselves, who is active or has an office there, what is done there, and for whom; domains, trajectories
/// and documents are nowhere, so they are only compared when no area is asked for.
/// </remarks>
public sealed record DuplicatesQuestion : Question<DuplicatesAnswer>
{
    /// <summary>The most nodes of one name, code or web address of which every pair is compared: what more have, such as a name that a source gives to many, shows little.</summary>
    public const int LargestGroup = 5;

    /// <summary>The kinds that can be compared.</summary>
    public static ImmutableArray<NodeKind> AllKinds => NearNames.Kinds;

    /// <summary>The kinds to compare, of <see cref="AllKinds"/>; all of them when empty.</summary>
    public ValueList<NodeKind> Kinds { get; init; } = [];

    /// <inheritdoc/>
    public override double CostPerRecord => 10;

    private protected override DuplicatesAnswer Answer(QuestionScope scope, CancellationToken cancellationToken) =>
        new(scope, this, DuplicateSearch.In(scope, [.. AllKinds.Where(kind => Kinds.Count == 0 || Kinds.Contains(kind))], cancellationToken));
}
