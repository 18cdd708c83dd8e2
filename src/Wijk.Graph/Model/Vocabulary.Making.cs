using System.Collections.Immutable;

namespace Wijk.Graph.Model;

/// <content>Short forms in which the tables are written, and the attributes that several kinds share.</content>
public static partial class Vocabulary
{
    private static NodeDefinition Node(
        NodeKind kind, Words label, Words plural, Words description, string? nameAttribute, params AttributeDefinition[] attributes) =>
        new(kind, label, plural, description, [.. attributes, Aliases()]) { NameAttribute = nameAttribute };

    private static NodeDefinition Insight(NodeKind kind, Words label, Words plural, Words description, params ReadOnlySpan<AttributeDefinition> more) =>
        Node(kind, label, plural, description, "text",
            [Required("text", new("tekst", "text"), new("Wat het zegt.", "What it says.")),
            Text("rule", new("regel", "rule"), new("De regel waar het uit volgt.", "The rule that made it.")),
            Integer("inputsVersion", new("versie van de invoer", "version of its inputs"),
                new("De versie van de gegevens waarvan het is gemaakt.", "The version of the graph it was made from."), 0, long.MaxValue),
            Text("answerKey", new("sleutel in het antwoord", "key in the answer"),
                new("De sleutel van wat een antwoord vond, zoals cell:overlap:…; dan staat dit er voortaan bij.",
                    "The key of what an answer found, such as cell:overlap:…; from then on this stands beside it.")),
            Choice("state", new("stand", "state"), new("Wat ervan is gekomen.", "What became of it."), Choices.InsightState),
            .. more]);

    private static RelationDefinition Relation(
        RelationKind kind, Words label, Words description, ImmutableArray<RelationEnds> ends, params AttributeDefinition[] attributes) =>
        new(kind, label, description, ends, [.. attributes]);

    private static AttributeDefinition Name() => Required("name", new("naam", "name"), new("De naam.", "Its name."));

    private static AttributeDefinition InAFewWords() =>
        Required("name", new("naam", "name"), new("Wat het is, in een paar woorden.", "What it is, in a few words."));

    private static AttributeDefinition Description() =>
        Text("description", new("omschrijving", "description"), new("Wat het is, in de eigen woorden van de bron.", "What it is, in its own words."));

    private static AttributeDefinition Muted() =>
        Text("muted", new("gedempt door", "muted by"),
            new("Welke rol of organisatie vond dat het te veel omvat om over te overleggen; overlap erin komt dan niet op de lijst. Geen naam van een mens.",
                "Which role or organisation found that it covers too much to talk about; overlap in it is then left off the list. Not the name of a person."));

    private static AttributeDefinition Aliases() =>
        new("aliases", AttributeType.TextList, new("andere id's", "other ids"),
            new("De id's in andere bronnen en uitgaven.", "Its ids in other sources and editions."));

    private static AttributeDefinition Text(string name, Words label, Words description) => new(name, AttributeType.Text, label, description);

    private static AttributeDefinition Required(string name, Words label, Words description) =>
        Text(name, label, description) with { IsRequired = true };

    private static AttributeDefinition Date(string name, Words label, Words description) => new(name, AttributeType.Date, label, description);

    private static AttributeDefinition Flag(string name, Words label, Words description) => new(name, AttributeType.Boolean, label, description);

    private static AttributeDefinition Integer(string name, Words label, Words description, long min, long max) =>
        new(name, AttributeType.Integer, label, description) { Range = (min, max) };

    private static AttributeDefinition Number(string name, Words label, Words description, decimal min = 0, decimal max = 1_000_000_000_000_000) =>
        new(name, AttributeType.Number, label, description) { Range = (min, max) };

    private static AttributeDefinition Choice(string name, Words label, Words description, ImmutableArray<AttributeChoice> choices) =>
        new(name, AttributeType.Choice, label, description) { ChoiceLabels = choices };
}
