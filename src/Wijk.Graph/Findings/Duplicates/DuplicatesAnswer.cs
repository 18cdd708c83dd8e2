using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Pairs of nodes that may be one.</summary>
public sealed class DuplicatesAnswer : Answer
{
    internal DuplicatesAnswer(QuestionScope scope, DuplicatesQuestion question, DuplicateSearch search)
        : base(scope, search.Coverage) => (Question, Pairs, NameCount, CommonNameCount) = (question, search.Pairs, search.NameCount, search.CommonNameCount);

    /// <inheritdoc/>
    public override DuplicatesQuestion Question { get; }

    /// <summary>The pairs: those with most that points to one first, then those with least against it, then by what points strongest and by key.</summary>
    public ImmutableArray<DuplicatePair> Pairs { get; }

    /// <summary>How many nodes were compared by name.</summary>
    public int NameCount { get; }

    /// <summary>
    /// How many names, codes and web addresses more than <see cref="DuplicatesQuestion.LargestGroup"/> nodes have: those are only compared where more than the name is the same.
    /// </summary>
    public int CommonNameCount { get; }

    /// <inheritdoc/>
    public override Words NextStep => DuplicateWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence =>
        Pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct().Order().Select(node => View.Graph.Node(node).Key);

    private protected override Words Found => DuplicateWords.FoundIn(this);
}
