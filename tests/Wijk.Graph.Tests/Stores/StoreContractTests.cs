using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

/// <summary>What every store must do. A store runs these by saying how it is opened.</summary>
public abstract partial class StoreContractTests
{
    /// <summary>Opens the store at a place; the same place is the same graph, a new place is empty.</summary>
    protected abstract Task<IGraphStore> OpenAsync(string place);

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
    public async Task Contents_are_ordered_by_key_ordinal()
    {
        await using var store = await OpenAsync("a");
        // As UTF-8 the emoji comes last; as UTF-16, which the contract names, it comes before U+E000.
        Node[] nodes = [Agency("\uE000"), Agency("😀"), Agency("a"), Agency("Z"), Measure("m")];
        await store.CommitAsync(Changes("1", Puts([.. nodes, .. nodes[..4].Select(agency => Runs(agency, nodes[4]))])), Cancel);

        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Select(node => node.Key).Should().Equal("agency:n:Z", "agency:n:a", "agency:n:😀", "agency:n:\uE000", "measure:n:m");
        contents.Relations.Select(relation => relation.From).Should().Equal("agency:n:Z", "agency:n:a", "agency:n:😀", "agency:n:\uE000");
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel))[0].Changes.Select(change => change.Key)
            .Should().Equal(contents.Nodes.Select(node => node.Key).Concat(contents.Relations.Select(relation => relation.Key)));
    }

    [Fact]
    public async Task Every_sort_of_value_comes_back_as_it_was()
    {
        await using var store = await OpenAsync("a");
        var node = new Node("measure:n:100%25 \"q\" 'é' 😀\n%3A >", NodeKind.Measure)
        {
            Source = "bron: \"ü\"\r\n",
            RecordedAt = new(2024, 2, 29, 23, 59, 59, 999, TimeSpan.Zero),
            IsStub = true,
            ValidFrom = PartialDate.Parse("2016"),
            ValidTo = PartialDate.Parse("2016-03"),
            Visibility = Visibility.Coordinator,
            Inference = new("n", "rule", ["jóngeren", "", "\u0000\u2028"]),
            Attributes = AttributeSet.Of(
                ("name", "''--;\"\\\u0007😀"), ("budget", 123456789.0123456789m), ("fundingEnd", PartialDate.Parse("2020-02-29")), ("type", "scheme"),
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
}
