using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what an adoption took and left.</summary>
internal static class AdoptionReport
{
    private const int MostListed = 50;

    /// <summary>Prints both lists, and what was written.</summary>
    public static void Print(Adoption adoption, bool isDryRun, Terminal terminal)
    {
        List(
            terminal,
            isDryRun ? new("Zou worden opgenomen", "Would be taken") : new("Opgenomen", "Taken"),
            [.. adoption.Taken.Select(taken => (Words)taken.Key + ": " + taken.Message)]);
        List(terminal, new("Gelaten zoals het is", "Left as it is"), [.. adoption.Left.Select(VerificationReport.Line)]);
        terminal.Sentence(adoption switch
        {
            { Version: { } version } => new($"Geschreven als versie {version}.", $"Written as version {version}."),
            { Taken.IsEmpty: true } => new("Er is niets om op te nemen.", "There is nothing to take."),
            _ => new("Er is niets geschreven.", "Nothing was written."),
        });
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, Adoption adoption)
    {
        json.WriteStartObject();
        if (adoption.Version is { } version) json.WriteNumber("version", version);
        else json.WriteNull("version");
        json.WriteStartArray("taken");
        foreach (var taken in adoption.Taken)
        {
            json.WriteStartObject();
            json.WriteString("key", taken.Key);
            json.WriteString("rule", VerificationReport.NameOf(taken.Rule));
            json.WriteWords("message", taken.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("left");
        foreach (var left in adoption.Left) VerificationReport.Write(json, left);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void List(Terminal terminal, Words heading, Words[] lines)
    {
        if (lines.Length == 0) return;
        terminal.Heading(heading + $" ({lines.Length})");
        foreach (var line in lines.Take(MostListed)) terminal.Sentence("- " + line);
        if (lines.Length - MostListed is > 0 and var rest)
            terminal.Sentence(new($"- en nog {rest}; alles met --json", $"- and {rest} more; all of it with --json"));
    }
}
