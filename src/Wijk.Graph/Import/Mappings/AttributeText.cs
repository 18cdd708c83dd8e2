using System.Collections.Immutable;
using System.Globalization;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Reads texts as the values that the vocabulary asks for.</summary>
internal static class AttributeText
{
    /// <summary>The value; null when the text is blank.</summary>
    /// <exception cref="RowRefusedException">The text is not a value of that type.</exception>
    public static object? Read(AttributeDefinition definition, string text)
    {
        if (text.Length == 0) return null;
        return definition.Type switch
        {
            AttributeType.TextList => ListOf(text.Split('|')),
            AttributeType.Integer => Whole(text) ?? throw Wrong(definition, text, definition.Range is { } range
                ? new($"een heel getal van {range.Min} tot en met {range.Max} zijn", $"a whole number from {range.Min} to {range.Max}")
                : new("een heel getal zijn, zoals 12", "a whole number, such as 12")),
            AttributeType.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number : throw Wrong(definition, text, new(
                    "een getal zijn met een decimale punt en niets tussen duizendtallen, zoals 1234.56",
                    "a number with a decimal point and nothing between thousands, such as 1234.56")),
            AttributeType.Boolean => VocabularyWords.Flag(text) ?? throw Wrong(
                definition, text, new("true of false zijn (ook ja of nee, yes of no)", "true or false (also ja or nee, yes or no)")),
            AttributeType.Date => ReadDate(definition.Name, text),
            AttributeType.Choice => VocabularyWords.CodeOf(definition.ChoiceLabels, text) ?? throw VocabularyWords.OutsideList(definition.Name, text, definition.ChoiceLabels),
            _ => text,
        };
    }

    /// <summary>The texts that are not blank, each once, blanks folded; null when none is left.</summary>
    public static object? ListOf(IEnumerable<string> texts)
    {
        var kept = texts.Select(Keys.Fold).Where(text => text.Length > 0).Distinct().ToImmutableArray();
        return kept.IsEmpty ? null : kept;
    }

    /// <summary>A date that may lack its day or month; null when blank.</summary>
    /// <exception cref="RowRefusedException">The text is not such a date.</exception>
    public static PartialDate? Date(string name, string text) => text.Length == 0 ? null : ReadDate(name, text);

    /// <summary>A visibility; public when blank.</summary>
    /// <exception cref="RowRefusedException">The text is not a visibility.</exception>
    public static Visibility Visibility(string text)
    {
        if (text.Length == 0) return Model.Visibility.Public;
        return VocabularyWords.CodeOf(Vocabulary.Visibilities, text) is { } code
            ? Enum.Parse<Visibility>(code, ignoreCase: true)
            : throw VocabularyWords.OutsideList("visibility", text, Vocabulary.Visibilities);
    }

    // A mapping says how its source writes dates, so nothing is guessed; but what is plainly meant is told.
    private static PartialDate ReadDate(string name, string text)
    {
        if (PartialDate.TryParse(MidnightOff(text), out var date)) return date;
        var meant = DateText.Standard(text) is { } standard ? new Words($" Schrijf {standard}.", $" Write {standard}.") : "";
        throw new RowRefusedException(text, new Words(
            $"{name} moet een datum zijn die bestaat, geschreven als jjjj, jjjj-MM of jjjj-MM-dd.",
            $"{name} must be a date that exists, written as yyyy, yyyy-MM or yyyy-MM-dd.") + meant);
    }

    private static string MidnightOff(string text) =>
        text.Length > 10 && text[10..] is "T00:00:00" or "T00:00" or " 00:00:00" or " 00:00" or "T00:00:00.000" or "T00:00:00Z" or "T00:00:00.000Z" ? text[..10] : text;

    // 3.0 is the whole number 3, as many programs write it.
    private static long? Whole(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    private static RowRefusedException Wrong(AttributeDefinition definition, string text, Words rule) =>
        new(text, new($"{definition.Name} moet {rule.Nl}.", $"{definition.Name} must be {rule.En}."));
}
