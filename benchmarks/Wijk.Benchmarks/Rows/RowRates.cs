using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using MiniExcelLibs;
using Wijk.Benchmarks.Compare;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;

namespace Wijk.Benchmarks.Rows;

/// <summary>Rows of activities in a second: read, mapped and checked by Wijk, beside what CsvHelper and MiniExcel take to read the same file and do nothing with it.</summary>
internal static class RowRates
{
    private const int Pairs = 5;

    private static readonly string[] Headings = ["Organisatie", "Activiteit", "Voor wie", "Waar", "Thema", "Van", "Tot en met", "Budget", "Betaald door"];

    /// <summary>Runs it for files of so many rows each.</summary>
    public static int Run(string[] counts)
    {
        Console.WriteLine("| rows | form | alone, rows/s | Wijk, rows/s | rate of Wijk | highest memory, MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var count in counts.Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            foreach (var form in (string[])["csv", "xlsx"]) Compare(count, form);
        }

        return 0;
    }

    private static void Compare(int count, string form)
    {
        var path = Path.Combine(Path.GetTempPath(), $"wijk-rows-{count}.{form}");
        try
        {
            Write(path, count, form);
            var (alone, wijk) = (new List<double>(), new List<double>());
            Time(() => ReadAlone(path, form));
            Time(() => Map(path));
            for (var pair = 0; pair < Pairs; pair++)
            {
                alone.Add(Time(() => ReadAlone(path, form)));
                wijk.Add(Time(() => Map(path)));
            }

            var ratio = PeerTable.Median(alone.Zip(wijk, (one, other) => one / other));
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {count} | {form} | {count / PeerTable.Median(alone):N0} | {count / PeerTable.Median(wijk):N0} | {ratio:G2} | {self.PeakWorkingSet64 >> 20} |"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path, int count, string form)
    {
        if (form == "xlsx")
        {
            MiniExcel.SaveAs(path, Enumerable.Range(0, count).Select(row => Headings.Zip(Row(row)).ToDictionary(cell => cell.First, cell => (object)cell.Second)));
            return;
        }

        using var file = new StreamWriter(path);
        file.WriteLine(string.Join(';', Headings));
        for (var row = 0; row < count; row++) file.WriteLine(string.Join(';', Row(row)));
    }

    // An organisation has some twenty activities; there are a hundred places and ten groups.
    private static string[] Row(int row) =>
    [
        $"Stichting {row / 20}", $"Activiteit {row}", Groups[row % Groups.Length], $"Buurt {row % 100}", row % 2 == 0 ? "Zorg" : "Welzijn", "2025-01-01", "2025-12-31",
        $"{1000 + (row % 977)}", $"Fonds {row % 30}",
    ];

    private static readonly string[] Groups = ["jongeren", "ouderen", "gezinnen", "nieuwkomers", "mantelzorgers", "kinderen", "volwassenen", "studenten", "vrouwen", "mannen"];

    private static void ReadAlone(string path, string form)
    {
        var rows = 0;
        if (form == "xlsx")
        {
            using var stream = File.OpenRead(path);
            foreach (var row in MiniExcel.Query(stream)) rows += ((IDictionary<string, object>)row).Count > 0 ? 1 : 0;
        }
        else
        {
            using var reader = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions { HasHeader = false, Separator = ';' });
            while (reader.Read()) rows += reader.Current.ToArray().Length > 0 ? 1 : 0;
        }

        if (rows < 2) throw new InvalidOperationException("Nothing was read.");
    }

    private static void Map(string path)
    {
        var mapped = MappingRunner.Run(MappingLibrary.Detect([path], null), [path], "bench", DateTimeOffset.UnixEpoch, null, null, CancellationToken.None, null);
        var plan = ImportPlanner.Plan(mapped, new(default, [], []), new(), DateTimeOffset.UnixEpoch, null);
        if (plan.ChangeSet is null) throw new InvalidOperationException("Nothing was made: " + string.Join('\n', plan.Report.Refused.Take(5)));
    }

    private static double Time(Action work)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
