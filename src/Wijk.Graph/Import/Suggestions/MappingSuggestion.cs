using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>A mapping that was proposed for a file, for a person to mend.</summary>
/// <param name="Json">The mapping, as it is written in a file.</param>
/// <param name="Columns">What was made of each column, in order.</param>
/// <param name="Notes">What else to know, such as sheets that were not looked at.</param>
/// <param name="RowCount">How many rows of the file it was tried on.</param>
/// <param name="RefusedCount">How many of these it would refuse as it stands.</param>
public sealed record MappingSuggestion(string Json, IReadOnlyList<SuggestedColumn> Columns, IReadOnlyList<Words> Notes, long RowCount, int RefusedCount);

/// <summary>What a suggestion makes of a column.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Why">What it makes of it, and why; for a column that is left, why.</param>
public sealed record SuggestedColumn(string Heading, Certainty Certainty, Words Why);

/// <summary>Nothing can be proposed for a file.</summary>
public sealed class NoSuggestionException(Words why) : ExplainedException(why);
