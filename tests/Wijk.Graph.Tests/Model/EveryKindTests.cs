using System.Text.Json;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Model;

/// <summary>
/// A new kind of node or relation is written in the vocabulary. Some files have to be told of it by hand: here is a test for each of
/// those, so that adding a kind shows which file still lacks it.
/// </summary>
public class EveryKindTests
{
    // These are in a slice only when both ends are there for another reason: along them the ties of one agency would bring in a whole city.
    private static readonly string[] NotFollowed =
    [
        "COLLABORATES Agency > Agency", "COLLABORATES Agency > Professional", "COLLABORATES Professional > Agency", "COLLABORATES Professional > Professional",
        "REFERS_TO Agency > Agency",
        "MEMBER_OF Agency > Trajectory", "MEMBER_OF Professional > Trajectory",
    ];

    public static TheoryData<NodeKind> NodeKinds => [.. Enum.GetValues<NodeKind>()];

    public static TheoryData<RelationKind> RelationKinds => [.. Enum.GetValues<RelationKind>()];

    [Fact]
    public void Every_kind_is_in_the_vocabulary_in_the_order_of_its_enumeration()
    {
        Vocabulary.Nodes.Select(definition => definition.Kind).Should().Equal(Enum.GetValues<NodeKind>(), "Vocabulary.Nodes.cs has them all, in the order of NodeKind.cs");
        Vocabulary.Relations.Select(definition => definition.Kind).Should().Equal(Enum.GetValues<RelationKind>(), "Vocabulary.Relations.cs has them all, in the order of RelationKind.cs");
    }

    [Fact]
    public void No_attribute_takes_the_name_of_what_every_record_carries() =>
        Vocabulary.Nodes.SelectMany(definition => definition.Attributes).Concat(Vocabulary.Relations.SelectMany(definition => definition.Attributes)).Select(attribute => attribute.Name)
            .Should().NotContain(["id", "key", "kind", "source", "recordedAt", "validFrom", "validTo", "visibility", "inference", "from", "to", "isStub"]);

    [Theory]
    [MemberData(nameof(NodeKinds))]
    public void A_kind_of_node_stands_at_its_place_in_the_vocabulary(NodeKind kind)
    {
        Vocabulary.Of(kind).Kind.Should().Be(kind, "Vocabulary.Nodes has the order of NodeKind");
        Vocabulary.FindNode(kind.ToString()).Should().BeSameAs(Vocabulary.Of(kind));
        Vocabulary.Relations.Where(relation => relation.Kind != RelationKind.About)
            .Should().Contain(relation => relation.FromKinds.Contains(kind) || relation.ToKinds.Contains(kind), "a node that nothing joins says nothing");
    }

    [Theory]
    [MemberData(nameof(NodeKinds))]
    public void The_words_of_a_kind_of_node_stand_in_the_word_list(NodeKind kind)
    {
        var (label, description) = (Vocabulary.Of(kind).Label, Vocabulary.Of(kind).Description.En.TrimEnd('.'));
        File.ReadLines(Path.Combine(SharedData.Root, "docs", "words.md")).Should().Contain(
            $"| {label.Nl} | {label.En} | {char.ToLowerInvariant(description[0])}{description[1..]} |", "docs/words.md has a row for each kind");
    }

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void A_kind_of_relation_stands_at_its_place_in_the_vocabulary(RelationKind kind)
    {
        Vocabulary.Of(kind).Kind.Should().Be(kind, "Vocabulary.Relations has the order of RelationKind");
        Vocabulary.FindRelation(Vocabulary.Of(kind).Name).Should().BeSameAs(Vocabulary.Of(kind));
    }

    // Every node has the label WijkNode beside that of its kind, so one constraint holds the keys of all kinds apart.
    [Fact]
    public void The_migrations_of_Neo4j_keep_the_keys_of_nodes_unique() =>
        Constraints.Should().Contain("CREATE CONSTRAINT wijk_node_key IF NOT EXISTS FOR (n:WijkNode) REQUIRE n.key IS UNIQUE");

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void A_migration_of_Neo4j_keeps_the_keys_of_a_kind_of_relation_unique(RelationKind kind)
    {
        var (name, prefix) = (Vocabulary.Of(kind).Name, Vocabulary.Of(kind).KeyPrefix);
        Constraints.Should().Contain(
            $"CREATE CONSTRAINT wijk_{prefix}_key IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.key IS UNIQUE",
            "a new file in neo4j/migrations has to say so; those that were released never change");
    }

    [Theory]
    [MemberData(nameof(NodeKinds))]
    public void A_slice_reaches_a_kind_of_node(NodeKind kind) =>
        GraphSliceRule.Steps.SelectMany(step => step.Paths).Should().Contain(path => path.To.Contains(kind), "GraphSliceRule says what belongs to a slice");

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void A_slice_follows_a_kind_of_relation_from_and_to_each_kind_or_it_is_said_that_it_does_not(RelationKind kind)
    {
        var definition = Vocabulary.Of(kind);
        var paths = GraphSliceRule.Steps.SelectMany(step => step.Paths).Where(path => path.Relation == kind).ToArray();
        var left = from start in definition.FromKinds
                   from end in definition.ToKinds
                   where definition.Allows(start, end) && !paths.Any(path => Follows(path, start, end))
                   select $"{definition.Name} {start} > {end}";
        left.Should().BeEquivalentTo(
            NotFollowed.Where(line => line.StartsWith(definition.Name + " ", StringComparison.Ordinal)), "a path is added to GraphSliceRule, or a line to the list above");

        static bool Follows(SlicePath path, NodeKind from, NodeKind to) =>
            path.IsForward ? path.From.Contains(from) && path.To.Contains(to) : path.From.Contains(to) && path.To.Contains(from);
    }

    // What a targeting is of, for and in, is said under targetings.
    [Theory]
    [MemberData(nameof(NodeKinds))]
    public void The_schema_of_mappings_knows_a_kind_of_node(NodeKind kind) =>
        KindsInSchema("node").Contains(Vocabulary.Of(kind).Name).Should().Be(kind != NodeKind.Targeting, "mapping.schema.json lists the kinds under definitions.node");

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void The_schema_of_mappings_knows_a_kind_of_relation(RelationKind kind) =>
        KindsInSchema("relation").Contains(Vocabulary.Of(kind).Name).Should().Be(kind != RelationKind.Of, "mapping.schema.json lists the kinds under definitions.relation");

    [Fact]
    public void The_schema_of_mappings_knows_no_other_kinds() =>
        KindsInSchema("node").Concat(KindsInSchema("relation")).Where(name => Vocabulary.FindNode(name) is null && Vocabulary.FindRelation(name) is null).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(NodeKinds))]
    public void A_kind_of_node_has_a_sheet_in_the_template_with_all_it_may_carry(NodeKind kind) =>
        TemplateSheet.Find(Vocabulary.Of(kind).Name)!.Columns.Select(column => column.Attribute).OfType<AttributeDefinition>()
            .Should().Equal(Vocabulary.Of(kind).Attributes.Where(attribute => kind != NodeKind.Targeting || attribute.Name != "aliases"));

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void A_kind_of_relation_has_a_sheet_in_the_template_with_all_it_may_carry(RelationKind kind)
    {
        var sheet = TemplateSheet.Find(Vocabulary.Of(kind).Name);
        if (kind == RelationKind.Of) sheet.Should().BeNull("it is a column of the sheet Targeting");
        else sheet!.Columns.Select(column => column.Attribute).OfType<AttributeDefinition>().Should().Equal(Vocabulary.Of(kind).Attributes);
    }

    private static string[] Constraints => [.. Migrations.Shipped.SelectMany(migration => migration.Statements).Select(statement => statement.Text)];

    private static string[] KindsInSchema(string definition)
    {
        using var schema = JsonDocument.Parse(MappingLibrary.Schema);
        return [.. schema.RootElement.GetProperty("definitions").GetProperty(definition).GetProperty("properties").GetProperty("kind").GetProperty("enum")
            .EnumerateArray().Select(kind => kind.GetString()!)];
    }
}
