using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;
using Wijk.Graph.Tests.Import.Mappings;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import;

/// <summary>Every row that is read is used, refused or skipped, whatever is wrong with the file: no row is lost without a word.</summary>
public class RowsLawTests
{
    private static readonly int Seeds = LongRun.Portion(300, 10_000);

    private static readonly string[] Names = ["De Linde", "de linde", "Café Zon", "Cafe Zon", "GGD", "Wijkteam", "A, B", "", "-", "Buurtmoeders", "Agency:GGD", "#REF!"];
    private static readonly string[] Dates = ["2025", "1-9-2025", "01/03/2026", "najaar 2025", "doorlopend", "ooit", "", "46082", "2025-2026", "31/5/2026", "#N/A"];
    private static readonly string[] Numbers = ["4500", "€ 5.000", "15.000", "12.500,50", "veel", "", "-1", "1e5", "3.0"];
    private static readonly string[] Levels = ["3", "stemmen af", "9", "", "goed", "0 gevraagd, en er is geen contact"];
    private static readonly string[] Types = ["zorg", "welfare", "winkel", "", "bewonersinitiatief", "housing association / woningcorporatie"];

    [Fact]
    public void Rows_read_are_rows_used_refused_and_skipped_in_broken_files()
    {
        var (used, refused, skipped, unreadable) = (0L, 0L, 0L, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            using var files = new TempFiles();
            var random = new Random(seed);
            var expected = random.Next(3) == 0 ? Workbook(files, random) : Texts(files, random);
            try
            {
                var mapped = MappingRunner.Run(MappingLibrary.Find("wijk"), [files.Folder], null, DateTimeOffset.UnixEpoch, null, default);
                foreach (var maySkip in new[] { false, true })
                {
                    var report = ImportPlanner.Plan(mapped, new(default, [], []), new() { SkipRefused = maySkip }, DateTimeOffset.UnixEpoch).Report;
                    var rows = report.Rows;
                    rows.Read.Should().Be(report.RowCount, $"seed {seed}");
                    rows.Read.Should().Be(rows.Used + rows.Refused + rows.Skipped, $"seed {seed}: {rows}");
                    if (expected is { } count) rows.Read.Should().Be(count, $"seed {seed}: rows were counted when they were written");
                    var places = report.Refused.Select(remark => remark.Place).Distinct().Count();
                    rows.Refused.Should().Be(places, $"seed {seed}: every refused row has a reason");
                    report.Refused.Where(remark => remark.Message.Nl.Length < 10 || remark.Message.En.Length < 10).Should().BeEmpty();
                    if (rows.Skipped > 0) report.Warnings.Should().NotBeEmpty($"seed {seed}: what is skipped is told");
                }

                var last = ImportPlanner.Plan(mapped, new(default, [], []), new() { SkipRefused = true }, DateTimeOffset.UnixEpoch).Report.Rows;
                (used, refused, skipped) = (used + last.Used, refused + last.Refused, skipped + last.Skipped);
            }
            catch (ExplainedException refusal)
            {
                refusal.Why.Nl.Should().NotBeNullOrWhiteSpace($"seed {seed}");
                refusal.Why.En.Should().NotBeNullOrWhiteSpace();
                unreadable++;
            }
        }

        // The files are broken in many ways, and still most of them can be read.
        new[] { used, refused, skipped }.Should().OnlyContain(count => count > Seeds, $"used {used}, refused {refused}, skipped {skipped}, unreadable {unreadable}");
        unreadable.Should().BeLessThan(Seeds / 2);
    }

    [Fact]
    public void Rows_of_a_mapping_of_ones_own_are_counted_by_what_became_of_them()
    {
        var mapping = MiniMapping.Of(
            """
            [{ "table": "t", "when": [{ "of": "{kind}", "isNot": "note" }], "join": [{ "table": "u", "on": { "id": "{ref}" }, "missing": "blank" }],
               "nodes": { "a": { "kind": "Agency", "id": "{id}", "attributes": { "name": "{id}", "type": "{u.type}" } } } }]
            """,
            """{ "t": { "files": ["t.csv"] }, "u": { "files": ["u.csv"] } }""");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,kind,ref\na,x,1\nb,x,\nc,note,\nd,x,2\ne\n"), ("u.csv", "id,type\n1,zorg\n2,winkel\n3,#REF!\n"));
        records.Refused.Select(remark => remark.Place.ToString()).Should().BeEquivalentTo("t.csv row 5", "t.csv row 6", "u.csv row 4");
        records.Rows.Should().Be(new RowTally(8, 4, 3, 1), "a and b are used, and what they look things up in; c is a note");
    }

    // Rows that hold something, headings not counted; null when bytes were broken after the writing, so that nobody knows.
    private static long? Texts(TempFiles files, Random random)
    {
        var count = 0L;
        foreach (var (name, rows) in Tables(random))
        {
            var text = new StringBuilder();
            foreach (var row in rows)
            {
                text.AppendJoin(';', row.Select(value => value.AsSpan().ContainsAny(";\"\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value)).Append('\n');
                if (row.Any(value => value.Length > 0)) count++;
            }

            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (bytes.Length == 0 || text.ToString().All(letter => letter is ';' or '\n'))
            {
                count -= rows.Count(row => row.Any(value => value.Length > 0));
                continue;
            }

            count--;
            if (random.Next(6) == 0)
            {
                for (var time = random.Next(1, 6); time > 0; time--) bytes[random.Next(bytes.Length)] = (byte)random.Next(1, 256);
                files.Write(name + ".csv", bytes);
                _ = Rest(files, random);
                return null;
            }

            files.Write(name + ".csv", bytes);
        }

        return Directory.GetFiles(files.Folder).Length == 0 ? Rest(files, random) : count;
    }

    // A folder must hold something to read.
    private static long? Rest(TempFiles files, Random random)
    {
        files.Write("Agency.csv", $"id,name\n{random.Next()},A\n");
        return null;
    }

    private static long? Workbook(TempFiles files, Random random)
    {
        var count = 0L;
        var sheets = new Dictionary<string, object>();
        foreach (var (name, rows) in Tables(random))
        {
            sheets[name] = rows.Select(row => row.Index().ToDictionary(
                cell => $"c{cell.Index}",
                cell => cell.Item.Length == 0 ? null : decimal.TryParse(cell.Item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && random.Next(2) == 0 ? (object)number : cell.Item)).ToArray();
            var filled = rows.Count(row => row.Any(value => value.Length > 0));
            count += Math.Max(0, filled - 1);
        }

        using var stream = new MemoryStream();
        stream.SaveAs(sheets, printHeader: false);
        var bytes = stream.ToArray();
        if (random.Next(8) == 0)
        {
            for (var time = random.Next(1, 4); time > 0; time--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            files.Write("form.xlsx", bytes);
            return null;
        }

        files.Write("form.xlsx", bytes);
        return count;
    }

    private static IEnumerable<(string Name, List<string[]> Rows)> Tables(Random random)
    {
        yield return (Pick(random, "Activiteiten", "Activities", "aanbod", "blad 1"), Rows(random,
            ["Organisatie", "Activiteit", "Voor wie", "Waar", "Thema", "Van", "Tot en met", "Budget", "Betaald door", "Werkt samen met", "Soort organisatie", "Extra"],
            () => [Pick(random, Names), Pick(random, "Koffie", "koffie", "Soos", "", "#REF!"), Pick(random, "ouderen", "jongeren; ouders", "", "x, y"), Pick(random, "Oost", "1012 AB", "1012ab", ""),
                Pick(random, "Welzijn", "Zorg", ""), Pick(random, Dates), Pick(random, Dates), Pick(random, Numbers), Pick(random, Names), Pick(random, Names), Pick(random, Types), Pick(random, "", "", "#N/A", "los")]));
        if (random.Next(2) == 0)
            yield return (Pick(random, "Contacten", "Ties"), Rows(random, ["Wie", "Met wie", "Hoe nauw", "Wie zegt dat"], () => [Pick(random, Names), Pick(random, Names), Pick(random, Levels), Pick(random, Names)]));
        if (random.Next(3) == 0)
            yield return ("Organisaties", Rows(random, ["Naam", "Soort", "Website"], () => [Pick(random, Names), Pick(random, Types), Pick(random, "", "a.example")]));
        if (random.Next(3) == 0)
            yield return ("Gebieden", Rows(random, ["Naam", "Niveau", "Ligt in", "Inwoners"], () => [Pick(random, "Oost", "oost", "Noord", ""), Pick(random, "buurt", "wijk", "dorp", ""), Pick(random, "Noord", "", "Oost"), Pick(random, Numbers)]));
        if (random.Next(4) == 0)
            yield return ("RUNS", Rows(random, ["from", "to"], () => [Pick(random, Names), Pick(random, "m", "Measure:m", "", "Koffie")]));
        if (random.Next(4) == 0) yield return ("Notities", Rows(random, ["wat", "wie"], () => [Pick(random, "bellen", ""), Pick(random, "ik", "")]));
    }

    // With a title, empty rows, headings in another order, a heading twice or away, and rows that are repeated.
    private static List<string[]> Rows(Random random, string[] headings, Func<string[]> make)
    {
        var order = Enumerable.Range(0, headings.Length).ToArray();
        if (random.Next(4) == 0) random.Shuffle(order);
        if (random.Next(12) == 0) order = order[..^1];
        var rows = new List<string[]>();
        if (random.Next(4) == 0) rows.Add(Wide(["Overzicht van het aanbod"]));
        if (random.Next(4) == 0) rows.Add(Wide([]));
        rows.Add([.. order.Select(column => random.Next(40) == 0 ? "" : random.Next(40) == 0 ? "Onbekend" : random.Next(5) == 0 ? headings[column].ToUpperInvariant() : headings[column])]);
        for (var count = random.Next(12); count > 0; count--)
        {
            var row = make();
            rows.Add(random.Next(10) == 0 ? Wide([]) : [.. order.Select(column => row[column])]);
            if (random.Next(10) == 0) rows.Add(rows[^1]);
        }

        return rows;

        string[] Wide(string[] values) => [.. values, .. Enumerable.Repeat("", order.Length - values.Length)];
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
