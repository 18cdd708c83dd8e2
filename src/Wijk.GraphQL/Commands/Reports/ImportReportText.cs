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
        if (report.Rows.Read > 0) terminal.Sentence(Words.Join([Fate(report.Rows), .. report.Warnings.Where(warning => warning.IsOfSkipped).Select(warning => warning.Message)]));
        List(terminal, new("Waarschuwingen", "Warnings"), Remarks(report.Warnings.Where(warning => !warning.IsOfSkipped)));
        List(terminal, new("Geweigerde rijen", "Refused rows"), Refusals(report.Refused));
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
            $"Er is niets geschreven, want er zijn rijen geweigerd ({RowsRefused(report)}). Verbeter ze, of lees de rest in met --skip-refused. Met --refused FILE krijgt u ze in een bestand, elk met de reden.",
            $"Nothing was written, because rows were refused ({RowsRefused(report)}). Correct them, or import the rest with --skip-refused. With --refused FILE you get them in a file, each with its reason."),
        ImportOutcome.NothingToDo => new(
            $"Alles stond er al; de versie blijft {report.Version}.",
            $"Everything was there already; the version stays {report.Version}."),
        ImportOutcome.Planned => new(
            "Dit zou een import doen; er is niets geschreven.",
            "This is what an import would do; nothing was written."),
        _ => new($"Geschreven als versie {report.Version}.", $"Written as version {report.Version}."),
    };

    private static Words Fate(RowTally rows) => new(
        $"Rijen: {rows.Read} gelezen = {rows.Used} gebruikt + {rows.Refused} geweigerd + {rows.Skipped} overgeslagen.",
        $"Rows: {rows.Read} read = {rows.Used} used + {rows.Refused} refused + {rows.Skipped} skipped.");

    private static long RowsRefused(ImportReport report) => report.Rows.Read > 0 ? report.Rows.Refused : report.Refused.Select(remark => remark.Place).Distinct().Count();

    // What depends on a refused row is counted under it: mend the one, and the others are well.
    private static IEnumerable<Words> Refusals(IReadOnlyList<RowRemark> refused)
    {
        var consequences = refused.Where(remark => remark.Cause is not null).ToLookup(remark => remark.Cause!.Value);
        var told = new HashSet<RowPlace>();
        foreach (var alike in refused.Where(remark => remark.Cause is null).GroupBy(remark => (remark.Place.File, remark.Value, remark.Message)))
        {
            var places = alike.Select(remark => remark.Place).Distinct().Where(told.Add).ToArray();
            var dependents = places.SelectMany(place => consequences[place]).Select(remark => remark.Place).Distinct().ToArray();
            yield return One(alike.Key.File, alike.Key.Value, alike.Key.Message, [.. alike]) + (dependents.Length == 0 ? "" : Dependents(dependents));
        }

        // The row that they come from may have been refused by a name only.
        foreach (var orphan in consequences.Where(cause => !told.Contains(cause.Key)).SelectMany(cause => cause)) yield return orphan.Line;
    }

    private static Words Dependents(RowPlace[] places)
    {
        var files = string.Join("; ", places.GroupBy(place => place.File)
            .Select(file => $"{file.Key}: {string.Join(", ", file.Take(RowsListed).Select(place => place.Row))}{(file.Count() > RowsListed ? ", …" : "")}"));
        return places.Length == 1
            ? new($" Hierdoor is ook 1 andere rij geweigerd ({files}).", $" Because of this 1 other row is refused too ({files}).")
            : new($" Hierdoor zijn ook {places.Length} andere rijen geweigerd ({files}).", $" Because of this {places.Length} other rows are refused too ({files}).");
    }

    // A reason that many rows share is printed once.
    private static IEnumerable<Words> Remarks(IEnumerable<RowRemark> remarks) => remarks
        .GroupBy(remark => (remark.Place.File, remark.Value, remark.Message))
        .Select(alike => One(alike.Key.File, alike.Key.Value, alike.Key.Message, [.. alike]));

    private static Words One(string file, string value, Words message, RowRemark[] alike) => alike.Length == 1 ? alike[0].Line : Several(file, value, message, alike);

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
