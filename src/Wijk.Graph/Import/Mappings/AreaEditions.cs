using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>An area in the editions of its division in which it is the same: its code and its name do not change.</summary>
/// <param name="Key">Its key: that of the code, and for what the code was before also the last edition.</param>
/// <param name="First">The first edition it is in.</param>
/// <param name="Last">The last edition it is in.</param>
/// <param name="Area">What that edition says of it.</param>
internal sealed record AreaInEditions(string Key, int First, int Last, Node Area)
{
    /// <summary>When it began; null when it is in the first edition that is known of its level.</summary>
    public PartialDate? From { get; init; }

    /// <summary>When it ended; null when it is in the last edition that is known of its level.</summary>
    public PartialDate? To { get; init; }

    /// <summary>The areas that it took the place of, each with the rule that says so.</summary>
    public List<(string Key, Words Rule)> Predecessors { get; } = [];
}

/// <summary>Areas of a division that is made anew every year, in several of its editions: what stays the same, what ends, and what takes its place.</summary>
/// <remarks>
/// A code with another name is another area from then on. What takes the place of a code that ends is told by names: the only area of that level that is new and has the
/// same name, or else the only one in which all of its parts go on that do. All of that is concluded and marked as such.
/// </remarks>
internal sealed class AreaEditions
{
    private static readonly Words SameCode = new("dezelfde code in de volgende indeling", "the same code in the next edition of the division");
    private static readonly Words SameName = new("dezelfde naam in de volgende indeling", "the same name in the next edition of the division");
    private static readonly Words SameParts = new("zijn delen gaan daarin verder, onder dezelfde naam", "its parts go on in it, under the same names");

    private readonly Dictionary<string, SortedDictionary<int, Node>> noted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> wholes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AreaInEditions[]> areas = new(StringComparer.Ordinal);

    /// <summary>Notes what an edition says of a code.</summary>
    public void Note(string key, int edition, Node area)
    {
        if (!noted.TryGetValue(key, out var editions)) noted.Add(key, editions = []);
        editions.TryAdd(edition, area);
    }

    /// <summary>Works out what was noted.</summary>
    /// <param name="relations">The relations of the rows; those that make areas part of others are used.</param>
    public void Settle(IEnumerable<Relation> relations)
    {
        foreach (var relation in relations.Where(relation => relation.Kind == RelationKind.PartOf)) wholes.TryAdd(relation.From, relation.To);
        foreach (var level in noted.GroupBy(code => LevelOf(code.Value.First().Value)))
        {
            int[] editions = [.. level.SelectMany(code => code.Value.Keys).Distinct().Order()];
            foreach (var (key, said) in level) areas.Add(key, Stretches(key, said, editions));
        }

        foreach (var several in areas.Values)
            for (var i = 1; i < several.Length; i++) several[i].Predecessors.Add((several[i - 1].Key, SameCode));
        SucceedByName();
        SucceedByParts();
    }

    /// <summary>The area that a code is in an edition; null when nothing is known of it.</summary>
    public AreaInEditions? Of(string key, int edition) => areas.TryGetValue(key, out var known) ? Array.Find(known, area => edition <= area.Last) ?? known[^1] : null;

    private static AreaInEditions[] Stretches(string key, SortedDictionary<int, Node> said, int[] editions)
    {
        var found = new List<(int First, int Last, Node Area)>();
        foreach (var (edition, area) in said)
        {
            var goesOn = found.Count > 0 && IsNext(editions, found[^1].Last, edition) && IsCalledAs(found[^1].Area, area);
            if (goesOn) found[^1] = (found[^1].First, edition, area);
            else found.Add((edition, edition, area));
        }

        return [.. found.Select((area, at) => new AreaInEditions(at == found.Count - 1 ? key : $"{key}-{area.Last}", area.First, area.Last, area.Area)
        {
            From = area.First == editions[0] ? null : PartialDate.OfYear(area.First),
            To = area.Last == editions[^1] ? null : PartialDate.OfYear(editions[Array.IndexOf(editions, area.Last) + 1] - 1),
        })];
    }

    private void SucceedByName()
    {
        var ended = Ended().ToLookup(area => (LevelOf(area.Area), NameOf(area.Area), area.To));
        var begun = areas.Values.Select(several => several[0]).Where(area => area.From is not null).ToLookup(area => (LevelOf(area.Area), NameOf(area.Area), PartialDate.OfYear(area.First - 1)));
        foreach (var (level, name, to) in ended.Select(group => group.Key))
        {
            if (ended[(level, name, to)].ToArray() is [var before] && begun[(level, name, to!.Value)].ToArray() is [var after]) after.Predecessors.Add((before.Key, SameName));
        }
    }

    private void SucceedByParts()
    {
        var successors = areas.Values.SelectMany(several => several).SelectMany(area => area.Predecessors.Select(before => (Before: before.Key, After: area))).ToLookup(pair => pair.Before, pair => pair.After);
        var parts = noted.Keys.SelectMany(key => Around(key).Select(whole => (whole, key))).ToLookup(pair => pair.whole, pair => pair.key);
        foreach (var before in Ended().Where(area => !successors.Contains(area.Key)).ToArray())
        {
            var level = LevelOf(before.Area);
            string[] into = [.. parts[before.Area.Key].SelectMany(part => successors[part]).SelectMany(after => Around(after.Area.Key)).Where(whole => noted.TryGetValue(whole, out var said) && LevelOf(said.First().Value) == level).Distinct()];
            if (into is [var only] && Of(only, before.Last + 1) is { } whole && whole.Key != before.Key) whole.Predecessors.Add((before.Key, SameParts));
        }
    }

    // What no later edition goes on with under its own code.
    private IEnumerable<AreaInEditions> Ended() => areas.Values.Select(several => several[^1]).Where(area => area.To is not null);

    private IEnumerable<string> Around(string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        while (wholes.TryGetValue(key, out var whole) && seen.Add(whole)) yield return key = whole;
    }

    private static bool IsNext(int[] editions, int one, int other) => Array.IndexOf(editions, other) == Array.IndexOf(editions, one) + 1;

    private static bool IsCalledAs(Node one, Node other) => NameOf(one) == NameOf(other);

    private static string NameOf(Node area) => TextFolding.Fold(area.Name ?? "");

    private static string LevelOf(Node area) => area.Attributes.Text("level") ?? "";
}
