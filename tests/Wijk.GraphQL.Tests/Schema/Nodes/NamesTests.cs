using Wijk.Graph.Model;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Tests.Schema.Nodes;

/// <summary>A new kind of relation needs a name on the node it leads to: <see cref="Names.Incoming"/> is a list written by hand.</summary>
public class NamesTests
{
    public static TheoryData<RelationKind> RelationKinds => [.. Enum.GetValues<RelationKind>()];

    [Theory]
    [MemberData(nameof(RelationKinds))]
    public void A_relation_has_a_name_on_the_node_it_leads_to_that_is_no_other_field_of_it(RelationKind kind)
    {
        var name = Names.Incoming(kind);
        foreach (var end in Vocabulary.Of(kind).ToKinds)
        {
            var fields = Vocabulary.Of(end).Attributes.Select(attribute => attribute.Name)
                .Concat(Vocabulary.Relations.Where(other => other.IsDirected && other.FromKinds.Contains(end)).Select(other => Names.Outgoing(other.Kind)))
                .Concat(Vocabulary.Relations.Where(other => other.Kind != kind && other.ToKinds.Contains(end)).Select(other => Names.Incoming(other.Kind)));
            fields.Should().NotContain(name, $"{end} has one field of each name");
        }
    }
}
