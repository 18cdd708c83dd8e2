using System.Collections.Concurrent;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Large change sets are cut off at each of their statements: the writer reaches the server no more, as when either is killed.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class CutOffTests
{
    // Each sort of statement is there at any size; in a large one several times.
    private static readonly int NodeCount = LongRun.Portion(200, of: 1_000);

    [Fact]
    public async Task A_large_change_set_is_there_whole_or_not_at_all_at_whichever_statement_its_writer_stops()
    {
        var server = await Neo4jServer.SharedAsync();
        var history = await CityHistory.StartAsync(server, NodeCount);
        var statements = await StatementsAsync(server, history);
        statements.Select(statement => statement.Name).Should().Contain(
            [Statements.DiscardStaged.Name, Statements.StageChangeSets.Name, Statements.StagePages.Name, Statements.BeginApply.Name, Statements.Apply.Name, Statements.Finish.Name]);
        var hits = new HashSet<string>();
        foreach (var ((name, number), isDone) in Cuts(statements))
        {
            var cut = new Cut(name, number, isDone ? Fault.PassOnThenReset : Fault.ResetAfterReading, Fault.ResetBeforeReading);
            await using var proxy = new FaultyServer(server.Url, cut.Next);
            var told = await history.CommitAsync(proxy.Url, new SkippingClock());
            (cut.IsMade, told).Should().Be((true, null), $"{name} {number}");
            var hit = await history.CheckAsync(told);
            hits.Add(hit);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name} {number}{(isDone ? ", done" : "")}: {hit}");
        }

        hits.Should().BeEquivalentTo("before it began", "while it was applied", "after it was visible");
        await history.CheckLogAsync();
    }

    [Fact]
    public async Task A_writer_that_stays_makes_its_change_set_visible_once_when_the_server_comes_back_at_any_statement()
    {
        var server = await Neo4jServer.SharedAsync();
        var history = await CityHistory.StartAsync(server, NodeCount);
        var statements = await StatementsAsync(server, history);
        foreach (var ((name, number), isDone) in Cuts(statements).Where(cut => LongRun.IsOn || cut.IsDone))
        {
            var cut = new Cut(name, number, isDone ? Fault.PassOnThenReset : Fault.ResetAfterReading, Fault.ResetAfterReading, Fault.ResetBeforeReading, Fault.PassOn);
            await using var proxy = new FaultyServer(server.Url, cut.Next);
            var told = await history.CommitAsync(proxy.Url, new SkippingClock());
            (cut.IsMade, told).Should().Be((true, new CommitResult(history.NextSeed + 1, true)), $"{name} {number}");
            await history.CheckAsync(told);
        }

        await history.CheckLogAsync();
    }

    // The first and the last request of each sort of statement; the first is lost and the last is done in the normal run, in a long one each is both.
    private static IEnumerable<((string Name, int Number) Statement, bool IsDone)> Cuts(IReadOnlyList<(string Name, int Number)> statements)
    {
        foreach (var sort in statements.GroupBy(statement => statement.Name).Select(sort => sort.ToList()))
        {
            yield return (sort[0], false);
            yield return (sort[^1], true);
            if (!LongRun.IsOn) continue;
            foreach (var statement in sort.Skip(1)) yield return (statement, false);
            foreach (var statement in sort.SkipLast(1)) yield return (statement, true);
        }
    }

    // What the client sends for one change set, each with how many there were of the same sort before it.
    private static async Task<IReadOnlyList<(string Name, int Number)>> StatementsAsync(Neo4jServer server, CityHistory history)
    {
        var cut = new Cut("none", 0);
        await using var proxy = new FaultyServer(server.Url, cut.Next);
        await history.CheckAsync(await history.CommitAsync(proxy.Url, TimeProvider.System));
        return [.. cut.Seen];
    }

    /// <summary>A script that passes requests on up to one statement; from there on the faults it is given come in turn, and the last for ever.</summary>
    private sealed class Cut(string name, int number, params Fault[] faults)
    {
        private static readonly Dictionary<string, string> Names = Named().ToDictionary(statement => statement.Text, statement => statement.Name);

        private readonly ConcurrentQueue<(string Name, int Number)> seen = new();
        private int played;

        /// <summary>The statements of the commit that were passed on, in their order.</summary>
        public IReadOnlyCollection<(string Name, int Number)> Seen => seen;

        public bool IsMade => played > 0;

        public Fault Next(int request) => IsMade ? Play() : Fault.ByStatement(Pick);

        // Opening the store comes first; the commit begins where it looks whether all is free.
        private Fault Pick(string text)
        {
            var statement = Names.GetValueOrDefault(text, "");
            if (statement != Statements.Version.Name && seen.IsEmpty) return Fault.PassOn;
            var next = (statement, seen.Count(other => other.Name == statement));
            if (next == (name, number)) return Play();
            seen.Enqueue(next);
            return Fault.PassOn;
        }

        private Fault Play() => faults[Math.Min(Interlocked.Increment(ref played), faults.Length) - 1];

        private static IEnumerable<Statement> Named() => typeof(Statements).GetFields().Select(field => (Statement)field.GetValue(null)!);
    }
}
