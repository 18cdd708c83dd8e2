using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <summary>One thing that is wrong with a record.</summary>
/// <param name="Path">Where in the record: an attribute, <c>validTo</c>, <c>from</c>.</param>
/// <param name="Message">The value, the rule and what to do.</param>
public sealed record Problem(string Path, Words Message);

/// <summary>What every record must keep to, whoever brings it: an import, a change or a restored file.</summary>
public static class RecordRules
{
    /// <summary>What is wrong with a node; nothing when it fits the vocabulary.</summary>
    public static IEnumerable<Problem> ProblemsOf(Node node)
    {
        var definition = Vocabulary.Of(node.Kind);
        foreach (var problem in CommonProblems(node)) yield return problem;
        if (definition.NameAttribute is { } naming && node.Attributes.Text(naming) is { } name && TextRules.ProblemOfName(naming, name) is { } wrong)
            yield return wrong;
        foreach (var problem in AttributeProblems(node.Attributes, definition.Name, definition.Attributes, node.IsStub)) yield return problem;
    }

    /// <summary>What is wrong with a relation; nothing when it fits the relation table.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="kindOf">The kind of the node with a key; null when there is no such node.</param>
    public static IEnumerable<Problem> ProblemsOf(Relation relation, Func<string, NodeKind?> kindOf)
    {
        var definition = Vocabulary.Of(relation.Kind);
        var (from, to) = (kindOf(relation.From), kindOf(relation.To));
        if (from is null) yield return new("from", NoNode(relation.From));
        if (to is null) yield return new("to", NoNode(relation.To));
        if (from is { } start && to is { } end && !definition.Allows(start, end))
        {
            yield return new("kind", new Words(
                    $"{definition.Name} kan niet van {start} naar {end} gaan; het gaat van ",
                    $"{definition.Name} cannot lead from {start} to {end}; it goes from ")
                + AnyOf(definition.FromKinds) + new Words(" naar ", " to ") + AnyOf(definition.ToKinds) + ".");
        }

        if (relation.From == relation.To)
        {
            yield return new("to", new(
                $"{definition.Name} kan niet van '{relation.From}' naar zichzelf gaan.",
                $"{definition.Name} cannot lead from '{relation.From}' to itself."));
        }

        foreach (var problem in CommonProblems(relation)) yield return problem;
        foreach (var problem in AttributeProblems(relation.Attributes, definition.Name, definition.Attributes, isStub: false)) yield return problem;
        if (relation.Kind == RelationKind.Collaborates && relation.Attributes.Text("basis") == "asked" && relation.Attributes["level"] is null)
        {
            yield return new("level", new(
                $"{definition.Name} is gevraagd en heeft dus een level nodig, van 0 tot en met {Vocabulary.HighestCollaborationLevel}.",
                $"{definition.Name} was asked, so it needs a level, 0 to {Vocabulary.HighestCollaborationLevel}."));
        }
    }

    private static IEnumerable<Problem> CommonProblems(GraphRecord record)
    {
        if (TextRules.ProblemOfKey(record.Key) is { } wrong) yield return wrong;
        if (string.IsNullOrWhiteSpace(record.Source))
            yield return new("source", new("Een record heeft een bron nodig: wie zei het?", "A record needs a source: who said so."));
        if (record is { ValidFrom: { } from, ValidTo: { } to } && to.LastDay < from.FirstDay)
            yield return new("validTo", new($"validTo {to} ligt voor validFrom {from}.", $"validTo {to} comes before validFrom {from}."));
    }

    private static IEnumerable<Problem> AttributeProblems(
        AttributeSet attributes, string kind, ImmutableArray<AttributeDefinition> definitions, bool isStub)
    {
        foreach (var definition in definitions)
        {
            var value = attributes[definition.Name];
            if (value is null)
            {
                if (definition.IsRequired && !isStub)
                    yield return new(definition.Name, new($"{kind} heeft een {definition.Name} nodig.", $"{kind} needs a {definition.Name}."));
            }
            else if (WhyImpossible(definition, value) is { } why)
            {
                yield return new(definition.Name, definition.Name + " " + why);
            }
        }

        foreach (var (name, _) in attributes)
        {
            if (!definitions.Any(definition => definition.Name == name)) yield return new(name, NoAttribute(kind, name, definitions));
        }
    }

    /// <summary>Says that a kind has no attribute of a name, and which it has.</summary>
    public static Words NoAttribute(string kind, string name, ImmutableArray<AttributeDefinition> definitions)
    {
        var known = string.Join(", ", definitions.Select(definition => definition.Name));
        return new($"{kind} heeft geen veld '{name}'; de velden zijn {known}.", $"{kind} has no attribute '{name}'; it has {known}.");
    }

    private static Words NoNode(string key) => new(
        $"Er is geen knoop '{TextRules.Shown(key)}'; voeg die in dezelfde wijziging toe of verbeter de sleutel.",
        $"There is no node '{TextRules.Shown(key)}'; add it in the same change or correct the key.");

    private static Words AnyOf(IEnumerable<NodeKind> kinds) => Words.AnyOf(kinds.Select(kind => kind.ToString()));

    private static Words? WhyImpossible(AttributeDefinition definition, object value) => (definition.Type, value) switch
    {
        (AttributeType.Choice, string choice) when !definition.Choices.Contains(choice) =>
            NotOneOf(choice, definition.Choices),
        (AttributeType.Text or AttributeType.Choice, string) => null,
        (AttributeType.TextList, ImmutableArray<string>) => null,
        (AttributeType.Boolean, bool) => null,
        (AttributeType.Date, PartialDate) => null,
        (AttributeType.Integer, long number) => OutOfRange(definition, number),
        (AttributeType.Number, decimal number) => OutOfRange(definition, number),
        _ => new($"'{value}' is geen {definition.Type}.", $"'{value}' is not of type {definition.Type}."),
    };

    /// <summary>Says that a value is not in a closed list.</summary>
    public static Words NotOneOf(string value, IEnumerable<string> allowed)
    {
        var list = string.Join(", ", allowed);
        return new($"'{value}' is geen van deze: {list}.", $"'{value}' is not one of {list}.");
    }

    private static Words? OutOfRange(AttributeDefinition definition, decimal number) =>
        definition.Range is { } range && (number < range.Min || number > range.Max)
            ? new($"{number} ligt niet tussen {range.Min} en {range.Max}.", $"{number} is not between {range.Min} and {range.Max}.")
            : null;
}
