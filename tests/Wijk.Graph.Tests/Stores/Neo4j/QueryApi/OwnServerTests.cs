using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>What can only be seen on a server that may be locked and killed.</summary>
[Collection(OwnNeo4j.Name)]
public sealed class OwnServerTests(OwnNeo4j own)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_stops_at_once_and_a_killed_server_leaves_a_write_in_doubt()
    {
        var server = await own.RunningAsync();
        await WrongPasswordAsync(server);
        await KillAsync(server);
    }

    private static async Task WrongPasswordAsync(Neo4jServer server)
    {
        var clock = new SkippingClock();
        using var client = new QueryApiClient(Cypher.Settings(server.Url, "s3cret-word"), clock);
        var told = new List<string>();
        for (var time = 0; time < 5; time++)
        {
            var thrown = await client.Awaiting(it => it.ReadAsync(Cypher.Of("RETURN 1"), null, Stop)).Should().ThrowAsync<StoreUnavailableException>();
            told.Add(thrown.Which.ToString());
        }

        told[0].Should().Contain("refuses user 'neo4j' with this password; correct WIJK_NEO4J_USER");
        told[^1].Should().Contain("too many tries with a wrong password");
        told.Should().NotContain(text => text.Contains("s3cret-word"));
        clock.Waits.Should().BeEmpty("each was asked once");
    }

    private static async Task KillAsync(Neo4jServer server)
    {
        using var client = Cypher.Client(server, limits: new() { RetryTime = TimeSpan.Zero });

        // The right password is refused as well for some seconds after the wrong ones.
        while (true)
        {
            try
            {
                (await client.ReadAsync(Cypher.Of("RETURN 1"), null, Stop)).Dispose();
                break;
            }
            catch (StoreUnavailableException exception) when (exception.Message.Contains("too many tries", StringComparison.Ordinal))
            {
                await Task.Delay(200, Stop);
            }
        }

        var reading = client.ReadAsync(Cypher.Of("UNWIND range(1, 1000000000) AS row RETURN row"), null, Stop);
        var writing = client.WriteAsync(Cypher.Of("UNWIND range(1, 1000000000) AS row WITH row WHERE row % 100000 = 0 CREATE (:Kept) RETURN row"), null, Stop);
        var running = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $start RETURN currentQuery";
        while ((await server.QueryAsync(running, new { start = "UNWIND" })).Length < 2) await Task.Delay(20, Stop);
        await server.KillAsync();
        (await reading.Awaiting(it => it).Should().ThrowAsync<StoreUnavailableException>()).Which.Message.Should().Contain("ended before the answer to 'test' was whole");
        await writing.Awaiting(it => it).Should().ThrowAsync<StoreUnavailableException>();
        (await client.Awaiting(it => it.WriteAsync(Cypher.Of("RETURN 1"), null, Stop)).Should().ThrowAsync<StoreUnavailableException>())
            .Which.Message.Should().Contain("cannot be reached");
    }
}
