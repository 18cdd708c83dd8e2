using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>One step of the database's form.</summary>
/// <param name="Number">The schema version it leads to; the first is 1.</param>
/// <param name="Name">The name of its file.</param>
/// <param name="Checksum">The SHA-256 of its text, in hex: a step that was applied must never change.</param>
/// <param name="Statements">Its statements; each is a transaction of its own and may be repeated.</param>
internal sealed record Migration(int Number, string Name, string Checksum, IReadOnlyList<Statement> Statements);

/// <summary>Brings a database to the newest form, step by step, or says why that cannot be. Never back.</summary>
internal sealed class Migrations(QueryApiClient client, TimeProvider clock)
{
    private const string Prefix = "Neo4j.migrations.";

    // A statement that another process runs at the same moment may be refused: what that one makes is there when it is run again.
    private const int MostAttempts = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>The steps that come with this Wijk, from <c>neo4j/migrations/V001__name.cypher</c> on.</summary>
    public static IReadOnlyList<Migration> Shipped { get; } = ReadShipped();

    /// <summary>Applies the steps that a database has not had yet, and makes constraints and indexes again that somebody dropped.</summary>
    /// <remarks>Several processes may do so at once, and one may stop half-way: every statement may be repeated.</remarks>
    /// <exception cref="StoreTooNewException">The database has had a step that is not among them.</exception>
    /// <exception cref="StoreUnavailableException">The database holds something else, or a step was changed after it was applied.</exception>
    public async Task ApplyAsync(string place, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var applied = await CheckAsync(place, migrations, cancellationToken).ConfigureAwait(false);
        if (applied == migrations.Count)
        {
            await MakeAgainAsync(migrations, cancellationToken).ConfigureAwait(false);
            return;
        }

        await RunAsync(Neo4j.Statements.MigrationConstraint, null, cancellationToken).ConfigureAwait(false);
        foreach (var migration in migrations.Skip(applied))
        {
            foreach (var statement in migration.Statements) await RunAsync(statement, null, cancellationToken).ConfigureAwait(false);
            await RunAsync(
                Neo4j.Statements.MigrationDone, new { number = migration.Number, name = migration.Name, checksum = migration.Checksum }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Throws when a database was made by a newer Wijk; changes nothing.</summary>
    /// <inheritdoc cref="ApplyAsync" path="/exception"/>
    public Task<int> CheckAsync(string place, CancellationToken cancellationToken) => CheckAsync(place, Shipped, cancellationToken);

    private async Task RunAsync(Statement statement, object? parameters, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await client.WriteAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (QueryFailedException) when (attempt < MostAttempts)
            {
                await Task.Delay(LookAgain, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task MakeAgainAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        foreach (var element in await SchemaElement.FindMissingAsync(client, migrations, cancellationToken).ConfigureAwait(false) ?? [])
        {
            try
            {
                using var made = await client.WriteAsync(element.Statement, null, cancellationToken).ConfigureAwait(false);
            }
            catch (QueryFailedException)
            {
                // The data does not keep to it any more. That stops nobody: 'doctor' names it.
            }
        }
    }

    // How many steps the database has had.
    private async Task<int> CheckAsync(string place, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Neo4j.Statements.Migrations, null, cancellationToken).ConfigureAwait(false);
        var number = answer.Value(0, "number");
        var checksum = answer.Value(0, "checksum");
        var steps = new List<(int Number, string? Checksum)>();
        while (number.Read() && checksum.Read() && number.TokenType == JsonTokenType.Number) steps.Add((number.GetInt32(), checksum.GetString()));
        var applied = steps.Count == 0 ? 0 : steps[^1].Number;
        if (applied > migrations.Count) throw new StoreTooNewException(place, applied, migrations.Count);
        foreach (var (step, found) in steps)
        {
            if (found != migrations[step - 1].Checksum) throw Changed(place, migrations[step - 1]);
        }

        if (applied == 0 && answer.Flag(0, "hasNodes") && !answer.Flag(0, "hasGraph")) throw HoldsOther(place);
        return applied;
    }

    private static Migration[] ReadShipped()
    {
        var assembly = typeof(Migrations).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select((resource, place) =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd();
            var name = resource[Prefix.Length..^".cypher".Length];
            return new Migration(place + 1, name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Split(name, text));
        })];
    }

    private static Statement[] Split(string name, string text)
    {
        var statements = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
            .Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. statements.Select((statement, place) => new Statement(string.Create(CultureInfo.InvariantCulture, $"{name} {place + 1}"), statement))];
    }

    private static StoreUnavailableException HoldsOther(string place) => new(new(
        $"{place} bevat al iets anders dan gegevens van Wijk; kies een lege database, of een andere naam met WIJK_NEO4J_DATABASE.",
        $"{place} already holds something else than a graph of Wijk; choose an empty database, or another name with WIJK_NEO4J_DATABASE."));

    private static StoreUnavailableException Changed(string place, Migration migration) => new(new(
        $"{place} is bijgewerkt met een andere vorm van stap {migration.Name} dan deze Wijk kent; gebruik de Wijk waarmee dat gebeurde.",
        $"{place} was brought up to date with another form of step {migration.Name} than this Wijk knows; use the Wijk that did so."));
}
