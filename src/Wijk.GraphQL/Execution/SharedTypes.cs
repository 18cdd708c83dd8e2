using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.GraphQL.Nodes;
using Wijk.GraphQL.Paging;

namespace Wijk.GraphQL.Execution;

/// <summary>The types that several fields of the schema share. Each schema has its own.</summary>
internal sealed class SharedTypes
{
    public SharedTypes()
    {
        NodeKind = new EnumerationGraphType { Name = "NodeKind", Description = "The kinds of node." };
        foreach (var definition in Vocabulary.Nodes) NodeKind.Add(definition.Name, definition.Kind, definition.Description.En);
        RelationKind = new EnumerationGraphType { Name = "RelationKind", Description = "The kinds of relation." };
        foreach (var definition in Vocabulary.Relations) RelationKind.Add(definition.Name, definition.Kind, definition.Description.En);
        Visibility = new EnumerationGraphType
        {
            Name = "Visibility",
            Description = "Who may see a record; each level includes those after it.",
        };
        Visibility.Add("public", Graph.Model.Visibility.Public, "Everyone.");
        Visibility.Add("partner", Graph.Model.Visibility.Partner, "Organisations that take part.");
        Visibility.Add("coordinator", Graph.Model.Visibility.Coordinator, "Coordinators only.");

        Words = new ObjectGraphType<Words> { Name = "Words", Description = "The same plain words in Dutch and in English." };
        Words.Add<Words>("nl", String.Required(), "In Dutch, level B1.", words => words.Nl);
        Words.Add<Words>("en", String.Required(), "In English.", words => words.En);

        PageInfo = ConnectionTypes.PageInfo(this);
        Records = new RecordTypes(this);
    }

    public ScalarGraphType String { get; } = new StringGraphType();

    public ScalarGraphType Id { get; } = new IdGraphType();

    public ScalarGraphType Int { get; } = new IntGraphType();

    public ScalarGraphType Long { get; } = new LongGraphType { Description = "A whole number of up to 64 bits." };

    public ScalarGraphType Decimal { get; } = new DecimalGraphType { Description = "A decimal number, such as an amount of money, without rounding." };

    public ScalarGraphType Float { get; } = new FloatGraphType();

    public ScalarGraphType Boolean { get; } = new BooleanGraphType();

    public ScalarGraphType Date { get; } = new DateScalar();

    public ScalarGraphType PartialDate { get; } = new PartialDateScalar();

    public ScalarGraphType Moment { get; } = new MomentScalar();

    public ScalarGraphType Attributes { get; } = new AttributesScalar();

    public EnumerationGraphType NodeKind { get; }

    public EnumerationGraphType RelationKind { get; }

    public EnumerationGraphType Visibility { get; }

    /// <summary>Dutch and English beside each other; its source is <see cref="Graph.Model.Words"/>.</summary>
    public ObjectGraphType<Words> Words { get; }

    public ObjectGraphType<PageFacts> PageInfo { get; }

    /// <summary>The interfaces and the object type of each kind of node.</summary>
    public RecordTypes Records { get; }
}
