using System.Globalization;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>The list of one respondent, as a spreadsheet asks it.</summary>
/// <param name="Round">The key of the round.</param>
/// <param name="Who">The name of who answers.</param>
/// <param name="WhoKey">Its key.</param>
/// <param name="Others">About whom: names and keys, in order.</param>
public sealed record AnswerFormPart(string Round, string Who, string WhoKey, IReadOnlyList<(string Name, string Key)> Others);

/// <summary>Writes the spreadsheet in which a round is answered: for one respondent, or for all. <see cref="AnswerReading"/> reads it back.</summary>
public static class AnswerFormFile
{
    private const int NameWidth = 44, LevelWidth = 34, KeyWidth = 24, MeaningWidth = 100;

    /// <summary>Writes a workbook: the questions, and what the figures mean; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="parts">Whom it asks.</param>
    /// <param name="levels">What the figures mean, from 0.</param>
    /// <param name="lineCount">How many lines there are for whom the list forgot.</param>
    /// <param name="language">The language of what is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task WriteWorkbookAsync(
        Stream stream, IEnumerable<AnswerFormPart> parts, IReadOnlyList<Words> levels, int lineCount, Language language, CancellationToken cancellationToken) =>
        TableFile.WriteWorkbookAsync(stream,
        [
            (new Words("Vragen", "Questions").In(language), [.. Headings(language).Zip([NameWidth, NameWidth, LevelWidth, KeyWidth, KeyWidth, KeyWidth])], Rows(parts, lineCount, language)),
            (new Words("Uitleg", "Explanation").In(language),
                [(new Words("Cijfer", "Figure").In(language), KeyWidth), (new Words("Wat het betekent", "What it means").In(language), MeaningWidth)],
                levels.Select((level, figure) => (string[])[figure.ToString(CultureInfo.InvariantCulture), level.In(language)])),
        ], cancellationToken);

    /// <summary>Writes the questions as CSV; the stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="parts">Whom it asks.</param>
    /// <param name="lineCount">How many lines there are for whom the list forgot.</param>
    /// <param name="language">The language of what is written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task WriteCsvAsync(Stream stream, IEnumerable<AnswerFormPart> parts, int lineCount, Language language, CancellationToken cancellationToken) =>
        TableFile.WriteCsvAsync(stream, Headings(language), Rows(parts, lineCount, language), cancellationToken);

    private static string[] Headings(Language language) => [.. AnswerForm.Columns.Select(column => column.In(language))];

    private static IEnumerable<string[]> Rows(IEnumerable<AnswerFormPart> parts, int lineCount, Language language) => parts.SelectMany(part => part.Others
        .Select(other => (string[])[part.Who, other.Name, "", part.Round, part.WhoKey, other.Key])
        .Concat(Enumerable.Repeat((string[])[part.Who, AnswerForm.WhoElse.In(language), "", part.Round, part.WhoKey, ""], lineCount)));
}
