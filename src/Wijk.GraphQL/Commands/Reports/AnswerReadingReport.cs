using Wijk.Graph.Findings;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what was read from filled-in lists.</summary>
internal static class AnswerReadingReport
{
    private const int MostListed = 20;

    /// <summary>Prints it.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="version">The version in which it stands; null when nothing was written.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(AnswerReading reading, long? version, Terminal terminal)
    {
        terminal.Table([new("Bestand", "File"), new("Regels gelezen", "Lines read")], reading.Files.Select(file => new[] { file.File, terminal.Say(Phrasing.Count(file.RowCount)) }));
        List(terminal, new("Niet gevonden, en dus niet bewaard", "Not found, and so not recorded"), reading.NotFound);
        List(terminal, new("Geweigerde regels", "Refused lines"), reading.Refused);
        if (reading.Refused.Count > 0)
        {
            terminal.Sentence(new($"Er is niets geschreven, want er zijn regels geweigerd ({reading.Refused.Count}). Verbeter ze en lees de lijst opnieuw in.",
                $"Nothing was written, because lines were refused ({reading.Refused.Count}). Correct them and read the list again."));
            return;
        }

        var (answers, who, empty) = (Phrasing.Count(reading.AnswerCount, new("antwoord", "answer"), new("antwoorden", "answers")), Phrasing.Count(reading.Respondents.Count), Phrasing.Count(reading.EmptyCount));
        terminal.Sentence(new Words($"{answers.Nl} gelezen, van {who.Nl} die gevraagd zijn; ", $"{answers.En} read, of {who.En} that were asked; ")
            + Phrasing.ByNumber(reading.EmptyCount, new("1 vraag is leeg gelaten en blijft onbekend.", "1 question was left empty and stays unknown."),
                new($"{empty.Nl} vragen zijn leeg gelaten en blijven onbekend.", $"{empty.En} questions were left empty and stay unknown.")));
        terminal.Sentence(version is { } written
            ? new($"Geschreven als versie {written}. Bekijk wat de ronde verandert met: analyse round", $"Written as version {written}. See what the round changes with: analyse round")
            : new($"Alles stond er al; de versie blijft {reading.Version}.", $"Everything was there already; the version stays {reading.Version}."));
    }

    private static void List(Terminal terminal, Words heading, IReadOnlyList<RowRemark> remarks)
    {
        if (remarks.Count == 0) return;
        terminal.Heading(heading + $" ({remarks.Count})");
        foreach (var remark in remarks.Take(MostListed)) terminal.Sentence("- " + remark.Line);
        if (remarks.Count > MostListed) terminal.Sentence(new($"- en nog {remarks.Count - MostListed}", $"- and {remarks.Count - MostListed} more"));
    }
}
