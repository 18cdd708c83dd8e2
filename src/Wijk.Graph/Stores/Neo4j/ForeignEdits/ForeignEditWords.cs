using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>What is said of elements that are not as Wijk left them.</summary>
internal static class ForeignEditWords
{
    /// <summary>Of an element that was there and that Wijk removed.</summary>
    public static Words RemovedAndBack { get; } = new("Wijk heeft dit verwijderd, en het staat er weer.", "Wijk removed this, and it is back.");

    /// <summary>Of a record that is gone.</summary>
    public static Words DeletedOutsideWijk { get; } = new(
        "Wijk heeft dit geschreven en nooit verwijderd, en het is weg.", "Wijk wrote this and never removed it, and it is gone.");

    /// <summary>Of a record whose key stands on something that Wijk does not read.</summary>
    public static Words Unlabelled { get; } = new(
        "Wat deze sleutel heeft, is niet meer van de soort die Wijk schreef: een label of een einde is weg.",
        "What has this key is no longer of the kind that Wijk wrote: a label or an end is gone.");

    /// <summary>Of a node that is gone while its relations are there.</summary>
    public static Words KeyTakenAway { get; } = new(
        "Geen knoop heeft deze sleutel meer, en er zijn nog relaties van; geef de knoop zijn sleutel terug, of verwijder die relaties.",
        "No node has this key any more, and there are still relations of it; give the node its key back, or delete those relations.");

    /// <summary>Of a record that is larger than anybody may bring in.</summary>
    public static Words TooLarge(long bytes) => new(
        $"Het is {bytes} bytes groot (als JSON), en {LargestRecord} is het meeste; maak de langste waarde korter.",
        $"It is {bytes} bytes large (as JSON), and at most {LargestRecord} are allowed; shorten its longest value.");

    /// <summary>How large a record may be that is taken over, in bytes of JSON: a request to change one takes no more either.</summary>
    public const int LargestRecord = 4 * 1024 * 1024;

    /// <summary>Of a node of the vocabulary that Wijk does not read.</summary>
    public static Words NotManaged(string labels, string? name)
    {
        var named = name is null ? "" : $" '{name}'";
        return new($"{labels}{named} is niet door Wijk geschreven; Wijk leest het niet.", $"{labels}{named} was not written by Wijk; Wijk does not read it.");
    }

    /// <summary>Of a relation of the vocabulary that Wijk does not read.</summary>
    public static Words NotManaged(string type, NodeAt from, NodeAt to) => new(
        $"{type} van '{from.Key ?? "?"}' naar '{to.Key ?? "?"}' is niet door Wijk geschreven; Wijk leest het niet.",
        $"{type} from '{from.Key ?? "?"}' to '{to.Key ?? "?"}' was not written by Wijk; Wijk does not read it.");

    /// <summary>Of a relation with an end that Wijk does not read.</summary>
    public static Words EndNotManaged(NodeAt from, NodeAt to)
    {
        var end = from is { IsManaged: true, Key: not null } ? "to" : "from";
        return new(
            $"De knoop aan het einde '{end}' ({(end == "from" ? from : to).Key ?? "zonder sleutel"}) is niet onder beheer van Wijk.",
            $"The node at its end '{end}' ({(end == "from" ? from : to).Key ?? "without a key"}) is not managed by Wijk.");
    }

    /// <summary>Of an element that does not say who said so, or when.</summary>
    public static Words NoProvenance(string name) => name == "source"
        ? new("Er staat niet bij wie het zei (source ontbreekt).", "It does not say who said so (source is missing).")
        : new("Er staat niet bij wanneer het is vastgelegd (recordedAt ontbreekt).", "It does not say when it was recorded (recordedAt is missing).");

    /// <summary>Of an element that is not what Wijk last wrote.</summary>
    /// <param name="now">What it is.</param>
    /// <param name="logged">What the log says it is; null when the log does not have it.</param>
    public static Words ChangedOutsideWijk(GraphRecord now, GraphRecord? logged)
    {
        var said = new Words("Buiten Wijk om gewijzigd", "Changed outside Wijk");
        if (logged is null) return said + new Words("; het logboek zegt niet wat het was.", "; the log does not say what it was.");
        var differences = RecordDifferences.Between(logged, now);
        return differences.En.Length == 0
            ? said + new Words(": alleen wat Wijk zelf bijhoudt (digest of visibility).", ": only what Wijk itself keeps (digest or visibility).")
            : said + ": " + differences + ".";
    }

    /// <summary>Of a record that a large change set left as it is.</summary>
    public static Words ChangedDuringLoad(string key) => new(
        $"'{key}' is in Neo4j veranderd terwijl de import werd opgeslagen; het is zo gelaten.",
        $"'{key}' was changed in Neo4j while the import was being stored; it was left as it is.");

    /// <summary>Of a relation that a large change set could not write.</summary>
    public static Words EndGoneDuringLoad(string key, string end) => new(
        $"'{key}' is niet geschreven: '{end}' is in Neo4j verwijderd terwijl de import werd opgeslagen.",
        $"'{key}' was not written: '{end}' was deleted in Neo4j while the import was being stored.");

    /// <summary>Of a node that a large change set could not remove.</summary>
    public static Words TiedDuringLoad(string key) => new(
        $"'{key}' is niet verwijderd: iemand gaf het in Neo4j een relatie terwijl de import werd opgeslagen.",
        $"'{key}' was not removed: somebody gave it a relation in Neo4j while the import was being stored.");

    /// <summary>Of a change that Neo4j does not take.</summary>
    public static Words RefusedDuringLoad(string key, Words why) =>
        new Words($"'{key}' is overgeslagen: ", $"'{key}' was skipped: ") + why;

    /// <summary>What to do about a fault.</summary>
    public static Words NextStep(VerificationRule rule) => rule switch
    {
        VerificationRule.NotManaged => new(
            "Neem het op met 'adopt' (een knoop zonder key: met --namespace), of laat het staan.",
            "Take it in with 'adopt' (a node without a key: with --namespace), or leave it as it is."),
        VerificationRule.BreaksVocabulary => new(
            "Herstel het in Neo4j, en kijk opnieuw met 'verify'.", "Repair it in Neo4j, then look again with 'verify'."),
        VerificationRule.NoProvenance => new(
            "Zet het erbij in Neo4j, of neem het op met 'adopt'.", "Add it in Neo4j, or take it in with 'adopt'."),
        VerificationRule.ChangedOutsideWijk => new(
            "Neem de wijziging op met 'adopt', of zet de oude waarde terug in Neo4j.", "Take the change in with 'adopt', or put the old value back in Neo4j."),
        VerificationRule.RemovedAndBack => new(
            "Neem het op met 'adopt', of verwijder het in Neo4j.", "Take it in with 'adopt', or delete it in Neo4j."),
        VerificationRule.DeletedOutsideWijk => new(
            "Leg het verwijderen vast met 'adopt', of zet een reservekopie terug.", "Record the removal with 'adopt', or put a backup back."),
        _ => new("Het is van een ander en blijft staan.", "It is somebody else's, and stays."),
    };
}
