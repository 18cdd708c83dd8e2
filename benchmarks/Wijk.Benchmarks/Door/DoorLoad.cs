using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Wijk.Benchmarks.Door;

/// <summary>Asks a running server in a crowd, and prints what became of it as rows of a table.</summary>
internal static class DoorLoad
{
    private static readonly object Light = new { query = "{ agencies(first: 20) { totalCount edges { node { id name } } } }" };

    /// <summary>Runs a part: <c>heavy ADDRESS PROCESS</c>, <c>mixed ADDRESS PROCESS SECONDS</c> or <c>light ADDRESS SECONDS</c>.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["heavy", var address, var process]:
                await HeavyAsync(Client(address), Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture)));
                return 0;
            case ["mixed", var address, var process, var seconds]:
                await MixedAsync(Client(address), Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture)), int.Parse(seconds, CultureInfo.InvariantCulture));
                return 0;
            case ["light", var address, var seconds]:
                await LightAsync(Client(address), int.Parse(seconds, CultureInfo.InvariantCulture));
                return 0;
            default:
                Console.Error.WriteLine("door heavy ADDRESS PROCESS | door mixed ADDRESS PROCESS SECONDS | door light ADDRESS SECONDS");
                return 64;
        }
    }

    // Thirty analyses at once, each with a seed of its own, and fifty short queries a second beside them.
    private static async Task HeavyAsync(HttpClient client, Process server)
    {
        using var stop = new CancellationTokenSource();
        var (alone, beside) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        for (var place = 0; place < 100; place++) alone.Add(await TimedAsync(client, Light));
        var memory = PeakAsync(server, stop.Token);
        var light = EveryAsync(20, () => TimedAsync(client, Light), beside, stop.Token);
        var heavy = await Task.WhenAll(Enumerable.Range(0, 30).Select(seed => OutcomeAsync(client, new { query = $"{{ clusters(seed: {seed}) {{ tieCount clusters(first: 1) {{ totalCount }} }} }}" })));
        await stop.CancelAsync();
        await light;
        Print("30 analyses at once", string.Join(", ", heavy.GroupBy(outcome => outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}")));
        Print("peak memory of the server", $"{await memory >> 20} MB");
        Print("short queries alone, ms", Percentiles(alone));
        Print("short queries beside them, ms", Percentiles(beside));
    }

    // Two hundred short queries and twenty writes a second.
    private static async Task MixedAsync(HttpClient client, Process server, int seconds)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var (reads, writes, failures, number) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), 0, 0);
        var (before, peak) = (Refreshed(server), PeakAsync(server, stop.Token));
        await Task.WhenAll(
            EveryAsync(5, () => TimedAsync(client, Light, () => Interlocked.Increment(ref failures)), reads, stop.Token),
            EveryAsync(50, () => TimedAsync(client, Write(Interlocked.Increment(ref number)), () => Interlocked.Increment(ref failures)), writes, stop.Token));
        Print($"{reads.Count} short queries, ms", Percentiles(reads));
        Print($"{writes.Count} writes, ms", Percentiles(writes));
        Print("failed", $"{failures}");
        Print("memory before, at the end, peak", $"{before >> 20}, {Refreshed(server) >> 20}, {await peak >> 20} MB");
    }

    private static async Task LightAsync(HttpClient client, int seconds)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var count = 0L;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                await TimedAsync(client, Light);
                Interlocked.Increment(ref count);
            }
        }));
        Print("short queries a second", $"{count / seconds}");
    }

    private static object Write(int number) => new
    {
        query = "mutation($input: ApplyChangesInput!) { applyChanges(input: $input) { errors { code } } }",
        variables = new
        {
            input = new
            {
                idempotencyKey = $"door-{Environment.ProcessId}-{number}",
                changes = new[] { new { putNode = new { key = $"agency:door:{number % 100}", attributes = new { name = $"{number}" } } } },
            },
        },
    };

    private static async Task EveryAsync(int milliseconds, Func<Task<double>> ask, ConcurrentBag<double> times, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        var asked = new List<Task>();
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) asked.Add(Task.Run(async () => times.Add(await ask()), CancellationToken.None));
        }
        catch (OperationCanceledException)
        {
            // That is the end of the run.
        }

        await Task.WhenAll(asked);
    }

    private static async Task<double> TimedAsync(HttpClient client, object request, Action? failed = null)
    {
        var started = Stopwatch.GetTimestamp();
        if (await OutcomeAsync(client, request) != "answered") failed?.Invoke();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<string> OutcomeAsync(HttpClient client, object request)
    {
        using var response = await client.PostAsJsonAsync("/graphql", request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return (string?)answer["errors"]?[0]?["extensions"]?["code"] ?? "answered";
    }

    private static async Task<long> PeakAsync(Process server, CancellationToken stop)
    {
        var peak = 0L;
        while (!stop.IsCancellationRequested)
        {
            peak = Math.Max(peak, Refreshed(server));
            await Task.Delay(50, CancellationToken.None);
        }

        return peak;
    }

    private static long Refreshed(Process server)
    {
        server.Refresh();
        return server.WorkingSet64;
    }

    private static string Percentiles(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Length / 2]:0.0}, p99 {sorted[sorted.Length * 99 / 100]:0.0}, most {sorted[^1]:0.0}");
    }

    private static HttpClient Client(string address) => new() { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };

    private static void Print(string what, string measured) => Console.WriteLine($"| {what} | {measured} |");
}
