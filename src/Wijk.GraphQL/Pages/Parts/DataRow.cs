using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Parts;

/// <summary>The heading of a column.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsNumber">Whether the column holds numbers.</param>
public sealed record Heading(Words Text, bool IsNumber = false);

/// <summary>A row of a table, in the language of the reader.</summary>
/// <param name="Heading">What the row is about.</param>
/// <param name="Cells">The cells after it.</param>
public sealed record DataRow(string Heading, ImmutableArray<string> Cells)
{
    /// <summary>The page about it; null when there is none.</summary>
    public string? Address { get; init; }
}
