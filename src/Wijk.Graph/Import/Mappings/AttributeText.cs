using System.Collections.Immutable;
using System.Globalization;
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
            AttributeType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole : throw Wrong(definition, text, new("een heel getal zijn, zoals 2016", "a whole number, such as 2016")),
            AttributeType.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number : throw Wrong(definition, text, new(
                    "een getal zijn met een decimale punt en niets tussen duizendtallen, zoals 1234.56",
                    "a number with a decimal point and nothing between thousands, such as 1234.56")),
            AttributeType.Boolean => Flag(text) ?? throw Wrong(
                definition, text, new("true of false zijn (ook ja of nee, yes of no)", "true or false (also ja or nee, yes or no)")),
            AttributeType.Date => ReadDate(definition.Name, text),
            AttributeType.Choice when !definition.Choices.Contains(text) =>
                throw OutsideList(definition.Name, text, definition.Choices),
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
        var names = Enum.GetNames<Visibility>().Select(name => name.ToLowerInvariant()).ToArray();
        if (text.Length == 0) return Model.Visibility.Public;
        return Array.IndexOf(names, text.ToLowerInvariant()) is >= 0 and var found
            ? (Visibility)found
            : throw OutsideList("visibility", text, names);
    }

    private static PartialDate ReadDate(string name, string text) =>
        PartialDate.TryParse(text, out var date)
            ? date
            : throw new RowRefusedException(text, new(
                $"{name} moet een datum zijn die bestaat, geschreven als jjjj, jjjj-MM of jjjj-MM-dd.",
                $"{name} must be a date that exists, written as yyyy, yyyy-MM or yyyy-MM-dd."));

    private static bool? Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "ja" or "yes" => true,
        "false" or "nee" or "no" => false,
        _ => null,
    };

    private static RowRefusedException OutsideList(string name, string text, IReadOnlyList<string> allowed)
    {
        var list = string.Join(", ", allowed);
        return new(text, new Words($"{name} moet één van deze zijn: {list}.", $"{name} must be one of {list}.") + NearestName.Hint(text, allowed));
    }

    private static RowRefusedException Wrong(AttributeDefinition definition, string text, Words rule) =>
        new(text, new($"{definition.Name} moet {rule.Nl}.", $"{definition.Name} must be {rule.En}."));
}
