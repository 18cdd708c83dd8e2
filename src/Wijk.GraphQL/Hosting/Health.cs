using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: there is a snapshot to answer from, and the body says how old it may be.</summary>
internal static class Health
{
    private const int MostWarnings = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Accents stay readable: the body is JSON, never part of a page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the checks.</summary>
    public static void AddWijkHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<StoreCheck>("store");

    /// <summary>Maps the two addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        Dictionary<string, object> body = new() { ["status"] = report.Status.ToString() };
        foreach (var (name, value) in report.Entries["store"].Data) body[name] = value;
        return context.Response.WriteAsJsonAsync(body, Json);
    }

    private sealed class StoreCheck(IGraphStore store, SnapshotHost snapshots, TimeProvider clock) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!snapshots.HasSnapshot) return HealthCheckResult.Unhealthy(data: Why(new("Er is nog niets gelezen.", "Nothing has been read yet.")));
            // The host found this out already; not every request has to find it out again.
            if (snapshots.Fault is { } fault) return Away(fault);
            try
            {
                using var late = new CancellationTokenSource(Patience, clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
                await store.ReadVersionAsync(either.Token);
                Dictionary<string, object> data = new() { ["version"] = snapshots.Current.Version.Number };
                if (snapshots.Warnings is { IsEmpty: false } warnings) data["warnings"] = warnings.Take(MostWarnings).Select(warning => Why(warning.Message));
                if (store.WriteObstacle is not { } full) return HealthCheckResult.Healthy(data: data);
                foreach (var (name, value) in Why(full)) data[name] = value;
                return HealthCheckResult.Degraded(data: data);
            }
            catch (StoreException away)
            {
                return Away(new(clock.GetUtcNow(), away.Why, away is StoreGoneException));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Away(new(clock.GetUtcNow(), new("De opslag geeft geen antwoord.", "The store does not answer.")));
            }
        }

        // A store that is away comes back, and until then there is something to answer from; one that is gone needs somebody to act. Decision 0009.
        private HealthCheckResult Away(SnapshotFault fault) => new(
            fault.IsGone ? HealthStatus.Unhealthy : HealthStatus.Degraded,
            data: new Dictionary<string, object>(Why(fault.Message))
            {
                ["version"] = snapshots.Current.Version.Number,
                ["since"] = Moment.Write(fault.Since),
            });

        private static Dictionary<string, object> Why(Words why) => new() { ["why"] = why.En, ["waarom"] = why.Nl };
    }
}
