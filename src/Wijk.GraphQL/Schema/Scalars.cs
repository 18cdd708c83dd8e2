using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Schema;

/// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateScalar : ScalarGraphType
{
    public DateScalar() => (Name, Description) = ("Date", "A calendar day, written yyyy-MM-dd.");

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        DateOnly or null => value,
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) =>
        value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

/// <summary>A date of which the month or the day may be unknown.</summary>
internal sealed class PartialDateScalar : ScalarGraphType
{
    public PartialDateScalar() => (Name, Description) =
        ("PartialDate", "A date of which the month or the day may be unknown: 2016, 2016-03 or 2016-03-01.");

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        PartialDate or null => value,
        string text when PartialDate.TryParse(text, out var date) => date,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value?.ToString();
}

/// <summary>A moment in UTC, to the millisecond.</summary>
internal sealed class MomentScalar : ScalarGraphType
{
    public MomentScalar() =>
        (Name, Description) = ("DateTime", "A moment in UTC, written as ISO 8601 to the millisecond: 2026-01-31T09:30:00.000Z.");

    public override object? ParseValue(object? value) => throw new NotSupportedException("DateTime is only ever an answer.");

    public override object? Serialize(object? value) => value is DateTimeOffset moment ? Moment.Write(moment) : null;
}

/// <summary>Attributes by name, as a JSON object.</summary>
internal sealed class AttributesScalar : ComplexScalarGraphType
{
    public AttributesScalar() => (Name, Description) = ("Attributes",
        "Attributes by name, as an object: {name: \"GGD\", type: \"CARE\"}. Names and values as the type of that kind describes them; "
        + "a choice is text, a date is text, several texts are a list.");

    public override object? Serialize(object? value) => value is AttributeSet attributes
        ? attributes.ToDictionary(pair => pair.Key, pair => pair.Value is PartialDate date ? date.ToString() : pair.Value)
        : null;
}

/// <summary>What every scalar of ours can say.</summary>
internal static class ScalarExtensions
{
    /// <summary>The scalar, with the address where its form is written down.</summary>
    public static ScalarGraphType SpecifiedBy(this ScalarGraphType scalar, string url) => SpecifiedByDirective.Mark(scalar, url);
}
