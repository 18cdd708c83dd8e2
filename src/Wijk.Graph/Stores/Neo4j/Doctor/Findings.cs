using System.Globalization;
using System.Net;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.Doctor;

/// <summary>What the state of a server and its database means, in words.</summary>
internal static class Findings
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
        var seconds = difference.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Words found = new($"Klok: {seconds} s verschil met de server.", $"Clock: {seconds} s apart from the server.");
        return difference.Duration() <= NoticeableDifference
            ? Diagnosis.Ok("clock", found)
            : Diagnosis.Attention("clock", found, new(
                "Zet beide klokken gelijk, bij voorkeur met NTP: Wijk schrijft op wanneer iets is vastgelegd.",
                "Set both clocks right, preferably with NTP: Wijk writes down when something was recorded."));
    }

    /// <summary>Whether the database has had all migrations, as this Wijk knows them.</summary>
    public static Diagnosis Migrations(Bookkeeping kept, IReadOnlyList<Migration> shipped)
    {
        Words found = new($"Migraties: {kept.Applied.Length} van {shipped.Count}.", $"Migrations: {kept.Applied.Length} of {shipped.Count}.");
        if (kept.Applied.FirstOrDefault(applied => applied.Number > shipped.Count) is { } newer)
        {
            return Diagnosis.Wrong("migrations", found, new(
                $"{newer.Name} is van een nieuwere Wijk; installeer die.", $"{newer.Name} is a newer Wijk's; install that."));
        }

        if (kept.Applied.FirstOrDefault(applied => applied.Checksum != shipped[applied.Number - 1].Checksum) is { } changed)
        {
            return Diagnosis.Wrong("migrations", found, new(
                $"{changed.Name} is in een andere vorm toegepast dan deze Wijk kent; gebruik de Wijk waarmee dat gebeurde.",
                $"{changed.Name} was applied in another form than this Wijk knows; use the Wijk that did so."));
        }

        return kept.Applied.Length == shipped.Count
            ? Diagnosis.Ok("migrations", found)
            : Diagnosis.Attention("migrations", found, new(
                "De eerste opdracht die de database opent, past de rest toe.", "The first command that opens the database applies the rest."));
    }

    /// <summary>The version of the graph.</summary>
    public static Diagnosis Version(Bookkeeping kept) => kept.Version is { Number: > 0 } version
        ? Diagnosis.Ok("version", new(
            $"Gegevens: versie {version.Number}, van {RecordJson.TimeText(version.RecordedAt)}, {kept.NodeCount} knopen.",
            $"Graph: version {version.Number}, of {RecordJson.TimeText(version.RecordedAt)}, {kept.NodeCount} nodes."))
        : kept is { Version: null, HasNodes: true }
            ? Diagnosis.Wrong(
                "version",
                new("Gegevens: de database bevat iets anders, en niets van Wijk.", "Graph: the database holds something else, and nothing of Wijk."),
                new("Kies een lege database met WIJK_NEO4J_DATABASE.", "Choose an empty database with WIJK_NEO4J_DATABASE."))
            : Diagnosis.Attention(
                "version",
                new("Gegevens: er staat nog niets in.", "Graph: there is nothing in it yet."),
                new("Vul de database met 'import' of 'copy'.", "Fill the database with 'import' or 'copy'."));

    /// <summary>Whether a large change set is being applied, or was and never ended.</summary>
    public static Diagnosis Apply(Bookkeeping kept, DateTimeOffset serverNow)
    {
        if (kept.ApplyExpiresAt is not { } until)
        {
            return kept.StagedCount == 0
                ? Diagnosis.Ok("apply", new("Grote wijziging: er is er geen bezig.", "Large change set: none is going on."))
                : Diagnosis.Attention(
                    "apply",
                    new($"Grote wijziging: {kept.StagedCount} pagina's staan klaar om te worden toegepast.", $"Large change set: {kept.StagedCount} pages are staged to be applied."),
                    new(
                        "Is er een import bezig, wacht dan. Zo niet, dan ruimt de volgende grote import ze op.",
                        "If an import is going on, wait. If none is, the next large import clears them away."));
        }

        return until >= serverNow
            ? Diagnosis.Attention(
                "apply",
                new($"Grote wijziging: wordt nu toegepast, door een ander tot {RecordJson.TimeText(until)}.", $"Large change set: is being applied, by another until {RecordJson.TimeText(until)}."),
                new("Wacht tot die klaar is.", "Wait until it is done."))
            : Diagnosis.Attention(
                "apply",
                new($"Grote wijziging: is begonnen en sinds {RecordJson.TimeText(until)} verlaten.", $"Large change set: was begun, and abandoned since {RecordJson.TimeText(until)}."),
                new("De volgende Wijk die leest of schrijft maakt haar af; start er een.", "The next Wijk that reads or writes finishes it; start one."));
    }

    /// <summary>Who holds a lock.</summary>
    public static Diagnosis Lock(HeldLock held, DateTimeOffset serverNow)
    {
        Words found = new(
            $"Slot '{held.Name}': van {held.Owner} tot {RecordJson.TimeText(held.ExpiresAt)}.",
            $"Lock '{held.Name}': {held.Owner}'s until {RecordJson.TimeText(held.ExpiresAt)}.");
        return held.ExpiresAt < serverNow
            ? Diagnosis.Ok("lock", found + new Words(" Verlopen: wie het nodig heeft, neemt het over.", " Expired: whoever needs it takes it over."))
            : Diagnosis.Attention("lock", found, new("Wacht tot die klaar is, of tot het verloopt.", "Wait until it is done, or until it expires."));
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
