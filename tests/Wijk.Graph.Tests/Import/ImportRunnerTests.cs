using Microsoft.Extensions.Time.Testing;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class ImportRunnerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider clock = new(Tuesday.AddTicks(7));

    [Fact]
    public async Task An_import_writes_and_tells_the_version_in_which_it_shows()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var report = await Import(store, File("a", Agency("a", "x")));

        (report.Outcome, report.Version, report.NodesAdded, report.RowCount).Should().Be((ImportOutcome.Written, 1, 1, 1));
        store.Contents.Nodes.Single().RecordedAt.Should().Be(Tuesday, "times are kept to the millisecond");
        (await Import(store, File("a", Agency("a", "x")))).Outcome.Should().Be(ImportOutcome.NothingToDo);
        store.Contents.Version.Number.Should().Be(1);
    }

    [Fact]
    public async Task A_check_tells_the_same_and_writes_nothing()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var report = await ImportRunner.CheckAsync(store, File("a", Agency("a", "x")), new(), clock, null, Never);

        (report.Outcome, report.Version, report.NodesAdded).Should().Be((ImportOutcome.Planned, 0, 1));
        store.Contents.Should().BeSameAs(EmptyGraph);
    }

    [Fact]
    public async Task When_another_writer_is_first_it_compares_again()
    {
        await using var store = new InterruptedStore(GraphOf(Agency("a", "x", "old")));
        store.Others.Enqueue(Change.Put(Agency("coordinator", "y")));
        store.Others.Enqueue(Change.Put(Agency("coordinator", "x", "right")));
        var report = await Import(store, File("a", Agency("a", "x", "new"), Agency("a", "z")));

        (report.Outcome, report.Version, report.NodesAdded, report.NodesChanged).Should().Be((ImportOutcome.Written, 4, 1, 0));
        report.NotOverwritten.Should().Equal(new NotOverwritten(Agency("a", "x").Key, "coordinator"));
        Said(store.Contents).Should().Equal(Agency("coordinator", "x", "right"), Agency("coordinator", "y"), Agency("a", "z"));
    }

    [Fact]
    public async Task When_others_keep_writing_it_gives_up_and_nothing_of_it_is_written()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        for (var i = 0; i < 20; i++) store.Others.Enqueue(Change.Put(Agency("coordinator", $"{i}")));
        await FluentActions.Awaiting(() => Import(store, File("a", Agency("a", "x")))).Should().ThrowAsync<VersionConflictException>();
        Records(store.Contents).Should().OnlyContain(record => record.Source == "coordinator");
    }

    [Fact]
    public async Task What_a_person_removed_stays_away()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var file = File("a", Agency("a", "x"), Agency("a", "y"));
        await Import(store, file);
        store.Write("coordinator", Tuesday, Change.Remove(Agency("a", "x").Key));

        var report = await Import(store, file);
        report.Outcome.Should().Be(ImportOutcome.NothingToDo);
        report.NotOverwritten.Should().Equal(new NotOverwritten(Agency("a", "x").Key, "coordinator"));

        store.Write("coordinator", Tuesday, Change.Put(Agency("a", "x")));
        (await Import(store, file)).NodesUnchanged.Should().Be(2);
    }

    [Fact]
    public async Task Cancelled_before_the_commit_it_writes_nothing()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        using var cancel = new CancellationTokenSource();
        var progress = new Steps(step =>
        {
            if (step.Stage == ImportStage.Comparing) cancel.Cancel();
        });

        var import = () => ImportRunner.ImportAsync(store, File("a", Agency("a", "x")), new(), clock, progress, cancel.Token);
        await import.Should().ThrowAsync<OperationCanceledException>();
        store.Contents.Should().BeSameAs(EmptyGraph);
    }

    [Fact]
    public async Task Progress_goes_from_comparing_to_writing_and_ends_complete()
    {
        await using var store = new InterruptedStore(EmptyGraph);
        var steps = new List<ImportProgress>();
        await ImportRunner.ImportAsync(store, File("a", Agency("a", "x"), Agency("a", "y")), new(), clock, new Steps(steps.Add), Never);

        steps.Select(step => step.Stage).Should().BeInAscendingOrder();
        steps[^1].Should().Be(new ImportProgress(ImportStage.Writing, 2, 2));
    }

    [Fact]
    public void Every_stage_has_a_name_of_its_own_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
            Enum.GetValues<ImportStage>().Select(stage => stage.Label().In(language)).Should().OnlyHaveUniqueItems().And.NotContain("");
    }

    private Task<ImportReport> Import(IGraphStore store, MappedRecords mapped) =>
        ImportRunner.ImportAsync(store, mapped, new(), clock, null, Never);

    // Progress<T> reports on another thread; here the order matters.
    private sealed class Steps(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
