using System.Text;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Which Neo4j holds the graph, and who may open it there.</summary>
public sealed record Neo4jSettings
{
    /// <summary>The server's HTTP address, such as <c>https://neo4j.example.nl:7473</c>; <c>http://</c> only to this machine, unless <see cref="AllowPlaintext"/>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The database on that server.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>The user who may read and write it.</summary>
    public string User { get; init; } = "neo4j";

    /// <summary>That user's password; in no text that this record or the store gives.</summary>
    public required string Password { get; init; }

    /// <summary>A PEM file with the certificates of the authorities to trust in place of the machine's own; null for the machine's own.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Whether the password may go over the network in plain text.</summary>
    public bool AllowPlaintext { get; init; }

    /// <summary>Host, port and database, for messages.</summary>
    internal string Place => $"{Url.Host}:{Url.Port}/{Database}";

    /// <summary>The settings of <c>WIJK_NEO4J_URL</c>, <c>_DATABASE</c>, <c>_USER</c>, <c>_PASSWORD</c> or <c>_PASSWORD_FILE</c>, <c>_CA_FILE</c> and <c>_ALLOW_PLAINTEXT</c>.</summary>
    /// <param name="environment">The value of a variable; null or empty when it is not set.</param>
    /// <exception cref="StoreUnavailableException">One is missing, ill-formed, or contradicts another.</exception>
    public static Neo4jSettings FromEnvironment(Func<string, string?> environment)
    {
        var settings = new Neo4jSettings
        {
            Url = ReadUrl(Value("WIJK_NEO4J_URL")),
            Database = Value("WIJK_NEO4J_DATABASE") ?? "neo4j",
            User = Value("WIJK_NEO4J_USER") ?? "neo4j",
            Password = ReadPassword(Value("WIJK_NEO4J_PASSWORD"), Value("WIJK_NEO4J_PASSWORD_FILE")),
            CertificateAuthorityFile = Value("WIJK_NEO4J_CA_FILE"),
            AllowPlaintext = ReadFlag("WIJK_NEO4J_ALLOW_PLAINTEXT", Value("WIJK_NEO4J_ALLOW_PLAINTEXT")),
        };
        Neo4jSettingRules.Check(settings);
        return settings;

        string? Value(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    private static Uri ReadUrl(string? value)
    {
        if (value is null)
        {
            throw new StoreUnavailableException(new(
                "WIJK_NEO4J_URL is niet gezet; geef het adres van Neo4j, zoals http://localhost:7474.",
                "WIJK_NEO4J_URL is not set; give the address of Neo4j, such as http://localhost:7474."));
        }

        // The value is not shown when it may hold a password.
        var shown = value.Contains('@', StringComparison.Ordinal) ? "…" : value;
        return Uri.TryCreate(value, UriKind.Absolute, out var url)
            ? url
            : throw new StoreUnavailableException(new(
                $"WIJK_NEO4J_URL '{shown}' is geen adres; schrijf bijvoorbeeld http://localhost:7474.",
                $"WIJK_NEO4J_URL '{shown}' is not an address; write for example http://localhost:7474."));
    }

    private static string ReadPassword(string? password, string? file)
    {
        if (password is not null && file is not null)
        {
            throw new StoreUnavailableException(new(
                $"WIJK_NEO4J_PASSWORD en WIJK_NEO4J_PASSWORD_FILE ('{file}') zijn allebei gezet; haal er één weg.",
                $"WIJK_NEO4J_PASSWORD and WIJK_NEO4J_PASSWORD_FILE ('{file}') are both set; take one away."));
        }

        if (file is null)
        {
            return password ?? throw new StoreUnavailableException(new(
                "WIJK_NEO4J_PASSWORD is niet gezet; geef het wachtwoord van Neo4j, of met WIJK_NEO4J_PASSWORD_FILE het bestand waar het in staat.",
                "WIJK_NEO4J_PASSWORD is not set; give the password of Neo4j, or with WIJK_NEO4J_PASSWORD_FILE the file that holds it."));
        }

        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n') is { Length: > 0 } read
                ? read
                : throw new StoreUnavailableException(new(
                    $"WIJK_NEO4J_PASSWORD_FILE '{file}' is leeg; zet het wachtwoord van Neo4j erin.",
                    $"WIJK_NEO4J_PASSWORD_FILE '{file}' is empty; put the password of Neo4j in it."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                new(
                    $"WIJK_NEO4J_PASSWORD_FILE '{file}' is niet te lezen; verbeter het pad of de rechten.",
                    $"WIJK_NEO4J_PASSWORD_FILE '{file}' cannot be read; correct the path or its rights."),
                exception);
        }
    }

    private static bool ReadFlag(string name, string? value) => value switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new StoreUnavailableException(new($"{name} '{value}' is geen true of false; kies er één.", $"{name} '{value}' is neither true nor false; choose one.")),
    };

    // Takes the place of the printing that a record brings, which would show the password.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Url = {Place}, User = {User}, CertificateAuthorityFile = {CertificateAuthorityFile}, AllowPlaintext = {AllowPlaintext}");
        return true;
    }
}
