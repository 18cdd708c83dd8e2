using System.Drawing;
using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace Wijk.Graph.Import.Formats;

/// <summary>A column of a sheet to write.</summary>
/// <param name="Heading">Its heading.</param>
internal sealed record SheetColumn(string Heading)
{
    /// <summary>What to fill in: shown when a cell of the column is chosen; empty for none.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>What can be chosen; empty when any text may be typed only.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Its width in characters.</summary>
    public double Width { get; init; } = 18;
}

/// <summary>A sheet to write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">The rows below the headings: texts, and numbers as <see cref="decimal"/>.</param>
internal sealed record SheetToWrite(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Whether it is one to read and not to fill in, and so has its lines broken.</summary>
    public bool IsExplanation { get; init; }
}

/// <summary>Writes workbooks that any spreadsheet program opens, with a row of headings that stays in sight, explanations and lists to choose from.</summary>
internal static class WorkbookWriter
{
    // As far as lists to choose from and explanations go.
    private const int LastRow = 2_000;
    private const int LongestPrompt = 255, LongestTitle = 32, LongestName = 31;

    /// <summary>Writes the sheets, and behind them a hidden one with what can be chosen.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="sheets">The sheets.</param>
    /// <param name="lists">The name of the hidden sheet.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<SheetToWrite> sheets, string lists, CancellationToken cancellation)
    {
        var options = new SpreadCheetahOptions { BufferSize = 65_536 };
        var workbook = await Spreadsheet.CreateNewAsync(stream, options, cancellation).ConfigureAwait(false);
        await using (workbook.ConfigureAwait(false))
        {
            var heading = workbook.AddStyle(new Style { Font = { Bold = true }, Fill = { Color = Color.FromArgb(0xE6, 0xEC, 0xF2) }, Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
            var wrapped = workbook.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
            var choices = sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Choices).Where(list => list.Count > 0).Distinct(ListComparer.Instance).ToList();
            foreach (var (sheet, name) in sheets.Zip(Names(sheets)))
            {
                await workbook.StartWorksheetAsync(name, Layout(sheet), cancellation).ConfigureAwait(false);
                await workbook.AddHeaderRowAsync([.. sheet.Columns.Select(column => column.Heading)], heading, cancellation).ConfigureAwait(false);
                foreach (var row in sheet.Rows)
                    await workbook.AddRowAsync(row.Select(value => CellOf(value, sheet.IsExplanation ? wrapped : null)).ToArray(), cancellation).ConfigureAwait(false);
                AddValidations(workbook, sheet, lists, choices);
            }

            if (choices.Count > 0) await AddListsAsync(workbook, lists, choices, cancellation).ConfigureAwait(false);
            await workbook.FinishAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Names that a workbook takes: no longer than 31 characters, without signs of formulas, each once.</summary>
    private static IEnumerable<string> Names(IReadOnlyList<SheetToWrite> sheets)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            var plain = string.Concat(sheet.Name.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter)).Trim(' ', '\'');
            if (plain.Length == 0) plain = "Blad";
            var name = plain[..Math.Min(plain.Length, LongestName)];
            for (var number = 2; !taken.Add(name); number++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $" {number}");
                name = plain[..Math.Min(plain.Length, LongestName - suffix.Length)] + suffix;
            }

            yield return name;
        }
    }

    private static WorksheetOptions Layout(SheetToWrite sheet)
    {
        var layout = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 0; column < sheet.Columns.Count; column++) layout.Column(column + 1).Width = sheet.Columns[column].Width;
        return layout;
    }

    private static Cell CellOf(object? value, StyleId? style) => value switch
    {
        decimal number => new(number, style),
        string { Length: > 0 } text => new(text, style),
        _ => new((string?)null, style),
    };

    // Another text than those of the list may be typed: Wijk knows more words, and says so of those that it does not know.
    private static void AddValidations(Spreadsheet workbook, SheetToWrite sheet, string lists, List<IReadOnlyList<string>> choices)
    {
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            var (heading, prompt, options) = (sheet.Columns[column].Heading, sheet.Columns[column].Prompt, sheet.Columns[column].Choices);
            if (prompt.Length == 0 && options.Count == 0) continue;
            DataValidation validation;
            if (options.Count > 0)
            {
                var list = SpreadsheetUtility.GetColumnName(choices.FindIndex(known => ListComparer.Instance.Equals(known, options)) + 1);
                validation = DataValidation.ListValuesFromCells(lists, string.Create(CultureInfo.InvariantCulture, $"${list}$1:${list}${options.Count}"));
            }
            else
            {
                validation = DataValidation.TextLengthGreaterThanOrEqualTo(0);
            }

            validation.ShowErrorAlert = false;
            validation.ShowInputMessage = prompt.Length > 0;
            validation.InputTitle = heading[..Math.Min(heading.Length, LongestTitle)];
            validation.InputMessage = prompt[..Math.Min(prompt.Length, LongestPrompt)];
            var letters = SpreadsheetUtility.GetColumnName(column + 1);
            workbook.AddDataValidation(string.Create(CultureInfo.InvariantCulture, $"{letters}2:{letters}{LastRow}"), validation);
        }
    }

    private static async Task AddListsAsync(Spreadsheet workbook, string name, List<IReadOnlyList<string>> choices, CancellationToken cancellation)
    {
        await workbook.StartWorksheetAsync(name, new WorksheetOptions { Visibility = WorksheetVisibility.Hidden }, cancellation).ConfigureAwait(false);
        for (var row = 0; row < choices.Max(list => list.Count); row++)
        {
            await workbook.AddRowAsync(choices.Select(list => CellOf(list.ElementAtOrDefault(row), null)).ToArray(), cancellation).ConfigureAwait(false);
        }
    }

    private sealed class ListComparer : IEqualityComparer<IReadOnlyList<string>>
    {
        public static readonly ListComparer Instance = new();

        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(IReadOnlyList<string> obj) => obj.Aggregate(obj.Count, HashCode.Combine);
    }
}
