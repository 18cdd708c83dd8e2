using System.Text.Json.Nodes;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests;

/// <summary>One server with the sample neighbourhood for all tests of a class, and the same graph to ask beside it.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public const string AsOf = "2026-06-01";

    private TestServer server = null!;

    /// <summary>The sample on the day that its stories are told for.</summary>
    public GraphSnapshot Then { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var snapshot = await Cities.VoorbeeldwijkAsync();
        Then = snapshot.AsOf(DateOnly.Parse(AsOf, System.Globalization.CultureInfo.InvariantCulture));
        server = await TestServer.StartWithAsync(snapshot);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>The data of an answer that must have no errors.</summary>
    public Task<JsonNode> DataAsync(string query, object? variables = null) => server.DataAsync(query, variables);

    /// <summary>The whole answer to an operation.</summary>
    public Task<JsonNode> AskAsync(string query) => server.AskAsync(query);

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

    /// <summary>Checks that keys of evidence are those of nodes or relations of the graph, asked on the same day.</summary>
    public async Task EvidenceMustResolveAsync(IReadOnlyCollection<string> keys)
    {
        keys.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        var ofNodes = keys.Where(key => Then.Find(key) is not null).ToArray();
        var data = await DataAsync($"query($ids: [ID!]!) {{ nodes(ids: $ids, asOf: \"{AsOf}\") {{ id }} }}", new { ids = ofNodes });
        data["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>()).Should().Equal(ofNodes);
        var relations = Enumerable.Range(0, Then.RelationCount).Select(relation => Then.Relation(relation).Key).ToHashSet();
        keys.Except(ofNodes).Should().BeSubsetOf(relations, "what is no node is a relation");
    }

    /// <summary>The texts of a list of ids.</summary>
    public static string[] Texts(JsonNode list) => [.. list.AsArray().Select(item => item!.GetValue<string>())];
}
