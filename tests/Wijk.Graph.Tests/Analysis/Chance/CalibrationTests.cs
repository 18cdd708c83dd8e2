using Wijk.Benchmarks.Calibration;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Chance;

/// <summary>The tests of chance on made-up cities of which the truth is known; docs/calibration.md has the table of all of them.</summary>
public class CalibrationTests
{
    [Theory]
    [InlineData(CityKind.OneCell)]
    [InlineData(CityKind.UnevenMargins)]
    [InlineData(CityKind.HomeDistrict)]
    [InlineData(CityKind.OneSpecialism)]
    public void Where_agencies_choose_apart_hardly_a_city_has_a_pair_that_stands_out(CityKind kind)
    {
        var isSpecialism = kind == CityKind.OneSpecialism;
        var cities = LongRun.Portion(isSpecialism ? 4 : 10, of: 1_000);
        var trials = Enumerable.Range(1, cities).Select(seed => CityTrial.Of(ChanceCity.Of(kind, seed), isSpecialism, seed)).ToArray();
        // What comes with a chance of .05 in each city comes at most so often, at two standard errors: 64 of 1,000.
        trials.Count(trial => (isSpecialism ? trial.FoundGivenSubjects : trial.Found).Count > 0).Should().BeLessThanOrEqualTo((int)Math.Max(2, (0.05 * cities) + (2 * Math.Sqrt(0.05 * 0.95 * cities))));
        trials.Sum(trial => trial.WronglyScreenedCount).Should().Be(0);
        var pairs = trials.Sum(trial => (double)trial.TestedCount);
        foreach (var level in new[] { 0.001, 0.01, 0.05 })
        {
            // Pairs of one city lean on each other, so that the error is that over cities.
            var hits = trials.Select(trial => (Hits: trial.P.Count(p => p <= level), Size: (double)trial.TestedCount)).ToArray();
            var rate = pairs == 0 ? 0 : hits.Sum(city => city.Hits) / pairs;
            var error = pairs == 0 ? 0 : Math.Sqrt(hits.Sum(city => Math.Pow(city.Hits - (rate * city.Size), 2))) / pairs;
            rate.Should().BeLessThanOrEqualTo(level + (2 * error));
        }
    }

    [Fact]
    public void Pairs_planted_in_ten_areas_are_found_and_hardly_others()
    {
        var trials = Enumerable.Range(1, LongRun.Portion(4, of: 250)).Select(seed => CityTrial.Of(ChanceCity.WithPlanted(10, seed), false, seed)).ToArray();
        var (planted, found) = (trials.Sum(trial => trial.Planted.Count), trials.Sum(trial => trial.Planted.Count(trial.Found.Contains)));
        planted.Should().BePositive();
        (found / (double)planted).Should().BeGreaterThanOrEqualTo(0.8);
        trials.Average(trial => trial.Found.Count == 0 ? 0 : 1 - (trial.Found.Count(trial.Planted.Contains) / (double)trial.Found.Count)).Should().BeLessThanOrEqualTo(0.05);
        trials.Sum(trial => trial.WronglyScreenedCount).Should().Be(0);
    }
}
