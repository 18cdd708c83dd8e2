using System.Globalization;
using System.Net;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>What each way to fail means and is called; the words never hold a password.</summary>
/// <param name="settings">Which server, database and user.</param>
internal sealed class Failures(Neo4jSettings settings)
{
    private static readonly Words LookAtServer = new(
        "; kijk of de server draait en of WIJK_NEO4J_URL klopt.", "; see whether the server runs and WIJK_NEO4J_URL is right.");

    /// <summary>Host, port and database, for messages.</summary>
    public string Place { get; } = settings.Place;

    /// <summary>Nothing was sent: there is no server, or it refuses connections.</summary>
    public Failure NotReached(HttpRequestException exception) => Transient(new Words(
        $"Neo4j op {Place} is niet te bereiken ({exception.Message})", $"Neo4j at {Place} cannot be reached ({exception.Message})") + LookAtServer, exception);

    /// <summary>The server could not prove who it is.</summary>
    public Failure NotTrusted(Exception exception) => Final(new(
        $"Het certificaat van Neo4j op {Place} wordt niet vertrouwd ({exception.Message}); geef het certificaat van de uitgever met WIJK_NEO4J_CA_FILE, of verbeter dat van de server.",
        $"The certificate of Neo4j at {Place} is not trusted ({exception.Message}); give its issuer's certificate with WIJK_NEO4J_CA_FILE, or correct the server's."), exception);

    /// <summary>The connection ended after the request was sent and before the answer was whole.</summary>
    public Failure ConnectionLost(string statement, Exception? exception) => Transient(new(
        $"De verbinding met Neo4j op {Place} brak af voordat het antwoord op '{statement}' compleet was; kijk of de server nog draait en probeer het opnieuw.",
        $"The connection to Neo4j at {Place} ended before the answer to '{statement}' was whole; see whether the server still runs and try again."), exception);

    /// <summary>No byte came for a long time.</summary>
    public Failure Silent(string statement, TimeSpan limit) => new(new StoreUnavailableException(new(
        $"Neo4j op {Place} stuurde {Seconds(limit)} s lang niets terug op '{statement}'; kijk hoe druk de server is en probeer het opnieuw.",
        $"Neo4j at {Place} sent nothing for {Seconds(limit)} s in answer to '{statement}'; see how busy the server is and try again.")), IsTransient: false, IsAbandoned: true);

    /// <summary>The whole call took too long.</summary>
    public Failure TooLate(string statement, TimeSpan limit) => Final(new(
        $"Neo4j op {Place} had '{statement}' na {Seconds(limit)} s nog niet af; kijk hoe druk de server is en probeer het opnieuw.",
        $"Neo4j at {Place} had not finished '{statement}' after {Seconds(limit)} s; see how busy the server is and try again."));

    /// <summary>The answer has more bytes than it may have; reading stopped, so its end is not known.</summary>
    public Failure TooManyBytes(string statement, long limit) => new(new AnswerTooLargeException(statement, Place, "bytes", limit), IsTransient: false, IsAbandoned: true);

    /// <summary>The answer is whole and has more rows than it may have.</summary>
    public AnswerTooLargeException TooManyRows(string statement, long limit) => new(statement, Place, new("rijen", "rows"), limit);

    /// <summary>The response is not one of Neo4j's, or one that its status explains.</summary>
    /// <param name="statement">The statement's name.</param>
    /// <param name="status">The response's status.</param>
    /// <param name="location">Where a redirect leads to.</param>
    public Failure NotNeo4j(string statement, HttpStatusCode status, Uri? location) => (int)status switch
    {
        401 => Unauthorized(),
        429 => RateLimited(),
        >= 300 and < 400 => Redirected(status, location),
        502 or 503 or 504 => Transient(NotOurs(statement, status), null),
        >= 200 and < 300 => Transient(NotOurs(statement, status), null),
        _ => Final(NotOurs(statement, status)),
    };

    /// <summary>A whole body that ends with an error: the transaction was rolled back.</summary>
    /// <param name="statement">The statement's name.</param>
    /// <param name="code">Neo4j's code.</param>
    /// <param name="message">Neo4j's explanation, in English.</param>
    public Failure Refused(string statement, string code, string message) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" => Unauthorized(),
        "Neo.ClientError.Security.AuthenticationRateLimit" => RateLimited(),
        "Neo.ClientError.Security.CredentialsExpired" => Final(new(
            $"Neo4j op {Place} wil eerst een nieuw wachtwoord voor gebruiker '{settings.User}'; stel het in met ALTER CURRENT USER en geef het nieuwe met WIJK_NEO4J_PASSWORD.",
            $"Neo4j at {Place} wants a new password for user '{settings.User}' first; set it with ALTER CURRENT USER and give the new one with WIJK_NEO4J_PASSWORD.")),
        "Neo.ClientError.Database.DatabaseNotFound" => Final(new(
            $"Neo4j op {Place} heeft geen database '{settings.Database}'; verbeter WIJK_NEO4J_DATABASE of maak de database.",
            $"Neo4j at {Place} has no database '{settings.Database}'; correct WIJK_NEO4J_DATABASE or make the database.")),
        "Neo.TransientError.General.DatabaseUnavailable" => Transient(new Words(
            $"De database van Neo4j op {Place} is niet beschikbaar ({message})", $"The database of Neo4j at {Place} is not available ({message})") + LookAtServer, null),
        "N/A" => Final(new(
            $"Neo4j op {Place} kan niets uitvoeren ({message}); meestal staat Bolt uit: zet server.bolt.enabled=true, alleen op de machine zelf bereikbaar.",
            $"Neo4j at {Place} cannot run anything ({message}); mostly Bolt is off: set server.bolt.enabled=true, reachable from its own machine only.")),
        "" => Final(NotOurs(statement, HttpStatusCode.OK)),
        _ => new(new QueryFailedException(code, new(
            $"Neo4j op {Place} weigert '{statement}': {code}: {message}",
            $"Neo4j at {Place} refuses '{statement}': {code}: {message}")),
            RetryPolicy.IsTransient(code)),
    };

    private Failure Unauthorized() => Final(new(
        $"Neo4j op {Place} weigert gebruiker '{settings.User}' met dit wachtwoord; verbeter WIJK_NEO4J_USER en WIJK_NEO4J_PASSWORD (of WIJK_NEO4J_PASSWORD_FILE).",
        $"Neo4j at {Place} refuses user '{settings.User}' with this password; correct WIJK_NEO4J_USER and WIJK_NEO4J_PASSWORD (or WIJK_NEO4J_PASSWORD_FILE)."));

    private Failure RateLimited() => Final(new(
        $"Neo4j op {Place} laat gebruiker '{settings.User}' even niet toe na te veel pogingen met een verkeerd wachtwoord; verbeter WIJK_NEO4J_PASSWORD, wacht een paar tellen en probeer het opnieuw.",
        $"Neo4j at {Place} does not let user '{settings.User}' in for a while, after too many tries with a wrong password; correct WIJK_NEO4J_PASSWORD, wait some seconds and try again."));

    private Failure Redirected(HttpStatusCode status, Uri? location)
    {
        // Only where to: a path or query could hold anything.
        var target = location is { IsAbsoluteUri: true } ? $"{location.Scheme}://{location.Authority[(location.Authority.LastIndexOf('@') + 1)..]}" : "/";
        return Final(new(
            $"Wat op {Place} luistert verwijst door naar {target} (status {(int)status}), en daar gaat het wachtwoord niet heen; geef het echte adres van Neo4j met WIJK_NEO4J_URL.",
            $"What listens at {Place} redirects to {target} (status {(int)status}), and the password does not go there; give the real address of Neo4j with WIJK_NEO4J_URL."));
    }

    private Words NotOurs(string statement, HttpStatusCode status) => new Words(
        $"Wat op {Place} luistert antwoordt op '{statement}' met status {(int)status} en niet zoals Neo4j 5.26",
        $"What listens at {Place} answers '{statement}' with status {(int)status} and not as Neo4j 5.26 does") + LookAtServer;

    private static Failure Transient(Words why, Exception? inner) => new(new StoreUnavailableException(why, inner), IsTransient: true);

    private static Failure Final(Words why, Exception? inner = null) => new(new StoreUnavailableException(why, inner), IsTransient: false);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
