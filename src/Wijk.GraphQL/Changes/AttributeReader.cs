using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Changes;

/// <summary>Lays the attributes of an input over those a record has.</summary>
internal static class AttributeReader
{
    /// <summary>The merged attributes; what could not be read is left as it was and reported.</summary>
    /// <param name="owner">The kind, for messages.</param>
    /// <param name="definitions">What the kind may carry.</param>
    /// <param name="before">What the record has.</param>
    /// <param name="given">What is given; null values take away.</param>
    /// <param name="report">Called with each problem.</param>
    public static AttributeSet Merge(
        string owner, ImmutableArray<AttributeDefinition> definitions, AttributeSet before, Fields? given, Action<Problem> report)
    {
        var merged = before;
        foreach (var (name, value) in given?.Values ?? ImmutableDictionary<string, object?>.Empty)
        {
            if (definitions.FirstOrDefault(definition => definition.Name == name) is not { } definition)
                report(new(name, RecordRules.NoAttribute(owner, name, definitions)));
            else if (value is null || (value is string text && string.IsNullOrWhiteSpace(text)))
                merged = merged.With(name, null);
            else if (Read(definition, value) is { } read)
                merged = merged.With(name, read);
            else
                report(new(name, new Words($"{name} {Shown(value).Nl} is niet ", $"{name} {Shown(value).En} is not ") + Expected(definition.Type) + "."));
        }

        return merged;
    }

    private static object? Read(AttributeDefinition definition, object value) => (definition.Type, value) switch
    {
        (AttributeType.Text, string text) => text.Trim(),
        // As the schema writes it, or as files do.
        (AttributeType.Choice, string text) => definition.Choices.FirstOrDefault(word => EnumNames.Of(word) == text.Trim()) ?? text.Trim(),
        (AttributeType.TextList, string text) => ImmutableArray.Create(text),
        (AttributeType.TextList, IEnumerable texts) when texts.Cast<object?>().All(text => text is string) =>
            texts.Cast<string>().ToImmutableArray(),
        (AttributeType.Integer, int or long) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (AttributeType.Number, int or long or decimal) => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        (AttributeType.Number, double number) when Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
        (AttributeType.Boolean, bool flag) => flag,
        (AttributeType.Date, string text) when PartialDate.TryParse(text, out var date) => date,
        _ => null,
    };

    private static Words Expected(AttributeType type) => type switch
    {
        AttributeType.Text => new("een tekst; zet hem tussen aanhalingstekens", "a text; write it between quotes"),
        AttributeType.Choice => new("een keuze; schrijf een van de woorden tussen aanhalingstekens", "a choice; write one of its words between quotes"),
        AttributeType.TextList => new("een lijst van teksten", "a list of texts"),
        AttributeType.Integer => new("een geheel getal", "a whole number"),
        AttributeType.Number => new("een getal", "a number"),
        AttributeType.Boolean => new("true of false", "true or false"),
        _ => new("een datum; schrijf \"jjjj\", \"jjjj-mm\" of \"jjjj-mm-dd\"", "a date; write \"yyyy\", \"yyyy-mm\" or \"yyyy-mm-dd\""),
    };

    private static Words Shown(object value) => value switch
    {
        string text => (Words)$"'{text}'",
        bool flag => (Words)(flag ? "true" : "false"),
        BigInteger or IFormattable => (Words)Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => new("(een lijst of object)", "(a list or object)"),
    };
}
