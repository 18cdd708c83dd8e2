using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

/// <summary>What every store must do. A store runs these by saying how it is opened.</summary>
public abstract partial class StoreContractTests
{
    /// <summary>Opens the store at a place; the same place is the same graph, a new place is empty. Stores that are open at once are at one place.</summary>
    protected abstract Task<IGraphStore> OpenAsync(string place);

    /// <summary>How many random histories are tried.</summary>
    protected virtual int LawIterations => 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_store_is_empty_at_version_0()
    {
        await using var store = await OpenAsync("a");
        (await store.ReadVersionAsync(Cancel)).Should().Be(new GraphVersion(0, DateTimeOffset.UnixEpoch));
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Should().BeEmpty();
        contents.Relations.Should().BeEmpty();
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_commit_raises_the_version_by_one_and_stands_in_the_log()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        (await store.CommitAsync(Changes("first", Puts(agency)), Cancel)).Should().Be(new CommitResult(1, true));
        (await store.CommitAsync(Changes("second", Puts(measure, Runs(agency, measure))), Cancel)).Should().Be(new CommitResult(2, true));

        (await store.ReadVersionAsync(Cancel)).Should().Be(new GraphVersion(2, Noon));
        var log = await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => (entry.Version.Number, entry.Version.RecordedAt, entry.Id, entry.Source))
            .Should().Equal((1, Noon, "first", "test"), (2, Noon, "second", "test"));
        log[0].Changes.Should().Equal(Change.Put(agency));
        log[1].Changes.Should().Equal(Change.Put(measure), Change.Put(Runs(agency, measure)));
        (await store.ReadLogAsync(1, Cancel).ToListAsync(Cancel)).Select(entry => entry.Id).Should().Equal("second");
    }

    [Fact]
    public async Task The_same_change_set_again_changes_nothing()
    {
        await using var store = await OpenAsync("a");
        var first = Changes("first", Puts(Agency("a"))) with { ExpectedVersion = 0 };
        await store.CommitAsync(first, Cancel);
        await store.CommitAsync(Changes("second", Puts(Agency("b"))), Cancel);

        (await store.CommitAsync(first, Cancel)).Should().Be(new CommitResult(1, false), "it is known, although version 0 is past");
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(2);
    }

    [Fact]
    public async Task Changes_that_say_what_stands_there_already_make_no_version()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        var runs = Runs(agency, measure) with { ValidFrom = PartialDate.OfYear(2020), Inference = new("n", new("regel", "rule"), ["runs"]) };
        var first = Changes("first", Puts(agency, measure, runs));
        await store.CommitAsync(first, Cancel);

        var again = Changes("again", Puts(agency with { RecordedAt = Noon.AddDays(1) }, runs with { RecordedAt = Noon.AddDays(1) })) with { RecordedAt = Noon.AddDays(1) };
        (await store.CommitAsync(again, Cancel)).Should().Be(new CommitResult(1, false));
        (await store.CommitLargeAsync(again, null, Cancel)).Should().Be(new CommitResult(1, false));
        (await store.ReadVersionAsync(Cancel)).Should().Be(new GraphVersion(1, Noon));
        (await store.FindChangeSetAsync("again", Cancel)).Should().BeNull();
        await store.Awaiting(s => s.CommitAsync(again with { ExpectedVersion = 0 }, Cancel)).Should().ThrowAsync<VersionConflictException>();

        var more = again with { Changes = again.Changes.Add(Change.Put(measure with { Source = "other" })) };
        (await store.CommitAsync(more, Cancel)).Should().Be(new CommitResult(2, true), "one of them says something new");
        (await store.ReadLogAsync(1, Cancel).SingleAsync(Cancel)).Changes.Should().HaveCount(3);
        (await store.CommitAsync(first, Cancel)).Should().Be(new CommitResult(1, false), "it is known by its id");
    }

    [Fact]
    public async Task A_change_made_against_an_older_version_is_refused()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("first", Puts(Agency("a"))), Cancel);
        var late = Changes("late", Puts(Agency("b"))) with { ExpectedVersion = 0 };

        var refusal = (await store.Awaiting(s => s.CommitAsync(late, Cancel)).Should().ThrowAsync<VersionConflictException>()).Which;
        (refusal.Expected, refusal.Actual).Should().Be((0, 1));
        refusal.Message.Should().Contain("version 1").And.Contain("version 0").And.Contain("read it again");
        (await store.ReadContentsAsync(Cancel)).Nodes.Should().Equal(Agency("a"));
    }

    [Fact]
    public async Task A_put_replaces_what_has_its_key()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Agency("a"), Measure("m"), Runs(Agency("a"), Measure("m")))), Cancel);
        var (node, relation) = (Agency("a", "Renamed") with { IsStub = true }, Runs(Agency("a"), Measure("m")) with { ValidTo = PartialDate.OfYear(2020) });
        await store.CommitAsync(Changes("2", Puts(node, relation)), Cancel);

        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Should().Equal(node, Measure("m"));
        contents.Relations.Should().Equal(relation);
    }

    [Fact]
    public async Task Nodes_and_logged_changes_are_ordered_by_key_ordinal()
    {
        await using var store = await OpenAsync("a");
        // As UTF-8 the emoji comes last; as UTF-16, which the contract names, it comes before U+E000.
        Node[] nodes = [Agency("\uE000"), Agency("😀"), Agency("a"), Agency("Z"), Measure("m")];
        await store.CommitAsync(Changes("1", Puts([.. nodes, .. nodes[..4].Select(agency => Runs(agency, nodes[4]))])), Cancel);

        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Select(node => node.Key).Should().Equal("agency:n:Z", "agency:n:a", "agency:n:😀", "agency:n:\uE000", "measure:n:m");
        contents.Relations.Select(relation => relation.From).Should().BeEquivalentTo("agency:n:Z", "agency:n:a", "agency:n:😀", "agency:n:\uE000");
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel))[0].Changes.Select(change => change.Key)
            .Should().Equal(contents.Nodes.Select(node => node.Key).Concat(InKeyOrder(contents.Relations).Select(relation => relation.Key)));
    }

    [Fact]
    public async Task Every_sort_of_value_comes_back_as_it_was()
    {
        await using var store = await OpenAsync("a");
        var node = new Node("measure:n:100%25 \"q\" 'é' 😀 %3A %40 >", NodeKind.Measure)
        {
            Source = "bron: \"ü\"\r\n",
            RecordedAt = new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.Zero),
            IsStub = true,
            ValidFrom = PartialDate.Parse("2016"),
            ValidTo = PartialDate.Parse("2016-03"),
            Visibility = Visibility.Coordinator,
            Inference = new("n", "rule", ["jóngeren", "", "\u0000\u2028"]),
            Attributes = AttributeSet.Of(
                ("name", "''--;\"\\@😀"), ("description", "\u0007\r\n\u202E''--;\"\\"), ("budget", 123456789.0123456789m), ("fundingEnd", PartialDate.Parse("2020-02-29")), ("type", "scheme"),
                ("aliases", System.Collections.Immutable.ImmutableArray.Create("b", "", "a\n:%"))),
        };
        var area = new Node("area:n:a", NodeKind.Area)
        {
            Source = "n",
            RecordedAt = Noon,
            Attributes = AttributeSet.Of(("name", "A"), ("population", 10_000_000_000L)),
        };
        var domain = new Node("domain:n:a", NodeKind.Domain)
        {
            Source = "n",
            RecordedAt = Noon,
            Visibility = Visibility.Partner,
            Attributes = AttributeSet.Of(("name", "A"), ("catchAll", false)),
        };
        await store.CommitAsync(Changes("1", Puts(node, area, domain)), Cancel);

        (await store.ReadContentsAsync(Cancel)).Nodes.Should().Equal(area, domain, node);
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel))[0].Changes.Should().Equal(Puts(area, domain, node));
    }

    [Fact]
    public async Task A_store_keeps_everything_when_it_is_opened_again()
    {
        await using (var store = await OpenAsync("a")) await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await using var again = await OpenAsync("a");
        (await again.ReadVersionAsync(Cancel)).Should().Be(new GraphVersion(1, Noon));
        (await again.ReadContentsAsync(Cancel)).Nodes.Should().Equal(Agency("a"));
        (await again.CommitAsync(Changes("1", Puts(Agency("b"))), Cancel)).WasApplied.Should().BeFalse();
    }

    [Fact]
    public async Task A_change_set_of_any_size_can_be_committed_and_tells_how_far_it_is()
    {
        await using var store = await OpenAsync("a");
        var told = new List<long>();
        var changeSet = Changes("large", [.. Enumerable.Range(0, 2_500).Select(number => Change.Put(Agency($"{number:0000}")))]);
        (await store.CommitLargeAsync(changeSet, new Told(told), Cancel)).Should().Be(new CommitResult(1, true));
        (await store.CommitLargeAsync(changeSet, null, Cancel)).Should().Be(new CommitResult(1, false));

        told.Should().BeInAscendingOrder();
        told[^1].Should().Be(2_500);
        (await store.ReadContentsAsync(Cancel)).Nodes.Should().HaveCount(2_500);
        var logged = await store.ReadLogAsync(0, Cancel).SingleAsync(Cancel);
        logged.Changes.Should().Equal(changeSet.Changes);
    }

    [Fact]
    public async Task A_large_change_set_keeps_to_the_same_rules()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Agency("a"))), Cancel);
        await store.Awaiting(s => s.CommitLargeAsync(Changes("2", Puts(Runs(Agency("a"), Measure("none")))), null, Cancel))
            .Should().ThrowAsync<ChangesRefusedException>();
        await store.Awaiting(s => s.CommitLargeAsync(Changes("3", Puts(Agency("b"))) with { ExpectedVersion = 0 }, null, Cancel))
            .Should().ThrowAsync<VersionConflictException>();
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(1);
    }

    [Fact]
    public async Task A_change_set_is_found_by_the_start_of_its_id()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("request:1:é😀", Puts(Agency("a"))), Cancel);
        await store.CommitAsync(Changes("request:12:b", Puts(Agency("b"))), Cancel);
        await store.CommitAsync(Changes("request:1:c", Puts(Agency("c"))), Cancel);

        (await store.FindChangeSetAsync("request:1:", Cancel))!.Id.Should().Be("request:1:c", "it is the newest");
        var found = (await store.FindChangeSetAsync("request:12", Cancel))!;
        (found.Version.Number, found.Source).Should().Be((2, "test"));
        found.Changes.Should().Equal(Change.Put(Agency("b")));
        (await store.FindChangeSetAsync("request:1:é😀", Cancel))!.Version.Number.Should().Be(1);
        (await store.FindChangeSetAsync("equest", Cancel)).Should().BeNull();
        (await store.FindChangeSetAsync("%", Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task Removals_tell_who_removed_what_and_forget_what_came_back()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        var runs = Runs(agency, measure);
        await store.CommitAsync(Changes("1", Puts(agency, measure, runs)), Cancel);
        (await store.ReadRemovalsAsync(Cancel)).Should().BeEmpty();
        await store.CommitAsync(Changes("2", Change.Remove(measure.Key), Change.Remove(runs.Key)) with { Source = "one" }, Cancel);
        await store.CommitAsync(Changes("3", Puts(measure)), Cancel);
        (await store.ReadRemovalsAsync(Cancel)).Should().BeEquivalentTo([KeyValuePair.Create(runs.Key, "one")]);
        await store.CommitAsync(Changes("4", Change.Remove(measure.Key)) with { Source = "two" }, Cancel);
        (await store.ReadRemovalsAsync(Cancel)).Should().BeEquivalentTo(
            [KeyValuePair.Create(runs.Key, "one"), KeyValuePair.Create(measure.Key, "two")]);
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
