using System.Collections.Concurrent;
using System.Diagnostics;
using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>What one process shows of the changes that are made through another.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class ReadersTests : IAsyncLifetime
{
    private const int ChangesPerSecond = 20, MostUnderway = 5;

    // Both nodes carry the marker of the change that was last.
    private const string Markers = """{ graph { version } a: initiative(key: "initiative:t:a") { volunteers } b: initiative(key: "initiative:t:b") { volunteers } }""";

    private static readonly int Changes = ChangesPerSecond * LongRun.Portion(10, of: 60);

    // A server that has just started is still compiling what it runs.
    private static readonly int WarmUps = LongRun.Portion(0, of: 400);

    private readonly ConcurrentDictionary<long, (int Marker, TimeSpan At)> answered = [];
    private readonly Stopwatch time = Stopwatch.StartNew();
    private Neo4jServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Another_process_shows_every_change_and_no_answer_mixes_two_versions()
    {
        await using var writing = await server.ServeAsync();
        await using var reading = await server.ServeAsync();
        for (var warmUp = 1; warmUp <= WarmUps; warmUp++) await MarkAsync(writing, Changes + warmUp);
        answered.Clear();
        await MarkAsync(writing, 0);
        await reading.ShowsAsync(WarmUps + 1);

        var start = time.Elapsed;
        var seen = ReadAsync(reading, lastVersion: WarmUps + 1 + Changes);
        await WriteAsync(writing);
        var writtenIn = time.Elapsed - start;
        var samples = await seen;

        foreach (var (version, marker, _) in samples) marker.Should().Be(answered[version].Marker, "the answer says that it is of version {0}", version);
        var delays = new List<TimeSpan>();
        var next = 0;
        foreach (var (version, (_, at)) in answered.OrderBy(change => change.Key))
        {
            while (samples[next].Version < version) next++;
            delays.Add(samples[next].At > at ? samples[next].At - at : TimeSpan.Zero);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Changes} changes in {writtenIn.TotalSeconds:0.0} s, {samples.Count} answers; shown elsewhere after p50 {delays.Percentile(0.5).TotalMilliseconds:0}, "
            + $"p90 {delays.Percentile(0.9).TotalMilliseconds:0}, p99 {delays.Percentile(0.99).TotalMilliseconds:0}, most {delays.Max().TotalMilliseconds:0} ms");
    }

    private async Task WriteAsync(RunningServer wijk)
    {
        var start = time.Elapsed;
        var changes = new List<Task>();
        // A machine that is too busy for so many a second makes fewer, and does not let them pile up.
        using var room = new SemaphoreSlim(MostUnderway);
        for (var marker = 1; marker <= Changes; marker++)
        {
            var due = start + TimeSpan.FromSeconds((double)marker / ChangesPerSecond) - time.Elapsed;
            if (due > TimeSpan.Zero) await Task.Delay(due, TestContext.Current.CancellationToken);
            await room.WaitAsync(TestContext.Current.CancellationToken);
            changes.Add(MarkInRoomAsync(marker));
        }

        await Task.WhenAll(changes);

        async Task MarkInRoomAsync(int marker)
        {
            await MarkAsync(wijk, marker);
            room.Release();
        }
    }

    private async Task MarkAsync(RunningServer wijk, int marker)
    {
        object[] changes = [.. "ab".Select(name => (object)new { putNode = new { key = $"initiative:t:{name}", attributes = new { name = $"Initiatief {name}", volunteers = marker } } })];
        var answer = await wijk.ApplyAsync($"{marker}", null, changes);
        var at = time.Elapsed;
        answer["errors"].Should().BeNull(answer.ToJsonString());
        var payload = answer["data"]!["applyChanges"]!;
        payload["errors"]!.AsArray().Should().BeEmpty(payload.ToJsonString());
        answered.TryAdd((long)payload["version"]!, (marker, at)).Should().BeTrue("a version is made once");
    }

    private async Task<IReadOnlyList<(long Version, int Marker, TimeSpan At)>> ReadAsync(RunningServer wijk, long lastVersion)
    {
        var samples = new List<(long Version, int Marker, TimeSpan At)>();
        do
        {
            var answer = await wijk.AnswerAsync(Markers);
            var at = time.Elapsed;
            var (data, version) = (answer["data"]!, (long)answer["extensions"]!["version"]!);
            var marker = (int)data["a"]!["volunteers"]!;
            ((long)data["graph"]!["version"]!).Should().Be(version);
            ((int)data["b"]!["volunteers"]!).Should().Be(marker, "both were changed at once");
            if (samples.Count > 0) version.Should().BeGreaterThanOrEqualTo(samples[^1].Version);
            samples.Add((version, marker, at));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (samples[^1].Version < lastVersion);
        return samples;
    }
}
