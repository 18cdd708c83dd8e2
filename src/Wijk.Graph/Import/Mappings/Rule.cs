using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>What becomes of each row of a table.</summary>
internal sealed record Rule(string Table, Part Does)
{
    /// <summary>Whether it makes records at all, and does not only look whether rows are well.</summary>
    public bool Makes { get; } = MakesAny(Does);

    private static bool MakesAny(Part part) => part.Nodes.Count > 0 || part.Relations.Count > 0 || part.Targetings.Count > 0
        || part.Parts.Any(MakesAny) || (part.Otherwise is not null && MakesAny(part.Otherwise));
}

/// <summary>
/// What is made of a row. Inside another part it is done under a condition, for each row that joins find, for each item of a list or cell, for each entry of a word list that matches,
/// or for each area that a text names. A part without joins and searches adds to the part around it: what it names is known in the parts after it.
/// </summary>
internal sealed record Part
{
    public IReadOnlyList<Join> Joins { get; init; } = [];

    public WordSearch? Words { get; init; }

    public EachItem? Each { get; init; }

    public AreaSearch? Areas { get; init; }

    public IReadOnlyList<KeyValuePair<string, Expression>> Lets { get; init; } = [];

    public IReadOnlyList<Condition> When { get; init; } = [];

    public IReadOnlyList<NodeSpec> Nodes { get; init; } = [];

    public IReadOnlyList<RelationSpec> Relations { get; init; } = [];

    public IReadOnlyList<TargetingSpec> Targetings { get; init; } = [];

    public IReadOnlyList<WarningSpec> Warnings { get; init; } = [];

    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Done instead when the condition does not hold, or nothing was found.</summary>
    public Part? Otherwise { get; init; }
}

/// <summary>Finds rows of another table.</summary>
internal sealed record Join(string Table, string Alias, IReadOnlyList<KeyValuePair<string, Expression>> On, Missing Missing);

/// <summary>What happens when a join finds nothing.</summary>
internal enum Missing
{
    /// <summary>A value that is not there is refused; a blank one finds nothing.</summary>
    Refuse,

    /// <summary>The part is not done.</summary>
    Skip,

    /// <summary>The part is done with blanks in every column.</summary>
    Blank,
}

/// <summary>Looks for the words of a list in a text.</summary>
/// <param name="Of">The text.</param>
/// <param name="As">The name that the entry's value gets.</param>
/// <param name="List">The entries.</param>
internal sealed record WordSearch(Expression Of, string As, IReadOnlyList<WordRule> List);

/// <summary>An entry of a word list.</summary>
/// <param name="Value">What the words stand for.</param>
/// <param name="Rule">The rule in words, as every record made by it says.</param>
/// <param name="Pattern">The words; case is ignored.</param>
internal sealed record WordRule(string Value, Words Rule, Regex Pattern);

/// <summary>What a mapping does with a node.</summary>
internal enum NodeUse
{
    /// <summary>Makes it.</summary>
    Make,

    /// <summary>Points at one that another row makes.</summary>
    Refer,

    /// <summary>Adds attributes to one that another row makes.</summary>
    Add,
}

/// <summary>A value of an attribute; several for a list.</summary>
internal sealed record AttributeSpec(AttributeDefinition Definition, IReadOnlyList<Expression> Values);

/// <summary>When a record holds and who may see it.</summary>
internal sealed record RecordSpec
{
    public IReadOnlyList<AttributeSpec> Attributes { get; init; } = [];

    public Expression? ValidFrom { get; init; }

    public Expression? ValidTo { get; init; }

    public Expression? Visibility { get; init; }

    /// <summary>The rule by which it is inferred, in words; null when the source says it itself.</summary>
    public Words? Inferred { get; init; }
}

internal sealed record NodeSpec(string Name, NodeKind Kind, NodeUse Use, string? Namespace, IReadOnlyList<Expression> Id, RecordSpec Record)
{
    public bool IsStub { get; init; }

    /// <summary>Whether no node is made when the id is blank, instead of refusing the row.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Attributes whose first value found counts when rows differ.</summary>
    public IReadOnlyList<string> KeepFirst { get; init; } = [];

    /// <summary>The edition of the division that an area is of; null where editions are not told apart.</summary>
    public Expression? Edition { get; init; }
}

/// <param name="Kind">The kind.</param>
/// <param name="From">The node's name in the mapping.</param>
/// <param name="To">The node's name in the mapping.</param>
/// <param name="Record">What it carries.</param>
/// <param name="Numbered">The attribute that counts, from 1, relations that would otherwise have the same key; null when there is none.</param>
internal sealed record RelationSpec(RelationKind Kind, string From, string To, RecordSpec Record, AttributeDefinition? Numbered);

internal sealed record TargetingSpec(string Of, string? For, string? In, RecordSpec Record);

/// <param name="When">When to warn.</param>
/// <param name="Value">The value to show; null for none.</param>
/// <param name="Message">What to know.</param>
/// <param name="IsCounted">Whether all rows together give one warning with their number.</param>
/// <param name="Refuses">Whether the row is refused for it, with this as the reason.</param>
internal sealed record WarningSpec(IReadOnlyList<Condition> When, Expression? Value, Words Message, bool IsCounted, bool Refuses);
