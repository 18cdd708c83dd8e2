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

    private const string OnlyPublic = "['public']";
    private const string Everything = "['public', 'partner', 'coordinator']";

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

    /// <summary>Asks a file as it is, but for today, which becomes a fixed day: <see cref="Day"/> unless given.</summary>
    public static Task<IReadOnlyDictionary<string, JsonElement>[]> AskAsync(Neo4jServer server, string file, DateOnly? day = null) =>
        server.QueryByNameAsync(On(day ?? Day, Read(file)));

    /// <summary>Asks a file as somebody does who may see everything, and changed the line that says so.</summary>
    public static Task<IReadOnlyDictionary<string, JsonElement>[]> AskAllAsync(Neo4jServer server, string file)
    {
        var text = Read(file);
        text.Should().Contain(OnlyPublic, "what may be seen stands in one line");
        return server.QueryByNameAsync(On(Day, text.Replace(OnlyPublic, Everything, StringComparison.Ordinal)));
    }

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static string On(DateOnly day, string text) => text.Replace("date()", $"date('{day:yyyy-MM-dd}')", StringComparison.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, "queries", file + ".cypher"));
}
