using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>A table: who sits at it, and what that brings.</summary>
/// <param name="Seats">The candidates, ascending.</param>
/// <param name="Counts">What is at it.</param>
public sealed record Table(ImmutableArray<int> Seats, TableCounts Counts);

/// <summary>The best tables of a pool.</summary>
/// <param name="Tables">The best first; empty when no table can be made.</param>
/// <param name="IsProven">Whether no table is better than the first: all were looked at, or it reaches <paramref name="Bound"/>.</param>
/// <param name="Bound">Of each criterion the most that any table could have, whatever comes before it: how far the first can be from the best.</param>
public sealed record TableResult(ImmutableArray<Table> Tables, bool IsProven, ImmutableArray<TableBound> Bound);

/// <summary>The most that a table could have of a criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Count">The most; of organisations the fewest.</param>
public readonly record struct TableBound(TableCriterion Criterion, int Count);
