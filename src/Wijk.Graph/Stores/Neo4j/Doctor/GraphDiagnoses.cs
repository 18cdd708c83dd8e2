using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.Doctor;

/// <summary>What the state of the graph in a database means, in words.</summary>
internal static class GraphDiagnoses
{
    private const int MostRecords = 5;

    private static readonly Words RepairRecord = new(
        "Tot dan telt wat het laatst is vastgelegd. Herstel het in Neo4j; 'verify' noemt alles wat mis is.",
        "Until then what was last logged counts. Repair it in Neo4j; 'verify' lists all that is wrong.");

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
                        "Is er een import of 'prune' bezig, wacht dan. Zo niet, dan ruimt de volgende ze na een dag op.",
                        "If an import or 'prune' is going on, wait. If none is, the next one clears them away after a day."));
        }

        if (kept.ApplyFault is { } fault) return Diagnosis.Wrong("apply", new Words("Grote wijziging: ", "Large change set: ") + fault);
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

    /// <summary>What a change set left out, since somebody edited the database while it was written.</summary>
    public static Diagnosis Skipped(SkippedChanges skipped)
    {
        var keys = string.Join(", ", skipped.Keys.Take(MostRecords).Select(key => $"'{TextRules.Shown(key)}'")) + (skipped.Keys.Length > MostRecords ? ", …" : "");
        return Diagnosis.Attention(
            "skipped",
            new(
                $"Versie {skipped.Version}: {skipped.Keys.Length} wijzigingen zijn overgeslagen, want iemand wijzigde iets in Neo4j terwijl ze werden opgeslagen: {keys}.",
                $"Version {skipped.Version}: {skipped.Keys.Length} changes were skipped, since somebody edited Neo4j while they were being stored: {keys}."),
            new("Kijk met 'verify' wat er nu staat, en neem dat op met 'adopt'.", "See with 'verify' what is there now, and take that in with 'adopt'."));
    }

    /// <summary>Which records no record can be made of, since somebody changed them outside Wijk.</summary>
    public static IEnumerable<Diagnosis> Records(IReadOnlyList<UnreadableRecord> unreadable)
    {
        if (unreadable.Count == 0)
        {
            yield return Diagnosis.Ok("records", new("Records: alle zijn te lezen.", "Records: all of them can be read."));
            yield break;
        }

        foreach (var record in unreadable.Take(MostRecords))
        {
            var key = TextRules.Shown(record.Key);
            yield return Diagnosis.Wrong("records", new Words($"Record '{key}': ", $"Record '{key}': ") + record.Problem.Message, RepairRecord);
        }

        if (unreadable.Count - MostRecords is > 0 and var more)
            yield return Diagnosis.Wrong("records", new($"Records: nog {more} zijn niet te lezen.", $"Records: {more} more cannot be read."), RepairRecord);
    }

    /// <summary>Whether the constraints and indexes that Wijk relies on are there.</summary>
    public static Diagnosis Schema(IReadOnlyList<SchemaElement> missing)
    {
        if (missing.Count == 0) return Diagnosis.Ok("schema", new("Constraints en indexen: alle zijn er.", "Constraints and indexes: all are there."));
        var names = string.Join(", ", missing.Select(element => element.Name));
        return Diagnosis.Wrong(
            "schema",
            new($"Constraints en indexen: weg is {names}.", $"Constraints and indexes: gone is {names}."),
            new(
                "Start Wijk opnieuw, of lees iets met 'export': dat maakt ze weer. Staat dit er dan nog, dan hebben twee records dezelfde sleutel: voer uit wat hierna staat, en haal er een weg. "
                    + missing[0].Statement.Text,
                "Start Wijk again, or read something with 'export': that makes them again. If this is still here then, two records have the same key: run what follows, and take one away. "
                    + missing[0].Statement.Text));
    }
}
