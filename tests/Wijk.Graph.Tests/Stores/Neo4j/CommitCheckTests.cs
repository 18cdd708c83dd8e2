using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

public sealed class CommitCheckTests
{
    // What Neo4j says while another commit is just taking away a node, a relation and the note of a removal: it found them, and then they had no properties.
    private const string HalfSeen = """
        {"data":{"fields":["version","applying","isAbandoned","earlierVersion","earlierLog","nodes","relations","relationsOfRemoved","returning"],
        "values":[[7,null,false,null,null,[[null,{}],["agency:n:b",{}]],[[null,{}]],[],[null,"agency:n:b"]]]},
        "bookmarks":["FB:x"]}
        """;

    [Fact]
    public async Task What_goes_while_it_is_looked_at_is_not_there()
    {
        await using var server = new FaultyServer(Fault.Answer(202, HalfSeen));
        using var client = Cypher.Client(server);
        var changeSet = Changes("1", Puts(Agency("a"), Agency("b")));
        var check = await CommitCheck.ReadAsync(client, changeSet, TestContext.Current.CancellationToken);
        (check.Version, check.Holds("agency:n:a"), check.Holds("agency:n:b")).Should().Be((7, false, true));
        check.Returning.Should().Equal("agency:n:b");
    }
}
