using System.Text;
using CsvHelper;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Writes an empty form: a sheet for activities, one for ties, two that may stay empty, and an explanation.</summary>
public static class FormWriter
{
    private static readonly Words[] Steps =
    [
        new("Vul in het blad Activiteiten één rij in voor elke activiteit. Alleen Organisatie en Activiteit moeten; vul van de rest in wat u weet.",
            "Fill in one row for each activity in the sheet Activities. Only Organisation and Activity are needed; fill in what you know of the rest."),
        new("De rij die met 'Voorbeeld:' begint wordt niet gelezen. U mag haar laten staan of weghalen.",
            "The row that begins with 'Example:' is not read. You may leave it or take it out."),
        new("Schrijf een naam steeds gelijk. Hoofdletters en accenten maken niet uit; van namen die op elkaar lijken zegt Wijk dat.",
            "Write a name the same way each time. Capitals and accents do not matter; Wijk says so of names that are alike."),
        new("Meer namen in één cel: zet er ; tussen.", "Several names in one cell: put ; between."),
        new("In het blad Contacten staat wie met wie samenwerkt en hoe nauw. Geen rij betekent: niemand heeft het gevraagd. Is het gevraagd en is er geen contact, kies dan 0.",
            "The sheet Ties says who works with whom and how closely. No row means: nobody asked. If it was asked and there is no contact, choose 0."),
        new("Extra kolommen en bladen mogen: Wijk zegt dat het ze overslaat.", "More columns and sheets are allowed: Wijk says that it skips them."),
        new("Zet geen namen van mensen in het formulier.", "Put no names of people in the form."),
    ];

    /// <summary>Writes a workbook.</summary>
    /// <param name="file">A file that does not exist, ending in <c>.xlsx</c>.</param>
    /// <param name="language">The language of headings and explanations; it is read in either.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="ArgumentException">The name does not end in <c>.xlsx</c>.</exception>
    /// <exception cref="TemplateExistsException">There is something of that name.</exception>
    public static async Task WriteWorkbookAsync(string file, Language language, CancellationToken cancellation = default)
    {
        TemplateWriter.RefuseWorkbook(file);
        var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using (stream.ConfigureAwait(false))
        {
            var sheets = FormSheet.All.Select(sheet => Sheet(sheet, language)).Append(Guide(language));
            await WorkbookWriter.WriteAsync(stream, [.. sheets], TemplateMapping.FormLists.In(language), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a CSV file for each sheet and an explanation.</summary>
    /// <param name="folder">A folder that is empty or does not exist.</param>
    /// <param name="language">The language of headings and explanations; it is read in either.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="TemplateExistsException">There is a file of that name, or the folder holds something.</exception>
    public static async Task WriteFolderAsync(string folder, Language language, CancellationToken cancellation = default)
    {
        TemplateWriter.RefuseFolder(folder);
        Directory.CreateDirectory(folder);
        foreach (var sheet in FormSheet.All)
        {
            var stream = File.Create(Path.Combine(folder, sheet.Title.In(language) + ".csv"));
            await using (stream.ConfigureAwait(false))
            {
                var csv = CsvWriter.Create(stream, new() { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true });
                await using (csv.ConfigureAwait(false))
                {
                    foreach (var row in new[] { sheet.Columns.Select(column => column.Heading), sheet.Columns.Select(column => column.Example) })
                    {
                        foreach (var text in row) csv.WriteField(text.In(language));
                        await csv.EndRecordAsync(cancellation).ConfigureAwait(false);
                    }

                    await csv.FlushAsync(cancellation).ConfigureAwait(false);
                }
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, TemplateMapping.FormExplanation.In(language) + ".md"), Markdown(language), cancellation).ConfigureAwait(false);
    }

    private static SheetToWrite Sheet(FormSheet sheet, Language language) => new(
        sheet.Title.In(language),
        [.. sheet.Columns.Select(column => new SheetColumn(column.Heading.In(language))
        {
            Prompt = column.Explanation.In(language),
            Choices = [.. column.Choices.Select(choice => column.IsClosed ? Both(choice, language) : choice.In(language))],
            Width = column.IsRequired || column.Name is "notes" or "description" ? 32 : 20,
        })],
        [[.. sheet.Columns.Select(column => Example(column, language))]]);

    private static object? Example(FormColumn column, Language language) =>
        decimal.TryParse(column.Example.In(language), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number : column.IsClosed ? Both(column.Example, language) : column.Example.In(language);

    // In both languages, the reader's first: those who fill in one form need not speak the same.
    private static string Both(Words words, Language language) => words.Nl == words.En ? words.Nl : language == Language.En ? $"{words.En} / {words.Nl}" : $"{words.Nl} / {words.En}";

    private static SheetToWrite Guide(Language language) => new(
        TemplateMapping.FormExplanation.In(language),
        [.. new[] { (new Words("Blad", "Sheet"), 16), (new("Kolom", "Column"), 22), (new("Moet", "Needed"), 8), (new("Wat u invult", "What to fill in"), 70), (new("Wat u kunt kiezen", "What you can choose"), 70) }
            .Select(column => new SheetColumn(column.Item1.In(language)) { Width = column.Item2 })],
        [.. Lines(language)])
    { IsExplanation = true };

    private static IEnumerable<IReadOnlyList<object?>> Lines(Language language)
    {
        foreach (var step in Steps) yield return ["", "", "", step.In(language), ""];
        foreach (var sheet in FormSheet.All)
        {
            yield return [sheet.Title.In(language), "", "", sheet.Explanation.In(language), ""];
            foreach (var column in sheet.Columns)
            {
                yield return
                [
                    sheet.Title.In(language), column.Heading.In(language), column.IsRequired ? new Words("ja", "yes").In(language) : "", column.Explanation.In(language),
                    string.Join(", ", column.Choices.Select(choice => choice.In(language))),
                ];
            }
        }
    }

    private static string Markdown(Language language)
    {
        var text = new StringBuilder("# Wijk\n\n");
        foreach (var step in Steps) text.Append("- ").Append(step.In(language)).Append('\n');
        foreach (var sheet in FormSheet.All)
        {
            text.Append("\n## ").Append(sheet.Title.In(language)).Append("\n\n").Append(sheet.Explanation.In(language)).Append("\n\n");
            foreach (var column in sheet.Columns)
            {
                text.Append("- **").Append(column.Heading.In(language)).Append("**: ").Append(column.Explanation.In(language));
                if (!column.Choices.IsEmpty) text.Append(" (").AppendJoin(", ", column.Choices.Select(choice => choice.In(language))).Append(')');
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
