using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A name of an area in a text.</summary>
/// <param name="Written">The words as they stand in the text.</param>
/// <param name="Areas">The keys of the areas that have this name or alias; more than one where it fits several.</param>
internal readonly record struct NamedArea(string Written, ImmutableArray<string> Areas);

/// <summary>The names and aliases of areas, word by word, so that a text is searched for all of them at once.</summary>
/// <remarks>Searching a text takes as long as the text has words, however many areas there are.</remarks>
internal sealed class AreaNames
{
    private const int FewestLetters = 3;

    private readonly Branch names = new();
    private readonly Dictionary<string, string?> levels = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> wholes;

    /// <summary>The names of some areas.</summary>
    /// <param name="areas">The areas; one key may occur more than once, with other names.</param>
    /// <param name="partOf">What is part of what.</param>
    public AreaNames(IEnumerable<Node> areas, IEnumerable<Relation> partOf)
    {
        foreach (var area in areas)
        {
            levels[area.Key] = area.Attributes.Text("level") ?? levels.GetValueOrDefault(area.Key);
            Add(area.Name, area.Key);
            foreach (var alias in area.Attributes["aliases"] as IEnumerable<string> ?? []) Add(alias, area.Key);
        }

        wholes = partOf.Select(part => (part.From, part.To)).Distinct().ToLookup(part => part.From, part => part.To, StringComparer.Ordinal);
    }

    /// <summary>The level of an area; null when it has none.</summary>
    public string? LevelOf(string area) => levels.GetValueOrDefault(area);

    /// <summary>Whether an area of one of these levels is known; of any level when none is given.</summary>
    public bool HasAny(IReadOnlySet<string> ofLevels) => ofLevels.Count == 0 ? levels.Count > 0 : levels.Values.Any(level => level is not null && ofLevels.Contains(level));

    /// <summary>Whether an area is another, or is part of it, at any height.</summary>
    public bool LiesIn(string area, string whole)
    {
        List<string> found = [area];
        for (var next = 0; next < found.Count; next++)
        {
            if (found[next] == whole) return true;
            found.AddRange(wholes[found[next]].Where(further => !found.Contains(further)));
        }

        return false;
    }

    /// <summary>The names in a text: whole words, case and accents aside, the longest first; none lies within another.</summary>
    public IEnumerable<NamedArea> In(string text)
    {
        var words = FoldedWord.Of(text);
        for (var start = 0; start < words.Count; start++)
        {
            var (branch, longest, end) = (names, (Branch?)null, start);
            for (var next = start; next < words.Count && branch.Longer.TryGetValue(words[next].Folded, out branch!); next++)
            {
                if (!branch.Areas.IsEmpty) (longest, end) = (branch, next);
            }

            if (longest is null) continue;
            yield return new(text[words[start].Start..words[end].End], longest.Areas);
            start = end;
        }
    }

    /// <summary>A name as its words, to be compared with others.</summary>
    public static string Folded(string name) => string.Join(' ', FoldedWord.Of(name).Select(word => word.Folded));

    // "F" or "2015" in a title is hardly ever the area of that name.
    private void Add(string name, string area)
    {
        var words = FoldedWord.Of(name);
        if (words.Sum(word => word.Folded.Count(char.IsLetter)) < FewestLetters) return;
        var branch = names;
        foreach (var word in words)
        {
            if (!branch.Longer.TryGetValue(word.Folded, out var longer)) branch.Longer.Add(word.Folded, longer = new());
            branch = longer;
        }

        if (!branch.Areas.Contains(area)) branch.Areas = branch.Areas.Add(area);
    }

    private sealed class Branch
    {
        public Dictionary<string, Branch> Longer { get; } = new(StringComparer.Ordinal);

        public ImmutableArray<string> Areas { get; set; } = [];
    }
}
