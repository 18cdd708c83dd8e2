using System.Diagnostics;
using System.Diagnostics.Metrics;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Telemetry;

/// <summary>
/// What a server measures of itself: the meter and the activity source <c>Wijk</c>. Memory, threads and requests by path are measured by .NET. A text
/// that somebody sent, a key or a name is in none of it: every tag is one of a closed list.
/// </summary>
internal sealed class Measurements
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Wijk";

    /// <summary>The outcome of a request whose client left before its answer.</summary>
    public const string Left = "CLIENT_LEFT";

    private const string Answered = "ANSWERED", OutcomeTag = "wijk.outcome", CostTag = "wijk.cost";

    private static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> requests;
    private readonly Histogram<double> costs;

    /// <summary>Begins to measure.</summary>
    /// <param name="meters">Makes the meter, and ends it with the server.</param>
    /// <param name="snapshots">What is shown.</param>
    /// <param name="runningCount">How many analyses are computed now.</param>
    /// <param name="waitingCount">How many wait their turn.</param>
    public Measurements(IMeterFactory meters, SnapshotHost snapshots, Func<int> runningCount, Func<int> waitingCount)
    {
        var meter = meters.Create(Name);
        requests = meter.CreateCounter<long>("wijk.requests", "{request}", "Requests to /graphql, by outcome: ANSWERED, CLIENT_LEFT or the code of the first error.");
        costs = meter.CreateHistogram("wijk.operation.cost", "1", "What operations cost, those refused as too costly included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] });
        meter.CreateObservableUpDownCounter("wijk.analyses.running", runningCount, "{analysis}", "Analyses that are computed now.");
        meter.CreateObservableUpDownCounter("wijk.analyses.waiting", waitingCount, "{analysis}", "Analyses that wait their turn.");
        meter.CreateObservableGauge("wijk.graph.version", () => snapshots.Current.Version.Number, "{version}", "The version of the graph that is shown.");
        meter.CreateObservableGauge("wijk.graph.age", () => snapshots.Age.TotalSeconds, "s", "For how long changes may be missing from the graph that is shown; 0 while the store can be read.");
    }

    /// <summary>Begins to follow a piece of work, which ends when this is disposed of; null when nobody listens.</summary>
    /// <param name="work">What sort of work it is.</param>
    public static Activity? Follow(string work) => Source.StartActivity(work);

    /// <summary>Notes how a request ended.</summary>
    /// <param name="code">The code of its first error, or <see cref="Left"/>; null when it was answered without one.</param>
    /// <param name="cost">What it cost; null when that was not counted.</param>
    /// <param name="activity">What followed it; null when nobody listens.</param>
    public void Note(string? code, double? cost, Activity? activity)
    {
        requests.Add(1, new KeyValuePair<string, object?>(OutcomeTag, code ?? Answered));
        activity?.SetTag(OutcomeTag, code ?? Answered).SetTag(CostTag, cost);
        if (code is not null) activity?.SetStatus(ActivityStatusCode.Error);
        if (cost is { } counted) costs.Record(counted);
    }
}
