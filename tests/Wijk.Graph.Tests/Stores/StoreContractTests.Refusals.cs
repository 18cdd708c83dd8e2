using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Fact]
    public async Task All_that_is_wrong_is_named_and_nothing_is_written()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        var nameless = Agency("nameless") with { Attributes = AttributeSet.Of(("color", "red")) };
        var dangling = Runs(agency, Measure("absent"));
        var backward = new Relation(RelationKind.Runs, measure.Key, agency.Key) { Source = "n", RecordedAt = Noon };
        var reversed = Agency("late") with { ValidFrom = PartialDate.OfYear(2020), ValidTo = PartialDate.OfYear(2019) };
        var broken = Agency("broken", "half \uD83D");
        var faulty = Changes("1", [.. Puts(agency, measure, nameless, dangling, backward, reversed, broken, agency), Change.Remove("agency:n:none")]);

        var refused = (await store.Awaiting(s => s.CommitAsync(faulty, Cancel)).Should().ThrowAsync<ChangesRefusedException>()).Which.Refused;

        refused.Select(refusal => (refusal.Index, refusal.Problem.Path)).Should().Equal(
            (2, "name"), (2, "color"), (3, "to"), (4, "kind"), (5, "validTo"), (6, "name"), (7, "key"), (8, "key"));
        refused[0].Problem.Message.Should().Be(new Words("Agency heeft een name nodig.", "Agency needs a name."));
        refused[1].Problem.Message.En.Should().StartWith("Agency has no attribute 'color'; it has name, ");
        refused[2].Problem.Message.En.Should().Be("There is no node 'measure:n:absent'; add it in the same change or correct the key.");
        refused[3].Problem.Message.En.Should().Be("RUNS cannot lead from Measure to Agency; it goes from Agency or Initiative to Measure.");
        refused[5].Problem.Message.En.Should().StartWith("name holds half a character");
        refused[6].Problem.Message.En.Should().StartWith("'agency:n:a' occurs twice");
        refused[7].Problem.Message.En.Should().StartWith("There is no 'agency:n:none' to remove");
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(0);
        (await store.ReadContentsAsync(Cancel)).Nodes.Should().BeEmpty();
        (await store.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Should().BeEmpty();
        (await store.CommitAsync(Changes("1", Puts(agency)), Cancel)).Should().Be(new CommitResult(1, true), "a refused id was never committed");
    }

    [Theory]
    [InlineData("nobody\u0000sees")]
    [InlineData("line\u2028end")]
    [InlineData("turned\u202Eround")]
    [InlineData("a@2016-07-01")]
    [InlineData("long")]
    public async Task A_key_that_no_store_can_keep_is_refused_on_every_way_in_and_nothing_is_begun(string id)
    {
        await using var store = await OpenAsync("a");
        var key = "agency:n:" + (id == "long" ? new string('k', 9_000) : id);
        Node[] nodes = [new(key, NodeKind.Agency) { Source = "n", RecordedAt = Noon, Attributes = AttributeSet.Of(("name", "A")) }, Agency("b")];
        await store.Awaiting(s => s.CommitAsync(Changes("1", Puts(nodes)), Cancel)).Should().ThrowAsync<ChangesRefusedException>();
        await store.Awaiting(s => s.CommitLargeAsync(Changes("2", Puts(nodes)), null, Cancel)).Should().ThrowAsync<ChangesRefusedException>();
        await store.Awaiting(s => s.LoadAsync(new(new(1, Noon), nodes, []), [], null, Cancel)).Should().ThrowAsync<ChangesRefusedException>();

        (await store.CommitLargeAsync(Changes("3", Puts(nodes[1])), null, Cancel)).Should().Be(new CommitResult(1, true));
        (await store.ReadContentsAsync(Cancel)).Nodes.Should().Equal(nodes[1]);
    }

    [Fact]
    public async Task A_relation_may_refer_to_nodes_of_the_same_change_set_and_of_the_store()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        await store.CommitAsync(Changes("1", Puts(agency)), Cancel);
        await store.CommitAsync(Changes("2", Puts(Runs(agency, measure), measure)), Cancel);
        (await store.ReadContentsAsync(Cancel)).Relations.Should().Equal(Runs(agency, measure));
    }

    [Fact]
    public async Task A_node_with_relations_can_only_go_with_them()
    {
        await using var store = await OpenAsync("a");
        var (agency, measure) = (Agency("a"), Measure("m"));
        var runs = Runs(agency, measure);
        await store.CommitAsync(Changes("1", Puts(agency, measure, runs)), Cancel);

        var refusal = (await store.Awaiting(s => s.CommitAsync(Changes("2", Change.Remove(measure.Key)), Cancel))
            .Should().ThrowAsync<ChangesRefusedException>()).Which;
        refusal.Message.Should().Contain($"'{measure.Key}' still has relations: '{runs.Key}'; remove them in the same change.");
        await store.Awaiting(s => s.CommitAsync(Changes("2", [Change.Remove(measure.Key), Change.Remove(runs.Key), Change.Put(Runs(Agency("a"), measure) with { Source = "other" })]), Cancel))
            .Should().ThrowAsync<ChangesRefusedException>("a relation cannot be put to a node that goes");

        await store.CommitAsync(Changes("3", Change.Remove(measure.Key), Change.Remove(runs.Key)), Cancel);
        var contents = await store.ReadContentsAsync(Cancel);
        contents.Nodes.Should().Equal(agency);
        contents.Relations.Should().BeEmpty();
        (await store.ReadLogAsync(1, Cancel).ToListAsync(Cancel))[0].Changes.Should().Equal(Change.Remove(measure.Key), Change.Remove(runs.Key));
    }

    [Fact]
    public async Task A_change_whose_key_is_not_that_of_its_record_is_refused()
    {
        await using var store = await OpenAsync("a");
        await store.Awaiting(s => s.CommitAsync(Changes("1", new Change("agency:n:b", Agency("a"))), Cancel))
            .Should().ThrowAsync<ChangesRefusedException>().WithMessage("*'agency:n:b' but its record is 'agency:n:a'*");
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_writes_nothing()
    {
        await using var store = await OpenAsync("a");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await store.Awaiting(s => s.CommitAsync(Changes("1", Puts(Agency("a"))), cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await store.ReadVersionAsync(Cancel)).Number.Should().Be(0);
    }
}
