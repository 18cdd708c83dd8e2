using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Funding;

/// <summary>In what two titles that are nearly the same differ.</summary>
public enum TitleDifference
{
    /// <summary>In how they are spelled.</summary>
    Spelling,

    /// <summary>In a place only, or in that not all of them say the year.</summary>
    PlaceOrYear,

    /// <summary>In some words; most of those that say what it is about are the same.</summary>
    Words,
}

/// <summary>Titles that are nearly the same. They may be of one project or of several: people decide.</summary>
/// <param name="Titles">Their numbers, ascending; two or, where they differ in a place or a year only, as many as there are.</param>
/// <param name="Difference">In what they differ.</param>
public sealed record NearTitleGroup(ImmutableArray<int> Titles, TitleDifference Difference);

/// <summary>Finds titles of one runner that are nearly the same.</summary>
public static class NearTitles
{
    private const int LeastSharedWords = 3;

    private const double LeastSharedShare = 0.6;

    private const int MostEdits = 2;

    private const int StartLength = 4;

    // A start of a word that more titles have says nothing of any two of them.
    private const int MostInBlock = 40;

    /// <summary>The titles that are nearly the same: groups that differ in a place or a year only, and pairs that differ otherwise.</summary>
    /// <remarks>Only titles with the start of a word in common are compared, so the work is far below the square of the titles.</remarks>
    /// <param name="titles">The words of each title; <see cref="Titles.WordsOf"/>. No two are the same.</param>
    /// <param name="places">Words that name places.</param>
    /// <param name="ownName">Words of the name of whose titles they are: sharing those tells nothing.</param>
    public static IEnumerable<NearTitleGroup> Among(IReadOnlyList<ImmutableArray<string>> titles, IReadOnlySet<string> places, IReadOnlySet<string> ownName)
    {
        string[][] cores = [.. titles.Select(title => CoreOf(title, places))];
        string[] years = [.. titles.Select(YearsOf)];
        var alike = Enumerable.Range(0, titles.Count).GroupBy(title => string.Join(' ', cores[title]), StringComparer.Ordinal)
            .Where(group => cores[group.First()].Any(Titles.IsTelling))
            .SelectMany(group => OfOneYear([.. group], years))
            .Where(group => group.Length > 1);
        foreach (var group in alike) yield return new(group, TitleDifference.PlaceOrYear);
        foreach (var (a, b) in Comparable(titles))
        {
            if (cores[a].SequenceEqual(cores[b], StringComparer.Ordinal) || !CanBeOfOneYear(years[a], years[b])) continue;
            var areApart = years[a] != years[b] || PlacesOf(titles[a], places) != PlacesOf(titles[b], places);
            if (DifferenceOf(cores[a], cores[b], ownName, areApart) is { } difference) yield return new([a, b], difference);
        }
    }

    /// <summary>In what two titles differ; null when they are the same or not nearly the same.</summary>
    /// <remarks>
    /// Near are: titles equal but for places and years; those at most two letters apart, and at most a tenth of their length; those that share three or more
    /// telling words, at least 60 % of those of the shorter. Other numbers in them must be the same. Titles that say different years are never near: what comes
    /// again each year is not one project.
    /// </remarks>
    public static TitleDifference? Between(ImmutableArray<string> a, ImmutableArray<string> b, IReadOnlySet<string> places) =>
        a.SequenceEqual(b, StringComparer.Ordinal) ? null
            : Among([a, b], places, new HashSet<string>()).Select(group => (TitleDifference?)group.Difference).FirstOrDefault();

    private static string[] CoreOf(ImmutableArray<string> title, IReadOnlySet<string> places) =>
        [.. title.Where(word => !places.Contains(word) && !Titles.IsYear(word))];

    private static string YearsOf(ImmutableArray<string> title) =>
        string.Join(' ', title.Where(Titles.IsYear).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string PlacesOf(ImmutableArray<string> title, IReadOnlySet<string> places) =>
        string.Join(' ', title.Where(places.Contains).Order(StringComparer.Ordinal));

    private static bool CanBeOfOneYear(string a, string b) => a == b || a.Length == 0 || b.Length == 0;

    // A title without a year can be of any; where there are several years nothing says of which.
    private static IEnumerable<ImmutableArray<int>> OfOneYear(int[] titles, string[] years)
    {
        var byYear = titles.GroupBy(title => years[title], StringComparer.Ordinal).ToArray();
        return byYear.Count(group => group.Key.Length > 0) < 2 ? [[.. titles]] : byYear.Select(group => group.ToImmutableArray());
    }

    private static IEnumerable<(int A, int B)> Comparable(IReadOnlyList<ImmutableArray<string>> titles)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var title = 0; title < titles.Count; title++)
        {
            foreach (var start in titles[title].Where(word => word.Length >= StartLength).Select(word => word[..StartLength]).Distinct())
            {
                if (!blocks.TryGetValue(start, out var block)) blocks.Add(start, block = []);
                block.Add(title);
            }
        }

        return blocks.Values.Where(block => block.Count <= MostInBlock)
            .SelectMany(block => block.SelectMany((a, place) => block.Skip(place + 1).Select(b => (a, b))))
            .Distinct();
    }

    private static TitleDifference? DifferenceOf(string[] a, string[] b, IReadOnlySet<string> ownName, bool areApart)
    {
        if (!Numbers(a).SequenceEqual(Numbers(b), StringComparer.Ordinal)) return null;
        if (IsNearlySpelled(string.Join(' ', a), string.Join(' ', b))) return areApart ? TitleDifference.Words : TitleDifference.Spelling;
        HashSet<string> tellingA = [.. a.Where(Tells)], tellingB = [.. b.Where(Tells)];
        var shared = tellingA.Count(tellingB.Contains);
        return shared >= LeastSharedWords && shared >= LeastSharedShare * Math.Min(tellingA.Count, tellingB.Count) ? TitleDifference.Words : null;

        bool Tells(string word) => Titles.IsTelling(word) && !ownName.Contains(word);
    }

    private static IEnumerable<string> Numbers(string[] words) => words.Where(word => word.Any(char.IsDigit)).Order(StringComparer.Ordinal);

    private static bool IsNearlySpelled(string a, string b)
    {
        var most = Math.Min(MostEdits, Math.Min(a.Length, b.Length) / 10);
        return most > 0 && Math.Abs(a.Length - b.Length) <= most && Edits(a, b) <= most;
    }

    // Levenshtein (1966): letters put in, left out or changed.
    private static int Edits(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
