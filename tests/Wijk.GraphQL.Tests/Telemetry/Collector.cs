using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wijk.GraphQL.Tests.Telemetry;

/// <summary>A collector of OpenTelemetry on a free port of this machine, which keeps what it gets.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> received = new();

    private Collector(WebApplication app) => this.app = app;

    /// <summary>The settings of a server that sends to this one.</summary>
    public string[] Settings => ["--OTEL_EXPORTER_OTLP_ENDPOINT", app.Urls.Single(), "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"];

    /// <summary>All that came to an address, with its texts readable; null when nothing came.</summary>
    public string? At(string path) => received.GetValueOrDefault(path);

    /// <summary>Starts one.</summary>
    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build());
        collector.app.Run(collector.KeepAsync);
        await collector.app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.AddOrUpdate(context.Request.Path, Text(), (_, before) => before + Text());

        string Text() => new([.. Encoding.UTF8.GetString(body.ToArray()).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }
}
