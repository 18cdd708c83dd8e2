using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.Queries;

/// <summary>The files under <c>neo4j/queries</c>, put to a real server that holds a graph.</summary>
internal static class QueryFiles
{
    /// <summary>The day that questions about a day are asked for.</summary>
    public static readonly DateOnly Day = new(2026, 6, 1);

    private static readonly string[] OnlyPublic = ["public"];

    /// <summary>The folder with everything for Neo4j.</summary>
    public static string Folder => Path.Combine(SharedData.Root, "neo4j");

    /// <summary>Empties the server and fills it with a graph.</summary>
    public static async Task FillAsync(Neo4jServer server, GraphSnapshot snapshot)
    {
        await server.EmptyAsync();
        await using var store = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, default);
        Node[] nodes = [.. Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node)];
        Relation[] relations = [.. Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation)];
        await store.LoadAsync(new(new(1, DateTimeOffset.UnixEpoch), nodes, relations), [], progress: null, default);
    }

    /// <summary>What a snapshot holds for everybody.</summary>
    public static GraphSnapshot PublicOf(GraphSnapshot snapshot)
    {
        Node[] nodes = [.. Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.Node).Where(node => node.Visibility == Visibility.Public)];
        var keys = nodes.Select(node => node.Key).ToHashSet();
        var relations = Enumerable.Range(0, snapshot.RelationCount).Select(snapshot.Relation)
            .Where(relation => relation.Visibility == Visibility.Public && keys.Contains(relation.From) && keys.Contains(relation.To));
        return GraphSnapshot.Of(new(snapshot.Version, nodes, [.. relations]));
    }

    /// <summary>Asks a file as somebody does who may see what is public; today becomes a fixed day: <see cref="Day"/> unless given.</summary>
    public static Task<IReadOnlyDictionary<string, JsonElement>[]> AskAsync(Neo4jServer server, string file, DateOnly? day = null) =>
        server.QueryByNameAsync(On(day ?? Day, Read(file)), new { visible = OnlyPublic });

    /// <summary>Asks a file as somebody does who does not say what they may see: all of it.</summary>
    public static Task<IReadOnlyDictionary<string, JsonElement>[]> AskAllAsync(Neo4jServer server, string file) =>
        server.QueryByNameAsync(On(Day, Read(file)), new { visible = (string[]?)null });

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static string On(DateOnly day, string text) => text.Replace("date()", $"date('{day:yyyy-MM-dd}')", StringComparison.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, "queries", file + ".cypher"));
}
