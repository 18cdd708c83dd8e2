using System.Text.Json.Nodes;
using Wijk.Graph.Findings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests;

/// <summary>One server with the sample neighbourhood for all tests of a class, and the same graph to ask beside it.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public const string AsOf = "2026-06-01";

    private TestServer server = null!;

    /// <summary>The sample on the day that its stories are told for.</summary>
    public GraphSnapshot Then { get; private set; } = null!;

    /// <summary>The sample on all days.</summary>
    public GraphSnapshot Whole { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var snapshot = Whole = await Cities.VoorbeeldwijkAsync();
        Then = snapshot.AsOf(DateOnly.Parse(AsOf, System.Globalization.CultureInfo.InvariantCulture));
        server = await TestServer.StartWithAsync(snapshot);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>The data of an answer that must have no errors.</summary>
    public Task<JsonNode> DataAsync(string query, object? variables = null) => server.DataAsync(query, variables);

    /// <summary>The whole answer to an operation.</summary>
    public Task<JsonNode> AskAsync(string query) => server.AskAsync(query);

    /// <summary>The answer to a question on that day, as the finding itself gives it.</summary>
    public TAnswer Ask<TAnswer>(Question<TAnswer> question)
        where TAnswer : Answer
    {
        var day = DateOnly.Parse(AsOf, System.Globalization.CultureInfo.InvariantCulture);
        return (question with { AsOf = day }).Ask(GraphView.Of(Whole), day, TestContext.Current.CancellationToken);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => server.Address;

    /// <summary>Every page of a connection, one item after the other.</summary>
    /// <param name="field">The field that has the connection, with its arguments but <c>asOf</c>.</param>
    /// <param name="connection">The connection's name.</param>
    /// <param name="node">What to ask of each item.</param>
    /// <param name="size">How many a page.</param>
    public async Task<List<JsonNode>> WalkAsync(string field, string connection, string node, int size)
    {
        var (found, after) = (new List<JsonNode>(), (string?)null);
        do
        {
            var data = await DataAsync(
                $"query($n: Int, $after: String) {{ at: {field} {{ {connection}(first: $n, after: $after) {{ totalCount edges {{ node {{ {node} }} }} pageInfo {{ hasNextPage endCursor }} }} }} }}",
                new { n = size, after });
            var page = data["at"]![connection]!;
            found.AddRange(page["edges"]!.AsArray().Select(edge => edge!["node"]!));
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
            if (after is null) found.Should().HaveCount(page["totalCount"]!.GetValue<int>());
        }
        while (after is not null);
        return found;
    }

    /// <summary>Checks that what has an id in the evidence, on the day of its answer, can be asked for again by it.</summary>
    public async Task EvidenceMustResolveAsync(JsonNode evidence)
    {
        var ids = Nodes(evidence).Select(IdOf).ToArray();
        ids.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(id => id.EndsWith("@" + AsOf));
        ids.Should().HaveCount(Math.Min(100, evidence["totalCount"]!.GetValue<int>()));
        var data = await DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id key } }", new { ids });
        data["nodes"]!.AsArray().Select(node => $"{node!["key"]}@{AsOf}").Should().Equal(ids);
    }

    /// <summary>The nodes of a page.</summary>
    public static IEnumerable<JsonNode> Nodes(JsonNode? connection) => connection!["edges"]!.AsArray().Select(edge => edge!["node"]!);

    /// <summary>The key in an id of the day.</summary>
    public static string KeyOf(JsonNode? node) => IdOf(node!).Split('@')[0];

    private static string IdOf(JsonNode node) => node["id"]!.GetValue<string>();
}
