using System.CommandLine;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary><c>doctor</c>: says what is well with the store, what is not, and what to do about it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Als JSON. / As JSON." };

    public static Command Make()
    {
        var command = new Command(
            "doctor", "Kijkt of de opslag gezond is, en wat u kunt doen als iets niet klopt. / Says whether the store is well, and what to do when it is not.")
        {
            Json,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var found = await arguments.Place().DiagnoseAsync(TimeProvider.System, new StageLines(arguments), cancellationToken);
            if (arguments.GetValue(Json)) JsonLines.Print(arguments.Surroundings().OpenOutput(), json => Write(json, found));
            else Print(found, arguments.Terminal());
            return found.Any(diagnosis => diagnosis.Level == DiagnosisLevel.Wrong) ? 1 : 0;
        }));
        return command;
    }

    private static void Print(IReadOnlyList<Diagnosis> found, Terminal terminal)
    {
        foreach (var diagnosis in found)
            terminal.Sentence(Label(diagnosis.Level) + "  " + diagnosis.Found + (diagnosis.NextStep is { } next ? " " + next : ""));
        var wrong = found.Count(diagnosis => diagnosis.Level == DiagnosisLevel.Wrong);
        terminal.Sentence(wrong == 0
            ? new("Er is niets mis.", "Nothing is wrong.")
            : new($"Mis: {wrong}. Doe wat achter elk punt staat, en kijk daarna opnieuw.", $"Wrong: {wrong}. Do what is written after each, then look again."));
    }

    // Of equal width, so that the findings line up.
    private static Words Label(DiagnosisLevel level) => level switch
    {
        DiagnosisLevel.Ok => new("goed  ", "ok       "),
        DiagnosisLevel.Attention => new("let op", "attention"),
        _ => new("mis   ", "wrong    "),
    };

    private static void Write(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<Diagnosis> found)
    {
        json.WriteStartArray();
        foreach (var diagnosis in found)
        {
            json.WriteStartObject();
            json.WriteString("subject", diagnosis.Subject);
            json.WriteString("level", diagnosis.Level.ToString().ToLowerInvariant());
            json.WriteWords("found", diagnosis.Found);
            if (diagnosis.NextStep is { } next) json.WriteWords("nextStep", next);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
