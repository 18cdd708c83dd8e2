using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>What settings must keep to before anything is sent.</summary>
internal static partial class Neo4jSettingRules
{
    /// <summary>Checks settings, wherever they come from.</summary>
    /// <exception cref="StoreUnavailableException">One of them breaks a rule.</exception>
    public static void Check(Neo4jSettings settings)
    {
        CheckUrl(settings);
        if (!DatabaseName().IsMatch(settings.Database))
        {
            Refuse(new(
                $"WIJK_NEO4J_DATABASE '{settings.Database}' is geen naam van een database; die heeft 3 tot 63 letters, cijfers, punten en streepjes, en begint met een letter.",
                $"WIJK_NEO4J_DATABASE '{settings.Database}' is not a database name; one has 3 to 63 letters, digits, dots and dashes, and starts with a letter."));
        }

        if (settings.User.Length == 0 || settings.User.Any(letter => letter == ':' || char.IsControl(letter)))
        {
            Refuse(new(
                $"WIJK_NEO4J_USER '{settings.User}' kan niet; een gebruiker heeft een naam zonder dubbele punt.",
                $"WIJK_NEO4J_USER '{settings.User}' cannot be; a user has a name without a colon."));
        }

        if (settings.Password.Length == 0 || settings.Password.Any(char.IsControl))
        {
            Refuse(new(
                "WIJK_NEO4J_PASSWORD is leeg of heeft meer dan één regel; geef alleen het wachtwoord.",
                "WIJK_NEO4J_PASSWORD is empty or has more than one line; give the password alone."));
        }

        if (settings.CertificateAuthorityFile is { } file) CheckAuthority(file, settings.Url);
    }

    private static void CheckUrl(Neo4jSettings settings)
    {
        var url = settings.Url;
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            // bolt:// and neo4j:// are the addresses that Neo4j's own tools take, so the likeliest mistake.
            Refuse(new(
                $"WIJK_NEO4J_URL '{Shown(url)}' is geen http- of https-adres; Wijk spreekt de Query API van Neo4j, meestal op poort 7474 (http) of 7473 (https).",
                $"WIJK_NEO4J_URL '{Shown(url)}' is not an http or https address; Wijk speaks the Query API of Neo4j, mostly at port 7474 (http) or 7473 (https)."));
        }

        if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            Refuse(new(
                $"WIJK_NEO4J_URL '{Shown(url)}' heeft meer dan een adres; geef gebruiker en wachtwoord met WIJK_NEO4J_USER en WIJK_NEO4J_PASSWORD, en laat alles achter ? en # weg.",
                $"WIJK_NEO4J_URL '{Shown(url)}' has more than an address; give user and password with WIJK_NEO4J_USER and WIJK_NEO4J_PASSWORD, and leave out all behind ? and #."));
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !settings.AllowPlaintext)
        {
            Refuse(new(
                $"WIJK_NEO4J_URL '{Shown(url)}' stuurt het wachtwoord leesbaar over het netwerk; neem https, of zet WIJK_NEO4J_ALLOW_PLAINTEXT=true als dat netwerk van u alleen is.",
                $"WIJK_NEO4J_URL '{Shown(url)}' sends the password readable over the network; take https, or set WIJK_NEO4J_ALLOW_PLAINTEXT=true when that network is yours alone."));
        }
    }

    private static void CheckAuthority(string file, Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps)
        {
            Refuse(new(
                $"WIJK_NEO4J_CA_FILE '{file}' hoort bij een https-adres, en WIJK_NEO4J_URL is '{Shown(url)}'; neem https of laat het bestand weg.",
                $"WIJK_NEO4J_CA_FILE '{file}' goes with an https address, and WIJK_NEO4J_URL is '{Shown(url)}'; take https or leave the file out."));
        }

        var why = new Words(
            $"WIJK_NEO4J_CA_FILE '{file}' is geen leesbaar PEM-bestand met een certificaat; verbeter het pad of het bestand.",
            $"WIJK_NEO4J_CA_FILE '{file}' is not a readable PEM file with a certificate; correct the path or the file.");
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            if (certificates.Count == 0) Refuse(why);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StoreUnavailableException(why, exception);
        }
    }

    // Without what a user may have put in it beside the address.
    private static string Shown(Uri url) => url.IsAbsoluteUri ? $"{url.Scheme}://{url.Host}:{url.Port}" : "…";

    private static void Refuse(Words why) => throw new StoreUnavailableException(why);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9.-]{2,62}$")]
    private static partial Regex DatabaseName();
}
