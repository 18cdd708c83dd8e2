using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Funding;

/// <summary>The titles of one runner, by which of two sides pays.</summary>
/// <param name="OfOneSide">The words of each title that the one side pays.</param>
/// <param name="OfOther">The words of each title that the other side pays.</param>
public sealed record TitlesOfTwoSides(ImmutableArray<ImmutableArray<string>> OfOneSide, ImmutableArray<ImmutableArray<string>> OfOther);

/// <summary>What most runners do for two sides at once, as far as their titles say.</summary>
/// <param name="Words">The words, in order.</param>
/// <param name="Runners">Which runners have them in titles of both sides, ascending.</param>
public sealed record SharedPhrase(ImmutableArray<string> Words, ImmutableArray<int> Runners)
{
    private const int MostWords = 3;

    /// <summary>The phrase that most runners have in a title of the one side and in a title of the other; of equally common ones the longest, then the first by its words.</summary>
    /// <param name="runners">The titles of each runner.</param>
    /// <param name="isCommon">Whether a word is so common that it tells nothing.</param>
    /// <returns>One to three words in a row, of which the first and the last are telling; null when no two runners have one.</returns>
    public static SharedPhrase? Of(IReadOnlyList<TitlesOfTwoSides> runners, Func<string, bool> isCommon)
    {
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var runner = 0; runner < runners.Count; runner++)
        {
            foreach (var phrase in PhrasesIn(runners[runner].OfOneSide, isCommon).Intersect(PhrasesIn(runners[runner].OfOther, isCommon), StringComparer.Ordinal))
            {
                if (!found.TryGetValue(phrase, out var with)) found.Add(phrase, with = []);
                with.Add(runner);
            }
        }

        return found.Where(phrase => phrase.Value.Count > 1)
            .Select(phrase => new SharedPhrase([.. phrase.Key.Split(' ')], [.. phrase.Value]))
            .OrderByDescending(phrase => phrase.Runners.Length)
            .ThenByDescending(phrase => phrase.Words.Length)
            .ThenBy(phrase => string.Join(' ', phrase.Words), StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Whether a title has these words, in a row.</summary>
    /// <param name="title">The words of the title.</param>
    public bool IsIn(ImmutableArray<string> title) => title.AsSpan().IndexOf(Words.AsSpan()) >= 0;

    private static HashSet<string> PhrasesIn(ImmutableArray<ImmutableArray<string>> titles, Func<string, bool> isCommon)
    {
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var title in titles)
        {
            bool[] tells = [.. title.Select(word => Titles.IsTelling(word) && !isCommon(word))];
            for (var start = 0; start < title.Length; start++)
            {
                for (var end = start; end < title.Length && end < start + MostWords; end++)
                {
                    if (tells[start] && tells[end]) phrases.Add(string.Join(' ', title.AsSpan(start, end - start + 1).ToArray()));
                }
            }
        }

        return phrases;
    }
}
