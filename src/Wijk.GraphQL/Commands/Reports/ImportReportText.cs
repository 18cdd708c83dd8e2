using System.Globalization;
using Wijk.Graph.Import;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what an import did, or would do.</summary>
internal static class ImportReportText
{
    private const int MostListed = 20;
    private const int RowsListed = 10;

    public static void Write(ImportReport report, Terminal terminal)
    {
        terminal.Table(
            [new("Bestand", "File"), new("Codering", "Encoding"), new("Rijen gelezen", "Rows read")],
            report.Files.Select(file => new[] { file.File, file.Encoding, Number(file.RowCount) }));
        terminal.Table(
            [new("", ""), new("nieuw", "added"), new("gewijzigd", "changed"), new("ongewijzigd", "unchanged")],
            [
                [terminal.Say(new("knopen", "nodes")), Number(report.NodesAdded), Number(report.NodesChanged), Number(report.NodesUnchanged)],
                [terminal.Say(new("relaties", "relations")), Number(report.RelationsAdded), Number(report.RelationsChanged), Number(report.RelationsUnchanged)],
            ]);
        List(terminal, new("Waarschuwingen", "Warnings"), Remarks(report.Warnings));
        List(terminal, new("Geweigerde rijen", "Refused rows"), Remarks(report.Refused));
        List(terminal, new("Niet meer in het bestand (niets is verwijderd)", "No longer in the file (nothing was removed)"), report.Vanished.Select(Same));
        List(
            terminal,
            new("Later door een ander gewijzigd, dus niet overschreven", "Changed later by somebody else, so not overwritten"),
            report.NotOverwritten.Select(kept => Same($"{kept.Key} ({kept.ChangedBy})")));
        List(
            terminal,
            new("Overgeslagen, want iemand wijzigde iets in Neo4j; zie 'verify'", "Skipped, since somebody edited Neo4j; see 'verify'"),
            report.Skipped.Select(skipped => skipped.Message));
        if (report.SampleReplaced)
            terminal.Sentence(new("De voorbeeldbuurt Voorbeeldwijk is vervangen.", "The sample neighbourhood Voorbeeldwijk was replaced."));
        terminal.Sentence(Outcome(report));
    }

    private static Words Outcome(ImportReport report) => report.Outcome switch
    {
        ImportOutcome.Refused => new(
            $"Er is niets geschreven, want er zijn rijen geweigerd ({report.Refused.Count}). Verbeter ze, of lees de rest in met --skip-refused.",
            $"Nothing was written, because rows were refused ({report.Refused.Count}). Correct them, or import the rest with --skip-refused."),
        ImportOutcome.NothingToDo => new(
            $"Alles stond er al; de versie blijft {report.Version}.",
            $"Everything was there already; the version stays {report.Version}."),
        ImportOutcome.Planned => new(
            "Dit zou een import doen; er is niets geschreven.",
            "This is what an import would do; nothing was written."),
        _ => new($"Geschreven als versie {report.Version}.", $"Written as version {report.Version}."),
    };

    // A reason that many rows share is printed once.
    private static IEnumerable<Words> Remarks(IEnumerable<RowRemark> remarks) => remarks
        .GroupBy(remark => (remark.Place.File, remark.Value, remark.Message))
        .Select(alike => alike.Count() == 1 ? alike.First().Line : Several(alike.Key.File, alike.Key.Value, alike.Key.Message, [.. alike]));

    private static Words Several(string file, string value, Words message, RowRemark[] remarks)
    {
        var rows = string.Join(", ", remarks.Take(RowsListed).Select(remark => remark.Place.Row)) + (remarks.Length > RowsListed ? ", …" : "");
        return file + new Words(" rijen ", " rows ") + $"{rows} ({remarks.Length}): {(value.Length == 0 ? "" : $"'{value}': ")}" + message;
    }

    private static void List(Terminal terminal, Words heading, IEnumerable<Words> items)
    {
        var all = items.ToArray();
        if (all.Length == 0) return;
        terminal.Heading(heading + $" ({all.Length})");
        foreach (var item in all.Take(MostListed)) terminal.Sentence("- " + item);
        var rest = all.Length - MostListed;
        if (rest > 0) terminal.Sentence(new($"- en nog {rest}", $"- and {rest} more"));
    }

    private static Words Same(string text) => text;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
