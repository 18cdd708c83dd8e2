using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Commands;

/// <summary><c>run</c>: serves the graph until it is stopped; an empty folder is first filled with the sample, an empty database of Neo4j is not.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Het adres, alleen op deze computer. / The address, on this machine only. [default: {ListenAddresses.Default}]",
    };

    public static Command Make()
    {
        var command = new Command("run", "Start de server (ook zonder opdracht). / Runs the server (also without a command).");
        MakeDefault(command);
        return command;
    }

    /// <summary>Lets a command run the server.</summary>
    public static void MakeDefault(Command command)
    {
        command.Add(Urls);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, cancellationToken)));
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (place, language) = (arguments.Place(), arguments.GetValue(CommonOptions.Language));
        string[] hostArguments = arguments.GetValue(Urls) is { } urls ? ["--urls", urls] : [];
        CheckAddresses(hostArguments);
        // A server that cannot listen must not leave anything behind where there was nothing.
        if (await place.HoldsNothingAsync(cancellationToken)) await WijkHost.TryAddressesAsync(hostArguments, cancellationToken);

        await using var store = await place.OpenAsync(cancellationToken);
        if ((await store.ReadVersionAsync(cancellationToken)).Number == 0) Console.WriteLine((await StartEmptyAsync(store, place, cancellationToken)).In(language));

        await using var snapshots = new SnapshotHost(store, TimeProvider.System);
        await snapshots.StartAsync(cancellationToken);
        // What reading left behind is given back before anybody waits for an answer.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var app = WijkHost.Build(new() { Store = store, Snapshots = snapshots, Args = hostArguments });
        await using (app)
        {
            await WijkHost.StartAsync(app, cancellationToken);
            Console.WriteLine(Listening(app.Urls, snapshots.Current).In(language));
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return 0;
    }

    // Before anything is made; the server reads its addresses from the same places.
    private static void CheckAddresses(string[] hostArguments) => ListenAddresses.Of(new ConfigurationBuilder()
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables("DOTNET_")
        .AddEnvironmentVariables()
        .AddCommandLine(hostArguments)
        .Build());

    private static async Task<Words> StartEmptyAsync(IGraphStore store, StorePlace place, CancellationToken cancellationToken)
    {
        if (!place.TakesSample)
        {
            return place.Name + new Words(
                " is nog leeg. Vul het met 'import' of 'copy'; deze server laat het dan vanzelf zien.",
                " is empty yet. Fill it with 'import' or 'copy'; this server will then show it by itself.");
        }

        await Sample.FillAsync(store, cancellationToken);
        return place.Name + new Words(
            " was leeg: gevuld met de voorbeeldbuurt Voorbeeldwijk. Alles daarin is verzonnen; uw eerste import vervangt het.",
            " was empty: filled with the sample neighbourhood Voorbeeldwijk. All of it is made up; your first import replaces it.");
    }

    private static Words Listening(IEnumerable<string> urls, GraphSnapshot snapshot)
    {
        var address = string.Join(", ", urls);
        return new(
            $"Wijk luistert op {address} (versie {snapshot.Version.Number}: {snapshot.NodeCount} knopen, {snapshot.RelationCount} relaties). Stoppen: Ctrl+C.",
            $"Wijk listens on {address} (version {snapshot.Version.Number}: {snapshot.NodeCount} nodes, {snapshot.RelationCount} relations). Stop: Ctrl+C.");
    }
}
