using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;
using Wijk.Graph.Views;
using Wijk.GraphQL.Hosting;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary><c>run</c>: serves the graph until it is stopped; an empty folder is first filled with the sample, an empty Neo4j database is not.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Het adres, alleen op deze computer. / The address, on this machine only. [default: {ListenAddresses.Default}]",
    };

    private static readonly Option<int> Poll = MakePoll();

    private static readonly Option<string[]> Area = new("--area")
    {
        Description = "Laad alleen dit gebied (code of sleutel) en wat daarbij hoort; mag vaker. / Load this area only (code or key), with what belongs to it; may be given again.",
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
        command.Add(Poll);
        command.Add(Area);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, cancellationToken)));
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (place, language, output) = (arguments.Place(), arguments.GetValue(CommonOptions.Language), arguments.InvocationConfiguration.Output);
        string[] hostArguments = arguments.GetValue(Urls) is { } urls ? ["--urls", urls] : [];
        CheckAddresses(hostArguments);
        var holdsNothing = await place.HoldsNothingAsync(cancellationToken);
        // A server that cannot listen must not make a folder or database first.
        if (holdsNothing) await WijkHost.TryAddressesAsync(hostArguments, cancellationToken);

        // A database of one's own that is there and empty may have lost what it held: it is never taken for a new one.
        await using var store = await (holdsNothing || !place.TakesSample ? place.OpenAsync(cancellationToken) : place.OpenExistingAsync(cancellationToken));
        if ((await store.ReadVersionAsync(cancellationToken)).Number == 0) output.WriteLine((await StartEmptyAsync(store, place, cancellationToken)).In(language));

        await using var snapshots = new SnapshotHost(store, TimeProvider.System, Options(arguments));
        await snapshots.StartAsync(cancellationToken);
        // Memory that was only needed for reading is given back before anybody waits for an answer.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var app = WijkHost.Build(new() { Store = store, Snapshots = snapshots, Args = hostArguments });
        await using (app)
        {
            await WijkHost.StartAsync(app, cancellationToken);
            output.WriteLine(Listening(app.Urls, snapshots.Current).In(language));
            foreach (var warning in snapshots.Warnings) app.Logger.LogWarning("{Warning}", warning.Message.In(language));
            await app.WaitForShutdownAsync(cancellationToken);
        }

        return 0;
    }

    private static Option<int> MakePoll()
    {
        const string description = "Na hoeveel milliseconden er weer wordt gekeken of iets veranderde, 50 tot 60000. / After how many milliseconds to look again for changes, 50 to 60000.";
        var poll = Typed.Option("--poll", description, Typed.WholeNumber, Typed.Between(SnapshotOptions.ShortestPoll, SnapshotOptions.LongestPoll));
        poll.DefaultValueFactory = _ => 500;
        return poll;
    }

    private static SnapshotOptions Options(ParseResult arguments) => new()
    {
        Poll = TimeSpan.FromMilliseconds(arguments.GetValue(Poll)),
        Slice = arguments.GetValue(Area) is { Length: > 0 } areas ? new([.. areas]) : null,
    };

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
                " is still empty. Fill it with 'import' or 'copy'; this server will then show it by itself.");
        }

        await Sample.FillAsync(store, cancellationToken);
        return place.Name + new Words(
            " was leeg: gevuld met de voorbeeldbuurt Voorbeeldwijk. Alles daarin is verzonnen; uw eerste import vervangt het.",
            " was empty: filled with the sample neighbourhood Voorbeeldwijk. All of it is made up; your first import replaces it.");
    }

    private static Words Listening(IEnumerable<string> urls, GraphSnapshot snapshot)
    {
        var address = string.Join(", ", urls);
        return Words.Join(
            new Words(
                $"Wijk luistert op {address} (versie {snapshot.Version.Number}: {snapshot.NodeCount} knopen, {snapshot.RelationCount} relaties).",
                $"Wijk listens on {address} (version {snapshot.Version.Number}: {snapshot.NodeCount} nodes, {snapshot.RelationCount} relations)."),
            SliceWords.Of(GraphView.Of(snapshot)),
            new("Stoppen: Ctrl+C.", "Stop: Ctrl+C."));
    }
}
