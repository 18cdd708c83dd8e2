using System.Globalization;
using System.Net;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.Doctor;

/// <summary>What the state of a server means, in words.</summary>
internal static class ServerDiagnoses
{
    private static readonly TimeSpan NoticeableDifference = TimeSpan.FromSeconds(2);

    /// <summary>Whether the password goes over a network in plain text.</summary>
    public static Diagnosis Encryption(Neo4jSettings settings) => settings.Url.Scheme == Uri.UriSchemeHttps
        ? Diagnosis.Ok("encryption", new("Verbinding: versleuteld, en het certificaat wordt vertrouwd.", "Connection: encrypted, and the certificate is trusted."))
        : settings.Url.IsLoopback
            ? Diagnosis.Ok("encryption", new("Verbinding: niet versleuteld, maar blijft op deze computer.", "Connection: not encrypted, but it stays on this machine."))
            : Diagnosis.Attention(
                "encryption",
                new("Verbinding: niet versleuteld naar een andere computer.", "Connection: not encrypted, to another machine."),
                new("Neem https, tenzij dat netwerk van u alleen is.", "Take https, unless that network is yours alone."));

    /// <summary>Whether the server is recent enough.</summary>
    public static Diagnosis Server(ServerVersion server)
    {
        Words found = new($"Server: Neo4j {server.Version} {server.Edition}.", $"Server: Neo4j {server.Version} {server.Edition}.");
        return server.IsKnown
            ? Diagnosis.Ok("server", found)
            : Diagnosis.Wrong("server", found, new(
                $"Wijk heeft {ServerVersion.Oldest} of nieuwer nodig; werk de server bij.", $"Wijk needs {ServerVersion.Oldest} or later; upgrade the server."));
    }

    /// <summary>How far the two clocks are apart: locks count by the server's, what is recorded by ours.</summary>
    public static Diagnosis Clock(TimeSpan difference)
    {
        var seconds = difference.Duration().TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Words found = new($"Klok: {seconds} s verschil met de server.", $"Clock: {seconds} s apart from the server.");
        return difference.Duration() <= NoticeableDifference
            ? Diagnosis.Ok("clock", found)
            : Diagnosis.Attention("clock", found, new(
                "Zet beide klokken gelijk, bij voorkeur met NTP: Wijk schrijft op wanneer iets is vastgelegd.",
                "Set both clocks right, preferably with NTP: Wijk writes down when something was recorded."));
    }

    /// <summary>Whether Graph Data Science is there; nothing needs it.</summary>
    public static Diagnosis DataScience(bool hasGds) => Diagnosis.Ok("gds", hasGds
        ? new("Graph Data Science: aanwezig; analisten kunnen neo4j/queries/gds gebruiken.", "Graph Data Science: present; analysts can use neo4j/queries/gds.")
        : new("Graph Data Science: niet aanwezig; Wijk heeft het niet nodig.", "Graph Data Science: absent; Wijk does not need it."));

    /// <summary>How the server is set up; a setting is null when it may not be asked or is not set.</summary>
    public static IEnumerable<Diagnosis> Settings(Func<string, string?> setting)
    {
        var (heap, transactions) = (setting("server.memory.heap.max_size"), setting("dbms.memory.transaction.total.max"));
        yield return Diagnosis.Ok("memory", new(
            $"Geheugen: heap {heap ?? "onbekend"}, alle transacties samen {transactions ?? "onbekend"}.",
            $"Memory: heap {heap ?? "unknown"}, all transactions together {transactions ?? "unknown"}."));
        if (setting("server.bolt.listen_address") is { } bolt)
        {
            Words found = new($"Bolt: luistert op {bolt}; de Query API heeft Bolt nodig.", $"Bolt: listens on {bolt}; the Query API needs Bolt.");
            yield return IsLoopback(bolt)
                ? Diagnosis.Ok("bolt", found)
                : Diagnosis.Attention("bolt", found, new(
                    "Zet server.bolt.listen_address op 127.0.0.1 als niemand anders Bolt gebruikt.", "Set server.bolt.listen_address to 127.0.0.1 when nobody else uses Bolt."));
        }

        if (setting("server.http_enabled_modules") is { } modules)
        {
            Words found = new($"HTTP: modules {modules}.", $"HTTP: modules {modules}.");
            yield return modules.Split(',', StringSplitOptions.TrimEntries).All(module => module is "QUERY_API_ENDPOINTS" or "BROWSER")
                ? Diagnosis.Ok("http", found)
                : Diagnosis.Attention("http", found, new(
                    "Zet server.http_enabled_modules op QUERY_API_ENDPOINTS: meer gebruikt Wijk niet.",
                    "Set server.http_enabled_modules to QUERY_API_ENDPOINTS: Wijk uses no more."));
        }
    }

    private static bool IsLoopback(string address)
    {
        var host = address[..Math.Max(address.LastIndexOf(':'), 0)].Trim('[', ']');
        return host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
