using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Wijk.GraphQL.Telemetry;

/// <summary>Sends what is measured to a collector, by the protocol of OpenTelemetry, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one.</summary>
internal static class OtlpExport
{
    /// <summary>The setting that turns it on. The exporter reads it too, and all others of OpenTelemetry.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the export of metrics and traces, when a collector is named; nothing otherwise.</summary>
    public static void AddOtlpExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint])) return;
        services.AddOpenTelemetry()
            // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes first.
            .ConfigureResource(resource => resource.Clear().AddService("wijk", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3))
                .AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Measurements.Name, "System.Runtime").AddAspNetCoreInstrumentation())
            .WithTracing(traces => traces.AddSource(Measurements.Name).AddAspNetCoreInstrumentation(
                // A query by GET stands in the address.
                requests => requests.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null)))
            .UseOtlpExporter();
    }
}
