using System.Collections.Concurrent;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Tests.Execution;

public sealed class AnalysisQueueTests : IDisposable
{
    private readonly AnalysisQueue queue = new(new() { Analyses = 2, WaitingAnalyses = 3 });
    private readonly ManualResetEventSlim gate = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        gate.Set();
        queue.Dispose();
        gate.Dispose();
    }

    [Fact]
    public async Task So_many_are_computed_at_once_and_so_many_may_wait()
    {
        var asked = Enumerable.Range(0, 5).Select(place => queue.RunAsync(place, Hold, Cancel)).ToArray();
        (queue.RunningCount, queue.WaitingCount).Should().Be((2, 3));
        (await FluentActions.Awaiting(() => queue.RunAsync("one more", Hold, Cancel)).Should().ThrowAsync<ExplainedError>()).Which.Kind.Should().Be(ErrorCode.TooBusy);
        gate.Set();
        (await Task.WhenAll(asked)).Should().OnlyContain(value => value == 7);
        (queue.RunningCount, queue.WaitingCount).Should().Be((0, 0));
    }

    [Fact]
    public async Task What_is_asked_for_twice_at_once_is_computed_once()
    {
        var count = 0;
        var asked = Enumerable.Range(0, 50).Select(_ => queue.RunAsync("same", stop => Interlocked.Increment(ref count) + Hold(stop), Cancel)).ToArray();
        queue.WaitingCount.Should().Be(0);
        gate.Set();
        (await Task.WhenAll(asked)).Should().OnlyContain(value => value == 8);
        count.Should().Be(1);
    }

    [Fact]
    public async Task A_caller_who_leaves_frees_the_place_and_one_who_stays_gets_the_answer()
    {
        using var leaves = new CancellationTokenSource();
        var (left, stays) = (queue.RunAsync("shared", Hold, leaves.Token), queue.RunAsync("shared", Hold, Cancel));
        var alone = queue.RunAsync("alone", Hold, leaves.Token);
        await leaves.CancelAsync();
        await FluentActions.Awaiting(() => left).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => alone).Should().ThrowAsync<OperationCanceledException>();
        while (queue.RunningCount > 1) await Task.Delay(5, Cancel);
        gate.Set();
        (await stays).Should().Be(7);
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_is_not_remembered()
    {
        int Fail(CancellationToken stop) => Hold(stop) == 7 ? throw new InvalidOperationException("no") : 0;
        var asked = Enumerable.Range(0, 3).Select(_ => queue.RunAsync("fails", Fail, Cancel)).ToArray();
        gate.Set();
        foreach (var one in asked) await FluentActions.Awaiting(() => one).Should().ThrowAsync<InvalidOperationException>();
        (await queue.RunAsync("fails", Hold, Cancel)).Should().Be(7);
    }

    [Fact]
    public async Task Whoever_asks_comes_and_goes_and_no_place_is_lost()
    {
        var (random, seen) = (new Random(5), new ConcurrentBag<int>());
        gate.Set();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000).Select(place => (place, Leaves: random.Next(3) == 0)), Cancel, async (one, stop) =>
        {
            using var leaves = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (one.Leaves) leaves.CancelAfter(0);
            try
            {
                seen.Add(await queue.RunAsync(one.place % 7, Hold, leaves.Token));
            }
            catch (Exception gone) when (gone is OperationCanceledException or ExplainedError)
            {
                // It left, or too many were waiting.
            }
        });
        seen.Should().OnlyContain(value => value == 7);
        while (queue.RunningCount > 0) await Task.Delay(5, Cancel);
        queue.WaitingCount.Should().Be(0);
    }

    private int Hold(CancellationToken stop)
    {
        gate.Wait(stop);
        return 7;
    }
}
