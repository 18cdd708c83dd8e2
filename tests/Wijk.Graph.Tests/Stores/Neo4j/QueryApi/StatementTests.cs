using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

public sealed class StatementTests
{
    [Fact]
    public void A_statement_is_the_text_of_its_file() =>
        Statement.Named("end-request").Text.Should().Be(File.ReadAllText(Path.Combine(SharedData.Root, "neo4j/statements/end-request.cypher")));

    [Fact]
    public void A_statement_that_is_not_there_is_named() =>
        FluentActions.Invoking(() => Statement.Named("no-such")).Should().Throw<InvalidOperationException>()
            .WithMessage("There is no statement 'no-such'; add neo4j/statements/no-such.cypher.");
}
