using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class ImportOfExportTests
{
    private static readonly GraphContents Exported = Commit(
        GraphOf(Agency("a", "x"), Area("b", "Oost", isStub: true)),
        Tuesday,
        Change.Put(Relation("coordinator", RelationKind.SeatedIn, Agency("a", "x"), Area("b", "Oost")) with { RecordedAt = Tuesday }));

    private readonly FakeTimeProvider clock = new(Tuesday.AddDays(1));

    [Fact]
    public async Task An_empty_store_becomes_the_exported_graph_with_its_version_and_times()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var report = await Import(store, Exported);

        (report.Outcome, report.Version, report.NodesAdded, report.RelationsAdded).Should().Be((ImportOutcome.Written, 2, 2, 1));
        store.Contents.Version.Should().Be(Exported.Version);
        Records(store.Contents).Should().Equal(Records(Exported));
        (await Import(store, Exported)).Outcome.Should().Be(ImportOutcome.NothingToDo);
    }

    [Fact]
    public async Task Rows_in_any_order_and_repeated_load_the_same_graph()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        await Import(store, Exported with { Nodes = [.. Exported.Nodes.Reverse(), Exported.Nodes[0]] });
        Records(store.Contents).Should().Equal(Records(Exported));
    }

    [Fact]
    public async Task A_store_that_holds_something_gets_what_it_lacks_and_each_record_keeps_its_source()
    {
        await using var store = new InterruptedStore(GraphOf(Agency("c", "z"), Agency("coordinator", "x", "another name")));
        var report = await Import(store, Exported);

        (report.Outcome, report.Version, report.NodesAdded, report.RelationsAdded).Should().Be((ImportOutcome.Written, 2, 1, 1));
        report.NotOverwritten.Should().Equal(new NotOverwritten(Agency("a", "x").Key, "coordinator"));
        report.Vanished.Should().BeEmpty();
        Said(store.Contents).Should().BeEquivalentTo(new GraphRecord[]
        {
            Agency("c", "z"), Agency("coordinator", "x", "another name"), Area("b", "Oost", isStub: true),
            Relation("coordinator", RelationKind.SeatedIn, Agency("a", "x"), Area("b", "Oost")),
        });
    }

    [Fact]
    public async Task It_replaces_an_untouched_sample()
    {
        await using var store = new InterruptedStore(GraphOf(Agency(SampleNeighbourhood.Namespace, "s")));
        (await Import(store, Exported)).SampleReplaced.Should().BeTrue();
        Said(store.Contents).Should().Equal(Said(Exported));
    }

    [Fact]
    public async Task An_export_of_a_sample_with_changes_counts_as_fiction()
    {
        await using var store = new InterruptedStore(GraphOf(Agency("c", "z")));
        var fiction = GraphOf(Agency(SampleNeighbourhood.Namespace, "s"), Agency("coordinator", "mine"));
        await FluentActions.Awaiting(() => Import(store, fiction)).Should().ThrowAsync<FictionAndFactException>();
    }

    [Fact]
    public async Task A_refused_record_is_named_by_its_place_and_nothing_is_loaded()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var report = await Import(store, Exported with { Nodes = [Exported.Nodes[0]] });

        report.Refused.Single().Place.Should().Be(new RowPlace("wijk.json [relations]", 1));
        store.Contents.Should().BeSameAs(EmptyGraph);
    }

    [Fact]
    public async Task When_the_store_is_filled_in_between_it_goes_on_as_with_any_other()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        store.Others.Enqueue(Change.Put(Agency("coordinator", "y")));
        (await Import(store, Exported)).Version.Should().Be(2);
        Records(store.Contents).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_check_writes_nothing()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var report = await ImportOfExport.CheckAsync(store, Export(Exported), new(), clock, null, CancellationToken.None);
        (report.Outcome, report.NodesAdded).Should().Be((ImportOutcome.Planned, 2));
        store.Contents.Should().BeSameAs(EmptyGraph);
    }

    private static ExportFile Export(GraphContents contents) => new("wijk.json", "hash", contents);

    private Task<ImportReport> Import(IGraphStore store, GraphContents contents) =>
        ImportOfExport.ImportAsync(store, Export(contents), new(), clock, null, CancellationToken.None);
}
