using Wijk.Graph.Analysis.Chance;

namespace Wijk.Benchmarks.Calibration;

/// <summary>What the tests of chance say of one made-up city.</summary>
internal sealed record CityTrial
{
    /// <summary>How many pairs can be tested.</summary>
    public required long FamilySize { get; init; }

    /// <summary>The test of the whole; null where too few pairs can be tested.</summary>
    public required double? WholeP { get; init; }

    /// <summary>Pairs that the answer calls more than chance: q &lt; .05.</summary>
    public required IReadOnlyList<(int A, int B)> Found { get; init; }

    /// <summary>Those of them that also stand out when each agency keeps its groups.</summary>
    public required IReadOnlyList<(int A, int B)> FoundGivenSubjects { get; init; }

    /// <summary>The p-values of all pairs of the family that share a cell, whatever the test of the whole says; under the second null of one in five of them.</summary>
    public required double[] P { get; init; }

    /// <summary>How many pairs those stand for: the others share nothing, and have p = 1.</summary>
    public required long TestedCount { get; init; }

    /// <summary>Pairs that the screening calls more than chance.</summary>
    public required int ScreenedCount { get; init; }

    /// <summary>Those of them with a sampled p above .05: there must be none.</summary>
    public required int WronglyScreenedCount { get; init; }

    /// <summary>Pairs with a sampled q below .05 that the screening misses.</summary>
    public required int MissedCount { get; init; }

    /// <summary>Planted pairs that can be tested.</summary>
    public required IReadOnlyList<(int A, int B)> Planted { get; init; }

    /// <summary>Tries a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="givenSubjects">Whether the second null is tried too: it takes most of the time.</param>
    /// <param name="seed">Fixes how cells are dealt anew.</param>
    public static CityTrial Of(ChanceCity city, bool givenSubjects, int seed)
    {
        var cells = StratifiedCells.Of(city.Work.Max(work => work.Agency) + 1, city.Work.Select(work => (work.Agency, work.Area, work.Group)));
        var parameters = new ChanceParameters { Seed = seed, ThreadCount = 1, Engine = ChanceEngine.Sampled };
        var family = PairFamily.Of(cells);
        double? whole = family.Count < parameters.FewestPairs ? null : PairTests.Whole(cells, parameters);
        var first = PairTests.Sampled(cells, family.Sharing, family.Count, parameters);
        var q = BenjaminiHochberg.Adjust([.. first.Select(test => test.P)], family.Count);
        var found = whole <= SharedMoreThanChance.Level ? q.Index().Where(pair => pair.Item < SharedMoreThanChance.Level).Select(pair => pair.Index).ToArray() : [];
        var again = givenSubjects ? found : [];
        var second = PairTests.GivenSubjects(cells, [.. again.Select(pair => family.Sharing[pair])], family.Count, parameters);
        var qGivenSubjects = BenjaminiHochberg.Adjust(second, family.Count);
        FamilyPair[] some = [.. family.Sharing.Where((_, i) => i % 5 == 0)];
        var p = givenSubjects ? PairTests.GivenSubjects(cells, some, 100, parameters) : [.. first.Select(test => test.P)];
        var screened = BenjaminiHochberg.Adjust([.. PairTests.Screened(cells, family.Sharing).Select(test => test.P)], family.Count);
        var pairs = family.Sharing.Select(pair => (pair.A, pair.B)).ToHashSet();
        return new()
        {
            FamilySize = family.Count,
            WholeP = whole,
            Found = [.. found.Select(pair => (family.Sharing[pair].A, family.Sharing[pair].B))],
            FoundGivenSubjects = [.. again.Where((_, i) => qGivenSubjects[i] < SharedMoreThanChance.Level).Select(pair => (family.Sharing[pair].A, family.Sharing[pair].B))],
            P = p,
            TestedCount = givenSubjects ? some.Length : family.Count,
            ScreenedCount = screened.Count(value => value < SharedMoreThanChance.Level),
            WronglyScreenedCount = screened.Zip(first).Count(pair => pair.First < SharedMoreThanChance.Level && pair.Second.P > 0.05),
            MissedCount = screened.Zip(q).Count(pair => pair.First >= SharedMoreThanChance.Level && pair.Second < SharedMoreThanChance.Level),
            Planted = [.. city.Planted.Where(pairs.Contains)],
        };
    }
}
