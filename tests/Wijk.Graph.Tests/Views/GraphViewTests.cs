using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Views;

public sealed class GraphViewTests
{
    private static readonly DateOnly Day = new(2020, 1, 1);
    private readonly GraphView view = GraphView.Of(Ended());

    [Fact]
    public void Equal_views_are_one_object_however_they_were_reached()
    {
        var reader = new Reader("blind", _ => null);
        view.On(Day).Should().BeSameAs(view.On(Day)).And.NotBeSameAs(view);
        view.On(Day).For(reader).Should().BeSameAs(view.For(reader).On(Day));
        view.On(Day).On(null).Should().BeSameAs(view);
        view.For(reader).Graph.NodeCount.Should().Be(0);
    }

    [Fact]
    public void A_day_on_which_everything_holds_takes_no_memory_of_its_own() =>
        view.On(new(2019, 6, 1)).Graph.Should().BeSameAs(view.Graph);

    [Fact]
    public void Views_that_nobody_asked_for_lately_are_let_go()
    {
        var first = view.On(Day);
        for (var later = 1; later < 32; later++) view.On(Day.AddDays(later));
        view.On(Day).Should().BeSameAs(first, "thirty-two are kept");
        for (var later = 100; later < 132; later++) view.On(Day.AddDays(later));
        view.On(Day).Should().NotBeSameAs(first);
    }

    [Fact]
    public void Many_answers_push_each_other_out_and_leave_the_indices()
    {
        var names = NameIndex.Of(view);
        var first = view.Answer("seed 0", () => new object());
        for (var seed = 1; seed < 200; seed++) view.Answer($"seed {seed}", () => new object());
        view.Answer("seed 0", () => new object()).Should().BeSameAs(first, "two hundred are kept");
        for (var seed = 200; seed < 400; seed++) view.Answer($"seed {seed}", () => new object());
        view.Answer("seed 0", () => new object()).Should().NotBeSameAs(first);
        NameIndex.Of(view).Should().BeSameAs(names);
    }

    [Fact]
    public void An_answer_that_failed_is_tried_again()
    {
        var fail = () => view.Answer<object>("q", () => throw new InvalidOperationException("not now"));
        fail.Should().Throw<InvalidOperationException>();
        view.Answer("q", () => (object)"now").Should().Be("now");
    }

    [Fact]
    public async Task Who_waits_for_an_answer_that_another_cancels_gets_it_all_the_same()
    {
        using var given = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var first = Task.Run(() => view.Answer<object>("q", () =>
        {
            started.SetResult();
            given.Token.WaitHandle.WaitOne();
            throw new OperationCanceledException(given.Token);
        }, given.Token));
        await started.Task;
        var second = Task.Run(() => view.Answer("q", () => (object)"answered"));
        await given.CancelAsync();
        (await second).Should().Be("answered");
        await ((Func<Task>)(() => first)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_targeting_whose_group_is_hidden_is_hidden_with_it()
    {
        var graph = new GraphBuilder();
        var group = graph.Node(NodeKind.TargetGroup, "jeugd");
        graph.Target(graph.Measure("cursus", null, graph.Agency("Club")), group, graph.Area("Oost"));
        var seen = GraphView.Of(graph.Snapshot()).For(new("no groups", record => record.Key == group ? null : record)).Graph;
        seen.Count(NodeKind.Targeting).Should().Be(0, "without its group it would say that the work is for everybody");
        seen.Count(NodeKind.Measure).Should().Be(1);
    }

    [Fact]
    public void A_scenario_that_does_not_fit_says_so()
    {
        var impossible = () => view.In(new("gone", [Change.Remove(view.Graph.Node(view.Graph.NodesOf(NodeKind.Area).Start.Value).Key)]));
        impossible.Should().Throw<MisfitException>();
    }

    private static GraphSnapshot Ended()
    {
        var graph = new GraphBuilder();
        var measure = graph.Measure("cursus", null, graph.Agency("Club"));
        graph.Target(measure, graph.Node(NodeKind.TargetGroup, "jeugd"), graph.Area("Oost"), "2019", "2019");
        return graph.Snapshot();
    }
}
