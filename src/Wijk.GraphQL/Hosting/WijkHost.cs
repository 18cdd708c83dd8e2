using System.Diagnostics.Metrics;
using System.Net.Sockets;
using GraphQL.Types;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.ResponseCompression;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Changes;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Pages;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Telemetry;
using Wijk.GraphQL.Transport;

namespace Wijk.GraphQL.Hosting;

/// <summary>The web server: GraphQL, the pages for a meeting, the query editor and the health checks.</summary>
public static class WijkHost
{
    /// <summary>Builds the server, without starting it.</summary>
    /// <exception cref="CannotStartException">A setting is wrong, such as an address that others could reach.</exception>
    public static WebApplication Build(WijkHostOptions options)
    {
        var builder = NewBuilder(options.Args, options.EnvironmentName);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        AddSettings(builder);
        builder.Services.AddOtlpExport(builder.Configuration);
        AddServices(builder.Services, options);

        var app = builder.Build();
        // Before the first request: a server that nobody asks anything is measured too.
        app.Services.GetRequiredService<Measurements>();
        // Nor is the first asker kept waiting for it.
        app.Services.GetRequiredService<ISchema>().Initialize();
        if (builder.Configuration.List("Proxies").Length > 0) app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UsePages();
        if (builder.Configuration.List("Cors:Origins").Length > 0) app.UseCors();
        app.Map("/graphql", static (HttpContext context, GraphQLEndpoint endpoint) => endpoint.AnswerAsync(context));
        app.MapHealth();
        app.MapPages();
        return app;
    }

    /// <summary>Reads the settings, and listens on the addresses for a moment, to find out that it is possible before anything is made.</summary>
    /// <param name="args">Command-line arguments for the host, such as <c>--urls</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CannotStartException">A setting is wrong; an address is in use, cannot be listened on, or could be reached by others.</exception>
    public static async Task TryAddressesAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var builder = NewBuilder(args, environmentName: null);
        AddSettings(builder);
        var trial = builder.Build();
        await using (trial)
        {
            await StartAsync(trial, cancellationToken);
            await trial.StopAsync(cancellationToken);
        }
    }

    /// <summary>Starts the server.</summary>
    /// <exception cref="CannotStartException">The address is in use, or cannot be listened on.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            var address = Addresses(app);
            throw new CannotStartException(new(
                $"Het adres {address} is al in gebruik; stop het andere programma of kies een ander adres met --urls.",
                $"The address {address} is already in use; stop the other program or choose another address with --urls."), exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ArgumentException or InvalidOperationException)
        {
            // A port out of range or for administrators only, an address this machine does not have, https without a certificate.
            var (address, cause) = (Addresses(app), exception.Message.Split('\n')[0].Trim());
            throw new CannotStartException(new(
                $"Op {address} kan niet worden geluisterd: {cause} Kies een ander adres met --urls.",
                $"{address} cannot be listened on: {cause} Choose another address with --urls."), exception);
        }
    }

    private static WebApplicationBuilder NewBuilder(IReadOnlyList<string> args, string? environmentName)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args],
            EnvironmentName = environmentName,
            // Our files stand beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        builder.WebHost.UseUrls([.. ListenAddresses.Of(builder.Configuration)]);
        // A line for each request drowns what matters.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // The run command says itself where it listens.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        // Whoever catches a failed start says so once, in our words.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder;
    }

    private static string Addresses(WebApplication app) =>
        string.Join(", ", ListenAddresses.Of(app.Configuration).Select(url => url.TrimEnd('/')));

    private static Measurements NewMeasurements(IMeterFactory meters, SnapshotHost snapshots, AnalysisQueue analyses) =>
        new(meters, snapshots, () => analyses.RunningCount, () => analyses.WaitingCount);

    private static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(LimitSettings.Of(builder.Configuration));
        builder.Services.AddPublicAddress(builder.Configuration);
        var origins = OtherSites.Of(builder.Configuration);
        builder.Services.AddSingleton(new SameSite(origins));
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(origins).WithMethods("GET", "POST").WithHeaders("Content-Type", "Accept", "Accept-Language")));
    }

    private static void AddServices(IServiceCollection services, WijkHostOptions options)
    {
        services.AddSingleton(options.Store);
        services.AddSingleton(options.Snapshots);
        services.AddSingleton(options.Clock);
        services.AddSingleton<AnalysisQueue>();
        services.AddSingleton(provider => NewMeasurements(provider.GetRequiredService<IMeterFactory>(), options.Snapshots, provider.GetRequiredService<AnalysisQueue>()));
        services.AddSingleton<ISchema, WijkSchema>();
        services.AddSingleton<GraphQLExecution>();
        services.AddSingleton<ChangeService>();
        services.AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<PageServer>();
        services.AddSingleton<ClusterKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ClusterKeeper>());
        services.AddSingleton(AnswerSerializer.Make(isIndented: false));
        services.AddWijkHealth();
        // Answers hold no secrets beside what the asker sent, so their length gives nothing away over TLS either.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ResponseFormat.GraphQLResponse.MediaType, "image/svg+xml"];
        });
    }
}
