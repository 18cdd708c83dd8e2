using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>The column that says, in a file of refused rows, why each was refused. It is for people: a file that is mended and read again is read without it.</summary>
public static class ReasonColumn
{
    /// <summary>Its heading.</summary>
    public static Words Heading { get; } = new("reden van weigering", "reason it was refused");

    /// <summary>Whether a heading is that of this column.</summary>
    public static bool Is(string heading) =>
        VocabularyWords.Folded(heading) is var folded && (folded == VocabularyWords.Folded(Heading.Nl) || folded == VocabularyWords.Folded(Heading.En));

    /// <summary>Whether a table has this column, and so holds rows that were refused before.</summary>
    internal static bool IsIn(SourceTable table) => table.WrittenColumns.Any(Is);
}
