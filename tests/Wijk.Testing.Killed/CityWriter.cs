using Wijk.Graph.Stores.Neo4j;

namespace Wijk.Testing.Killed;

/// <summary>Commits one large change set to Neo4j, and prints a line when it starts and one when it is done.</summary>
public static class CityWriter
{
    /// <summary>What it prints before it sends anything of the change set.</summary>
    public const string Started = "started";

    /// <summary>Writes the city of a seed.</summary>
    public static async Task WriteAsync(Neo4jSettings settings, int seed)
    {
        await using var store = await Neo4jStore.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        var changeSet = CityChanges.Of(seed);
        Console.WriteLine(Started);
        var result = await store.CommitLargeAsync(changeSet, progress: null, CancellationToken.None);
        Console.WriteLine(result);
    }
}
