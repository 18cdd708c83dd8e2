using System.Collections.Concurrent;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Tests.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Two stores write to a real server while anything can happen to their requests on the way.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class StoreFaultTests
{
    private const int CommitsOfEach = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, LongRun.Portion(2, of: 4))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_change_set_is_applied_twice_or_reported_done_when_it_is_not_or_lost(int seed)
    {
        var server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
        await using var clean = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        await clean.CommitAsync(new RandomChanges(seed, size: 8).Base, Cancel);

        var outcomes = new ConcurrentBag<Outcome>();
        int[] writers = [1, 2];
        await Task.WhenAll(writers.Select(writer => Task.Run(() => WriteAsync(server, seed, writer, outcomes), Cancel)));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", outcomes.CountBy(outcome => outcome.Problem?.GetType().Name ?? "done")));

        // Who was told nothing sends it again when all is well. Who was refused when it was sent again does not: it might fit by now.
        var refused = outcomes.Where(outcome => outcome.IsRefused).Select(outcome => outcome.ChangeSet.Id).ToHashSet();
        foreach (var changeSet in outcomes.Where(outcome => outcome.IsUnknown).Select(outcome => outcome.ChangeSet).Where(sent => !refused.Contains(sent.Id)).ToList())
        {
            await Staging.EndLeaseAsync(server);
            outcomes.Add(await Outcome.OfAsync(changeSet, () => clean.CommitAsync(changeSet, Cancel)));
        }

        await CheckAsync(server, outcomes);
    }

    private static async Task WriteAsync(Neo4jServer server, int seed, int writer, ConcurrentBag<Outcome> outcomes)
    {
        var script = new RandomFaults(seed * 10 + writer, rate: 0.3);
        await using (var proxy = new FaultyServer(server.Url, script.Next))
        {
            await using var store = await OpenAsync(server, proxy);
            var random = new Random(seed * 10 + writer);
            var own = new RandomChanges(seed * 10 + writer, size: 8);
            // Both writers make the same ones of these, and each sends them.
            var shared = new RandomChanges(seed, size: 8);
            for (var number = 0; number < CommitsOfEach; number++)
            {
                var changeSet = number % 5 == 0
                    ? shared.Next($"shared {number}", share: 0.3, removals: false)
                    : own.Next($"{writer} {number}", share: 0.3, removals: number % 5 == 1);
                var outcome = await CommitAsync(store, changeSet, random);
                outcomes.Add(outcome);
                // Who is told that its import had begun and stopped does not go on with it.
                if (outcome.IsUnknown) await Staging.EndLeaseAsync(server);
                if (outcome.IsUnknown && random.Next(2) == 0) outcomes.Add(await Outcome.OfAsync(changeSet, () => store.CommitAsync(changeSet, Cancel)));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", script.Played.Select(fault => $"{fault.Key}: {fault.Value}")));
    }

    private static Task<Outcome> CommitAsync(Neo4jStore store, ChangeSet changeSet, Random random)
    {
        var (isLarge, isExpecting) = (random.Next(3) == 0, random.Next(3) == 0);
        return Outcome.OfAsync(changeSet, async () =>
        {
            if (isExpecting) changeSet = changeSet with { ExpectedVersion = (await store.ReadVersionAsync(Cancel)).Number };
            return isLarge ? await store.CommitLargeAsync(changeSet, null, Cancel) : await store.CommitAsync(changeSet, Cancel);
        });
    }

    private static async Task<Neo4jStore> OpenAsync(Neo4jServer server, FaultyServer proxy)
    {
        while (true)
        {
            try
            {
                return await Neo4jStore.OpenAsync(server.Settings() with { Url = proxy.Url }, new SkippingClock(), Cancel);
            }
            catch (StoreUnavailableException)
            {
                // A fault that no repeat mends.
            }
        }
    }

    private static async Task CheckAsync(Neo4jServer server, IReadOnlyCollection<Outcome> outcomes)
    {
        await using var reader = await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, Cancel);
        var contents = await reader.ReadContentsAsync(Cancel);
        var log = await reader.ReadLogAsync(0, Cancel).ToListAsync(Cancel);
        log.Select(entry => entry.Version.Number).Should().Equal(Enumerable.Range(1, log.Count).Select(version => (long)version), "versions have no gaps");
        log.Select(entry => entry.Id).Should().OnlyHaveUniqueItems("no change set is applied twice");
        (await Replay.ExportAsync(contents)).Should().Equal(await Replay.ExportAsync(Replay.Of(log)), "nothing but the log was applied");

        var versionOf = log.ToDictionary(entry => entry.Id, entry => entry.Version.Number);
        foreach (var sent in outcomes.GroupBy(outcome => outcome.ChangeSet.Id))
        {
            var done = sent.Where(outcome => outcome.Result is not null).ToList();
            foreach (var outcome in done) versionOf.GetValueOrDefault(sent.Key).Should().Be(outcome.Result!.Value.Version, "what was reported done is there");
            done.Count(outcome => outcome.Result!.Value.WasApplied).Should().BeLessThanOrEqualTo(1, $"one of them applied '{sent.Key}'");
            // One that both send may be refused to the one and not to the other.
            if (sent.Any(outcome => outcome.IsRefused) && !sent.Key.StartsWith("shared", StringComparison.Ordinal)) versionOf.Should().NotContainKey(sent.Key, "it was refused");
            sent.Should().Contain(outcome => outcome.Result != null || outcome.IsRefused, "in the end everybody knows");
            if (versionOf.TryGetValue(sent.Key, out var version))
                log[(int)version - 1].Changes.Should().Equal(sent.First().ChangeSet.Changes.Sort(Change.ByKey));
        }

        await Staging.AgeAsync(server);
        await reader.CommitLargeAsync(Records.Changes("last", Records.Puts(Records.Agency("last"))), null, Cancel);
        (await Staging.CountAsync(server)).Should().Be(0);
    }

    /// <summary>What a writer was told.</summary>
    private sealed record Outcome(ChangeSet ChangeSet, CommitResult? Result, StoreException? Problem)
    {
        public bool IsRefused => Problem is VersionConflictException or ChangesRefusedException;

        public bool IsUnknown => Problem is not null && !IsRefused;

        public static async Task<Outcome> OfAsync(ChangeSet changeSet, Func<Task<CommitResult>> commitAsync)
        {
            try
            {
                return new(changeSet, await commitAsync(), null);
            }
            catch (StoreException problem)
            {
                return new(changeSet, null, problem);
            }
        }
    }
}
