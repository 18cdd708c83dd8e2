using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Parts;

/// <summary>The heading of a column.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsNumber">Whether the column holds numbers.</param>
/// <param name="MayLink">Whether what it holds may be the address of another site, to be followed.</param>
public sealed record Heading(Words Text, bool IsNumber = false, bool MayLink = false);

/// <summary>A row of a table.</summary>
/// <param name="Heading">What the row is about.</param>
/// <param name="Cells">The cells after it.</param>
public sealed record DataRow(Words Heading, ImmutableArray<Words> Cells)
{
    /// <summary>The page about it; null when there is none.</summary>
    public string? Address { get; init; }

    /// <summary>What else is to know of it, in a line each below its heading.</summary>
    public ImmutableArray<Words> Notes { get; init; } = [];
}
