using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Suggests the name that somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>" Did you mean 'x'?" for the nearest of the names, or nothing when none is near.</summary>
    public static Words Hint(string written, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (name, distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.name is not null && nearest.distance <= FarthestFrom(written)
            ? new Words($" Bedoelt u '{nearest.name}'?", $" Did you mean '{nearest.name}'?")
            : "";
    }

    /// <summary>The names that somebody may have meant, nearest first: those that differ in few letters, or hold the text or are held by it.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">The names there are.</param>
    /// <param name="most">The most to suggest.</param>
    public static IEnumerable<string> Near(string written, IEnumerable<string> names, int most)
    {
        // What many names begin with, such as "Stichting", makes none of them near.
        var core = NearNames.Core(written);
        return names.Distinct().Select(name => (name, other: NearNames.Core(name))).Select(near => (near.name, near.other, distance: Distance(core, near.other)))
            .Where(near => near.distance <= FarthestFrom(core) || Holds(core, near.other) || Holds(near.other, core))
            .OrderBy(near => near.distance).ThenBy(near => near.name, StringComparer.Ordinal).Take(most).Select(near => near.name);

        // A few letters are in many names.
        static bool Holds(string longer, string shorter) => shorter.Length >= 4 && longer.Contains(shorter, StringComparison.Ordinal);
    }

    private static int FarthestFrom(string written) => written.Length < 4 ? 1 : Math.Max(2, written.Length / 3);

    // Levenshtein: the fewest letters to add, drop or replace.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
