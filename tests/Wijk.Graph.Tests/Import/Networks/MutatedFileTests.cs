using System.Text;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;
using Wijk.Graph.Tests.Import.Mappings;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Networks;

/// <summary>Files that were damaged by a seed: whatever comes of them, nothing crashes and no row is lost in silence.</summary>
public class MutatedFileTests
{
    private const string Grants = """{"grants":[{"id":"g1","title":"Tuin","amountAwarded":15,"currency":"EUR","awardDate":"2024-05-01","fundingOrganization":[{"id":"f","name":"Fonds"}],"recipientOrganization":[{"id":"r","name":"Groen"}],"beneficiaryLocation":[{"name":"Noord"}]},{"id":"g2","title":"Soep","amountAwarded":25,"currency":"EUR","awardDate":"2024-06-01","fundingOrganization":[{"id":"f","name":"Fonds"}],"recipientOrganization":[{"id":"s","name":"Soos"}]}]}""";

    private const string Services = """[{"id":"s1","name":"Hulp","organization":{"id":"o1","name":"Wijkteam"},"service_at_locations":[{"location":{"addresses":[{"postal_code":"1093AB"}]}}]},{"id":"s2","name":"Spreekuur","organization":{"id":"o2","name":"GGD"},"service_at_locations":[]}]""";

    private const string Outlines = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU03630000","buurtnaam":"Kop","aantal_inwoners":12},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}},{"type":"Feature","properties":{"buurtcode":"BU03630001","buurtnaam":"Staart"},"geometry":null}]}""";

    private const string Survey = "Tijdstempel,Uw organisatie,Samen met [GGD],Samen met [De Pomp]\n2025/09/01 10:00,Wijkteam,3,geen contact\n2025/09/02 10:00,GGD,,stemmen af\n";

    private const string Ministries = "departement,beleidsartikel,subsidieregeling,artikel_nummer,naam_ontvanger,uitgekeerd_bedrag,begrotingsjaar\nVWS,Jeugd,Jeugdregeling,5,Stichting Zon,\"40,000\",2014\nVWS,Jeugd,Jeugdregeling,5,natuurlijk persoon,\"0,456\",2015\n";

    private static readonly int Each = LongRun.Portion(24, 10_000);

    private static readonly (string Name, string Mapping, byte[] Bytes)[] Whole =
    [
        ("a.gexf", "network", Encoding.UTF8.GetBytes(NetworkExamples.Gexf)),
        ("a.graphml", "network", Encoding.UTF8.GetBytes(NetworkExamples.GraphMl)),
        ("a.net", "network", Encoding.UTF8.GetBytes(NetworkExamples.Pajek)),
        ("a.json", "network", Encoding.UTF8.GetBytes(NetworkExamples.Graphology)),
        ("k.json", "network", Encoding.UTF8.GetBytes(NetworkExamples.KumuBlueprint)),
        ("k.xlsx", "network", NetworkExamples.KumuWorkbook()),
        ("e.csv", "edge-list", Encoding.UTF8.GetBytes(NetworkExamples.GephiEdges)),
        ("m.csv", "adjacency-matrix", ";A;B;C\nA;0;1;0\nB;1;0;x\nC;0;1;0\n"u8.ToArray()),
        ("s.csv", "partner-survey", Encoding.UTF8.GetBytes(Survey)),
        ("g.json", "360giving", Encoding.UTF8.GetBytes(Grants)),
        ("services.json", "hsds-json", Encoding.UTF8.GetBytes(Services)),
        ("r.csv", "rijk-subsidies", Encoding.UTF8.GetBytes(Ministries)),
        ("b.geojson", "cbs-gebieden", Encoding.UTF8.GetBytes(Outlines)),
        ("p.ods", "edge-list", ShippedFormatTests.Ods("""<table:table table:name="P"><table:table-row><table:table-cell><text:p>van</text:p></table:table-cell><table:table-cell><text:p>naar</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>""")),
    ];

    public static TheoryData<string> Names => [.. Whole.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_read_or_refused_and_every_row_of_it_is_accounted_for(string name)
    {
        using var files = new TempFiles();
        var (_, mapping, bytes) = Whole.Single(file => file.Name == name);
        var read = 0;
        for (var seed = 0; seed < Each; seed++)
        {
            var path = files.Write(name, seed == 0 ? bytes : Damaged(bytes, new Random(seed)));
            try
            {
                var records = MappingRunner.Run(MappingLibrary.Find(mapping), [path], "n", DateTimeOffset.UnixEpoch, null, default);
                Account(records, path, $"{name}, seed {seed}");
                Tally(records, $"{name}, seed {seed}");
                read++;
            }
            catch (ExplainedException refusal)
            {
                refusal.Why.Nl.Should().NotBeNullOrWhiteSpace($"{name}, seed {seed}");
                refusal.Why.En.Should().NotBeNullOrWhiteSpace();
                seed.Should().BePositive($"{name} itself is well: {refusal.Message}");
            }
        }

        read.Should().BePositive();
    }

    // Each row is used, refused or skipped, whether refused rows may be skipped or not, and what is skipped is told.
    private static void Tally(MappedRecords records, string because)
    {
        foreach (var maySkip in new[] { false, true })
        {
            var report = ImportPlanner.Plan(records, new(default, [], []), new() { SkipRefused = maySkip }, DateTimeOffset.UnixEpoch).Report;
            report.Rows.Read.Should().Be(report.RowCount, because);
            report.Rows.Read.Should().Be(report.Rows.Used + report.Rows.Refused + report.Rows.Skipped, $"{because}: {report.Rows}");
            if (report.Rows.Skipped > 0) report.Warnings.Should().NotBeEmpty(because);
        }
    }

    // Read again, without the mapping: as many rows are in the file as the report says, and each that cannot be read is refused.
    private static void Account(MappedRecords records, string path, string because)
    {
        var tables = records.Files.Select(file => file.File).ToArray();
        records.Refused.Where(row => !tables.Contains(row.Place.File)).Should().BeEmpty(because);
        var reported = records.Files.Sum(file => file.RowCount);
        var places = records.Nodes.Select(node => node.Place).Concat(records.Relations.Select(relation => relation.Place)).ToHashSet();
        places.IntersectWith(records.Refused.Select(row => row.Place));
        places.Should().BeEmpty($"{because}: nothing is made of a refused row");
        var source = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
        var whole = tables.Sum(table => Tables(source, table).Where(read => read.File == table).Sum(read => read.Rows.Count() + read.SkippedCount));
        whole.Should().Be(reported, because);
        foreach (var fault in records.Tables.SelectMany(table => table.Rows).Where(row => row.Fault is not null))
            records.Refused.Should().Contain(row => row.Place == fault.Place, because);
    }

    private static IReadOnlyList<SourceTable> Tables(SourceFile file, string table)
    {
        var part = table.EndsWith(']') && FileFormats.OfName(file.Name) == FileFormat.Json ? table[(table.LastIndexOf(" [", StringComparison.Ordinal) + 2)..^1] : null;
        return TableReader.Read(file, null, part);
    }

    // One to four damages: bytes changed, taken out, put in, doubled, or the end cut off.
    private static byte[] Damaged(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 5); times > 0 && damaged.Count > 2; times--)
        {
            var (at, length) = (random.Next(damaged.Count), random.Next(1, 12));
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(length, damaged.Count - at));
                    break;
                case 2:
                    damaged.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)"<>\"',;[]{}:0a\n\r &"[random.Next(17)]).ToArray());
                    break;
                case 3:
                    damaged.InsertRange(at, damaged.Skip(at).Take(length * 8).ToArray());
                    break;
                case 4:
                    damaged[at] = (byte)"0123456789-.eE\"<>"[random.Next(17)];
                    break;
                default:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
            }
        }

        return damaged.Count == 0 ? [.. "x"u8] : [.. damaged];
    }
}
