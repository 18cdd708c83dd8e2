using System.Diagnostics;
using Wijk.Graph.Generate;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>An import beside bare requests of <c>UNWIND ... MERGE</c> that write the same records and keep no log.</summary>
internal static class ImportComparison
{
    private const int NodeCount = 20_000;
    private const int RowsAtATime = 5_000;

    public static async Task RunAsync(Neo4jSettings settings, Neo4jStore store)
    {
        var (bareNodes, bareRelations) = City("bare");
        var records = bareNodes.Count + bareRelations.Count;
        var bare = await WriteBareAsync(settings, bareNodes, bareRelations);
        Neo4jComparison.Row($"bare MERGE of {records} records, {RowsAtATime} rows a request", bare, Neo4jComparison.Invariant($"{records / bare.TotalSeconds:0} records/s"));

        var (nodes, relations) = City("import");
        var changes = new List<Change>([.. nodes.Select(Change.Put), .. relations.Select(Change.Put)]);
        var started = Stopwatch.GetTimestamp();
        await store.CommitLargeAsync(
            new() { Id = $"import {Guid.NewGuid()}", Source = "benchmark", RecordedAt = DateTimeOffset.UnixEpoch, Changes = [.. changes] },
            new Progress<long>(),
            CancellationToken.None);
        var import = Stopwatch.GetElapsedTime(started);
        Neo4jComparison.Row($"import of as many: checked, logged, visible at once", import, Neo4jComparison.Invariant($"{records / import.TotalSeconds:0} records/s"));
        Console.WriteLine(Neo4jComparison.Invariant($"| rate of import over rate of bare MERGE | {bare / import:0.00} | at least 0.5 |"));
    }

    private static async Task<TimeSpan> WriteBareAsync(Neo4jSettings settings, IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations)
    {
        using var client = new QueryApiClient(settings, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();
        foreach (var kind in nodes.GroupBy(node => Vocabulary.Of(node.Kind).Name))
        {
            var statement = new Statement("bare", $"UNWIND $in.rows AS row MERGE (n:WijkNode {{key: row.key}}) SET n:{kind.Key} SET n += row.properties");
            foreach (var rows in kind.Chunk(RowsAtATime)) (await client.WriteAsync(statement, Parameters(rows), CancellationToken.None)).Dispose();
        }

        foreach (var kind in relations.GroupBy(relation => Vocabulary.Of(relation.Kind).Name))
        {
            var statement = new Statement(
                "bare", $"UNWIND $in.rows AS row MATCH (a:WijkNode {{key: row.from}}) MATCH (b:WijkNode {{key: row.to}}) MERGE (a)-[r:{kind.Key} {{key: row.key}}]->(b) SET r += row.properties");
            foreach (var rows in kind.Chunk(RowsAtATime)) (await client.WriteAsync(statement, Parameters(rows), CancellationToken.None)).Dispose();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static object Parameters(IEnumerable<GraphRecord> records) => new { rows = RecordRows.Of(records, _ => false) };

    // The same city under another namespace, so that it stands beside the one that is there.
    private static (IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations) City(string name)
    {
        var (nodes, relations) = SyntheticCity.Make(NodeCount, seed: 2);
        var renamed = nodes.ToDictionary(node => node.Key, node => Renamed(node.Key, name));
        return (
            [.. nodes.Select(node => new Node(renamed[node.Key], node.Kind)
            {
                Source = node.Source,
                RecordedAt = node.RecordedAt,
                Attributes = node.Attributes,
                ValidFrom = node.ValidFrom,
                ValidTo = node.ValidTo,
            })],
            [.. relations.Select(relation => relation.Between(renamed[relation.From], renamed[relation.To]))]);
    }

    private static string Renamed(string key, string name) => key.Replace(":synthetic:", $":{name}:", StringComparison.Ordinal);
}
