using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: a snapshot is published and the store answers.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    public static void AddWijkHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<StoreCheck>("store", timeout: Patience);

    /// <summary>Maps the two addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class StoreCheck(IGraphStore store, SnapshotHost snapshots) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var newest = await store.ReadVersionAsync(cancellationToken);
                return HealthCheckResult.Healthy($"Version {snapshots.Current.Version.Number} is published; the store is at version {newest.Number}.");
            }
            catch (StoreException exception)
            {
                return HealthCheckResult.Unhealthy("The store does not answer.", exception);
            }
        }
    }
}
