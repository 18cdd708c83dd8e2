using Wijk.Graph.Generate;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Testing.Killed;

/// <summary>Large change sets that are the same in every process: each puts another synthetic city in the place of the one before.</summary>
public static class CityChanges
{
    /// <summary>How many nodes a city has unless another number is given: enough for several requests of each sort.</summary>
    public const int NodeCount = 1_000;

    /// <summary>Replaces the city of the seed before by that of this one; 0 brings the first.</summary>
    public static ChangeSet Of(int seed, int nodeCount = NodeCount)
    {
        var records = RecordsOf(seed, nodeCount).ToList();
        var gone = seed == 0 ? [] : RecordsOf(seed - 1, nodeCount).Select(record => record.Key).Except(records.Select(record => record.Key), StringComparer.Ordinal);
        return new ChangeSet
        {
            Id = $"city {seed}",
            Source = "test",
            RecordedAt = DateTimeOffset.UnixEpoch.AddDays(seed),
            Changes = [.. records.Select(Change.Put), .. gone.Select(Change.Remove)],
        };
    }

    private static IEnumerable<GraphRecord> RecordsOf(int seed, int nodeCount)
    {
        var (nodes, relations) = SyntheticCity.Make(nodeCount, seed);
        return nodes.Concat<GraphRecord>(relations);
    }
}
