using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema.Nodes;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema;

/// <summary>The types that several fields of the schema share. Each schema has its own.</summary>
internal sealed class SharedTypes
{
    private readonly Dictionary<string, EnumerationGraphType> enums = [];

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

    /// <summary>The argument that limits a field to a day; another object each time.</summary>
    public QueryArgument AsOf => new(Date)
    {
        Name = "asOf",
        Description = "The day to look at, e.g. 2016-07-01: what did not hold on that day is left out. Absent: nothing is left out by date.",
    };

    /// <summary>The enumeration of a closed list; the same object each time.</summary>
    public EnumerationGraphType EnumOf<T>(Choices<T> choices)
        where T : struct, Enum
    {
        if (enums.TryGetValue(choices.Name, out var known)) return known;
        var type = new EnumerationGraphType { Name = choices.Name, Description = choices.Description };
        foreach (var (value, description) in choices.All) type.Add(Choices<T>.NameOf(value), value, description);
        enums.Add(choices.Name, type);
        return type;
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
