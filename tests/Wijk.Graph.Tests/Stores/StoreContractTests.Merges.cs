using Wijk.Graph.Import;
using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Fact]
    public async Task Two_nodes_are_made_one_the_same_source_brings_neither_back_and_undoing_it_gives_the_very_same_graph()
    {
        await using var store = await OpenAsync("a");
        Node keep = Agency("city", "1", "De Linde"), other = Agency("city", "2", "Stichting ‘De Linde’ 😀"), measure = Measure("city", "m"), area = Area("city", "z");
        var targeting = Targeting("city", measure, area);
        var file = File("city", keep, other, measure, area, targeting, Relation("city", RelationKind.Runs, other, measure), Relation("city", RelationKind.Of, targeting, measure),
            Relation("city", RelationKind.In, targeting, area), Relation("city", RelationKind.RefersTo, keep, other));
        await ImportRunner.ImportAsync(store, file, new(), TimeProvider.System, null, Cancel);
        var before = await store.ReadContentsAsync(Cancel);

        var (_, merged) = await MergeRunner.RunAsync(store, graph => MergePlanner.Join(graph, keep.Key, other.Key, "coordinator", Monday), isDryRun: false, Cancel);
        merged.Should().Be(2);
        var after = await store.ReadContentsAsync(Cancel);
        after.Nodes.Should().NotContain(node => node.Key == other.Key).And.Contain(node => node.Kind == NodeKind.Decision);
        after.Relations.Should().ContainSingle(relation => relation.Kind == RelationKind.Runs).Which.From.Should().Be(keep.Key);
        after.Warnings.Should().BeEmpty();
        (await ImportRunner.ImportAsync(store, file, new(), TimeProvider.System, null, Cancel)).Outcome.Should().Be(ImportOutcome.NothingToDo);

        var next = File("city", Agency("city", "2", "Linde"), Relation("city", RelationKind.Runs, other, Measure("city", "m2")), Measure("city", "m2"));
        (await ImportRunner.ImportAsync(store, next, new(), TimeProvider.System, null, Cancel)).Outcome.Should().Be(ImportOutcome.Written);
        (await store.ReadContentsAsync(Cancel)).Relations.Where(relation => relation.Kind == RelationKind.Runs).Should().HaveCount(2).And.OnlyContain(relation => relation.From == keep.Key);
        await ImportRunner.ImportAsync(store, file, new(), TimeProvider.System, null, Cancel);

        await MergeRunner.RunAsync(store, graph => MergePlanner.Part(graph, other.Key, "coordinator", Tuesday), isDryRun: false, Cancel);
        var parted = await store.ReadContentsAsync(Cancel);
        string[] later = [Measure("city", "m2").Key, Relation("city", RelationKind.Runs, other, Measure("city", "m2")).Key];
        Said(parted).Where(record => !later.Contains(record.Key)).Should().BeEquivalentTo(Said(before));
        (await ImportRunner.ImportAsync(store, file, new(), TimeProvider.System, null, Cancel)).Outcome.Should().Be(ImportOutcome.NothingToDo);
    }
}
