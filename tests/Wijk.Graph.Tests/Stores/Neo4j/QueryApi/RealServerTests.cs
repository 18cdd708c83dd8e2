using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>What a real server answers, seen through the client.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class RealServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_of_every_type_come_back()
    {
        using var client = Cypher.Client(await Neo4jServer.SharedAsync());
        using var answer = await client.ReadAsync(
            Cypher.Of("RETURN $in.max AS max, $in.min AS min, $in.text AS text, $in.flag AS flag, $in.none AS none, $in.list AS list, $in.list[1].y AS y"),
            new
            {
                max = long.MaxValue,
                min = long.MinValue,
                text = "a\"\\\n\u0001 é 😀 \uE000 <&>",
                flag = true,
                none = (string?)null,
                list = new object[] { 0.1, new { y = "in" } },
            },
            Stop);
        answer.Fields.Should().Equal("max", "min", "text", "flag", "none", "list", "y");
        (answer.RowCount, answer.Int64(0, "max"), answer.Int64(0, "min")).Should().Be((1, long.MaxValue, long.MinValue));
        (answer.Text(0, "text"), answer.Flag(0, "flag"), answer.Text(0, "none"), answer.Text(0, "y")).Should().Be(("a\"\\\n\u0001 é 😀 \uE000 <&>", true, null, "in"));
        FirstNumber(answer).Should().Be(0.1);

        static double FirstNumber(Answer answer)
        {
            var list = answer.Value(0, "list");
            list.Read();
            return list.GetDouble();
        }
    }

    [Fact]
    public async Task Numbers_that_JSON_has_not_come_as_texts()
    {
        using var client = Cypher.Client(await Neo4jServer.SharedAsync());
        using var answer = await client.ReadAsync(Cypher.Of("RETURN 0.0 / 0.0 AS nan, 1.0 / 0.0 AS above, -1.0 / 0.0 AS below"), null, Stop);
        (answer.Text(0, "nan"), answer.Text(0, "above"), answer.Text(0, "below")).Should().Be(("NaN", "Infinity", "-Infinity"));
    }

    [Fact]
    public async Task Many_rows_come_in_their_order_and_within_the_limit()
    {
        var server = await Neo4jServer.SharedAsync();
        using var client = Cypher.Client(server);
        using var answer = await client.ReadAsync(Cypher.Of("UNWIND range(0, 99999) AS x RETURN x, 'row ' + x AS text"), null, Stop);
        answer.RowCount.Should().Be(100_000);
        for (var row = 0; row < answer.RowCount; row += 997) (answer.Int64(row, "x"), answer.Text(row, "text")).Should().Be((row, $"row {row}"));

        using var small = Cypher.Client(server, limits: new() { Rows = 10 });
        await small.Awaiting(it => it.ReadAsync(Cypher.Of("UNWIND range(0, 10) AS x RETURN x"), null, Stop)).Should().ThrowAsync<AnswerTooLargeException>();
        using var narrow = Cypher.Client(server, limits: new() { Bytes = 10_000 });
        await narrow.Awaiting(it => it.ReadAsync(Cypher.Of("UNWIND range(0, 9999) AS x RETURN x"), null, Stop)).Should().ThrowAsync<AnswerTooLargeException>();
    }

    [Theory]
    [InlineData("RETRUN 1", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN 1; RETURN 2", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN $absent", "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("CREATE (:QueryApiTest)", "Neo.ClientError.Statement.AccessMode")]
    [InlineData("UNWIND range(100000, 0, -1) AS x RETURN 1 / x", "Neo.ClientError.Statement.ArithmeticError")] // after the first rows
    public async Task What_the_server_refuses_has_its_code(string statement, string code)
    {
        using var client = Cypher.Client(await Neo4jServer.SharedAsync(), new SkippingClock());
        var thrown = (await client.Awaiting(it => it.ReadAsync(Cypher.Of(statement), null, Stop)).Should().ThrowAsync<QueryFailedException>()).Which;
        thrown.Code.Should().Be(code);
        thrown.Message.Should().StartWith("Neo4j at 127.0.0.1:").And.Contain("refuses 'test'").And.Contain(code);
    }

    [Fact]
    public async Task A_broken_constraint_is_refused_and_nothing_is_done()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await server.QueryAsync("CREATE CONSTRAINT query_api_test IF NOT EXISTS FOR (n:QueryApiTest) REQUIRE n.key IS UNIQUE");
        using var client = Cypher.Client(server);
        (await client.Awaiting(it => it.WriteAsync(Cypher.Of("UNWIND [1, 2, 1] AS key CREATE (:QueryApiTest {key: key})"), null, Stop))
            .Should().ThrowAsync<QueryFailedException>()).Which.Code.Should().Be("Neo.ClientError.Schema.ConstraintValidationFailed");
        (await server.QueryAsync("MATCH (n:QueryApiTest) RETURN count(n)"))[0][0].GetInt64().Should().Be(0);
        await server.QueryAsync("DROP CONSTRAINT query_api_test");
    }

    [Fact]
    public async Task A_deadlock_is_tried_again()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await server.QueryAsync("UNWIND [1, 2] AS key CREATE (:QueryApiTest {key: key, count: 0})");
        var clock = new SkippingClock();
        using var client = Cypher.Client(server, clock);

        // Both hold their first node while they count, and then want the other's.
        var slow = Cypher.Of(
            """
            MATCH (a:QueryApiTest {key: $in.first}) SET a.count = a.count + 1
            WITH a UNWIND range(1, 2000000) AS x WITH a, sum(x) AS busy
            MATCH (b:QueryApiTest {key: 3 - $in.first}) SET b.count = b.count + 1 RETURN busy
            """);
        var writers = new[] { 1, 2 }.Select(first => client.WriteAsync(slow, new { first }, Stop));
        foreach (var answer in await Task.WhenAll(writers)) answer.Dispose();
        clock.Waits.Should().NotBeEmpty("one of the two is refused");
        (await server.QueryAsync("MATCH (n:QueryApiTest) RETURN collect(n.count)"))[0][0].ToString().Should().Be("[2,2]");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var server = await Neo4jServer.SharedAsync();
        using var client = new QueryApiClient(Cypher.Settings(server.Url, server.Password) with { User = server.User, Database = "nowhere" }, new SkippingClock());
        (await client.Awaiting(it => it.ReadAsync(Cypher.Of("RETURN 1"), null, Stop)).Should().ThrowAsync<StoreUnavailableException>())
            .WithMessage("*has no database 'nowhere'; correct WIJK_NEO4J_DATABASE*");
    }

    [Theory]
    [InlineData("UNWIND range(1, 1000000000) AS cancelled RETURN cancelled")] // rows come at once
    [InlineData("UNWIND range(1, 1000000000) AS cancelled RETURN sum(cancelled)")] // the first byte would come at the end
    public async Task Cancelling_ends_the_transaction_in_the_server(string statement)
    {
        var server = await Neo4jServer.SharedAsync();
        using var client = Cypher.Client(server);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var rows = client.ReadAsync(Cypher.Of(statement), null, cancel.Token);
        while (await CountAsync() == 0) await Task.Delay(20, Stop);
        await cancel.CancelAsync();
        await rows.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        for (var patience = 100; patience > 0 && await CountAsync() > 0; patience--) await Task.Delay(50, Stop);
        (await CountAsync()).Should().Be(0);

        async Task<long> CountAsync() =>
            (await server.QueryAsync("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $text RETURN count(*)", new { text = "AS " + "cancelled" }))[0][0].GetInt64();
    }
}
