using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A column of a sheet of the template.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Label">What it is called on screen.</param>
/// <param name="Description">What it means.</param>
/// <param name="Allowed">What may be filled in: codes, with what they mean in both languages; empty when any text may.</param>
public sealed record TemplateColumn(string Name, Words Label, Words Description, string Allowed)
{
    private const string Dates = "yyyy, yyyy-MM, yyyy-MM-dd";

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The attribute it holds; null for ids, ends, dates and visibility.</summary>
    public AttributeDefinition? Attribute { get; private init; }

    /// <summary>The columns at the end of every sheet.</summary>
    public static ImmutableArray<TemplateColumn> Common { get; } =
    [
        new("validFrom", new("geldig vanaf", "valid from"), new("De eerste dag dat het geldt.", "The first day it holds."), Dates),
        new("validTo", new("geldig tot en met", "valid to"), new("De laatste dag dat het geldt.", "The last day it holds."), Dates),
        new("visibility", new("zichtbaarheid", "visibility"), new("Wie het mag zien; public als u niets invult.", "Who may see it; public when blank."),
            OneOf(Vocabulary.Visibilities)),
    ];

    /// <summary>The column for an attribute.</summary>
    public static TemplateColumn Of(AttributeDefinition attribute) => new(attribute.Name, attribute.Label, attribute.Description, AllowedIn(attribute))
    {
        IsRequired = attribute.IsRequired,
        Attribute = attribute,
    };

    private static string AllowedIn(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Choice => OneOf(attribute.ChoiceLabels),
        AttributeType.Boolean => "true, false (ja, nee, yes, no)",
        AttributeType.Date => Dates,
        AttributeType.TextList => "a|b|c",
        AttributeType.Integer => Between(attribute, "0, 1, 2"),
        AttributeType.Number => Between(attribute, "1234.56"),
        _ => "",
    };

    private static string OneOf(ImmutableArray<AttributeChoice> choices) => string.Join(", ", choices.Select(WithMeaning));

    // "care = zorg": what says the same as the code is not repeated.
    private static string WithMeaning(AttributeChoice choice)
    {
        var meaning = string.Join(" / ", new[] { choice.Label.Nl, choice.Label.En }.Where(word => word != choice.Code).Distinct());
        return meaning.Length == 0 ? choice.Code : $"{choice.Code} = {meaning}";
    }

    private static string Between(AttributeDefinition attribute, string example) =>
        attribute.Range is { } range ? $"{range.Min} – {range.Max}" : example;
}
