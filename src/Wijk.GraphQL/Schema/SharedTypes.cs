using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema.Filters;
using Wijk.GraphQL.Schema.Nodes;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema;

/// <summary>The types that several fields of the schema share. Each schema has its own.</summary>
internal sealed class SharedTypes
{
    private readonly Dictionary<string, EnumerationGraphType> enums = [];

    public SharedTypes()
    {
        NodeKind = new EnumerationGraphType { Name = "NodeKind", Description = "The kinds of node; the type of each says what it is." };
        foreach (var definition in Vocabulary.Nodes) NodeKind.Add(EnumNames.Of(definition.Name), definition.Kind);
        RelationKind = new EnumerationGraphType { Name = "RelationKind", Description = "The kinds of relation; the type of each says what it means." };
        foreach (var definition in Vocabulary.Relations) RelationKind.Add(definition.Name, definition.Kind);
        Visibility = new EnumerationGraphType
        {
            Name = "Visibility",
            Description = "Who may see a record; each level includes those after it.",
        };
        Visibility.Add("PUBLIC", Graph.Model.Visibility.Public, "Everyone.");
        Visibility.Add("PARTNER", Graph.Model.Visibility.Partner, "Organisations that take part.");
        Visibility.Add("COORDINATOR", Graph.Model.Visibility.Coordinator, "Coordinators only.");

        Words = new ObjectGraphType<Words> { Name = "Words", Description = "The same plain words in Dutch and in English." };
        Words.Add<Words>("nl", String.Required(), "In Dutch, level B1.", words => words.Nl);
        Words.Add<Words>("en", String.Required(), "In English.", words => words.En);

        KeyPair = KeyPairInput.Make(this);
        Nodes = new NodeTypes(this);
        Connections = new ConnectionTypes(this);
        Filters = new FilterTypes(this);
        // Relations lead from type to type, so all types must be there before the first list of relations is added.
        var relations = new RelationLists(this);
        foreach (var definition in Vocabulary.Nodes) relations.AddTo(Nodes.Of(definition.Kind), definition.Kind);
        relations.AddShared(Nodes.Item);
    }

    /// <summary>The argument that limits a field to a day; another object each time. <c>Query</c> describes it, once for all.</summary>
    public QueryArgument AsOf => new(Date) { Name = "asOf" };

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

    public ScalarGraphType Long { get; } =
        new LongGraphType { Description = "A whole number of up to 64 bits, as a number of JSON." }.SpecifiedBy("https://www.rfc-editor.org/rfc/rfc8259#section-6");

    public ScalarGraphType Decimal { get; } = new DecimalGraphType
    {
        Description = "A decimal number, such as an amount of money, without rounding, as a number of JSON.",
    }.SpecifiedBy("https://www.rfc-editor.org/rfc/rfc8259#section-6");

    public ScalarGraphType Float { get; } = new FloatGraphType();

    public ScalarGraphType Boolean { get; } = new BooleanGraphType();

    public ScalarGraphType Date { get; } = new DateScalar().SpecifiedBy("https://www.rfc-editor.org/rfc/rfc3339#section-5.6");

    public ScalarGraphType PartialDate { get; } = new PartialDateScalar().SpecifiedBy("https://www.loc.gov/standards/datetime/");

    public ScalarGraphType Moment { get; } = new MomentScalar().SpecifiedBy("https://www.rfc-editor.org/rfc/rfc3339#section-5.6");

    public ScalarGraphType Attributes { get; } = new AttributesScalar().SpecifiedBy("https://www.rfc-editor.org/rfc/rfc8259#section-4");

    /// <summary>Two that something is said of.</summary>
    public InputObjectGraphType KeyPair { get; }

    public EnumerationGraphType NodeKind { get; }

    public EnumerationGraphType RelationKind { get; }

    public EnumerationGraphType Visibility { get; }

    /// <summary>Dutch and English beside each other; its source is <see cref="Graph.Model.Words"/>.</summary>
    public ObjectGraphType<Words> Words { get; }

    /// <summary>The interfaces and object types of all that has an id.</summary>
    public NodeTypes Nodes { get; }

    /// <summary>The types of lists.</summary>
    public ConnectionTypes Connections { get; }

    /// <summary>The inputs by which a list is filtered.</summary>
    public FilterTypes Filters { get; }
}
