using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A column of the form.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Explanation">What to fill in.</param>
/// <param name="Example">What the example row has there.</param>
public sealed record FormColumn(string Name, Words Heading, Words Explanation, Words Example)
{
    /// <summary>Whether every row needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Other headings that mean the same, in either language.</summary>
    public ImmutableArray<string> AlsoHeaded { get; init; } = [];

    /// <summary>What can be chosen in the cell; another text may be written too unless <see cref="IsClosed"/>. Empty when there is nothing to choose.</summary>
    public ImmutableArray<Words> Choices { get; init; } = [];

    /// <summary>Whether only <see cref="Choices"/> are read.</summary>
    public bool IsClosed { get; init; }
}
