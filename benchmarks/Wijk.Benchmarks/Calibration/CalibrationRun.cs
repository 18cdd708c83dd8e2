using System.Diagnostics;
using System.Globalization;

namespace Wijk.Benchmarks.Calibration;

/// <summary>Tries the tests of chance on many made-up cities of which the truth is known, and prints a table: docs/calibration.md.</summary>
internal static class CalibrationRun
{
    private static readonly double[] Levels = [0.001, 0.01, 0.05];

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var cityCount = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1_000;
        Console.WriteLine($"{cityCount} cities of each kind; the seed of a city is its number.\n");
        Console.WriteLine("| Cities | Pairs that can be tested | Whole p <= .05 | Cities with a pair q < .05 | given groups | P(p <= .001) | P(p <= .01) | P(p <= .05) | Screened | of them p > .05 | Missed | s per city |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var kind in Enum.GetValues<CityKind>())
        {
            var (trials, time) = Try(cityCount, seed => CityTrial.Of(ChanceCity.Of(kind, seed), kind == CityKind.OneSpecialism, seed));
            Console.WriteLine($"| {kind} | {trials.Average(trial => trial.FamilySize):N0} | {trials.Count(trial => trial.WholeP <= 0.05)} "
                + $"| {trials.Count(trial => trial.Found.Count > 0)} | {trials.Count(trial => trial.FoundGivenSubjects.Count > 0)} "
                + $"| {string.Join(" | ", Levels.Select(level => Share(trials, level)))} {Screening(trials)} | {time:F2} |");
        }

        Console.WriteLine("\n| Five planted pairs in | Cities | Pairs that can be tested | Planted, testable | Found | Power | Found that were not planted, share (FDR) | Screened | of them p > .05 | Missed | s per city |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var areaCount in new[] { 2, 5, 10 })
        {
            var (trials, time) = Try((cityCount + 3) / 4, seed => CityTrial.Of(ChanceCity.WithPlanted(areaCount, seed), false, seed));
            var (planted, found) = (trials.Sum(trial => trial.Planted.Count), trials.Sum(trial => trial.Planted.Count(trial.Found.Contains)));
            Console.WriteLine($"| {areaCount} areas | {trials.Length} | {trials.Average(trial => trial.FamilySize):N0} | {planted} | {found} | {(double)found / planted:F3} "
                + $"| {Rate([.. trials.Select(trial => trial.Found.Count == 0 ? 0 : 1 - ((double)trial.Found.Count(trial.Planted.Contains) / trial.Found.Count))])} "
                + $"{Screening(trials)} | {time:F2} |");
        }

        return 0;
    }

    private static (CityTrial[] Trials, double SecondsPerCity) Try(int cityCount, Func<int, CityTrial> trial)
    {
        var (trials, clock) = (new CityTrial[cityCount], Stopwatch.StartNew());
        Parallel.For(0, cityCount, new() { MaxDegreeOfParallelism = 2 }, city => trials[city] = trial(city + 1));
        return (trials, clock.Elapsed.TotalSeconds / cityCount);
    }

    private static string Screening(CityTrial[] trials) =>
        $"| {trials.Sum(trial => trial.ScreenedCount)} | {trials.Sum(trial => trial.WronglyScreenedCount)} | {trials.Sum(trial => trial.MissedCount)}";

    // Pairs of one city lean on each other, so the error is that over cities.
    private static string Share(CityTrial[] trials, double level)
    {
        var (hits, sizes) = (trials.Select(trial => (double)trial.P.Count(p => p <= level)).ToArray(), trials.Select(trial => (double)trial.TestedCount).ToArray());
        if (sizes.Sum() == 0) return "–";
        var rate = hits.Sum() / sizes.Sum();
        var error = Math.Sqrt(hits.Zip(sizes, (hit, size) => Math.Pow(hit - (rate * size), 2)).Sum()) / sizes.Sum();
        return $"{rate:F5} ± {error:F5}";
    }

    private static string Rate(double[] values)
    {
        var mean = values.Average();
        return $"{mean:F4} ± {Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / values.Length / Math.Max(1, values.Length - 1)):F4}";
    }
}
