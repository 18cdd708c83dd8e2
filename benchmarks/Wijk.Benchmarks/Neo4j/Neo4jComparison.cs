using System.Diagnostics;
using System.Globalization;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>Wijk on a real Neo4j beside what Neo4j does bare, all with one server in one run; prints a table.</summary>
internal static class Neo4jComparison
{
    private const int ProxyPort = 17999;
    private const int Pairs = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var settings = Neo4jSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        if (arguments is ["memory"]) return await PrintMemoryAsync(settings);

        await using var store = await OpenAsync(settings);
        if (Has("reading")) await CompareReadingAsync(settings, store);
        if (Has("delta")) await CompareDeltaAsync(store);
        if (Has("import")) await ImportComparison.RunAsync(settings, store);
        if (Has("gds")) await GraphDataScience.CompareAsync(settings);
        return 0;

        bool Has(string part) => arguments.Length == 0 || arguments.Contains(part);
    }

    private static async Task CompareReadingAsync(Neo4jSettings settings, Neo4jStore store)
    {
        IReadOnlyCollection<byte[]> bodies;
        await using (var proxy = new RecordingProxy(settings.Url, ProxyPort))
        {
            await using var recorded = await Neo4jStore.OpenAsync(settings with { Url = proxy.Url }, TimeProvider.System, CancellationToken.None);
            await recorded.ReadContentsAsync(CancellationToken.None);
            bodies = [.. proxy.Bodies];
        }

        var ratios = new List<double>();
        for (var pair = 1; pair <= Pairs; pair++)
        {
            var (plain, bytes) = await PlainDownload.RunAsync(settings, bodies);
            Row($"{pair}: plain client downloads the {bodies.Count} requests of a full read", plain, Invariant($"{bytes / 1e6:0} MB"));
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            var started = Stopwatch.GetTimestamp();
            var contents = await store.ReadContentsAsync(CancellationToken.None);
            var read = Stopwatch.GetElapsedTime(started);
            var snapshot = GraphSnapshot.Of(contents);
            ratios.Add(plain / read);
            Row($"{pair}: Wijk reads contents", read, Invariant($"{snapshot.NodeCount} nodes, {snapshot.RelationCount} relations"));
            Row($"{pair}: Wijk reads contents and packs the snapshot", Stopwatch.GetElapsedTime(started), "");
        }

        Console.WriteLine(Invariant($"| rate of reading over rate of the plain client, median of {Pairs} | {Median(ratios):0.00} | at least 0.8 |"));
    }

    private static async Task CompareDeltaAsync(Neo4jStore store)
    {
        const int Changes = 100;
        const int Rounds = 20;
        var ticks = new List<double>();
        var contents = await store.ReadContentsAsync(CancellationToken.None);
        var snapshot = GraphSnapshot.Of(contents);
        for (var round = 1; round <= Rounds; round++)
        {
            ChangeSet changeSet = new()
            {
                Id = $"delta {Guid.NewGuid()}",
                Source = "benchmark",
                RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()),
                Changes = DeltaChanges.Of(snapshot, round, Changes),
            };
            await store.CommitAsync(changeSet, CancellationToken.None);
            var version = await store.ReadVersionAsync(CancellationToken.None);
            var started = Stopwatch.GetTimestamp();
            var delta = await store.ReadLogAsync(snapshot.Version.Number, CancellationToken.None).ToListAsync();
            snapshot = snapshot.With(version, delta.SelectMany(logged => logged.Changes));
            ticks.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // Fresh memory costs more than the work, so rounds differ by whether garbage was collected shortly before.
        Console.WriteLine($"| {Changes} changes visible after their version is seen, {Rounds} rounds | {string.Join(", ", ticks.Select(tick => Invariant($"{tick:0}")))} ms; median {Median(ticks):0} ms | under 200 ms |");
    }

    // Whoever opens what the bulk loader left first, makes its constraints and indexes.
    private static async Task<Neo4jStore> OpenAsync(Neo4jSettings settings)
    {
        var started = Stopwatch.GetTimestamp();
        var store = await Neo4jStore.OpenAsync(settings, TimeProvider.System, CancellationToken.None);
        Row("open, with the migrations that are due", Stopwatch.GetElapsedTime(started), "");
        return store;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // In a process of its own: the most that it held, beside what the finished snapshot holds.
    private static async Task<int> PrintMemoryAsync(Neo4jSettings settings)
    {
        await using var store = await OpenAsync(settings);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var snapshot = GraphSnapshot.Of(await store.ReadContentsAsync(CancellationToken.None));
        process.Refresh();
        var peak = process.PeakWorkingSet64 - before;
        var held = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(snapshot);
        Console.WriteLine(Invariant($"| the finished snapshot; most that reading it took | {held / 1e6:0} MB; {peak / 1e6:0} MB, {(double)peak / held:0.00} x | at most 2 x |"));
        return 0;
    }

    internal static void Row(string what, TimeSpan time, string remark) => Console.WriteLine(Invariant($"| {what} | {time.TotalSeconds:0.00} s | {remark} |"));

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
