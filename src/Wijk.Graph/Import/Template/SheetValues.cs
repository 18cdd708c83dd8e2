using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Reads the values of one sheet as people write them. How numbers and dates are written is learned from the whole sheet.</summary>
/// <param name="table">The rows of the sheet.</param>
/// <param name="sheet">Its headings.</param>
/// <param name="dates">Its columns of dates.</param>
internal sealed class SheetValues(LoadedTable table, SheetHeadings sheet, IReadOnlyList<string> dates)
{
    private static readonly HashSet<string> Money = ["budget", "amount", "requested"];

    private readonly Dictionary<SourceTable, DayOrder> orders = [];
    private readonly Dictionary<(SourceTable, string), NumberColumn> numbers = [];

    /// <summary>The value of an attribute, in the column of its name; null when it is blank.</summary>
    /// <exception cref="RowRefusedException">It is not a value of that type.</exception>
    public object? Attribute(AttributeDefinition definition, TableRow row, bool isOneLine)
    {
        var text = row.Value(definition.Name);
        if (text.Length == 0) return null;
        var heading = row.Table.HeadingOf(definition.Name);
        return definition.Type switch
        {
            AttributeType.TextList => AttributeText.ListOf(text.Split('|', ';', '\n')),
            AttributeType.Integer when definition.Range == (0, Vocabulary.HighestCollaborationLevel) => VocabularyWords.LevelOf(heading, text),
            AttributeType.Integer => (long)Number(row, definition.Name, isWhole: true, definition.Range)!.Value,
            AttributeType.Number => Number(row, definition.Name, isWhole: false, definition.Range),
            AttributeType.Boolean => VocabularyWords.Flag(text) ?? throw new RowRefusedException(text, new(
                $"{heading} moet ja of nee zijn (ook x, true of false).", $"{heading} must be yes or no (also x, true or false).")),
            AttributeType.Date => DateText.Date(heading, text, Order(row.Table)),
            AttributeType.Choice => VocabularyWords.CodeOf(definition.ChoiceLabels, text) ?? throw VocabularyWords.OutsideList(heading, text, definition.ChoiceLabels),
            _ => isOneLine ? Keys.Fold(text) : text,
        };
    }

    /// <summary>The visibility of a row.</summary>
    /// <exception cref="RowRefusedException">It is none.</exception>
    public static Visibility Visibility(TableRow row) => AttributeText.Visibility(row.Value("visibility"));

    /// <summary>The number in a column; null when it is blank.</summary>
    /// <exception cref="RowRefusedException">It is no number, or could be two.</exception>
    public decimal? Number(TableRow row, string column, bool isWhole, (decimal Min, decimal Max)? range)
    {
        var text = row.Value(column);
        if (text.Length == 0) return null;
        if (!numbers.TryGetValue((row.Table, column), out var read))
        {
            var texts = table.Rows.Where(other => other.Table == row.Table && !other.IsNumber(column)).Select(other => other.Value(column)).Where(value => value.Length > 0);
            numbers.Add((row.Table, column), read = NumberColumn.Of(texts, Money.Contains(column)));
        }

        var number = read.Read(row.Table.HeadingOf(column), text, row.IsNumber(column), isWhole, range);
        if (range is not { } allowed || (number >= allowed.Min && number <= allowed.Max)) return number;
        throw new RowRefusedException(text, new(
            $"{row.Table.HeadingOf(column)} moet tussen {allowed.Min} en {allowed.Max} liggen.", $"{row.Table.HeadingOf(column)} must be between {allowed.Min} and {allowed.Max}."));
    }

    /// <summary>The period in two columns. A season or a school year in the first is a period by itself when the second is blank.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The column with the start.</param>
    /// <param name="to">The column with the end.</param>
    /// <param name="records">Where what is wrong goes: both are read, whatever is wrong with one.</param>
    /// <param name="told">Hears of a period that was written as one word, with what it was read as.</param>
    public (PartialDate? From, PartialDate? To) Period(TableRow row, string from, string to, RowRecords records, Action<string> told)
    {
        var (start, end) = (One(from), One(to));
        foreach (var (column, read) in new[] { (from, start), (to, end) })
        {
            if (read is { IsRange: true } range) told($"{row.Value(column)} = {range.From} – {range.To}");
        }

        var last = row.Value(to).Length == 0 && start is { IsRange: true } alone ? alone.To : end?.To;
        if (start is { } first && last is { } until && until.LastDay < first.From.FirstDay)
        {
            records.Problems.Add((row.Value(to), new(
                $"{row.Table.HeadingOf(to)} {until} ligt voor {row.Table.HeadingOf(from)} {first.From}; verbeter een van de twee.",
                $"{row.Table.HeadingOf(to)} {until} comes before {row.Table.HeadingOf(from)} {first.From}; correct one of the two.")));
        }

        return (start?.From, last);

        WrittenPeriod? One(string column) => row.Value(column) is { Length: > 0 } text
            ? records.Try(() => DateText.Read(row.Table.HeadingOf(column), text, Order(row.Table))) : null;
    }

    private DayOrder Order(SourceTable source)
    {
        if (orders.TryGetValue(source, out var order)) return order;
        var texts = table.Rows.Where(row => row.Table == source).SelectMany(row => dates.Select(row.Value));
        return orders[source] = DayOrders.In(texts, sheet.IsDutch(source) ? DayOrder.DayFirst : DayOrder.Unknown);
    }
}
