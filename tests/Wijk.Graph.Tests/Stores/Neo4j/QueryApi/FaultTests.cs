using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

/// <summary>What the client does with each thing that can go wrong between it and the server.</summary>
public sealed class FaultTests
{
    private const string Transient = """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"deadlock"}]}""";
    private static readonly RawResponse Whole = RawResponse.Of(202, Cypher.Committed);
    private static readonly Fault Ok = Fault.Answer(Whole);

    /// <summary>Faults after which the same request may succeed.</summary>
    public static TheoryData<Fault> Transients =>
    [
        Fault.Answer(400, Transient),
        Fault.Answer(202, Transient),
        Fault.Answer(202, """{"data":{"fields":["a"],"values":[[1]]},"errors":[{"code":"Neo.TransientError.Transaction.Outdated","message":"m"}]}"""),
        Fault.Answer(503, """{"errors":[{"code":"Neo.TransientError.General.DatabaseUnavailable","message":"m"}]}"""),
        Fault.ResetBeforeReading,
        Fault.ResetAfterReading,
        Fault.CloseAfterReading,
        Fault.CutAt(Whole, 40),
        Fault.CutAt(Whole, 40, isReset: true),
        Fault.CutWithoutLength(Whole, 40),
        Fault.Answer(202, ""),
        Fault.Answer(202, """{"data":{"fields":["a"],"values":[[1]]}}"""),
        Fault.Page(502),
        Fault.Page(503),
        Fault.Page(504),
        Fault.Page(200),
    ];

    /// <summary>Faults that a repeat does not mend, with a word of the message.</summary>
    public static TheoryData<Fault, string> Finals => new()
    {
        { Fault.Answer(401, """{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]}"""), "WIJK_NEO4J_USER" },
        { Fault.Page(401), "WIJK_NEO4J_PASSWORD" },
        { Fault.Answer(429, """{"errors":[{"code":"Neo.ClientError.Security.AuthenticationRateLimit","message":"Too many."}]}"""), "too many tries" },
        { Fault.Page(429), "too many tries" },
        { Fault.Answer(401, """{"errors":[{"code":"Neo.ClientError.Security.CredentialsExpired","message":"m"}]}"""), "ALTER CURRENT USER" },
        { Fault.Answer(404, """{"errors":[{"code":"Neo.ClientError.Database.DatabaseNotFound","message":"m"}]}"""), "has no database 'neo4j'" },
        { Fault.Page(404), "status 404" },
        { Fault.Page(500), "status 500" },
        { Fault.Redirect(301, "https://user:secret@elsewhere.example/a?b"), "redirects to https://elsewhere.example (status 301)" },
        { Fault.Redirect(307, "/login"), "status 307" },
        { Fault.Answer(500, """{"errors":[{"code":"N/A","message":"Bolt is off"}]}"""), "server.bolt.enabled" },
        { Fault.Answer(400, Cypher.Committed), "status 400" },
    };

    [Theory]
    [MemberData(nameof(Transients))]
    public async Task What_may_pass_is_tried_again(Fault fault)
    {
        var clock = new SkippingClock();
        await using (var server = new FaultyServer(fault, fault, Ok))
        {
            using var client = Cypher.Client(server, clock);
            using var read = await client.ReadAsync(Cypher.Of("R"), null, default);
            read.Int64(0, "a").Should().Be(1);
            clock.Waits.Should().HaveCount(2);
        }

        await using (var server = new FaultyServer(fault, Ok))
        {
            using var client = Cypher.Client(server);
            using var written = await client.WriteAsync(Cypher.Of("W"), null, default);
            written.RowCount.Should().Be(2);
        }
    }

    [Theory]
    [MemberData(nameof(Finals))]
    public async Task What_a_repeat_does_not_mend_is_told_at_once(Fault fault, string word)
    {
        await using var server = new FaultyServer(fault);
        using var client = Cypher.Client(server);
        (await client.Awaiting(it => it.ReadAsync(Cypher.Of("R"), null, default)).Should().ThrowAsync<StoreUnavailableException>())
            .Which.Message.Should().Contain(word).And.NotContain("secret");
        server.RequestCount.Should().Be(1);
    }

    [Fact]
    public async Task A_body_cut_at_any_byte_never_counts_as_success()
    {
        for (var length = 0; length < Whole.Body.Length; length++)
        {
            await using var server = new FaultyServer(Fault.CutWithoutLength(Whole, length), Fault.CutAt(Whole, length));
            using var client = Cypher.Client(server, limits: new() { RetryTime = TimeSpan.Zero });
            for (var way = 0; way < 2; way++)
                await client.Awaiting(it => it.WriteAsync(Cypher.Of("W"), null, default)).Should().ThrowAsync<StoreUnavailableException>($"{length} bytes came");
        }
    }

    [Fact]
    public async Task The_platform_sends_nothing_twice_by_itself_when_a_kept_connection_breaks()
    {
        foreach (var fault in new[] { Fault.CloseAfterReading, Fault.ResetAfterReading, Fault.ResetBeforeReading })
        {
            await using var server = new FaultyServer(Ok, fault, Ok);
            using var client = Cypher.Client(server, limits: new() { RetryTime = TimeSpan.Zero });
            (await client.ReadAsync(Cypher.Of("R"), null, default)).Dispose();
            await client.Awaiting(it => it.WriteAsync(Cypher.Of("W"), null, default)).Should().ThrowAsync<StoreUnavailableException>(fault.ToString());
            server.RequestCount.Should().Be(2, fault.ToString());
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_for_thirty_seconds()
    {
        var clock = new SkippingClock();
        using var client = new QueryApiClient(Cypher.Settings(await ClosedPortAsync()), clock, null, new Random(1));
        (await client.Awaiting(it => it.WriteAsync(Cypher.Of("W"), null, default)).Should().ThrowAsync<StoreUnavailableException>())
            .Which.Message.Should().Contain("cannot be reached").And.Contain("WIJK_NEO4J_URL");
        clock.Waits.Sum(wait => wait.TotalSeconds).Should().BeApproximately(30, 1e-3);
    }

    [Fact]
    public async Task The_request_has_the_fields_of_5_26_in_their_order_and_no_trace()
    {
        using var activity = new System.Diagnostics.Activity("test").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();
        await using var server = new FaultyServer(Ok);
        using var client = Cypher.Client(server);
        (await client.WriteAsync(Cypher.Of("RETURN $in.n"), new { n = long.MaxValue, x = 5.0 }, default)).Dispose();
        var request = server.Requests.Single();
        request.Should().StartWith("POST /db/neo4j/query/v2 HTTP/1.1\r\n").And.NotContain("traceparent").And.NotContain("Accept-Encoding");
        request.Should().Match("*\r\n\r\n" + """{"statement":"RETURN $in.n","parameters":{"in":{"n":9223372036854775807,"x":5.0},"wijkRequest":"*"},"accessMode":"WRITE"}""");
    }

    [Fact]
    public async Task What_a_real_server_sent_comes_through_one_that_stands_between()
    {
        await using var real = new FaultyServer(Ok);
        await using var between = new FaultyServer(real.Url, number => number switch { 0 => Fault.PassOn, 1 => Fault.PassOnThenReset, _ => Fault.PassOnThenCut(0.5) });
        using var client = Cypher.Client(between, limits: new() { RetryTime = TimeSpan.Zero });
        using var answer = await client.WriteAsync(Cypher.Of("W"), null, default);
        answer.RowCount.Should().Be(2);
        for (var time = 0; time < 2; time++)
            await client.Awaiting(it => it.WriteAsync(Cypher.Of("W"), null, default)).Should().ThrowAsync<StoreUnavailableException>();
        real.RequestCount.Should().Be(3);
    }

    private static async Task<Uri> ClosedPortAsync()
    {
        await using var server = new FaultyServer(Ok);
        return server.Url;
    }
}
