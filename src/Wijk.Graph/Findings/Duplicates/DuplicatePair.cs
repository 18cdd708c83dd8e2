using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Two nodes of one kind that may be one. Whether they are is for people to say.</summary>
/// <param name="View">What it was read from.</param>
/// <param name="A">The number of the first node, by key.</param>
/// <param name="B">The number of the second.</param>
/// <param name="For">What points to one, the strongest first; never empty.</param>
/// <param name="Against">What speaks against it.</param>
public sealed record DuplicatePair(GraphView View, int A, int B, ImmutableArray<DuplicateSign> For, ImmutableArray<DuplicateSign> Against)
{
    /// <summary>The kind of both.</summary>
    public NodeKind Kind => View.Graph.Node(A).Kind;

    /// <summary>Their names, what points to one, and what speaks against it.</summary>
    public Words Reason => DuplicateWords.ReasonOf(this);
}
