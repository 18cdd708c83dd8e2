using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Funding;

/// <summary>In what two titles that are nearly the same differ.</summary>
public enum TitleDifference
{
    /// <summary>In how they are spelled.</summary>
    Spelling,

    /// <summary>In a place or a year only.</summary>
    PlaceOrYear,

    /// <summary>In some words; most of those that say what it is about are the same.</summary>
    Words,
}

/// <summary>Two titles that are nearly the same. They may be of one project or of two: people decide.</summary>
/// <param name="Difference">In what they differ.</param>
/// <param name="OnlyInA">The words that only the one has, in its order.</param>
/// <param name="OnlyInB">The words that only the other has, in its order.</param>
public sealed record NearTitle(TitleDifference Difference, ImmutableArray<string> OnlyInA, ImmutableArray<string> OnlyInB);

/// <summary>Finds titles of one runner that are nearly the same.</summary>
public static class NearTitles
{
    private const int LeastSharedWords = 3;

    private const double LeastSharedShare = 0.6;

    private const int MostEdits = 2;

    // A start of a word that more titles have says nothing of any two of them.
    private const int MostInBlock = 40;

    /// <summary>Pairs of titles that are nearly the same, by number, each once; the lower number first.</summary>
    /// <remarks>Only titles with the start of a word in common are compared, so the work is far below the square of the titles.</remarks>
    /// <param name="titles">The words of each title; <see cref="Titles.WordsOf"/>.</param>
    /// <param name="places">Words that name places.</param>
    public static IEnumerable<(int A, int B, NearTitle Near)> Among(IReadOnlyList<ImmutableArray<string>> titles, IReadOnlySet<string> places)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var title = 0; title < titles.Count; title++)
        {
            foreach (var start in titles[title].Where(word => word.Length >= Titles.TellingLength - 1).Select(word => word[..(Titles.TellingLength - 1)]).Distinct())
            {
                if (!blocks.TryGetValue(start, out var block)) blocks.Add(start, block = []);
                block.Add(title);
            }
        }

        var compared = new HashSet<(int, int)>();
        foreach (var block in blocks.Values.Where(block => block.Count <= MostInBlock))
        {
            for (var first = 0; first < block.Count; first++)
            {
                for (var second = first + 1; second < block.Count; second++)
                {
                    var (a, b) = (block[first], block[second]);
                    if (compared.Add((a, b)) && Between(titles[a], titles[b], places) is { } near) yield return (a, b, near);
                }
            }
        }
    }

    /// <summary>In what two titles differ; null when they are the same or not nearly the same.</summary>
    /// <remarks>
    /// Near are: titles equal but for places and years; those at most two letters apart, and at most a tenth of their length; those that share three or more
    /// telling words, at least 60 % of those of the shorter. Other numbers in them must be the same.
    /// </remarks>
    public static NearTitle? Between(ImmutableArray<string> a, ImmutableArray<string> b, IReadOnlySet<string> places)
    {
        string[] coreA = [.. a.Where(IsCore)], coreB = [.. b.Where(IsCore)];
        if (a.SequenceEqual(b)) return null;
        if (coreA.SequenceEqual(coreB, StringComparer.Ordinal)) return coreA.Any(Titles.IsTelling) ? Near(TitleDifference.PlaceOrYear) : null;
        if (!Numbers(coreA).SequenceEqual(Numbers(coreB), StringComparer.Ordinal)) return null;
        if (IsNearlySpelled(string.Join(' ', coreA), string.Join(' ', coreB))) return Near(TitleDifference.Spelling);
        HashSet<string> tellingA = [.. coreA.Where(Titles.IsTelling)], tellingB = [.. coreB.Where(Titles.IsTelling)];
        var shared = tellingA.Count(tellingB.Contains);
        return shared >= LeastSharedWords && shared >= LeastSharedShare * Math.Min(tellingA.Count, tellingB.Count) ? Near(TitleDifference.Words) : null;

        bool IsCore(string word) => !places.Contains(word) && !Titles.IsYear(word);
        NearTitle Near(TitleDifference difference) => new(difference, [.. a.Except(b, StringComparer.Ordinal)], [.. b.Except(a, StringComparer.Ordinal)]);
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
