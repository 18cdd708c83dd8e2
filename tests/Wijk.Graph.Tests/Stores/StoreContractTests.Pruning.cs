using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_pruned_log_leads_from_any_version_to_the_same_graph_at_each_version_from_where_it_was_pruned(int seed)
    {
        const int Versions = 12, Cut = 8;
        await using var store = await OpenAsync($"pruned {seed}");
        var history = new RandomHistory(seed);
        var sets = new List<ChangeSet>();
        List<SortedDictionary<string, GraphRecord>> graphs = [new(StringComparer.Ordinal)];
        while (history.Version < Versions)
        {
            sets.Add(Changes($"set {history.Version}", history.Next(most: 12)) with { RecordedAt = Noon.AddDays(history.Version) });
            await store.CommitAsync(sets[^1], Cancel);
            graphs.Add(new(graphs[^1], StringComparer.Ordinal));
            Apply(sets[^1].Changes, graphs[^1]);
        }

        var (contents, removals) = (await store.ReadContentsAsync(Cancel), await store.ReadRemovalsAsync(Cancel));
        var whole = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        var weight = await store.WeighLogAsync(sets[Cut].RecordedAt, Cancel);
        (weight.UpTo, weight.ChangeCount).Should().Be((Cut, whole.Take(Cut).Sum(entry => entry.Changes.Length)));
        await store.PruneLogAsync(weight.UpTo, null, Cancel);

        var pruned = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        pruned.Select(Head).Should().Equal(whole.Select(Head));
        pruned.Skip(Cut).Select(entry => entry.Changes).Should().BeEquivalentTo(whole.Skip(Cut).Select(entry => entry.Changes), options => options.WithStrictOrdering());
        (whole.Sum(entry => entry.Changes.Length) - pruned.Sum(entry => entry.Changes.Length)).Should().Be((int)weight.ReplacedCount).And.BePositive();
        for (var from = 0; from < Versions; from++)
        {
            var replayed = new SortedDictionary<string, GraphRecord>(graphs[from], StringComparer.Ordinal);
            await foreach (var entry in store.ReadLogAsync(from, Cancel))
            {
                Apply(entry.Changes, replayed);
                if (entry.Version.Number >= Cut) replayed.Should().Equal(graphs[(int)entry.Version.Number], $"it was read from version {from}");
            }
        }

        var after = await store.ReadContentsAsync(Cancel);
        after.Nodes.Should().Equal(contents.Nodes);
        InKeyOrder(after.Relations).Should().Equal(InKeyOrder(contents.Relations));
        (await store.ReadRemovalsAsync(Cancel)).Should().BeEquivalentTo(removals);
        foreach (var (set, number) in sets.Select((set, number) => (set, number)))
            (await store.CommitAsync(set, Cancel)).Should().Be(new CommitResult(number + 1, WasApplied: false), "a change set that comes again is known by its id");

        (await store.WeighLogAsync(sets[Cut].RecordedAt, Cancel)).Should().Be(new LogPruning(Cut, weight.ChangeCount - weight.ReplacedCount, 0));
        await store.PruneLogAsync(weight.UpTo, null, Cancel);
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).SelectMany(entry => entry.Changes).Should().Equal(pruned.SelectMany(entry => entry.Changes));

        static (GraphVersion, string, string) Head(LoggedChangeSet entry) => (entry.Version, entry.Id, entry.Source);
    }

    [Fact]
    public async Task A_log_is_pruned_up_to_its_first_change_set_that_is_not_older()
    {
        await using var store = await OpenAsync("a");
        (await store.WeighLogAsync(Noon, Cancel)).Should().Be(new LogPruning(0, 0, 0));
        int[] days = [0, 3, 1, 5];
        foreach (var day in days) await store.CommitAsync(Changes($"of day {day}", Puts(Agency("a", $"Name of day {day}"))) with { RecordedAt = Noon.AddDays(day) }, Cancel);
        (await store.WeighLogAsync(Noon, Cancel)).Should().Be(new LogPruning(0, 0, 0));
        (await store.WeighLogAsync(Noon.AddDays(2), Cancel)).Should().Be(new LogPruning(1, 1, 0), "version 3 has an older time and comes after a younger one");
        (await store.WeighLogAsync(Noon.AddDays(5), Cancel)).Should().Be(new LogPruning(3, 3, 2));
        (await store.WeighLogAsync(Noon.AddDays(6), Cancel)).Should().Be(new LogPruning(4, 4, 3));
        await store.PruneLogAsync(4, null, Cancel);
        (await store.ReadLogAsync(0, Cancel).Select(entry => entry.Changes.Length).ToListAsync(Cancel)).Should().Equal(0, 0, 0, 1);
        (await store.FindChangeSetAsync("of day 3", Cancel))!.Version.Number.Should().Be(2);
    }
}
