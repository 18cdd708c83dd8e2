using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Random change sets that any order of commits takes, unless one removes what is not there.</summary>
/// <remarks>Agencies and measures stay; what they are called and who runs what changes, and other agencies come and go with what they run.</remarks>
internal sealed class RandomChanges(int seed, int size)
{
    private readonly Random random = new(seed);

    /// <summary>What all others build on.</summary>
    public ChangeSet Base => Changes("base", Puts([.. Numbers.Select(Stays), .. Numbers.Select(number => Measure($"{number}"))]));

    private IEnumerable<int> Numbers => Enumerable.Range(0, size);

    /// <summary>A change set.</summary>
    /// <param name="id">Its id; the names that it gives hold it, so that no two change sets are alike.</param>
    /// <param name="share">How much of the records it changes, 0 to 1.</param>
    /// <param name="removals">Whether it removes records, which is refused when they are not there.</param>
    public ChangeSet Next(string id, double share, bool removals)
    {
        var changes = new List<Change>();
        foreach (var number in Numbers)
        {
            if (IsPicked()) changes.Add(Change.Put(Stays(number) with { Attributes = AttributeSet.Of(("name", id)) }));
            // A node that goes takes its relation along: another may get its number in the database.
            if (IsPicked()) changes.AddRange(Altered(Comes(number) with { Attributes = AttributeSet.Of(("name", id)) }), Altered(Runs(Comes(number), Measure($"{number}"))));
            if (IsPicked()) changes.Add(Altered(Runs(Stays(number), Measure($"{number}")) with { ValidFrom = PartialDate.OfYear(1900 + random.Next(100)) }));
        }

        if (changes.Count == 0) changes.Add(Change.Put(Comes(0) with { Attributes = AttributeSet.Of(("name", id)) }));
        return Changes(id, changes);

        Change Altered(GraphRecord record) => removals ? Change.Remove(record.Key) : Change.Put(record);

        bool IsPicked() => random.NextDouble() < share;
    }

    private static Node Stays(int number) => Agency($"{number}");

    private static Node Comes(int number) => Agency($"comes {number}");
}
