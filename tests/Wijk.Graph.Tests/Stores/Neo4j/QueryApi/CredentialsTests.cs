using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Text;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

public sealed class CredentialsTests
{
    private const string Secret = "s3cret-word";

    [Fact]
    public async Task The_password_is_in_no_error_whatever_goes_wrong()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"neo4j:{Secret}"));
        var response = RawResponse.Of(202, Cypher.Committed);
        Fault[] faults =
        [
            Fault.ResetBeforeReading, Fault.ResetAfterReading, Fault.CloseAfterReading, Fault.CutAt(response, 30), Fault.CutWithoutLength(response, 30), Fault.Endless,
            Fault.Page(200), Fault.Page(401), Fault.Page(404), Fault.Page(429), Fault.Page(500), Fault.Page(502), Fault.Page(503), Fault.Page(504),
            Fault.Redirect(302, $"https://neo4j:{Secret}@elsewhere.example/{encoded}"),
            Fault.Answer(400, """{"errors":[{"code":"Neo.ClientError.Statement.SyntaxError","message":"Invalid input"}]}"""),
            Fault.Answer(401, """{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]}"""),
            Fault.Answer(404, """{"errors":[{"code":"Neo.ClientError.Database.DatabaseNotFound","message":"no"}]}"""),
            Fault.Answer(500, """{"errors":[{"code":"N/A","message":"no bolt"}]}"""),
        ];
        foreach (var fault in faults)
        {
            await using var server = new FaultyServer(fault);
            var limits = new QueryLimits { RetryTime = TimeSpan.Zero, Bytes = 1 << 20 };
            using var client = new QueryApiClient(Cypher.Settings(server.Url, Secret), new SkippingClock(), limits);
            foreach (var call in new[] { client.ReadAsync(Cypher.Of("R"), null, default), client.WriteAsync(Cypher.Of("W"), null, default) })
            {
                var thrown = (await call.Awaiting(it => it).Should().ThrowAsync<StoreException>(fault.ToString())).Which;
                (thrown + thrown.Why.Nl).Should().NotContain(Secret, fault.ToString()).And.NotContain(encoded, fault.ToString());
            }

            server.Requests.Should().NotContain(request => !request.Contains(encoded), "the test must look for what is really sent");
        }
    }

    [Fact]
    public async Task The_password_is_in_no_trace_of_the_platform()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"neo4j:{Secret}"));
        using var events = new Events();
        await using var server = new FaultyServer(Fault.Answer(202, Cypher.Committed));
        using var client = new QueryApiClient(Cypher.Settings(server.Url, Secret), TimeProvider.System);
        (await client.ReadAsync(Cypher.Of("R"), null, default)).Dispose();
        events.Texts.Should().Contain(text => text.Contains("RequestStart"), "the events must be heard");
        events.Texts.Should().NotContain(text => text.Contains(Secret) || text.Contains(encoded));
    }

    // What tools outside the process can listen to by default; the raw bytes of Private.InternalDiagnostics are for a debugger of .NET itself.
    private sealed class Events : EventListener
    {
        private readonly ConcurrentQueue<string> texts = new();

        public IReadOnlyCollection<string> Texts => texts;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution")
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            texts?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? (IReadOnlyList<object?>)[])}");
    }
}
