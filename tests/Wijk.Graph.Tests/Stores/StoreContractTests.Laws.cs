using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Fact]
    public async Task Random_changes_leave_what_a_dictionary_would_hold_and_the_log_tells_the_same() =>
        await Gen.Int.SampleAsync(
            async seed =>
            {
                await using var store = await OpenAsync($"law-{seed}");
                var random = new RandomGraph(seed);
                var model = new SortedDictionary<string, GraphRecord>(StringComparer.Ordinal);
                for (var round = 1; round <= 5; round++)
                {
                    var changes = RandomChanges(random, model);
                    await store.CommitAsync(Changes($"round {round}", changes), CancellationToken.None);
                    Apply(changes, model);
                }

                var contents = await store.ReadContentsAsync(CancellationToken.None);
                contents.Nodes.Should().Equal(model.Values.OfType<Node>());
                InKeyOrder(contents.Relations).Should().Equal(model.Values.OfType<Relation>());

                var replayed = new SortedDictionary<string, GraphRecord>(StringComparer.Ordinal);
                await foreach (var entry in store.ReadLogAsync(0, CancellationToken.None)) Apply(entry.Changes, replayed);
                replayed.Should().Equal(model);
            },
            iter: LawIterations,
            threads: 1);

    [Fact]
    public async Task Two_open_stores_see_each_other_and_give_out_versions_without_gaps()
    {
        await using var one = await OpenAsync("shared");
        await using var two = await OpenAsync("shared");
        var versions = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
            (await (number % 2 == 0 ? one : two).CommitAsync(Changes($"set {number}", Puts(Agency($"{number}"))), Cancel)).Version));

        versions.Order().Should().Equal(Enumerable.Range(1, 40).Select(version => (long)version));
        (await one.ReadContentsAsync(Cancel)).Nodes.Should().HaveCount(40).And.Equal((await two.ReadContentsAsync(Cancel)).Nodes);
        (await one.ReadLogAsync(0, Cancel).Select(entry => entry.Version.Number).ToListAsync(Cancel)).Should().BeInAscendingOrder().And.HaveCount(40);
    }

    [Fact]
    public async Task Of_two_writers_that_expect_the_same_version_one_is_refused()
    {
        await using var one = await OpenAsync("shared");
        await using var two = await OpenAsync("shared");
        var outcomes = await Task.WhenAll(new[] { one, two }.Select(async (store, number) =>
        {
            try
            {
                return (await store.CommitAsync(Changes($"{number}", Puts(Agency("a"))) with { ExpectedVersion = 0 }, Cancel)).Version;
            }
            catch (VersionConflictException)
            {
                return -1;
            }
        }));
        outcomes.Order().Should().Equal(-1L, 1L);
    }

    [Fact]
    public async Task An_empty_store_is_filled_with_contents_log_version_and_times()
    {
        var (contents, log) = await RandomHistoryAsync("source");
        await using var copy = await OpenAsync("copy");
        await copy.LoadAsync(contents, log, null, Cancel);

        var copied = await copy.ReadContentsAsync(Cancel);
        copied.Version.Should().Be(new GraphVersion(3, Noon.AddDays(3)));
        copied.Nodes.Should().Equal(contents.Nodes);
        InKeyOrder(copied.Relations).Should().Equal(InKeyOrder(contents.Relations));
        var copiedLog = await copy.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        copiedLog.Select(entry => (entry.Version, entry.Id, entry.Source)).Should().Equal(log.Select(entry => (entry.Version, entry.Id, entry.Source)));
        copiedLog.SelectMany(entry => entry.Changes).Should().Equal(log.SelectMany(entry => entry.Changes));
        (await copy.CommitAsync(Changes("2", Puts(Agency("again"))), Cancel)).Should().Be(new CommitResult(2, false));
        (await copy.CommitAsync(Changes("4", Puts(Agency("new"))), Cancel)).Should().Be(new CommitResult(4, true));
        await copy.Awaiting(s => s.LoadAsync(contents, log, null, Cancel)).Should().ThrowAsync<StoreNotEmptyException>().WithMessage("*version 4*");
    }

    private async Task<(GraphContents Contents, List<LoggedChangeSet> Log)> RandomHistoryAsync(string place)
    {
        await using var store = await OpenAsync(place);
        var random = new RandomGraph(7);
        var model = new SortedDictionary<string, GraphRecord>(StringComparer.Ordinal);
        for (var round = 1; round <= 3; round++)
        {
            var changes = RandomChanges(random, model);
            await store.CommitAsync(Changes($"{round}", changes) with { RecordedAt = Noon.AddDays(round) }, Cancel);
            Apply(changes, model);
        }

        return (await store.ReadContentsAsync(Cancel), await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Contents_without_a_log_keep_their_version()
    {
        await using var store = await OpenAsync("a");
        await store.LoadAsync(new(new(41, Noon), [Agency("a")], []), [], null, Cancel);
        (await store.ReadVersionAsync(Cancel)).Should().Be(new GraphVersion(41, Noon));
        (await store.CommitAsync(Changes("next", Puts(Agency("b"))), Cancel)).Version.Should().Be(42);
    }

    [Fact]
    public async Task Contents_that_break_the_vocabulary_or_a_log_with_a_gap_are_not_loaded()
    {
        await using var store = await OpenAsync("a");
        GraphContents dangling = new(new(2, Noon), [Agency("a")], [Runs(Agency("a"), Measure("m"))]);
        await store.Awaiting(s => s.LoadAsync(dangling, [], null, Cancel)).Should().ThrowAsync<ChangesRefusedException>().WithMessage("*no node 'measure:n:m'*");
        GraphContents whole = new(new(2, Noon), [Agency("a")], []);
        await store.Awaiting(s => s.LoadAsync(whole, [new(new(1, Noon), "1", "n", [.. Puts(Agency("a"))])], null, Cancel))
            .Should().ThrowAsync<ArgumentException>().WithMessage("The log has version 1 where 2 belongs*");
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(0);
    }

    private static IEnumerable<Relation> InKeyOrder(IEnumerable<Relation> relations) => relations.OrderBy(relation => relation.Key, StringComparer.Ordinal);

    private static List<Change> RandomChanges(RandomGraph random, SortedDictionary<string, GraphRecord> model)
    {
        var puts = Enumerable.Range(0, random.Number(12)).Select(_ => random.Node()).DistinctBy(node => node.Key).ToList();
        var removed = model.Values.Where(_ => random.Number(5) == 0).Select(record => record.Key).ToHashSet();
        removed.ExceptWith(puts.Select(node => node.Key));
        removed.UnionWith(model.Values.OfType<Relation>()
            .Where(relation => removed.Contains(relation.From) || removed.Contains(relation.To)).Select(relation => relation.Key).ToList());
        List<Node> nodes = [.. puts, .. model.Values.OfType<Node>().Where(node => !removed.Contains(node.Key))];
        var relations = Enumerable.Range(0, 60).Select(_ => random.Relation(nodes)).OfType<Relation>()
            .DistinctBy(relation => relation.Key).Where(relation => !removed.Contains(relation.Key));
        return [.. removed.Select(Change.Remove), .. Puts(relations), .. Puts(puts)];
    }

    private static void Apply(IEnumerable<Change> changes, SortedDictionary<string, GraphRecord> model)
    {
        foreach (var change in changes)
        {
            if (change.Record is { } record) model[change.Key] = record;
            else model.Remove(change.Key);
        }
    }
}
