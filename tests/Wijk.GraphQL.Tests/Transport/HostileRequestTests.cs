using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Transport;

/// <summary>Nothing that anybody sends brings a real server down, fills its memory, or gets anything but an answer of ours.</summary>
public sealed class HostileRequestTests
{
    private const long MostGrowth = 300 << 20, LongestAnswer = 2 << 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hostile_requests_get_typed_answers_and_leave_the_server_as_it_was()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.StartAsync(folder.Path);
        using var client = new HttpClient { BaseAddress = server.Address };
        var before = server.Process.WorkingSet;
        foreach (var seed in Enumerable.Range(0, LongRun.Portion(500, 10_000)))
        {
            var request = HostileRequest.Of(seed);
            using var content = new ByteArrayContent(request.Body) { Headers = { ContentType = new("application/json") } };
            using var response = await client.PostAsync("/graphql", content, Cancel);
            var body = await response.Content.ReadAsByteArrayAsync(Cancel);
            MustBeOurs($"{request.Kind} ({seed})", response.StatusCode, body);
        }

        (server.Process.WorkingSet - before).Should().BeLessThan(MostGrowth);
        (await server.VersionAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Bodies_that_stop_halfway_or_never_come_hold_nobody_up()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.StartAsync(folder.Path);
        var open = new List<TcpClient>();
        for (var place = 0; place < 50; place++)
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(server.Address.Host, server.Address.Port, Cancel);
            var head = $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"query\":";
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head[..^place]), Cancel);
            open.Add(connection);
        }

        (await server.VersionAsync()).Should().BePositive("others are answered meanwhile");
        foreach (var connection in open) connection.Dispose();
        (await server.VersionAsync()).Should().BePositive();
    }

    private static void MustBeOurs(string request, HttpStatusCode status, byte[] body)
    {
        body.LongLength.Should().BeLessThan(LongestAnswer, request);
        ((int)status is < 500 or 503).Should().BeTrue($"{request}: {status}");
        var answer = JsonNode.Parse(body)!;
        var codes = (answer["errors"]?.AsArray() ?? []).Select(error => (string?)error!["extensions"]?["code"]).ToList();
        codes.Should().BeSubsetOf(ErrorCode.OfAnswers.Where(known => known != ErrorCode.Internal).Select(known => known.Name), request);
        if (codes.Count == 0) answer["data"].Should().NotBeNull(request);
    }
}
