using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Chance;

/// <summary>Which pairs share more cells than two actors with as many cells in the same strata would by chance.</summary>
/// <remarks>
/// Within each stratum subjects are dealt anew (<see cref="AreaDeal"/>), so working in one area is no tie. The family is fixed by margins
/// (<see cref="PairFamily"/>); one test of the whole comes first; p-values are corrected over the family after Benjamini and Hochberg. A pair that stands out is tested once
/// more, with each actor's number of cells of each subject kept as well (<see cref="SpecialismDeal"/>): if it no longer does, the two specialise
/// in the same subjects. There pairs that were not looked at count as p = 1, so the correction is over the same family.
/// </remarks>
public static class SharedMoreThanChance
{
    /// <summary>The level of the test of the whole, and of what is called more than chance.</summary>
    public const double Level = 0.05;

    /// <summary>Compares the pairs of some cells with chance.</summary>
    /// <param name="cells">Who has which subjects in which strata.</param>
    /// <param name="parameters">How.</param>
    /// <param name="progress">Told how far it is, on the thread that asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ChanceResult Of(
        StratifiedCells cells, ChanceParameters parameters, IProgress<ChanceProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var family = PairFamily.Of(cells, cancellationToken);
        if (family.Count < parameters.FewestPairs) return new(ChanceVerdict.TooFewPairs, null, family.Count, null, []);
        var whole = PairTests.Whole(cells, parameters, progress, cancellationToken);
        if (whole > Level) return new(ChanceVerdict.LikeChance, whole, family.Count, null, []);
        var engine = parameters.Engine ?? (family.Count <= parameters.MostSampledPairs ? ChanceEngine.Sampled : ChanceEngine.Screened);
        var pairs = engine == ChanceEngine.Sampled
            ? Sampled(cells, family, parameters, progress, cancellationToken)
            : Screened(cells, family, cancellationToken);
        return new(ChanceVerdict.Tested, whole, family.Count, engine,
            [.. pairs.OrderBy(pair => pair.Q).ThenBy(pair => pair.P).ThenByDescending(pair => pair.SharedCount).ThenBy(pair => (pair.A, pair.B))]);
    }

    private static PairChance[] Sampled(
        StratifiedCells cells, PairFamily family, ChanceParameters parameters, IProgress<ChanceProgress>? progress, CancellationToken cancellationToken)
    {
        var tests = PairTests.Sampled(cells, family.Sharing, family.Count, parameters, progress, cancellationToken);
        var pairs = Corrected(family, Array.ConvertAll(tests, test => (test.P, test.Mean)));
        var standOut = pairs.Index().Where(pair => pair.Item.Q < Level).Select(pair => pair.Index).ToArray();
        var again = PairTests.GivenSubjects(cells, [.. standOut.Select(pair => family.Sharing[pair])], family.Count, parameters, progress, cancellationToken);
        var q = BenjaminiHochberg.Adjust(again, family.Count);
        foreach (var (i, pair) in standOut.Index()) pairs[pair] = pairs[pair] with { PGivenSubjects = again[i], QGivenSubjects = q[i] };
        return pairs;
    }

    private static PairChance[] Screened(StratifiedCells cells, PairFamily family, CancellationToken cancellationToken) =>
        Corrected(family, PairTests.Screened(cells, family.Sharing, cancellationToken));

    private static PairChance[] Corrected(PairFamily family, (double P, double Mean)[] tests)
    {
        var q = BenjaminiHochberg.Adjust(Array.ConvertAll(tests, test => test.P), family.Count);
        var dependent = BenjaminiHochberg.UnderDependence(q, family.Count);
        return [.. family.Sharing.Select((pair, i) => new PairChance(pair.A, pair.B, pair.SharedCount, tests[i].Mean, tests[i].P, q[i], dependent[i], null, null))];
    }
}

/// <summary>What could be said of pairs.</summary>
public enum ChanceVerdict
{
    /// <summary>Too few pairs could stand out, whatever they share: the data cannot tell.</summary>
    TooFewPairs,

    /// <summary>As a whole, pairs share what chance gives: the data cannot tell one from another.</summary>
    LikeChance,

    /// <summary>Pairs were tested.</summary>
    Tested,
}

/// <summary>How pairs compare with chance.</summary>
/// <param name="Verdict">What could be said.</param>
/// <param name="WholeP">How likely so concentrated a sharing is by chance, over all pairs together; null when too few pairs could be tested.</param>
/// <param name="FamilySize">How many pairs can be tested.</param>
/// <param name="Engine">How they were; null when they were not.</param>
/// <param name="Pairs">Those that share a cell, the lowest q first; none when they were not tested.</param>
public sealed record ChanceResult(ChanceVerdict Verdict, double? WholeP, long FamilySize, ChanceEngine? Engine, ImmutableArray<PairChance> Pairs);

/// <summary>How a pair compares with chance.</summary>
/// <param name="A">The lower actor.</param>
/// <param name="B">The higher actor.</param>
/// <param name="SharedCount">How many cells they share, 1 or more.</param>
/// <param name="ExpectedCount">How many chance gives, on average.</param>
/// <param name="P">How likely so many are by chance.</param>
/// <param name="Q">The same corrected for the size of the family (Benjamini–Hochberg).</param>
/// <param name="QUnderDependence">Corrected for tests that depend on each other in any way (Benjamini–Yekutieli).</param>
/// <param name="PGivenSubjects">How likely so many are when each actor also keeps its number of cells of each subject; null for a pair that does not stand out, and when screened.</param>
/// <param name="QGivenSubjects">The same, corrected for the size of the family.</param>
public readonly record struct PairChance(
    int A, int B, int SharedCount, double ExpectedCount, double P, double Q, double QUnderDependence,
    double? PGivenSubjects, double? QGivenSubjects)
{
    /// <summary>Whether it is only that the two specialise in the same subjects; null when that cannot be told.</summary>
    public bool? IsSpecialism => QGivenSubjects < SharedMoreThanChance.Level ? false : PGivenSubjects > SharedMoreThanChance.Level ? true : null;
}
