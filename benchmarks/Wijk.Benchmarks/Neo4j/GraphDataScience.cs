using System.Diagnostics;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>What Neo4j's own library needs to get the graph into memory, beside Wijk's full read.</summary>
internal static class GraphDataScience
{
    public static async Task CompareAsync(Neo4jSettings settings)
    {
        using var client = new QueryApiClient(settings, TimeProvider.System);
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.WriteAsync(
                new("project", "CALL gds.graph.project('wijk', 'WijkNode', '*') YIELD nodeCount, relationshipCount RETURN nodeCount, relationshipCount"),
                null,
                CancellationToken.None);
            Neo4jComparison.Row("gds.graph.project of the same graph, no properties", Stopwatch.GetElapsedTime(started), $"{answer.Int64(0, "nodeCount")} nodes, {answer.Int64(0, "relationshipCount")} relations");
            using var dropped = await client.WriteAsync(new("drop", "CALL gds.graph.drop('wijk') YIELD graphName RETURN graphName"), null, CancellationToken.None);
        }
        catch (StoreException problem)
        {
            Console.WriteLine($"| gds.graph.project | not run | {problem.Message} |");
        }
    }
}
