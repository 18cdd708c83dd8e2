using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Wijk.GraphQL.Tests.Telemetry;

/// <summary>Listens to the meter of one server.</summary>
internal sealed class MeterReadings : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, string? Outcome)> readings = new();

    public MeterReadings(TestServer server)
    {
        var scope = server.Meters;
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name != "Wijk" || instrument.Meter.Scope != scope) return;
            Instruments.Add(instrument);
            it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    public List<Instrument> Instruments { get; } = [];

    /// <summary>The outcomes of the requests that ended, in that order.</summary>
    public string[] Outcomes => [.. readings.Where(reading => reading.Instrument == "wijk.requests").Select(reading => reading.Outcome!)];

    /// <summary>The costs of the operations that ended, in that order.</summary>
    public double[] Costs => [.. readings.Where(reading => reading.Instrument == "wijk.operation.cost").Select(reading => reading.Value)];

    /// <summary>What an instrument says when it is asked now.</summary>
    public double Now(string instrument)
    {
        listener.RecordObservableInstruments();
        return readings.Last(reading => reading.Instrument == instrument).Value;
    }

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        readings.Enqueue((instrument.Name, value, tags.Length == 0 ? null : (string?)tags[0].Value));
}
