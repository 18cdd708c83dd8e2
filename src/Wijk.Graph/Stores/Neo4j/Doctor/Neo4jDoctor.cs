using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j.Doctor;

/// <summary>Looks whether a server and its database are well. It only reads, asks once, and never tells a password.</summary>
internal static class Neo4jDoctor
{
    private static readonly Statement State = Statement.Named("doctor");
    private static readonly Statement ServerSettings = Statement.Named("doctor-settings");
    private static readonly Statement DataScience = Statement.Named("doctor-gds");

    // Somebody waits for the answer, and a second try would hide that the first failed.
    private static readonly QueryLimits Limits = new()
    {
        RetryTime = TimeSpan.Zero,
        SilenceTimeout = TimeSpan.FromSeconds(20),
        Deadline = TimeSpan.FromSeconds(30),
    };

    /// <summary>What is found at the server that the environment names.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> LookAsync(
        Func<string, string?> environment, TimeProvider clock, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var found = new List<Diagnosis>();
        try
        {
            var settings = Neo4jSettings.FromEnvironment(environment);
            found.Add(Diagnosis.Ok("settings", new($"Instellingen: {settings.Place}, gebruiker '{settings.User}'.", $"Settings: {settings.Place}, user '{settings.User}'.")));
            using var client = new QueryApiClient(settings, clock, Limits);
            var server = await ServerVersion.ReadAsync(client, cancellationToken).ConfigureAwait(false);
            found.Add(Diagnosis.Ok("reach", new("Bereik: de server antwoordt en kent deze gebruiker en database.", "Reach: the server answers, and knows this user and database.")));
            found.Add(ServerDiagnoses.Encryption(settings));
            found.Add(ServerDiagnoses.Server(server));
            if (server.IsKnown) await LookInsideAsync(client, clock, found, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException problem)
        {
            found.Add(Diagnosis.Wrong(found.Count == 0 ? "settings" : "reach", problem.Why, NextStep(problem)));
        }

        return found;
    }

    private static async Task LookInsideAsync(
        QueryApiClient client, TimeProvider clock, List<Diagnosis> found, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var (before, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        using var state = await client.ReadAsync(State, null, cancellationToken).ConfigureAwait(false);
        // The server looked at its clock somewhere between the question and the answer.
        var here = before + (clock.GetElapsedTime(started) / 2);
        var there = DateTimeOffset.FromUnixTimeMilliseconds(state.Int64(0, "now"));
        var kept = Bookkeeping.Read(state);
        found.Add(ServerDiagnoses.Clock(there - here));
        found.Add(GraphDiagnoses.Migrations(kept, Migrations.Shipped));
        if (!kept.Applied.IsEmpty && await SchemaElement.FindMissingAsync(client, Migrations.Shipped.Take(kept.Applied.Length), cancellationToken).ConfigureAwait(false) is { } missing)
            found.Add(GraphDiagnoses.Schema(missing));
        found.Add(GraphDiagnoses.Version(kept));
        found.Add(GraphDiagnoses.Apply(kept, there));
        found.AddRange(kept.Skipped.Select(GraphDiagnoses.Skipped));
        if (kept is { Version.Number: > 0, ApplyExpiresAt: null })
        {
            progress?.Report(new($"records lezen, van {kept.NodeCount} knopen", $"reading records, of {kept.NodeCount} nodes"));
            var reader = new ContentsReader(client, new LogReader(client), new StagedLoads(client, clock));
            found.AddRange(GraphDiagnoses.Records(await reader.ReadUnreadableAsync(cancellationToken).ConfigureAwait(false)));
        }

        using (var gds = await client.ReadAsync(DataScience, null, cancellationToken).ConfigureAwait(false))
            found.Add(ServerDiagnoses.DataScience(gds.Flag(0, "hasGds")));
        found.AddRange(ServerDiagnoses.Settings(await SettingsAsync(client, cancellationToken).ConfigureAwait(false)));
    }

    // A user who may not ask how the server is set up is refused; that is not a fault of the graph.
    private static async Task<Func<string, string?>> SettingsAsync(QueryApiClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.ReadAsync(ServerSettings, null, cancellationToken).ConfigureAwait(false);
            var values = Enumerable.Range(0, answer.RowCount).ToDictionary(row => answer.Text(row, "name")!, row => answer.Text(row, "value"));
            return values.GetValueOrDefault;
        }
        catch (QueryFailedException)
        {
            return _ => null;
        }
    }

    private static Words? NextStep(StoreException problem) => (problem.InnerException as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new(
            "De naam in WIJK_NEO4J_URL is niet bekend: kijk of hij goed geschreven is.", "The name in WIJK_NEO4J_URL is not known: see whether it is written right."),
        HttpRequestError.ConnectionError => new(
            "De computer weigert of antwoordt niet: kijk of Neo4j draait en of de poort klopt.",
            "The machine refuses or does not answer: see whether Neo4j runs and the port is right."),
        _ => null,
    };
}
