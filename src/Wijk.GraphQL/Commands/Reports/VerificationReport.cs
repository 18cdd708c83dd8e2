using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what a verification found.</summary>
internal static class VerificationReport
{
    private const int MostListed = 50;

    /// <summary>Prints a heading and a list for each rule, and how many in all.</summary>
    public static void Print(Verification found, Terminal terminal)
    {
        foreach (var rule in found.Findings.GroupBy(finding => finding.Rule).OrderBy(rule => rule.Key))
        {
            terminal.Heading(Label(rule.Key) + $" ({rule.Count()})");
            foreach (var finding in rule.Take(MostListed)) terminal.Sentence("- " + Line(finding));
            if (rule.Count() - MostListed is > 0 and var rest)
                terminal.Sentence(new($"- en nog {rest}; alles met --json", $"- and {rest} more; all of it with --json"));
        }

        if (!found.IsLogComplete)
        {
            terminal.Sentence(new(
                "Het logboek begint niet bij versie 1; of er iets weg is, valt niet te zeggen.",
                "The log does not begin at version 1; whether anything is gone cannot be said."));
        }

        var faults = found.Findings.Count(finding => !finding.IsRemark);
        terminal.Sentence(new Words(
                $"Bekeken: versie {found.Version.Number}, {found.NodeCount} knopen en {found.RelationCount} relaties. ",
                $"Looked at: version {found.Version.Number}, {found.NodeCount} nodes and {found.RelationCount} relations. ")
            + (faults == 0 ? new Words("Alles klopt.", "All is well.") : new Words($"Niet in orde: {faults}.", $"Not well: {faults}.")));
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, Verification found)
    {
        json.WriteStartObject();
        json.WriteNumber("version", found.Version.Number);
        json.WriteNumber("nodes", found.NodeCount);
        json.WriteNumber("relations", found.RelationCount);
        json.WriteBoolean("isLogComplete", found.IsLogComplete);
        json.WriteStartArray("findings");
        foreach (var finding in found.Findings) Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one finding.</summary>
    public static void Write(Utf8JsonWriter json, VerificationFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", NameOf(finding.Rule));
        json.WriteString("key", finding.Key);
        json.WriteString("elementId", finding.ElementId);
        json.WriteString("kind", finding.Kind);
        json.WriteWords("message", finding.Message);
        json.WriteWords("nextStep", finding.NextStep);
        json.WriteEndObject();
    }

    /// <summary>A rule as it stands in JSON.</summary>
    public static string NameOf(VerificationRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());

    /// <summary>A finding as one line: what it is about, what is the matter and what to do.</summary>
    public static Words Line(VerificationFinding finding) =>
        (Words)(finding.Key ?? (finding.ElementId is { } id ? $"{finding.Kind} {id}" : finding.Kind)) + ": " + finding.Message + " " + finding.NextStep;

    private static Words Label(VerificationRule rule) => rule switch
    {
        VerificationRule.NotManaged => new("Niet onder beheer van Wijk", "Not managed by Wijk"),
        VerificationRule.BreaksVocabulary => new("Past niet in de woordenlijst", "Breaks the vocabulary"),
        VerificationRule.NoProvenance => new("Zonder herkomst", "Without provenance"),
        VerificationRule.ChangedOutsideWijk => new("Buiten Wijk om gewijzigd", "Changed outside Wijk"),
        VerificationRule.RemovedAndBack => new("Verwijderd, en terug", "Removed, and back"),
        VerificationRule.DeletedOutsideWijk => new("Buiten Wijk om verwijderd", "Deleted outside Wijk"),
        _ => new("Ter kennisneming: van een ander", "For your information: somebody else's"),
    };
}
