using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;

namespace Wijk.Testing.Killed;

/// <summary>Commits to the data folder it is given until it is killed, and prints each version once it is committed.</summary>
public static class EndlessWriter
{
    /// <summary>Pairs of nodes with their relation in each change set.</summary>
    public const int PairsInASet = 50;

    /// <summary>Writes until the process ends.</summary>
    /// <param name="folder">The data folder.</param>
    public static async Task WriteAsync(string folder)
    {
        await using var store = await SqliteStore.OpenAsync(folder, CancellationToken.None);
        for (var next = (await store.ReadVersionAsync(CancellationToken.None)).Number + 1; ; next++)
        {
            var changes = Enumerable.Range(0, PairsInASet).SelectMany(number => Pair($"{next}-{number}")).Select(Change.Put);
            var changeSet = new ChangeSet { Id = $"set {next}", Source = "test", RecordedAt = DateTimeOffset.UnixEpoch, Changes = [.. changes] };
            await store.CommitAsync(changeSet, CancellationToken.None);
            Console.WriteLine(next);
        }
    }

    private static GraphRecord[] Pair(string id)
    {
        var (agency, measure) = (Named(NodeKind.Agency, id), Named(NodeKind.Measure, id));
        return [agency, measure, new Relation(RelationKind.Runs, agency.Key, measure.Key) { Source = "test", RecordedAt = DateTimeOffset.UnixEpoch }];
    }

    private static Node Named(NodeKind kind, string id) => new(Keys.Of(kind, "test", id), kind)
    {
        Source = "test",
        RecordedAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributeSet.Of(("name", id)),
    };
}
