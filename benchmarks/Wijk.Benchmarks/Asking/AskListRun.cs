using System.Globalization;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Graph.Views;

namespace Wijk.Benchmarks.Asking;

/// <summary>Tries the ask-list on networks of which the truth is known, beside random asking and asking those with most ties first: docs/asklist.md.</summary>
internal static class AskListRun
{
    private static readonly AskStrategy[] Others = [AskStrategy.Random, AskStrategy.DegreeFirst, AskStrategy.DegreeAboutAny];

    /// <summary>Prints a table in Markdown: <c>asklist SEEDS FOLDER [SAMPLE] [FIRST]</c>, the folder of the networks of the literature, that of the sample, and the first seed.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var seeds, var folder, .. var rest])
        {
            Console.Error.WriteLine("asklist SEEDS FOLDER [SAMPLE] [FIRST]");
            return 64;
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var first = rest is [_, var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1;
        int[] tried = [.. Enumerable.Range(first, int.Parse(seeds, CultureInfo.InvariantCulture))];
        Console.WriteLine("| network | nodes | ties | half of | ask-list | random | x random | degree-first | x | not more in | degree about any | x | not more in |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var network in AskedNetworks.Literature(folder)) Print(tried, _ => network);
        if (rest is [var sample, ..])
        {
            var network = await SampleAsync(sample);
            Print(tried, _ => network);
        }

        Print(tried, AskedNetworks.City);
        return 0;
    }

    private static void Print(int[] seeds, Func<int, AskedNetwork> networkOf)
    {
        var needed = Enum.GetValues<AskStrategy>().ToDictionary(
            strategy => strategy,
            strategy => seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(seed => AskTrial.Of(networkOf(seed), strategy, seed)).ToArray());
        var shown = networkOf(seeds[0]);
        Row("F", sheets => sheets.F);
        Row("DF", sheets => sheets.Df);
        Row("both", sheets => sheets.Both);

        void Row(string figure, Func<SheetsNeeded, int> count)
        {
            var own = needed[AskStrategy.AskList].Select(count).ToArray();
            var (random, cells) = (Median(needed[AskStrategy.Random].Select(count)), "");
            foreach (var other in Others.Skip(1))
            {
                var theirs = needed[other].Select(count).ToArray();
                cells += $" {Median(theirs):0.#} | {Median(own) / Median(theirs):0.00} | {100.0 * own.Zip(theirs).Count(pair => pair.First <= pair.Second) / own.Length:0}% |";
            }

            Console.WriteLine($"| {shown.Name} | {shown.Truth.NodeCount} | {shown.Truth.EdgeCount} | {figure} | {Median(own):0.#} | {random:0.#} | {Median(own) / random:0.00} |{cells}");
        }
    }

    private static double Median(IEnumerable<int> numbers)
    {
        double[] ordered = [.. numbers.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    // What is recorded is taken for all there is.
    private static async Task<AskedNetwork> SampleAsync(string folder)
    {
        var data = Directory.CreateTempSubdirectory("wijk-asklist").FullName;
        try
        {
            await using var store = await SqliteStore.OpenAsync(data, default);
            var mapped = MappingRunner.Run(MappingLibrary.Find("wijk"), [folder], SampleNeighbourhood.Namespace, DateTimeOffset.UnixEpoch, await store.ReadContentsAsync(default), progress: null, default);
            await ImportRunner.ImportAsync(store, mapped, new(), TimeProvider.System, progress: null, default);
            var answer = new AskListQuestion().Ask(GraphView.Of(GraphSnapshot.Of(await store.ReadContentsAsync(default))), new(2026, 6, 1));
            return new("sample", answer.Known.Tied, answer.Meetings);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
