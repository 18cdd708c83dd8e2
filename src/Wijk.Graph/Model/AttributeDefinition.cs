using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>What a value may be, and with it its type in .NET.</summary>
public enum AttributeType
{
    /// <summary>Text: <see cref="string"/>.</summary>
    Text,

    /// <summary>Several texts: <see cref="ImmutableArray{T}"/> of <see cref="string"/>.</summary>
    TextList,

    /// <summary>A whole number: <see cref="long"/>.</summary>
    Integer,

    /// <summary>A decimal number, such as an amount: <see cref="decimal"/>.</summary>
    Number,

    /// <summary>True or false: <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>A date whose month or day may be unknown: <see cref="PartialDate"/>.</summary>
    Date,

    /// <summary>One of a closed list of words: <see cref="string"/>.</summary>
    Choice,
}

/// <summary>One attribute of a kind of node or relation.</summary>
/// <param name="Name">Its name in code, files, schema and store; camelCase.</param>
/// <param name="Type">What its value may be.</param>
/// <param name="Label">Its name on screen.</param>
/// <param name="Description">What it means, with its unit and range.</param>
public sealed record AttributeDefinition(string Name, AttributeType Type, Words Label, Words Description)
{
    /// <summary>The values allowed when <see cref="Type"/> is <see cref="AttributeType.Choice"/>; empty otherwise.</summary>
    public ImmutableArray<AttributeChoice> ChoiceLabels
    {
        get;
        init => (field, Choices) = (value, [.. value.Select(choice => choice.Code)]);
    } = [];

    /// <summary>The codes of <see cref="ChoiceLabels"/>, in their order.</summary>
    public ImmutableArray<string> Choices { get; private init; } = [];

    /// <summary>The name on screen of one of <see cref="Choices"/>.</summary>
    /// <exception cref="InvalidOperationException">It is none of them.</exception>
    public Words LabelOf(string code) => ChoiceLabels.Single(choice => choice.Code == code).Label;

    /// <summary>The least and greatest value allowed for a number; null when unbounded.</summary>
    public (decimal Min, decimal Max)? Range { get; init; }

    /// <summary>Whether every record of the kind must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is for coordinators only, whatever the record's visibility.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether it is part of what identifies a relation, and so of its key.</summary>
    public bool Identifies { get; init; }
}

/// <summary>One value of a closed list.</summary>
/// <param name="Code">The word in code, files, schema and store; camelCase.</param>
/// <param name="Label">What it is called on screen.</param>
public sealed record AttributeChoice(string Code, Words Label);
