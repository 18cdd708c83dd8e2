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
        ("b.geojson", "cbs-gebieden", Encoding.UTF8.GetBytes(Outlines)),
        ("p.ods", "edge-list", ShippedFormatTests.Ods("""<table:table table:name="P"><table:table-row><table:table-cell><text:p>van</text:p></table:table-cell><table:table-cell><text:p>naar</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>""")),
    ];

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_every_row_of_it_is_accounted_for()
    {
        using var files = new TempFiles();
        var outcomes = new Dictionary<string, (int Read, int Refused)>();
        var each = LongRun.Portion(24, 10_000);
        foreach (var (name, mapping, bytes) in Whole)
        {
            for (var seed = 0; seed < each; seed++)
            {
                var path = files.Write(name, seed == 0 ? bytes : Damaged(bytes, new Random(seed)));
                var (read, refused) = outcomes.GetValueOrDefault(name);
                try
                {
                    var records = MappingRunner.Run(MappingLibrary.Find(mapping), [path], "n", DateTimeOffset.UnixEpoch, null, default);
                    Account(records, path, $"{name}, seed {seed}");
                    outcomes[name] = (read + 1, refused);
                }
                catch (ExplainedException refusal)
                {
                    refusal.Message.Should().NotBeNullOrWhiteSpace($"{name}, seed {seed}");
                    seed.Should().BePositive($"{name} itself is well: {refusal.Message}");
                    outcomes[name] = (read, refused + 1);
                }
            }
        }

        outcomes.Should().HaveCount(Whole.Length).And.OnlyContain(outcome => outcome.Value.Read > 0);
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
        foreach (var fault in tables.SelectMany(table => Tables(source, table).Where(read => read.File == table)).SelectMany(table => table.Rows).Where(row => row.Fault is not null))
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
