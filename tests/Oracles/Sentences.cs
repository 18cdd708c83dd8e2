#!/usr/bin/env -S dotnet run --file
// Draws sentences at random from Wijk's answers and computes every figure in them anew from the export, by a program that shares no code with Wijk.
//   dotnet run --file tests/Oracles/Sentences.cs -- [--draw 500] [--seed 1] export.json answer.json … [export.json answer.json …] …
// An answer is what `wijk analyse <question> --json` printed after an export of the same folder. What it was asked and does not say of itself stands
// behind its name: answer.json?areaLevel=wijk&groupLevel=0. Without --draw all sentences are judged. The meaning is that of the sentence as it reads and of
// docs/words.md; a sentence with a figure for which there is no rule here is reported as not judged. It exits with 1 when a figure is wrong.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

var (draw, seed) = (int.MaxValue, 1);
var sentences = new List<Sentence>();
Export? export = null;
for (var place = 0; place < args.Length; place++)
{
    if (args[place] == "--draw") draw = int.Parse(args[++place], CultureInfo.InvariantCulture);
    else if (args[place] == "--seed") seed = int.Parse(args[++place], CultureInfo.InvariantCulture);
    else
    {
        var (path, asked) = (args[place].Split('?')[0], args[place].Split('?').Skip(1).SelectMany(all => all.Split('&')).Select(one => one.Split('='))
            .ToDictionary(one => one[0], one => one[1]));
        var root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        if (root.TryGetProperty("nodes", out _)) export = new Export(root);
        else sentences.AddRange(Answers.Read(export ?? throw new ArgumentException($"{path}: name the export first."), root, Path.GetFileName(path), asked));
    }
}

var drawn = Draw(sentences, draw, new Random(seed));
var wrong = drawn.Where(sentence => sentence.Wrong.Count > 0).ToList();
var open = drawn.Where(sentence => sentence.Wrong.Count == 0 && !sentence.IsJudged).ToList();
foreach (var sentence in open) Console.WriteLine($"NOT JUDGED {sentence.Place}\n  {sentence.En}");
foreach (var sentence in wrong) Console.WriteLine($"WRONG {sentence.Place}\n  {sentence.En}\n  {sentence.Nl}\n    {string.Join("\n    ", sentence.Wrong)}");
Console.WriteLine($"{drawn.Count} sentences, {drawn.Sum(sentence => sentence.Figures)} figures, {wrong.Count} wrong, {open.Count} not judged");
return wrong.Count > 0 ? 1 : 0;

// As many of each answer and kind of sentence as there are, in turn: or the cells of the largest city would be nearly all of them.
static List<Sentence> Draw(List<Sentence> all, int count, Random random)
{
    var stacks = all.GroupBy(sentence => (sentence.Answer, sentence.Rule)).Select(group => new Queue<Sentence>(group.OrderBy(_ => random.Next()))).ToArray();
    random.Shuffle(stacks);
    var drawn = new List<Sentence>();
    while (drawn.Count < Math.Min(count, all.Count))
    {
        foreach (var stack in stacks)
        {
            if (drawn.Count < count && stack.TryDequeue(out var sentence)) drawn.Add(sentence);
        }
    }

    return drawn;
}

/// <summary>One sentence in both languages, with what is wrong in it.</summary>
internal sealed record Sentence(string Answer, string Rule, string Place, string En, string Nl, int Figures, bool IsJudged, List<string> Wrong);

/// <summary>A kind of sentence: how it reads in both languages, with #name for a figure, and what its figures must be.</summary>
internal sealed class Rule(string en, string nl, Func<Match, Dictionary<string, object?>> expect)
{
    private const string Number = @"(?<$1>\d+(?:[.,]\d+)*|one|één)";

    public string Form => en;

    public Regex En { get; } = Of(en);

    public Regex Nl { get; } = Of(nl);

    public Dictionary<string, object?> Expect(Match match) => expect(match);

    private static Regex Of(string form) => new(@"\G" + Regex.Replace(form, @"#(\w+)", Number) + @"(?:\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);
}

/// <summary>Reads texts sentence by sentence and compares the figures in them with what they must be.</summary>
internal static class Judge
{
    public static IEnumerable<Sentence> Text(string answer, string place, string en, string nl, IReadOnlyList<Rule> rules)
    {
        var (atEn, atNl) = (0, 0);
        while (atEn < en.Length)
        {
            var (rule, match) = rules.Select(rule => (rule, match: rule.En.Match(en, atEn))).FirstOrDefault(found => found.match.Success);
            if (rule is null)
            {
                var (end, endNl) = (EndOf(en, atEn), EndOf(nl, atNl));
                if (en[atEn..end].Any(char.IsAsciiDigit))
                    yield return new(answer, "?", place, en[atEn..end].Trim(), nl[Math.Min(atNl, nl.Length)..endNl].Trim(), 0, false, []);
                (atEn, atNl) = (end, endNl);
                continue;
            }

            var dutch = rule.Nl.Match(nl, Math.Min(atNl, nl.Length));
            var expected = rule.Expect(match);
            if (expected.Count > 0) yield return Sentence(answer, place, rule, match, dutch, expected);
            atEn += match.Length;
            atNl = dutch.Success ? atNl + dutch.Length : EndOf(nl, atNl);
        }
    }

    public static Sentence Sentence(string answer, string place, Rule rule, Match en, Match nl, Dictionary<string, object?> expected)
    {
        var wrong = new List<string>();
        if (!nl.Success) wrong.Add("the Dutch sentence does not say the same");
        var figures = 0;
        foreach (var (name, value) in expected)
        {
            if (value is bool claim)
            {
                figures++;
                if (!claim) wrong.Add($"it is not so that {name}");
                continue;
            }

            foreach (var (match, language) in new[] { (en, "en"), (nl, "nl") })
            {
                if (!match.Success || value is null || (value is not string && !match.Groups[name].Success && IsNone(value))) continue;
                if (value is not string) figures++;
                if (Differs(match.Groups[name], language, value)) wrong.Add($"{name} ({language}): it says {Shown(match.Groups[name])}, it must be "
                    + $"{Convert.ToString(value, CultureInfo.InvariantCulture)}");
            }
        }

        // A figure that no rule computes is not passed in silence.
        var unjudged = en.Groups.Keys.Any(name => !char.IsAsciiDigit(name[0]) && en.Groups[name].Success && expected.TryGetValue(name, out var value)
            && value is null);
        var unknown = en.Groups.Keys.Where(name => name.Length > 0 && !char.IsAsciiDigit(name[0]) && en.Groups[name].Success && !expected.ContainsKey(name)
            && decimal.TryParse(en.Groups[name].Value, NumberStyles.Any, CultureInfo.InvariantCulture, out _));
        return new(answer, rule.Form, place, en.Value.Trim(), nl.Value.Trim(), figures, !unjudged && !unknown.Any(), wrong);
    }

    private static string Shown(Group group) => group.Success ? group.Value : "nothing";

    private static bool IsNone(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture) == 0;

    // A figure is right when it is the value, rounded to as many decimals as are shown.
    private static bool Differs(Group found, string language, object value)
    {
        if (value is string text) return found.Success && !string.Equals(found.Value, text, StringComparison.OrdinalIgnoreCase);
        if (!found.Success) return true;
        if (found.Value is "one" or "één") return !1m.Equals(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        var (group, separator) = language == "en" ? (',', '.') : ('.', ',');
        if (!Regex.IsMatch(found.Value, $@"^-?\d{{1,3}}(?:\{group}\d{{3}})*(?:\{separator}\d+)?$") && !Regex.IsMatch(found.Value,
            @"^(?:19|20)\d\d$")) return true;
        var plain = found.Value.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(separator, '.');
        var decimals = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var distance = Math.Abs(double.Parse(plain, CultureInfo.InvariantCulture) - Convert.ToDouble(value, CultureInfo.InvariantCulture));
        return distance > (value is long or int ? 0 : (0.5 * Math.Pow(10, -decimals)) + 1e-9);
    }

    private static int EndOf(string text, int from)
    {
        if (from >= text.Length) return text.Length;
        var end = text.IndexOf(". ", from, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + 2;
    }
}

/// <summary>A node or relation of the export, with the days on which it holds.</summary>
internal sealed record Item(string Key, string Kind, string From, string To, DateOnly? First, DateOnly? Last, JsonElement Json)
{
    public string? Text(string name) => Attribute(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public decimal? Number(string name) => Attribute(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    public bool Is(string name) => Attribute(name) is { ValueKind: JsonValueKind.True };

    public string Name => Text("name") ?? Text("role") ?? Key;

    public string Source => Json.GetProperty("source").GetString()!;

    public bool IsInferred => Json.TryGetProperty("inference", out _);

    public bool Holds(DateOnly day) => !(First > day) && !(Last < day);

    public static Item Of(JsonElement json) => new(Member(json, "key"), Member(json, "kind"), Member(json, "from"), Member(json, "to"),
        Day(Member(json, "validFrom"), false), Day(Member(json, "validTo"), true), json);

    private JsonElement? Attribute(string name) => Json.GetProperty("attributes").TryGetProperty(name, out var value) ? value : null;

    private static string Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    // "2016" begins on 1 January and ends on 31 December; "2016-02" ends on the 29th.
    private static DateOnly? Day(string text, bool isLast)
    {
        if (text.Length == 0) return null;
        int[] parts = [.. text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return parts.Length switch
        {
            1 => isLast ? new(parts[0], 12, 31) : new(parts[0], 1, 1),
            2 => isLast ? new(parts[0], parts[1], DateTime.DaysInMonth(parts[0], parts[1])) : new(parts[0], parts[1], 1),
            _ => new(parts[0], parts[1], parts[2]),
        };
    }
}

/// <summary>All nodes and relations of an export.</summary>
internal sealed class Export(JsonElement root)
{
    public List<Item> Nodes { get; } = [.. root.GetProperty("nodes").EnumerateArray().Select(Item.Of)];

    public List<Item> Relations { get; } = [.. root.GetProperty("relations").EnumerateArray().Select(Item.Of)];

    private readonly Dictionary<DateOnly, World> days = [];

    public World On(DateOnly day) => days.TryGetValue(day, out var world) ? world : days[day] = new(this, day);
}

/// <summary>Somebody's work for a group, in an area.</summary>
internal sealed record Target(string Key, string Work, string? Group, string? Area, bool IsOpen, bool IsInferred);

/// <summary>What holds on one day.</summary>
internal sealed class World
{
    private readonly ILookup<(string, string), Item> outgoing;
    private readonly ILookup<(string, string), Item> incoming;

    public World(Export export, DateOnly day)
    {
        (Export, Day) = (export, day);
        Nodes = export.Nodes.Where(node => node.Holds(day)).ToDictionary(node => node.Key);
        var all = export.Relations.ToLookup(relation => relation.From);
        // What a targeting is of, for or in must be there too, or the targeting is not.
        foreach (var node in Nodes.Values.Where(node => node.Kind == "Targeting").ToList())
        {
            if (all[node.Key].Any(relation => relation.Kind is "OF" or "FOR" or "IN" && !Nodes.ContainsKey(relation.To))) Nodes.Remove(node.Key);
        }

        Relations = [.. export.Relations.Where(relation => relation.Holds(day) && Nodes.ContainsKey(relation.From) && Nodes.ContainsKey(relation.To))];
        outgoing = Relations.ToLookup(relation => (relation.Kind, relation.From));
        incoming = Relations.ToLookup(relation => (relation.Kind, relation.To));
        Targets = [.. Of("Targeting").Select(Target).OfType<Target>()];
    }

    public Export Export { get; }

    public DateOnly Day { get; }

    public Dictionary<string, Item> Nodes { get; }

    public List<Item> Relations { get; }

    public List<Target> Targets { get; }

    public IEnumerable<Item> Of(string kind) => Nodes.Values.Where(node => node.Kind == kind);

    public IEnumerable<Item> Out(string kind, string from) => outgoing[(kind, from)];

    public IEnumerable<Item> Into(string kind, string to) => incoming[(kind, to)];

    public string Name(string key) => Nodes[key].Name;

    public IEnumerable<string> Runners(string work, string kind) => Into("RUNS", work).Select(run => run.From).Where(runner => Nodes[runner].Kind == kind);

    public IEnumerable<string> Initiatives(string work) => Nodes[work].Kind == "Initiative" ? [work] : Runners(work, "Initiative");

    public bool IsScheme(string key) => Nodes[key].Text("type") == "scheme";

    /// <summary>The node itself and all it is part of.</summary>
    public HashSet<string> Wholes(string key)
    {
        var (found, open) = (new HashSet<string> { key }, new Queue<string>([key]));
        while (open.TryDequeue(out var part))
        {
            foreach (var whole in Out("PART_OF", part))
            {
                if (found.Add(whole.To)) open.Enqueue(whole.To);
            }
        }

        return found;
    }

    /// <summary>The ways from the top of a tree down to a node.</summary>
    public IEnumerable<string[]> Chains(string key) => Out("PART_OF", key).Any()
        ? Out("PART_OF", key).SelectMany(whole => Chains(whole.To)).Select(chain => (string[])[.. chain, key])
        : [[key]];

    public IEnumerable<string> AtLevel(string key, int level) => Chains(key).Select(chain => chain[Math.Min(level, chain.Length - 1)]).Distinct();

    /// <summary>The domains of some work; catch-alls make no difference.</summary>
    public IEnumerable<string> Domains(string work) => Out("IN_DOMAIN", work).Select(relation => relation.To).Where(domain => !Nodes[domain].Is("catchAll"));

    private Target? Target(Item node)
    {
        if (Out("OF", node.Key).FirstOrDefault() is not { } of) return null;
        var work = Nodes[of.To];
        return new(node.Key, work.Key, Out("FOR", node.Key).FirstOrDefault()?.To, Out("IN", node.Key).FirstOrDefault()?.To,
            (node.First ?? work.First) is null || (node.Last ?? work.Last) is null, node.IsInferred);
    }
}

/// <summary>What was reported of contact, as pairs of organisations, initiatives and professionals without organisation.</summary>
internal sealed class Contacts
{
    private readonly Dictionary<(string, string), List<Report>> pairs = [];

    public Contacts(World world, Func<Item, bool>? counts = null)
    {
        foreach (var ends in world.Relations.Where(relation => relation.Kind == "COLLABORATES" && counts?.Invoke(relation) != false).GroupBy(relation => Pair(relation.From, relation.To)))
        {
            var levels = ends.Select(relation => relation.Number("level")).OfType<decimal>().ToArray();
            // Nobody puts on record that there is no contact: who reports level 0 was asked.
            var isAsked = ends.Any(relation => relation.Text("basis") == "asked" || relation.Number("level") == 0);
            var report = new Report(ends.Key.A, ends.Key.B, levels.Length == 0 ? null : (int)levels.Min(), levels.Distinct().Count() > 1, isAsked);
            foreach (var (a, b) in from a in Behind(world, ends.Key.A) from b in Behind(world, ends.Key.B) where a != b select Pair(a, b))
            {
                if (!pairs.TryGetValue((a, b), out var reports)) pairs.Add((a, b), reports = []);
                reports.Add(report);
            }
        }
    }

    public IEnumerable<((string A, string B) Ends, List<Report> Reports)> All => pairs.Select(pair => (pair.Key, pair.Value));

    public IReadOnlyList<Report> Between(string a, string b) => pairs.TryGetValue(Pair(a, b), out var reports) ? reports : [];

    /// <summary>The highest level of the two and of those who speak for them; of a register without levels only that there is contact.</summary>
    public static int Level(IEnumerable<Report> reports) => reports.Max(report => report.Level ?? 2);

    public static (string A, string B) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    // A professional speaks for the organisations they work for.
    private static IEnumerable<string> Behind(World world, string node) => world.Nodes[node].Kind == "Professional" && world.Out("WORKS_FOR", node).Any()
        ? world.Out("WORKS_FOR", node).Select(relation => relation.To)
        : [node];
}

internal sealed record Report(string A, string B, int? Level, bool IsContradicting, bool IsAsked);

/// <summary>Which pairs of some organisations coordinate, as far as is known.</summary>
internal sealed class Coordination
{
    public Coordination(Contacts contacts, IReadOnlyList<string> agencies)
    {
        for (var a = 0; a < agencies.Count; a++)
        {
            for (var b = a + 1; b < agencies.Count; b++)
            {
                Total++;
                var reports = contacts.Between(agencies[a], agencies[b]);
                if (reports.Count == 0) continue;
                if (reports.Any(report => report.IsContradicting)) Contradicting++;
                var (isAsked, level) = (reports.Any(report => report.IsAsked), Contacts.Level(reports));
                if (isAsked) Asked++;
                if (isAsked && level >= 3) AskedYes++;
                if (isAsked && level < 3) AskedNo++;
                if (!isAsked && level >= 3) RecordedYes++;
                if (!isAsked && level < 3) RecordedNo++;
            }
        }
    }

    public long Total { get; }

    public long Asked { get; }

    public long AskedYes { get; }

    public long AskedNo { get; }

    public long RecordedYes { get; }

    public long RecordedNo { get; }

    public long Contradicting { get; }
}

/// <summary>One group, activity or both in one area, with who is active there.</summary>
internal sealed class Cell
{
    private readonly World world;
    private readonly Overlaps all;

    public Cell(Overlaps all, (string? Group, string? Activity, string Area) place, List<Target> targets)
    {
        (world, this.all, Place) = (all.World, all, place);
        Targets = [.. targets.Where(target => world.Runners(target.Work, "Agency").Any())];
        Works = Targets.SelectMany(target => world.Runners(target.Work, "Agency").Select(agency => (agency, target.Work))).Distinct()
            .ToLookup(run => run.agency, run => run.Work);
        Agencies = [.. Works.Select(works => works.Key).Order(StringComparer.Ordinal)];
        Measures = [.. Targets.Select(target => target.Work).Distinct()];
        Initiatives = [.. targets.SelectMany(target => world.Initiatives(target.Work)).Distinct()];
        Coordination = new(all.Contacts, Agencies);
        AllPairs = [.. from a in Agencies from b in Agencies where string.CompareOrdinal(a, b) < 0 select (A: a, B: b)];
        Pairs = [.. AllPairs.Where(pair => all.Lens != "GROUP" || Crosses(Works[pair.A], Works[pair.B]))];
        WhollyDifferent = Pairs.Count(pair => !Tops(Works[pair.A]).Intersect(Tops(Works[pair.B])).Any());
        Grants = [.. Measures.SelectMany(measure => world.Into("FUNDS", measure)).Where(grant => grant.Number("amount") > 0)];
        InArea = all.AgenciesIn(place.Area);
    }

    public (string? Group, string? Activity, string Area) Place { get; }

    public List<Target> Targets { get; }

    public ILookup<string, string> Works { get; }

    public List<string> Agencies { get; }

    public List<string> Measures { get; }

    public List<string> Initiatives { get; }

    public Coordination Coordination { get; }

    public List<(string A, string B)> AllPairs { get; }

    public List<(string A, string B)> Pairs { get; }

    public int WhollyDifferent { get; }

    public List<Item> Grants { get; }

    public int InArea { get; }

    public int SchemeCount => Measures.SelectMany(world.Wholes).Distinct().Except(Measures).Count(world.IsScheme);

    public int NoDomainCount => Agencies.Count(agency => Tops(Works[agency]).Count == 0);

    public int InferredCount => Targets.Count(target => target.IsInferred);

    public int OpenCount => Targets.Count(target => target.IsOpen);

    // Two works cross when both have domains and share none.
    public bool Crosses(IEnumerable<string> a, IEnumerable<string> b) => a.Any(one => b.Any(other =>
        all.Tops(one) is { Count: > 0 } own && all.Tops(other) is { Count: > 0 } theirs && !own.Overlaps(theirs)));

    private HashSet<string> Tops(IEnumerable<string> works) => [.. works.SelectMany(all.Tops)];

}

/// <summary>All cells of a question on overlap.</summary>
internal sealed class Overlaps
{
    private readonly string? areaLevel;
    private readonly int? groupLevel;
    private readonly Dictionary<string, HashSet<string>> agenciesIn = [];
    private readonly Dictionary<string, HashSet<string>> tops = [];
    private readonly Dictionary<string, HashSet<string>> wholes = [];
    private readonly ILookup<string, Target> byArea;

    public Overlaps(World world, string lens, int level, string? area, string? areaLevel, int? groupLevel)
    {
        (World, Lens, Level, this.areaLevel, this.groupLevel, Contacts) = (world, lens, level, areaLevel, groupLevel, new(world));
        byArea = world.Targets.Where(target => target.Area is not null).ToLookup(target => target.Area!);
        Scope = area is null ? null : world.Of("Area").Where(node => world.Wholes(node.Key).Contains(area)).Select(node => node.Key).ToHashSet();
        InScope = [.. world.Targets.Where(target => Scope is null || (target.Area is { } where && Scope.Contains(where)))];
        foreach (var target in InScope.Where(target => target.Area is not null))
        {
            // Who works in a part of an area works in that area.
            foreach (var where in World.Wholes(target.Area!))
            {
                if (!agenciesIn.TryGetValue(where, out var there)) agenciesIn.Add(where, there = []);
                there.UnionWith(world.Runners(target.Work, "Agency"));
            }
        }

        var placed = from target in InScope
                     where target.Area is not null
                     from what in lens == "GROUP" ? Nothing : world.Domains(target.Work).Distinct()
                     from who in lens == "ACTIVITY" ? Nothing : Groups(target.Group)
                     from spot in Areas(target.Area!)
                     group target by (who, what, spot);
        Cells = placed.Select(cell => new Cell(this, cell.Key, [.. cell.DistinctBy(target => target.Key)])).Where(cell => cell.Agencies.Count > 1)
            .ToDictionary(cell => cell.Place);
    }

    public World World { get; }

    public string Lens { get; }

    public int Level { get; }

    public HashSet<string>? Scope { get; }

    public List<Target> InScope { get; }

    public Contacts Contacts { get; }

    public Dictionary<(string? Group, string? Activity, string Area), Cell> Cells { get; }

    public int AgenciesIn(string area) => agenciesIn[area].Count;

    /// <summary>The domains of some work on the level that is compared, by name: the same name under two keys is one.</summary>
    public HashSet<string> Tops(string work) => tops.TryGetValue(work, out var known) ? known
        : tops[work] = [.. World.Domains(work).SelectMany(domain => World.AtLevel(domain, Level)).Select(World.Name)];

    /// <summary>The works that reach a group in an area. An offer in a part of the area, or for a part of the group, is there; so is one for a wider group
    /// or a larger area.</summary>
    public IEnumerable<string> Offers(string group, string area) => byArea.Where(place => Related(place.Key, area)).SelectMany(place => place)
        .Where(target => target.Group is { } who && Related(who, group)).Select(target => target.Work).Distinct();

    private bool Related(string one, string other) => Wholes(one).Contains(other) || Wholes(other).Contains(one);

    private HashSet<string> Wholes(string key) => wholes.TryGetValue(key, out var known) ? known : wholes[key] = World.Wholes(key);

    /// <summary>Pairs of which one works here and the other for a wider group, on something wider or in a larger area, beside the pairs that are here
    /// already.</summary>
    public int NestedPairs(Cell cell)
    {
        var (area, group, activity) = (World.Wholes(cell.Place.Area), cell.Place.Group is { } who ? World.Wholes(who) : null,
            cell.Place.Activity is { } what ? World.Wholes(what) : null);
        var here = cell.Targets.Select(target => target.Key).ToHashSet();
        var found = new HashSet<(string, string)>();
        foreach (var target in area.SelectMany(place => byArea[place]).Where(target => !here.Contains(target.Key)
            && (group is null || (target.Group is { } theirs && group.Contains(theirs)))
            && (activity is null || World.Domains(target.Work).Any(activity.Contains))))
        {
            foreach (var (own, other) in from own in cell.Agencies from other in World.Runners(target.Work, "Agency") where own != other select (own, other))
            {
                if (Lens != "GROUP" || cell.Crosses(cell.Works[own], [target.Work])) found.Add(Contacts.Pair(own, other));
            }
        }

        return found.Except(cell.Pairs.Select(pair => Contacts.Pair(pair.A, pair.B))).Count();
    }

    private static IEnumerable<string?> Nothing { get; } = [null];

    public IEnumerable<string> Areas(string area) => areaLevel is null ? [area]
        : World.Wholes(area).Where(whole => string.Equals(World.Nodes[whole].Text("level"), areaLevel, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<string> Groups(string? group) => group is null ? []
        : groupLevel is not { } depth ? [group]
        : World.Chains(group).Where(chain => chain.Length > depth).Select(chain => chain[depth]).Distinct();
}

/// <summary>The sentences of overlap.</summary>
internal sealed class OverlapRules(Overlaps all, JsonElement answer)
{
    private World World => all.World;

    public IEnumerable<Rule> OfAnswer()
    {
        var cells = all.Cells.Values;
        var overlapping = all.Lens == "GROUP" ? cells.Count(cell => cell.Pairs.Count > 0) : cells.Count;
        yield return new(
            "#cells combinations? of .*?with two or more organisations at the same time(?:; we see no overlap between domains there"
                + "|; (?:in #overlapping of them|(?<all>there)) different domains meet)?\\.",
            "#cells combinaties? van .*?met twee of meer organisaties in dezelfde tijd(?:; overlap tussen domeinen zien we daar niet"
                + "|; (?:in #overlapping daarvan|daar) treffen verschillende domeinen elkaar)?\\.",
            match => new()
            {
                ["cells"] = cells.Count,
                // "There" is in all of them.
                ["overlapping"] = match.Groups["overlapping"].Success ? overlapping : 0,
                ["it is so in all of them"] = !match.Groups["all"].Success || overlapping == cells.Count,
                ["there is none"] = !match.Value.Contains("we see no overlap", StringComparison.Ordinal) || overlapping == 0,
            });
        if (First() is not { } first) yield break;
        foreach (var rule in OfCell(first)) yield return rule;
    }

    public Cell? First() => answer.GetProperty("cells").GetProperty("edges").EnumerateArray().Select(edge => CellOf(edge.GetProperty("node"))).FirstOrDefault();

    public Cell? CellOf(JsonElement node) => all.Cells.GetValueOrDefault((Key(node, "group"), Key(node, "activity"), Key(node, "area")!));

    public IEnumerable<Rule> OfCell(Cell cell)
    {
        var largest = cell.Grants.MaxBy(grant => grant.Number("amount"));
        var sum = cell.Grants.Sum(grant => grant.Number("amount") ?? 0);
        Dictionary<string, object?> Who(Match match) => new()
        {
            ["organisations"] = cell.Agencies.Count,
            ["more"] = Left(cell.Agencies.Count, 5),
            ["measures"] = cell.Measures.Count,
            ["schemes"] = cell.SchemeCount,
            ["sum"] = Math.Round(sum, MidpointRounding.AwayFromZero),
            // Named when it is most of the whole, and not the whole.
            ["largest"] = largest?.Number("amount") is { } amount && amount < sum && 2 * amount > sum ? amount : 0m,
            ["inferred"] = match.Groups["inferred"].Success || cell.InferredCount < cell.Targets.Count ? cell.InferredCount : 0,
            ["targetings"] = match.Groups["targetings"].Success ? cell.Targets.Count : 0,
            ["inarea"] = cell.InArea > cell.Agencies.Count ? cell.InArea : 0,
            ["pairs"] = cell.Pairs.Count,
        };
        const string ReadEn = "(?:#inferred of #targetings targetings? )?(?:read from titles|inferred: [^)]*?)";
        const string ReadNl = "(?:#inferred van #targetings inzet(?:ten)? )?(?:gelezen uit titels|afgeleid: [^)]*?)";
        yield return new(
            "(?<title>[^:]*?): #organisations organisations? \\((?<names>.*?(?: and #more more)?)\\) with #measures measures?(?: \\((?:#schemes "
                + "schemes?)?(?:, )?"
                + "(?:[A-Z]{3} #sum granted for the whole(?:, of which [A-Z]{3} #largest for .*?)?)?(?:, )?(?:" + ReadEn
                    + ")?\\))?(?:; in .*? we know of the work of #inarea organisations)?\\.",
            "(?<title>[^:]*?): #organisations organisaties? \\((?<names>.*?(?: en nog #more)?)\\) met #measures maatregel(?:en)?(?: \\((?:#schemes "
                + "regeling(?:en)?)?(?:, )?"
                + "(?:[A-Z]{3} #sum toegekend voor het geheel(?:, waarvan [A-Z]{3} #largest voor .*?)?)?(?:, )?(?:" + ReadNl
                    + ")?\\))?(?:; in .*? kennen we de inzet van #inarea organisaties)?\\.",
            match => Without(Who(match), "pairs"));
        yield return new(
            "(?<title>[^:]*?): #organisations organisations?, #pairs pairs? (?:from different domains|in the same field)(?: \\(" + ReadEn + "\\))?\\.",
            "(?<title>[^:]*?): #organisations organisaties?, #pairs pa(?:ar|ren) (?:uit verschillende domeinen|op hetzelfde terrein)(?: \\("
                + ReadNl + "\\))?\\.",
            match => Without(Who(match), "more", "measures", "schemes", "sum", "largest", "inarea"));
        yield return Of("Beside them #initiatives residents' initiatives?\\.", "Daarnaast #initiatives bewonersinitiatie(?:f|ven)\\.", ("initiatives",
            cell.Initiatives.Count));
        yield return Of("It is #measures measure, which they run together\\.", "Het gaat om #measures maatregel, die zij samen uitvoeren\\.", ("measures",
            cell.Measures.Count));
        yield return new("All of them work on .*? here, at the same time; whether they do the same is not recorded\\.",
            "Zij werken hier allemaal aan .*?, in dezelfde tijd; of zij hetzelfde doen, staat er niet in\\.", _ => []);
        yield return new(
            "#pairs pairs? comes? from different domains \\(.*?\\)(?:(?<none>; (?:it also works|each of them also works) in the same domain)"
                + "|; #wholly of them (?:is|are) wholly different and shares? no domain at all)?\\.",
            "#pairs pa(?:ar|ren) kom(?:t|en) uit verschillende domeinen \\(.*?\\)(?:; (?:het doet|elk daarvan doet) ook werk in hetzelfde domein"
                + "|; #wholly daarvan (?:is|zijn) helemaal verschillend en de(?:elt|len) geen enkel domein)?\\.",
            match => new()
            {
                ["pairs"] = cell.Pairs.Count,
                // Told when it is some of them: none is said in words, and all needs no saying.
                ["wholly"] = !match.Groups["none"].Success && cell.WhollyDifferent == cell.Pairs.Count ? 0 : cell.WhollyDifferent,
            });
        yield return Of(
            "Crowded, but no overlap between domains that we know of: #known of the #organisations (?:stand under .*?|share a domain two by two \\(.*?\\))\\.",
            "Druk, maar geen overlap tussen domeinen die we kennen: #known van de #organisations (?:staan onder .*?|delen twee aan twee een domein "
                + "\\(.*?\\))\\.",
            ("known", cell.Agencies.Count - cell.NoDomainCount), ("organisations", cell.Agencies.Count));
        yield return Of(
            "Of #unknown(?: of the #organisations)? we know no domain, or only a catch-all(?:, so we do not know whether they come from different domains)?\\.",
            "Van #unknown(?: van de #organisations)? kennen we geen domein, of alleen een verzamelnaam(?:; of zij uit verschillende domeinen komen, "
                + "weten we dus niet)?\\.",
            ("unknown", cell.NoDomainCount), ("?organisations", cell.Agencies.Count));
        yield return Of(
            "#nested other pairs?(?: from different domains)? meets? here because one of the two works .*?(?:area|wider)\\.",
            "#nested ander(?:e)? pa(?:ar|ren)(?: uit verschillende domeinen)? ra(?:akt|ken) elkaar hier doordat een van de twee .*? werkt\\.",
            ("nested", Lazy(() => all.NestedPairs(cell))));
        yield return Of(
            "Start or end unknown for #open of #targetings targetings?; we count it as going on\\.",
            "Begin of eind onbekend bij #open van #targetings inzet(?:ten)?; we rekenen alsof het doorloopt\\.",
            ("open", cell.OpenCount), ("targetings", cell.Targets.Count));
        var barriers = World.Of("Barrier").Where(barrier => World.Out("FOR", barrier.Key).Any(relation => relation.To == cell.Place.Group)
            && World.Out("IN", barrier.Key).Any(relation => relation.To == cell.Place.Area)).ToList();
        var addressed = barriers.Count(barrier => World.Into("ADDRESSES", barrier.Key).Any(relation =>
            World.Nodes[relation.From].Kind is "Measure" or "Initiative"));
        yield return new("Without an offer: .*?(?: and #more more)? \\(as far as we know\\)\\.",
            "Zonder aanbod: .*?(?: en nog #more)? \\(voor zover we weten\\)\\.",
            _ => new() { ["more"] = Left(barriers.Count - addressed, 5) });
        yield return Of("There is an offer for #addressed barriers?\\.", "Er is aanbod voor #addressed belemmering(?:en)?\\.", ("addressed", addressed));
        foreach (var rule in CoordinationRules(cell.Coordination)) yield return rule;
    }

    public Rule OfFunder(Cell cell) => new(
        "(?<funder>[^.]*?) pays for work of (?:all #all|#paid of the #organisations) organisations: ask there who can call them together\\.",
        "(?<funder>[^.]*?) betaalt werk van (?:alle #all|#paid van de #organisations) organisaties: vraag daar wie hen bij elkaar kan roepen\\.",
        match =>
        {
            var paid = cell.Agencies.Count(agency => cell.Works[agency].Any(work => World.Into("FUNDS", work).Any(grant => grant.Number("amount") is null or > 0
                && string.Equals(World.Nodes[grant.From].Name, match.Groups["funder"].Value, StringComparison.OrdinalIgnoreCase))));
            var isAll = paid == cell.Agencies.Count;
            return new() { ["all"] = isAll ? paid : 0, ["paid"] = isAll ? 0 : paid, ["organisations"] = isAll ? 0 : cell.Agencies.Count };
        });

    public IEnumerable<Rule> OfGap(JsonElement gap)
    {
        var (group, area) = (Key(gap, "group")!, Key(gap, "area")!);
        var areas = World.Targets.Select(target => target.Area).OfType<string>().Distinct().SelectMany(all.Areas).Distinct().Where(other => other != area)
            .ToList();
        var here = World.Targets.Where(target => target.Area is { } where && all.Areas(where).Contains(area)).ToList();
        yield return new(
            "For .*? we know of (?:no offer in .*?|#offers offer in .*?: .*?)\\.(?= In \\d)",
                "Voor .*? kennen we in .*? (?:geen aanbod|#offers aanbod: .*?)\\.(?= In \\d)",
            _ => new() { ["offers"] = all.Offers(group, area).Count() });
        yield return Of("In #served of #others other areas there is an offer\\.", "In #served van de #others andere gebieden is er aanbod\\.",
            ("served", areas.Count(other => all.Offers(group, other).Any())), ("others", areas.Count));
        yield return Of("#tagged of #all targetings in .*? name a target group\\.", "Bij #tagged van de #all inzetten in .*? staat een doelgroep\\.",
            ("tagged", here.Count(target => target.Group is not null)), ("all", here.Count));
    }

    public IEnumerable<(string What, long Known, long Total)> Coverage()
    {
        var targeted = World.Targets.Select(target => target.Work).ToHashSet();
        var placed = World.Targets.Where(target => target.Area is not null).Select(target => target.Work).ToHashSet();
        var grants = World.Relations.Where(relation => relation.Kind == "FUNDS" && relation.Number("amount") > 0).ToList();
        var measures = World.Of("Measure").Where(measure => !World.IsScheme(measure.Key)).ToList();
        var pairs = all.Cells.Values.Select(cell => cell.Coordination).ToList();
        yield return ("money granted", (long)grants.Where(grant => placed.Contains(grant.To)).Sum(grant => grant.Number("amount")!.Value),
            (long)grants.Sum(grant => grant.Number("amount")!.Value));
        yield return ("measures of which a targeting is known", measures.Count(measure => targeted.Contains(measure.Key)), measures.Count);
        yield return ("targetings of which it is known who runs the work", all.InScope.Count(target => World.Runners(target.Work, "Agency").Any()
            || World.Initiatives(target.Work).Any()), all.InScope.Count);
        yield return ("targetings that name a target group", all.InScope.Count(target => target.Group is not null), all.InScope.Count);
        yield return ("targetings that name an area", World.Targets.Count(target => target.Area is not null), World.Targets.Count);
        yield return ("pairs that were asked whether they coordinate", pairs.Sum(pair => pair.Asked), pairs.Sum(pair => pair.Total));
        yield return ("pairs whose contact is on record", pairs.Sum(pair => pair.RecordedYes + pair.RecordedNo), pairs.Sum(pair => pair.Total));
    }

    private static IEnumerable<Rule> CoordinationRules(Coordination known)
    {
        var asked = known.Asked;
        yield return Of("Whether they coordinate we do not know: #asked of #total pairs were asked\\.",
            "Of zij afstemmen weten we niet: het is voor #asked van de #total paren gevraagd\\.",
            ("asked", asked), ("total", known.Total));
        yield return new("Whether they coordinate we do not know: nobody asked\\.", "Of zij afstemmen weten we niet: het is niet gevraagd\\.",
            _ => new() { ["nobody asked"] = asked + known.RecordedYes + known.RecordedNo == 0 });
        yield return new("This is no proof of duplicated work\\.", "Dit is geen bewijs van dubbel werk\\.", _ => []);
        yield return Of("Whether they coordinate was asked for #asked of #total pairs: #yes do, #no do not\\.",
            "Voor #asked van de #total paren is gevraagd of zij afstemmen: #yes wel, #no niet\\.", ("asked", asked), ("total", known.Total), ("yes",
                known.AskedYes), ("no", known.AskedNo));
        yield return Of("All #total pairs were asked: none of them coordinates\\.", "Alle #total paren zijn gevraagd: geen daarvan stemt af\\.",
            ("total", known is { AskedYes: 0 } && known.AskedNo == known.Total ? known.Total : -1));
        yield return Of("On this pair the reports contradict each other: ask both whether they coordinate\\.",
            "Over dit paar spreken de meldingen elkaar tegen: vraag aan allebei of zij afstemmen\\.", ("the reports contradict", known is { Total: 1, Contradicting: 1, AskedYes: 0 }));
        yield return Of("Coordination was reported for all #total pairs\\.", "Bij alle #total paren is afstemming gemeld\\.", ("total", known.AskedYes));
        yield return Of("These two were reported to coordinate\\.", "Er is gemeld dat deze twee afstemmen\\.", ("these two coordinate", known is { Total: 1,
            AskedYes: 1 }));
        yield return Of("This pair was asked whether they coordinate: they do not\\.", "Aan dit paar is gevraagd of zij afstemmen: dat doen zij niet\\.",
            ("these two do not coordinate", known is { Total: 1, AskedNo: 1 }));
        yield return Of("On #contradicting pairs? the reports differ; then the lowest level counts\\.",
            "Over #contradicting pa(?:ar|ren) verschillen de meldingen; dan telt het laagste niveau\\.",
            ("contradicting", known.Contradicting));
        yield return Of("Of #yes pairs? it is on record in .*? that they coordinate; nobody asked them\\.",
            "Van #yes pa(?:ar|ren) staat vast in .*? dat zij afstemmen; dat is niet gevraagd\\.", ("yes", known.RecordedYes));
        yield return Of("Of #no pairs? a contact is on record in .*?, but not that they coordinate; nobody asked them\\.",
            "Van #no pa(?:ar|ren) staat een contact vast in .*?, maar niet dat zij afstemmen; dat is niet gevraagd\\.", ("no", known.RecordedNo));
    }

    public static Rule Of(string en, string nl, params (string Name, object? Value)[] expected) => new(en, nl, match => expected
        .Where(one => !one.Name.StartsWith('?') || match.Groups[one.Name[1..]].Success)
        .ToDictionary(one => one.Name.TrimStart('?'), one => one.Value is Func<object> later ? later() : one.Value));

    public static string? Key(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.GetProperty("key").GetString() : null;

    private static Func<object> Lazy(Func<object> value) => value;

    // How many of a list are counted rather than named: a last one is named.
    internal static int Left(int count, int named) => count <= named + 1 ? 0 : count - named;

    private static Dictionary<string, object?> Without(Dictionary<string, object?> all, params string[] names)
    {
        foreach (var name in names) all.Remove(name);
        return all;
    }
}

/// <summary>A grant or a refusal: which pot it comes from and which project it is for.</summary>
internal sealed record Grant(string Key, (string Funder, string? Scheme) Pot, string Project, string Work, decimal? Amount, bool IsRefused, Item Relation);

/// <summary>A project: one whole, or all that one runner does under one title.</summary>
internal sealed record Project(string Title, List<string> Runners, bool IsByTitle, bool IsGeneral, List<Grant> Grants)
{
    public List<Grant> Granted => [.. Grants.Where(grant => !grant.IsRefused)];

    public List<(string Funder, string? Scheme)> Pots => [.. Granted.Select(grant => grant.Pot).Distinct()];

    // Read from a title that is short or that others have too: it may be several.
    public bool IsClear => !IsByTitle || !IsGeneral;

    public int FunderCount => Pots.Select(pot => pot.Funder).Distinct().Count();
}

/// <summary>Who pays for what in the year of the day that is looked at.</summary>
internal sealed class Books
{
    public Books(World world)
    {
        (World, Year) = (world, world.Day.Year);
        Held = [.. world.Relations.Where(relation => relation.Kind == "FUNDS" && (relation.Number("year") is not { } year || year == Year)
            && !world.IsScheme(relation.To))];
        Recorded = world.Export.Relations.Count(relation => relation.Kind == "FUNDS" && (relation.Number("year") is not { } year || year == Year)
            && world.Export.Nodes.All(node => node.Key != relation.To || node.Text("type") != "scheme"));
        Grants = [.. Held.Select(Read)];
        var titles = world.Relations.Where(relation => relation.Kind == "FUNDS" && !world.IsScheme(relation.To)).Select(Read)
            .GroupBy(grant => Plain(world.Name(Whole(grant.Work))))
            .ToDictionary(group => group.Key, group => group.Select(grant => grant.Project).Distinct().Count());
        Projects = Grants.GroupBy(grant => grant.Project).ToDictionary(group => group.Key, group => new Project(
            world.Nodes[Whole(group.First().Work)].Text("name") ?? "", [.. group.SelectMany(grant => Runners(grant.Work)).Distinct()],
            group.Select(grant => Whole(grant.Work)).Distinct().Count() > 1, IsGeneral(Plain(world.Name(Whole(group.First().Work)))), [.. group]));
        bool IsGeneral(string title) => titles[title] > 1 || title.Split(' ').Count(word => !word.All(char.IsDigit)) < 3;
        Several = [.. Projects.Values.Where(project => project.Pots.Count > 1)];
        ByRunner = Projects.Values.SelectMany(project => project.Runners.Select(runner => (runner, project))).GroupBy(entry => entry.runner, entry =>
            entry.project)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public World World { get; }

    public int Year { get; }

    public int Recorded { get; }

    public List<Item> Held { get; }

    public List<Grant> Grants { get; }

    public List<Grant> Granted => [.. Grants.Where(grant => !grant.IsRefused)];

    public Dictionary<string, Project> Projects { get; }

    public List<Project> Several { get; }

    public Dictionary<string, List<Project>> ByRunner { get; }

    public IEnumerable<string> Runners(string work) => World.Nodes[work].Kind == "Initiative" ? [work] : World.Into("RUNS", work).Select(run => run.From)
        .Distinct();

    public static int Accounts(IEnumerable<Grant> grants) => grants.Where(grant => !grant.IsRefused).Select(grant => (grant.Pot, grant.Project)).Distinct()
        .Count();

    public static int Refusals(IEnumerable<Grant> grants) => grants.Count(grant => grant.IsRefused);

    public static decimal Sum(IEnumerable<Grant> grants) => grants.Sum(grant => grant.Amount ?? 0);

    /// <summary>The most that one pot gives to one project.</summary>
    public static decimal Largest(IEnumerable<Grant> grants) =>
        grants.Where(grant => !grant.IsRefused).GroupBy(grant => (grant.Pot, grant.Project)).Select(Sum).DefaultIfEmpty().Max();

    public static List<decimal> ByPot(IEnumerable<Grant> grants) => [.. grants.Where(grant => grant.Amount > 0).GroupBy(grant => grant.Pot).Select(Sum)];

    /// <summary>The words of a text, in lower case and without accents.</summary>
    public static string Plain(string text) => string.Join(' ', Regex.Split(
        Regex.Replace(text.Normalize(System.Text.NormalizationForm.FormD), @"\p{Mn}", "").ToLowerInvariant(), @"[^\p{L}\p{Nd}]+").Where(word => word.Length > 0));

    private Grant Read(Item relation)
    {
        var runners = string.Join('\n', Runners(relation.To).Order(StringComparer.Ordinal));
        var whole = Whole(relation.To);
        var project = World.Nodes[whole].Kind != "Measure" || runners.Length == 0 ? whole : $"{runners}\n{World.Name(whole).ToUpperInvariant()}";
        var scheme = World.Wholes(relation.To).Where(World.IsScheme).Order(StringComparer.Ordinal).FirstOrDefault();
        return new(relation.Key, (relation.From, scheme), project, relation.To, relation.Number("amount"), relation.Number("amount") == 0, relation);
    }

    // The highest measure that it is part of and that is no scheme.
    private string Whole(string work) => World.Out("PART_OF", work).Select(part => part.To).Where(to => !World.IsScheme(to)).Order(StringComparer.Ordinal)
        .FirstOrDefault() is { } whole
        ? Whole(whole) : work;
}

/// <summary>The sentences of splintered funding.</summary>
internal sealed class FundingRules(Books books, JsonElement answer)
{
    private const string Amount = @"(?:[A-Z]{3} )?";

    private readonly (int Percent, int Amount, int Application, int Account) assumed = (answer.GetProperty("smallPercent").GetInt32(),
        answer.GetProperty("smallAmount").GetInt32(), answer.GetProperty("hoursPerApplication").GetInt32(), answer.GetProperty("hoursPerAccount").GetInt32());

    public IEnumerable<Rule> OfAnswer()
    {
        var clear = books.Several.Where(project => project.IsClear).ToList();
        var several = clear.Where(project => project.FunderCount > 1).ToList();
        var agencies = books.ByRunner.Where(entry => books.World.Nodes[entry.Key].Kind == "Agency")
            .Select(entry => (entry.Key, Granted: entry.Value.SelectMany(project => project.Granted).ToList())).Where(entry => entry.Granted.Count > 0)
                .ToList();
        var pots = agencies.ToDictionary(entry => entry.Key, entry => entry.Granted.Select(grant => grant.Pot).Distinct().Count());
        var most = answer.GetProperty("recipients").GetProperty("mostPots") is { ValueKind: JsonValueKind.Object } runner ? runner.GetProperty("key")
            .GetString()! : "";
        yield return Of(
            "#split projects? got money from more than one pot in #year(?:, by their titles)?(?:; #by of them from two or more funders|, from two "
                + "or more funders)?(?: \\(#grants grants?\\))?\\.",
            "#split project(?:en)? kre(?:eg|gen) in #year geld uit meer dan één potje(?:, volgens de titels)?(?:; #by daarvan van twee of meer "
                + "betalers|, van twee of meer betalers)?(?: \\(#grants toekenning(?:en)?\\))?\\.",
            ("split", clear.Count), ("year", books.Year), ("by", several.Count == clear.Count ? 0 : several.Count),
            ("grants", several.Sum(project => project.Granted.Count)));
        yield return AskFirst(books.Several);
        yield return Of("In #year we see no money from more than one pot for what is clearly one project\\.",
            "In #year zien we geen geld uit meer dan één potje voor wat duidelijk één project is\\.",
            ("year", books.Year), ("none is clearly one", clear.Count == 0));
        yield return Of("In #year we see no project with money from more than one pot\\.",
            "In #year zien we geen project met geld uit meer dan één potje\\.",
            ("year", books.Year), ("no project is paid from several pots", books.Several.Count == 0));
        yield return Of("Of #year we know no application and no grant here: about splintered funding we can say nothing\\.",
            "Over #year kennen we hier geen aanvraag en geen toekenning: over versnipperd geld kunnen we niets zeggen\\.", ("year", books.Year),
                ("nothing is known", books.Grants.Count == 0));
        yield return Of("Suppose #forms application and #forms2 account(?: for each of these #several)?\\.",
            "Stel: #forms aanvraag en #forms2 verantwoording(?: voor elk van deze #several)?\\.",
            ("forms", 1), ("forms2", 1), ("several", several.Count == 1 ? 0 : several.Count));
        yield return Saving(several);
        yield return new(
            "Of #paid organisations? with money #one got it from one pot and #three from three or more; #funders had two or more funders\\."
                + "(?: (?:.*? had the most pots|(?<tied>None) had more pots than .*?): #most(?:; the largest gave (?:more than |less than )?#share% of the money)?\\.)?",
            "Van #paid organisaties? met geld kre(?:eg|gen) er #one het uit één potje en #three uit drie of meer; #funders had(?:den)? twee of meer betalers\\."
                + "(?: (?:.*? had de meeste potjes|Geen had er meer dan .*?): #most(?:; het grootste gaf (?:meer dan |minder dan )?#share% van het geld)?\\.)?",
            match => new()
            {
                ["paid"] = agencies.Count,
                ["one"] = pots.Values.Count(count => count == 1),
                ["three"] = pots.Values.Count(count => count >= 3),
                ["funders"] = agencies.Count(entry => entry.Granted.Select(grant => grant.Pot.Funder).Distinct().Count() > 1),
                ["most"] = match.Groups["most"].Success ? pots.Values.DefaultIfEmpty().Max() : 0,
                ["the one with most pots is named"] = pots.GetValueOrDefault(most) == pots.Values.DefaultIfEmpty().Max(),
                ["none is said to have more where others have as many"] = !match.Groups["most"].Success || match.Groups["tied"].Success
                    == (pots.Values.Count(count => count == pots.Values.DefaultIfEmpty().Max()) > 1),
                ["share"] = match.Groups["share"].Success ? Share(agencies.First(entry => entry.Key == most).Granted) : 0,
            });
        yield return Of(
            $"All pots together granted {Amount}#all; the largest amount was {Amount}#largest from .*?\\.(?= |$)",
                $"In alle potjes samen is {Amount}#all toegekend; het grootste bedrag was {Amount}#largest van .*?\\.(?= |$)",
            ("all", Books.Sum(books.Granted)), ("largest", Books.Largest(books.Granted)));
        foreach (var rule in PaidApart()) yield return rule;
        if (answer.GetProperty("projects").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node"))
            .FirstOrDefault() is { ValueKind: JsonValueKind.Object } project)
        {
            foreach (var rule in OfProject(project)) yield return rule;
        }
    }

    public IEnumerable<Rule> PaidApart()
    {
        yield return new(
            "#same organisations were each paid apart in #year by (?<a>.*?), by (?<b>.*?) and by one or more districts\\. (?:Each|By their titles each) got money "
                + "for (?<what>‘.*?’|[^:]*?) from a department and from a district(?: \\([A-Z]{3} #sum in all(?: for work with those words in its title)?\\))?: .*?\\."
                + "(?: They paid #others other organisations? apart too: .*?\\.)?(?= Of \\d|$)",
            "#same organisaties werden in #year elk apart betaald door (?<a>.*?), door (?<b>.*?) én door een of meer stadsdelen\\. Elk kreeg (?:volgens de titels )?geld "
                + "voor (?<what>‘.*?’|[^:]*?) van een afdeling én van een stadsdeel(?: \\([A-Z]{3} #sum samen(?: voor werk met die woorden in de titel)?\\))?: .*?\\."
                + "(?: Ook #others andere organisaties? werd(?:en)? door hen apart betaald: .*?\\.)?(?= Van \\d|$)",
            match =>
            {
                var payers = new[] { "a", "b" }.Select(name => books.World.Of("Agency").First(agency => agency.Name == match.Groups[name].Value.Trim('‘',
                    '’')).Key).ToArray();
                bool IsDistrict(Grant grant) => books.World.Nodes[grant.Pot.Funder].Text("type") == "district";
                var found = books.ByRunner.Where(entry => books.World.Nodes[entry.Key].Kind == "Agency").Select(entry => entry.Value.SelectMany(project =>
                    project.Granted).ToList())
                    .Where(own => payers.All(payer => own.Any(grant => grant.Pot.Funder == payer)) && own.Any(IsDistrict)).ToList();
                var what = match.Groups["what"].Value;
                bool Names(Grant grant) => what.StartsWith('‘')
                    ? $" {Books.Plain(books.World.Name(grant.Work))} ".Contains($" {what.Trim('‘', '’')} ", StringComparison.Ordinal)
                    : books.World.Domains(grant.Work).Any(domain => books.World.Name(domain) == what);
                var same = found.Where(own => own.Any(grant => IsDistrict(grant) && Names(grant))
                    && own.Any(grant => payers.Contains(grant.Pot.Funder) && Names(grant))).ToList();
                return new()
                {
                    ["same"] = same.Count,
                    ["others"] = found.Count - same.Count,
                    ["year"] = books.Year,
                    ["sum"] = same.Sum(own => Books.Sum(own.Where(grant => (IsDistrict(grant) || payers.Contains(grant.Pot.Funder)) && Names(grant)))),
                };
            });
    }

    public IEnumerable<Rule> OfProject(JsonElement node)
    {
        var key = node.GetProperty("evidence").GetProperty("edges")[0].GetProperty("node").GetProperty("id").GetString()!.Split('@')[0];
        var project = books.Projects.Values.First(project => project.Grants.Any(grant => grant.Key == key));
        var accounts = Books.Accounts(project.Grants);
        var refused = Books.Refusals(project.Grants);
        yield return Of(
            "“.*?”.*? got money from #pots pots? of #funders funders? in #year \\(.*?(?: and #more more)?\\): " + BurdenEn
                + " (?:for one project|under one title)\\.",
            "“.*?”.*? kreeg in #year geld uit #pots potjes? van #funders betalers? \\(.*?(?: en nog #more)?\\): " + BurdenNl
                + " (?:voor één project|onder één titel)\\.",
            ("pots", project.Pots.Count), ("funders", project.FunderCount), ("more", OverlapRules.Left(project.FunderCount, 3)), ("year", books.Year),
            ("applications", accounts + refused), ("refused", refused), ("accounts", accounts));
        yield return new("Could this be one\\?", "Kan dit er één zijn\\?", _ => []);
        yield return new("(?:That it is one project is read from the title|The title is short or occurs more often: ask first whether it is one project)\\.",
            "(?:Dat het één project is, lezen we uit de titel|De titel is kort of komt vaker voor: vraag eerst of het één project is)\\.", _ => []);
        yield return Of($"Together {Amount}#all; the largest pot is {Amount}#largest from .*?\\.(?= \\d|$)",
            $"Samen {Amount}#all; het grootste potje is {Amount}#largest van .*?\\.(?= \\d|$)",
            ("all", Books.Sum(project.Granted)), ("largest", Books.ByPot(project.Granted).DefaultIfEmpty().Max()));
        yield return Refused(project.Grants);
        yield return OneDoor;
        yield return Saving([project]);
        yield return Deadline([project]);
    }

    public IEnumerable<Rule> OfRunner(JsonElement node)
    {
        var runner = node.GetProperty("runner").GetProperty("key").GetString()!;
        var projects = books.ByRunner[runner];
        var (all, granted, split) = (projects.SelectMany(project => project.Grants).ToList(), projects.SelectMany(project => project.Granted).ToList(),
            projects.Where(project => project.Pots.Count > 1).ToList());
        var clear = split.Where(project => project.IsClear).ToList();
        var (pots, accounts, refused) = (granted.Select(grant => grant.Pot).Distinct().ToList(), Books.Accounts(all), Books.Refusals(all));
        yield return Of(
            ".*? got money from #pots pots? of #funders funders? in #year: " + BurdenEn + "\\.",
            ".*? kreeg in #year geld uit #pots potjes? van #funders betalers?: " + BurdenNl + "\\.",
            ("pots", pots.Count), ("funders", pots.Select(pot => pot.Funder).Distinct().Count()), ("year", books.Year), ("applications", accounts + refused),
                ("refused", refused), ("accounts", accounts));
        yield return Of("Of #unknown funders? we do not know the scheme: (?:all that money|what each gives) counts as one pot\\.",
            "Van #unknown betalers? kennen we de regeling niet: (?:al dat geld telt|wat elk geeft, telt) als één potje\\.", ("unknown", pots.Count(pot =>
                pot.Scheme is null)));
        yield return Of("#split projects?(?:, by their titles,)? got money from more than one pot: “.*?”(?: and #more more)?\\.",
            "#split project(?:en)? kre(?:eg|gen)(?: volgens de titels)? geld uit meer dan één potje: “.*?”(?: en nog #more)?\\.", ("split", clear.Count),
                ("more", Math.Max(0, clear.Count - 1)));
        yield return AskFirst(split);
        var total = Books.Sum(granted);
        var small = Books.ByPot(granted).Where(pot => pot < assumed.Amount || pot * 100 < total * assumed.Percent).ToList();
        var under = small.Count(pot => pot < assumed.Amount);
        var (isMixed, isShare) = (under > 0 && under < small.Count, under < small.Count);
        yield return Of(
            $"#small pots? (?:is|are) small \\((?:(?:#under )?under {Amount}#least)?(?:, )?(?:(?:#others )?under #percent% of all the money)?\\)\\.",
            $"#small potjes? (?:is|zijn) klein \\((?:(?:#under )?onder {Amount}#least)?(?:, )?(?:(?:#others )?minder dan #percent% van al het geld)?\\)\\.",
            ("small", small.Count), ("under", isMixed ? under : 0), ("others", isMixed ? small.Count - under : 0), ("least", under > 0 ? assumed.Amount : 0),
            ("percent", isShare ? assumed.Percent : 0));
        yield return Of($"Of {Amount}#all, {Amount}#largest was one grant; the largest pot gave (?:more than |less than )?#share%\\.",
            $"Van {Amount}#all was {Amount}#largest één toekenning; het grootste potje gaf (?:meer dan |minder dan )?#share%\\.",
            ("all", total), ("largest", Books.Largest(granted)), ("share", Share(granted)));
        yield return Of($"Ask .*? and the funders of the #under pots under {Amount}#least whether these can go together, with one account\\.",
            $"Vraag .*? en de betalers van de #under potjes onder {Amount}#least of die samen kunnen, met één verantwoording\\.",
            ("under", under), ("least", assumed.Amount));
        yield return new("Ask .*? (?:what the applications and accounts cost in time|whether one application "
            + "and one account for each project will do)\\.",
            "Vraag .*? (?:wat de aanvragen en verantwoordingen kosten aan tijd|of per project één "
                + "aanvraag en één verantwoording genoeg is)\\.", _ => []);
        yield return OneDoor;
        yield return Saving(split.Count == 1 ? split : clear);
        yield return Deadline(split);
    }

    public IEnumerable<(string What, long Known, long Total)> Coverage()
    {
        var (all, granted) = (books.Grants, books.Granted);
        var placed = books.World.Targets.Where(target => target.Area is not null).Select(target => target.Work).ToHashSet();
        yield return ("grants and refusals of " + books.Year, all.Count, books.Recorded);
        yield return ("grants and refusals of which the year is known", all.Count(grant => grant.Relation.Number("year") is not null), all.Count);
        yield return ("grants of which the scheme is known", granted.Count(grant => grant.Pot.Scheme is not null), granted.Count);
        yield return ("grants of which the amount is known", granted.Count(grant => grant.Amount is not null), granted.Count);
        yield return ("grants of which it is known whether they are one-off", granted.Count(grant => grant.Relation.Text("recurrence") is not null),
            granted.Count);
        yield return ("grants and refusals of which it is known who does the work", all.Count(grant => books.Runners(grant.Work).Any()), all.Count);
        yield return ("grants for work of which an area is known", granted.Count(grant => books.World.Wholes(grant.Work).Overlaps(placed)), granted.Count);
        yield return ("grants and refusals for work of at most one organisation", all.Count(grant => books.Runners(grant.Work).Count() < 2), all.Count);
    }

    private static Rule Of(string en, string nl, params (string Name, object? Value)[] expected) => OverlapRules.Of(en, nl, expected);

    private static Rule OneDoor { get; } = new(
        "Ask .*? whether (?:“.*?” is one project and, if so, .*? whether )?one application and one account will do(?: for “.*?”)?\\.",
        "Vraag .*? (?:of “.*?” één project is en, zo ja, .*? )?of (?:voor “.*?” )?één aanvraag en één verantwoording genoeg is\\.", _ => []);

    private const string
        BurdenEn = "#applications applications?(?:, of which #refused (?:was|were) refused or withdrawn,)? and #accounts accounts?",
        BurdenNl = "#applications aanvra(?:ag|gen)(?:, waarvan #refused (?:is|zijn) afgewezen of ingetrokken,)? en #accounts verantwoording(?:en)?";

    private static Rule AskFirst(List<Project> split) => Of(
        "Of #unclear (?:other )?projects? with a short or common title, ask first whether it is one project\\.",
        "Bij #unclear (?:andere? )?project(?:en)? met een korte of vaker gebruikte titel moet u eerst vragen of het één project is\\.",
        ("unclear", split.Count(project => !project.IsClear)));

    private static Rule Refused(IEnumerable<Grant> grants) => Of("#refused applications? (?:was|were) refused or withdrawn\\.",
        "#refused aanvra(?:ag|gen) (?:is|zijn) afgewezen of ingetrokken\\.",
        ("refused", Books.Refusals(grants)));

    private Rule Deadline(IEnumerable<Project> projects) => new(
        "Mind: one can apply to (?<scheme>.*?) until (?<day>\\d+ \\w+ \\d{4})\\.", "Let op: aanvragen bij .*? kan tot en met (?<day>\\d+-\\d+-\\d{4})\\.",
        match =>
        {
            var day = $"{DateOnly.ParseExact(match.Groups["day"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture):yyyy-MM-dd}";
            var ahead = projects.SelectMany(project => project.Pots).Select(pot => pot.Scheme).OfType<string>().Select(scheme => books.World.Nodes[scheme])
                .Where(scheme => string.CompareOrdinal(scheme.Text("applyBy"), $"{books.World.Day:yyyy-MM-dd}") >= 0).ToList();
            return new()
            {
                ["the scheme has this deadline"] = ahead.Any(scheme => scheme.Name == match.Groups["scheme"].Value && scheme.Text("applyBy") == day),
                ["it is the first that lies ahead"] = ahead.All(scheme => string.CompareOrdinal(scheme.Text("applyBy"), day) >= 0),
            };
        });

    // One application and one account for each project, in place of one for each pot.
    private Rule Saving(IEnumerable<Project> projects) => Of(
        "If an application takes #application hours? and an account #account hours? \\(an assumption\\), that saves #saved hours?\\.",
        "Als een aanvraag #application uur kost en een verantwoording #account uur \\(een aanname\\), scheelt dat #saved uur\\.",
        ("application", assumed.Application), ("account", assumed.Account),
        ("saved", projects.Sum(project => (Books.Accounts(project.Grants) - 1) * (assumed.Application + assumed.Account))));

    // What is not quite none or not quite all is never rounded to that.
    private static double? Share(List<Grant> granted) => Books.Sum(granted) == 0 ? null
        : 100 * (double)(Books.ByPot(granted).Max() / Books.Sum(granted)) is var share && share is > 99 and < 100 ? 99 : share is > 0 and < 1 ? 1 : share;
}

/// <summary>The sentences of fragmentation and of ways.</summary>
internal sealed class NetworkRules
{
    private readonly World world;
    private readonly int level;
    private readonly Contacts contacts;
    private readonly HashSet<string> actors;
    private readonly HashSet<string> members;
    private readonly List<((string A, string B) Ends, List<Report> Reports)> among;
    private readonly List<((string A, string B) Ends, List<Report> Reports)> ties;
    private readonly ILookup<string, string> acquaintances;
    private readonly HashSet<string> deciders;

    public NetworkRules(World world, int level)
    {
        (this.world, this.level, contacts) = (world, level, new(world));
        actors = [.. world.Of("Agency").Concat(world.Of("Initiative")).Select(node => node.Key)];
        members = [.. contacts.All.SelectMany(pair => new[] { pair.Ends.A, pair.Ends.B })];
        among = [.. contacts.All.Where(pair => actors.Contains(pair.Ends.A) && actors.Contains(pair.Ends.B))];
        ties = [.. contacts.All.Where(pair => Contacts.Level(pair.Reports) >= level)];
        acquaintances = Known().SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        deciders = [.. world.Of("Agency").Where(agency => agency.Text("type") is "municipality" or "district" or "fund"
            || world.Out("FUNDS", agency.Key).Any(grant => grant.Number("amount") is null or > 0)).Select(agency => agency.Key)];
    }

    private long PairCount => (long)actors.Count * (actors.Count - 1) / 2;

    private int AskedCount => among.Count(pair => pair.Reports.Any(report => report.IsAsked));

    public IEnumerable<Rule> OfFragmentation()
    {
        var known = members.Where(actors.Contains).ToList();
        var parts = Parts(members, ties);
        var largest = parts.Select(part => part.Count).DefaultIfEmpty().Max();
        var lone = world.Of("Initiative").Where(initiative => !ties.Any(tie => tie.Ends.A == initiative.Key || tie.Ends.B == initiative.Key)
            && !world.Into("SUPPORTS", initiative.Key).Any()).ToList();
        var askedLone = lone.Count(initiative => contacts.All.Any(pair => (pair.Ends.A == initiative.Key || pair.Ends.B == initiative.Key)
            && pair.Reports.Any(report => report.IsAsked)));
        yield return OverlapRules.Of("No collaboration is recorded: #asked of #pairs pairs? asked\\.",
            "Er is geen samenwerking vastgelegd: #asked van #pairs pa(?:ar|ren) gevraagd\\.",
            ("asked", AskedCount), ("pairs", PairCount));
        yield return OverlapRules.Of(
            "Of #pairs pairs? #asked (?:was|were) asked(?: and #recorded (?:is|are) on record in .*?)?; what follows is about the #known of #all "
                + "organisations and initiatives of whom we know something"
                + "(?: and #persons professionals? without organisation)?\\.",
            "Van #pairs pa(?:ar|ren) (?:is|zijn) er #asked gevraagd(?: en van #recorded staat contact vast in .*?)?; wat hieronder staat gaat over de "
                + "#known van #all organisaties en initiatieven van wie we iets weten"
                + "(?: en #persons professionals? zonder organisatie)?\\.",
            ("pairs", PairCount), ("asked", AskedCount), ("recorded", among.Count - AskedCount), ("known", known.Count), ("all", actors.Count), ("persons",
                members.Count - known.Count));
        yield return OverlapRules.Of("None of them has contact with another \\(level #level, .*?, or higher\\): F is #one\\.", "Niemand van hen heeft contact met een ander \\(niveau #level, .*?, of hoger\\): F is #one\\.",
            ("level", level), ("one", 1), ("there is no tie", ties.Count == 0));
        yield return OverlapRules.Of("On #contradicting pairs? the reports differ; then the lowest level counts\\.",
            "Over #contradicting pa(?:ar|ren) verschillen de meldingen; dan telt het laagste niveau\\.",
            ("contradicting", contacts.All.Count(pair => pair.Reports.Any(report => report.IsContradicting))));
        yield return OverlapRules.Of(
            "The network falls into #parts parts, the largest of #largest: (?:more than |less than )?#share% of pairs have no path to each other "
                + "\\(F; level #level, .*?, or higher\\)\\.",
            "Het netwerk valt in #parts delen uiteen, het grootste met #largest: (?:meer dan |minder dan )?#share% van de paren heeft geen enkele weg "
                + "naar elkaar \\(F; niveau #level, .*?, of hoger\\)\\.",
            ("parts", parts.Count), ("largest", largest), ("level", level),
            ("share", 100 * (1 - (parts.Sum(part => (double)part.Count * (part.Count - 1)) / ((double)members.Count * (members.Count - 1))))));
        yield return OverlapRules.Of("All #members are connected with each other, some along a detour \\(level #level, .*?, or higher\\)\\.",
            "Alle #members zijn, soms langs een omweg, met elkaar verbonden \\(niveau #level, .*?, of hoger\\)\\.", ("members", members.Count), ("level",
                level), ("there is one part", parts.Count == 1));
        // Every pair of which nothing is known is taken to be tied for the lowest, and none for the highest.
        var listed = actors.Union(members).ToList();
        var apart = contacts.All.Where(pair => Contacts.Level(pair.Reports) < level).SelectMany(pair => new[] { pair.Ends, (pair.Ends.B, pair.Ends.A) }).ToHashSet();
        var knownCount = contacts.All.Count(pair => listed.Contains(pair.Ends.A) && listed.Contains(pair.Ends.B));
        double Split(IEnumerable<(string A, string B)> pairs) => 100 * (1 - (Parts([.. listed], [.. pairs.Select(ends => (ends, new List<Report>()))])
            .Sum(part => (double)part.Count * (part.Count - 1)) / ((double)listed.Count * (listed.Count - 1))));
        double Whole(double share) => share is > 99 and < 100 ? 99 : share is > 0 and < 1 ? 1 : share;
        yield return new(
            "For all #listed together F (?:lies between (?:more than |less than )?#low% and|is) (?:more than |less than )?#high%, however the #unknown pairs? we do not know turns? out\\.",
            "Voor alle #listed samen (?:ligt F tussen (?:meer dan |minder dan )?#low% en|is F) (?:meer dan |minder dan )?#high%, hoe de #unknown pa(?:ar|ren) die we niet kennen ook uitval(?:t|len)\\.",
            match => new()
            {
                ["listed"] = listed.Count,
                ["unknown"] = ((long)listed.Count * (listed.Count - 1) / 2) - knownCount,
                ["low"] = !match.Groups["low"].Success ? 0 : Whole(Split(from a in listed from b in listed where string.CompareOrdinal(a, b) < 0 && !apart.Contains((a, b)) select (a, b))),
                ["high"] = Whole(Split(ties.Select(tie => tie.Ends))),
            });
        yield return new(
            "For all #listed together we cannot say how fragmented it is: #unknown pairs? not known\\.",
            "Voor alle #listed samen kunnen we niet zeggen hoe versnipperd het is: #unknown pa(?:ar|ren) niet bekend\\.",
            _ => new() { ["listed"] = listed.Count, ["unknown"] = ((long)listed.Count * (listed.Count - 1) / 2) - knownCount });
        yield return new("Without (?<who>.*?) #lost others? loses? the largest part(?:, as far as we know|; even if [^.]*)?\\.", "Zonder (?<who>.*?) ra(?:akt|ken) #lost anderen? "
            + "los van het grootste deel(?:, voor zover we weten|; ook als [^.]*)?\\.", match => new()
        {
            ["lost"] = world.Nodes.Values.Where(node => members.Contains(node.Key) && node.Name == match.Groups["who"].Value).Select(node => Lost(node.Key))
                .DefaultIfEmpty().Max(),
        });
        var persons = world.Of("Professional").Select(person => (person.Key, Lost: LostWithout(person.Key))).Where(person => person.Lost > 0).ToList();
        yield return OverlapRules.Of(
            "There (?:is|are) #persons connections? that (?:each )?hangs? on #one person; if (?:that person leaves|the one that carries most goes), "
                + "#lost part(?:y is|ies are) cut off\\.",
            "Er (?:is|zijn) #persons verbinding(?:en)? die (?:elk )?aan #one persoon hang(?:t|en); valt (?:die|de meest dragende) weg, dan "
                + "ra(?:akt|ken) #lost partij(?:en)? los\\.",
            ("persons", persons.Count), ("one", 1), ("lost", persons.Select(person => person.Lost).DefaultIfEmpty().Max()));
        yield return OverlapRules.Of("Of #all ties of which we know both domains #inside stays? inside the domain \\(E-I (?<index>-?\\d\\.\\d\\d)\\)\\. If ties took no notice of domains it would be about #chance; .*?\\.",
            "Van #all contacten waarvan we beide domeinen kennen, blij(?:ft|ven) er #inside binnen het domein \\(E-I (?<index>-?\\d,\\d\\d)\\)\\. Als contacten niet op domeinen letten, "
                + "zouden dat er ongeveer #chance zijn; .*?\\.",
                Silos());
        yield return OverlapRules.Of("#alone residents' initiatives? (?:was|were) asked and (?:stands? alone|ha(?:s|ve) no tie at this level and no "
            + "support)\\.", "#alone bewonersinitiatie(?:f|ven) (?:is|zijn) gevraagd en (?:sta(?:at|an) alleen|he(?:eft|bben) op dit niveau geen "
                + "contact en geen steun)\\.", ("alone", askedLone));
        yield return OverlapRules.Of("Of #unasked residents' initiatives? no tie or support(?: at this level)? is known, money at most; (?:it was|they were) not asked\\.",
            "Van #unasked bewonersinitiatie(?:f|ven) is(?: op dit niveau)? geen contact of steun bekend, hooguit geld; (?:het is|zij zijn) niet gevraagd\\.", ("unasked",
                lone.Count - askedLone));
    }

    /// <summary>What holds of all who are active, whatever nobody asked.</summary>
    public IEnumerable<Rule> OfOpening()
    {
        var listed = actors.Union(members).ToList();
        var (pairs, joined) = ((long)listed.Count * (listed.Count - 1) / 2, Parts(listed, ties).Sum(part => (long)part.Count * (part.Count - 1) / 2));
        // Certainly apart is what has no path when every pair of which nothing is known is tied.
        var apart = new Func<object>(() =>
        {
            var known = contacts.All.Where(pair => Contacts.Level(pair.Reports) < level).Select(pair => pair.Ends).ToHashSet();
            var all = from a in listed from b in listed where string.CompareOrdinal(a, b) < 0 && !known.Contains((a, b)) select ((a, b), new List<Report>());
            return pairs - Parts(listed, all).Sum(part => (long)part.Count * (part.Count - 1) / 2);
        });
        yield return OverlapRules.Of(
            "Of the #pairs pairs? between the #all who are active here or of whom contact is known, #joined certainly ha(?:s|ve) a path to each other(?: at level #level \\(.*?\\) or higher)?, some along a "
                + "detour(?:, and #apart certainly not)?(?:; of the other #open we do not know whether there is one)?\\.",
            "Van de #pairs pa(?:ar|ren) tussen de #all die hier actief zijn of van wie contact bekend is, he(?:eft|bben) er zeker #joined een weg naar elkaar(?: op niveau #level \\(.*?\\) of hoger)?, soms langs een "
                + "omweg(?:, en #apart zeker niet)?(?:; van de andere #open weten we niet of die weg er is)?\\.",
            ("pairs", pairs), ("all", listed.Count), ("joined", joined), ("?level", level), ("?apart", apart), ("?open", new Func<object>(() => pairs - joined - (long)apart())));
        yield return OverlapRules.Of(
            "All #pairs pairs? between the #all who are active here or of whom contact is known certainly have a path to each other(?: at level #level \\(.*?\\) or higher)?, some along a detour\\.",
            "Alle #pairs pa(?:ar|ren) tussen de #all die hier actief zijn of van wie contact bekend is, hebben zeker een weg naar elkaar(?: op niveau #level \\(.*?\\) of hoger)?, soms langs een omweg\\.",
            ("pairs", pairs), ("all", listed.Count), ("?level", level), ("every pair has a path", pairs == joined));
        yield return OfFragmentation().First();
    }

    /// <summary>Whether ties stay inside spheres of policy.</summary>
    public IEnumerable<Rule> OfSpheres()
    {
        var spheres = actors.Union(members).ToDictionary(member => member, MainSphere);
        var labelled = ties.Where(tie => spheres[tie.Ends.A] is not null && spheres[tie.Ends.B] is not null).Select(tie => (A: spheres[tie.Ends.A]!, B: spheres[tie.Ends.B]!)).ToList();
        var inside = labelled.Count(tie => tie.A == tie.B);
        var sizes = members.Select(member => spheres[member]).OfType<string>().CountBy(sphere => sphere).Select(sphere => (double)sphere.Value).ToList();
        var same = sizes.Sum(size => size * (size - 1)) / Math.Max(1, sizes.Sum() * (sizes.Sum() - 1));
        yield return OverlapRules.Of(
            "Of #all ties of which we know the sphere of policy of both ends #inside stays? inside it \\(E-I (?<index>-?\\d\\.\\d\\d)\\)\\. If ties took no notice of spheres of policy it would be about #chance; .*?\\.",
            "Van #all contacten waarvan we van beide kanten de beleidssfeer kennen, blij(?:ft|ven) er #inside binnen de beleidssfeer \\(E-I (?<index>-?\\d,\\d\\d)\\)\\. Als contacten niet op beleidssferen "
                + "letten, zouden dat er ongeveer #chance zijn; .*?\\.",
            ("all", labelled.Count), ("inside", inside), ("chance", labelled.Count * same), ("index", labelled.Count == 0 ? null : (labelled.Count - (2.0 * inside)) / labelled.Count));
        yield return OverlapRules.Of(
            "Of none of the #groups spheres of policy by itself can we say that it keeps to itself more than chance would give\\.",
            "Van geen enkele van de #groups beleidssferen apart kunnen we zeggen dat die meer dan bij toeval op zichzelf blijft\\.",
            ("groups", labelled.SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Count()));
        yield return new(
            "More than chance gives stays inside: (?<who>[^()]*) \\(#own of #its\\).*?\\.", "Meer dan toeval geeft blijft binnen: [^()]* \\(#own van #its\\).*?\\.", match => new()
            {
                ["own"] = labelled.Count(tie => tie.A == tie.B && Is(tie.A, match)),
                ["its"] = labelled.Count(tie => Is(tie.A, match) || Is(tie.B, match)),
            });
        var grouped = spheres.Where(member => member.Value is not null).Select(member => member.Key).ToList();
        long external = labelled.Count - inside, apartIn = 0, apartOut = 0, pairsIn = 0;
        foreach (var pair in contacts.All.Where(pair => Contacts.Level(pair.Reports) < level && spheres.GetValueOrDefault(pair.Ends.A) is not null && spheres.GetValueOrDefault(pair.Ends.B) is not null))
        {
            if (spheres[pair.Ends.A] == spheres[pair.Ends.B]) apartIn++;
            else apartOut++;
        }

        foreach (var size in grouped.CountBy(member => spheres[member]!)) pairsIn += (long)size.Value * (size.Value - 1) / 2;
        var pairsOut = ((long)grouped.Count * (grouped.Count - 1) / 2) - pairsIn;
        double? Index(long e, long i) => e + i == 0 ? null : (double)(e - i) / (e + i);
        yield return OverlapRules.Of(
            "For all who are active here the E-I lies between (?<low>-?\\d\\.\\d\\d) and (?<high>-?\\d\\.\\d\\d), however the pairs we do not know turn out\\.",
            "Voor iedereen die hier actief is ligt de E-I tussen (?<low>-?\\d,\\d\\d) en (?<high>-?\\d,\\d\\d), hoe de paren die we niet kennen ook uitvallen\\.",
            ("low", Index(external, pairsIn - apartIn)), ("high", Index(pairsOut - apartOut, inside)));

        static bool Is(string sphere, Match match) => string.Equals(sphere, match.Groups["who"].Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether ties run through a few; what chance gives is drawn at random and not judged.</summary>
    public IEnumerable<Rule> OfCore()
    {
        var near = ties.SelectMany(tie => new[] { (tie.Ends.A, tie.Ends.B), (A: tie.Ends.B, B: tie.Ends.A) }).ToLookup(end => end.Item1, end => end.Item2);
        var ordered = members.OrderByDescending(member => near[member].Count()).ToList();
        // Those with most contacts one by one into the core, its errors counted pair by pair.
        var (core, errors) = (new HashSet<string>(), new List<long> { ties.Count });
        foreach (var member in ordered)
        {
            var (inside, outside) = (near[member].Count(core.Contains), near[member].Count(other => !core.Contains(other)));
            errors.Add(errors[^1] + core.Count - inside - outside);
            core.Add(member);
        }

        var (least, size) = (errors.Min(), errors.IndexOf(errors.Min()));
        var without = Math.Min(errors[0], errors[^1]);
        int Degree(int place) => place < ordered.Count ? near[ordered[place]].Count() : -1;
        var certain = size == 0 ? 0 : Degree(size) < Degree(size - 1) ? size : ordered.Count(member => near[member].Count() > Degree(size - 1));
        object? fit = without == 0 ? null : 100.0 * (without - least) / without is var share && share is > 99 and < 100 ? 99 : 100.0 * (without - least) / without is > 0 and < 1 ? 1 : 100.0 * (without - least) / without;
        var inCore = size == 0 ? [] : certain == size ? ordered.Take(size).ToHashSet() : members.Where(member => near[member].Count() > Degree(size - 1)).ToHashSet();
        var (touching, inner) = (ties.Count(tie => inCore.Contains(tie.Ends.A) || inCore.Contains(tie.Ends.B)), ties.Count(tie => inCore.Contains(tie.Ends.A) && inCore.Contains(tie.Ends.B)));
        var pairs = (long)certain * (certain - 1) / 2;
        yield return OverlapRules.Of(
            "A core and a periphery explain (?:more than |less than )?#fit% of the ties, and chance gives (?:more than |less than )?\\d+%; .*?\\.",
            "Een kern en een rand verklaren (?:meer dan |minder dan )?#fit% van de contacten, en bij toeval is dat (?:meer dan |minder dan )?\\d+%; .*?\\.", ("fit", fit));
        yield return OverlapRules.Of("Of the #ties ties #touching have one of these #core of the #all at an end.*?\\.", "Van de #ties contacten hebben er #touching een van deze #core van de #all aan een kant.*?\\.",
            ("ties", ties.Count), ("touching", touching), ("core", certain), ("all", members.Count));
        yield return OverlapRules.Of("Of the #ties ties #touching runs? through #one of the #all.*?\\.", "Van de #ties contacten lo(?:opt|pen) er #touching via #one van de #all.*?\\.",
            ("ties", ties.Count), ("touching", touching), ("one", certain), ("all", members.Count));
        yield return OverlapRules.Of("Among themselves they have contact in #inner of the #pairs pairs?(?:: .*?)?\\.", "Onderling hebben zij contact in #inner van de #pairs pa(?:ar|ren)(?:: .*?)?\\.", ("inner", inner), ("pairs", pairs));
        yield return OverlapRules.Of(
            "Such a division explains (?:more than |less than )?#fit% of the ties, and chance gives (?:more than |less than )?\\d+%\\.",
            "Zo’n verdeling verklaart (?:meer dan |minder dan )?#fit% van de contacten, en bij toeval is dat (?:meer dan |minder dan )?\\d+%\\.", ("fit", fit));
    }

    /// <summary>Who take part in one trajectory together.</summary>
    /// <summary>How often two who have contact with the same third have contact with each other.</summary>
    public IEnumerable<Rule> OfClosure()
    {
        var tied = ties.Select(tie => tie.Ends).SelectMany(ends => new[] { ends, (ends.B, ends.A) }).ToHashSet();
        var apart = contacts.All.Where(pair => Contacts.Level(pair.Reports) < level && pair.Reports.Any(report => report.Level is not null)).SelectMany(pair => new[] { pair.Ends, (pair.Ends.B, pair.Ends.A) }).ToHashSet();
        var thirds = tied.ToLookup(ends => ends.Item1, ends => ends.Item2);
        var triples = thirds.SelectMany(third => from a in third from b in third where string.CompareOrdinal(a, b) < 0 select (a, b)).ToList();
        var (closed, open) = (triples.Count(tied.Contains), triples.Count(apart.Contains));
        yield return OverlapRules.Of(
            "Of the #triples times? that two parties have contact(?: at level #level or higher)? with the same third, they have such contact with each other #closed times? and have none #open times?(?:; of the other #unknown we do not know)?\\.",
            "Van de #triples keer dat twee partijen contact(?: op niveau #level of hoger)? hebben met dezelfde derde, hebben zij #closed keer ook zo’n contact met elkaar en #open keer niet(?:; van de andere #unknown weten we het niet)?\\.",
            ("triples", triples.Count), ("?level", level), ("closed", closed), ("open", open), ("?unknown", triples.Count - closed - open));
    }

    /// <summary>Who pays whom, and who work for the same group in the same area.</summary>
    public IEnumerable<Rule> OfShared(string network, string? area)
    {
        if (network == "SHARED_TRAJECTORIES") return OfTrajectories();
        bool Here(string work) => area is null || world.Targets.Any(target => target.Work == work && target.Area is { } place && world.Wholes(place).Contains(area));
        IEnumerable<string> Doing(string work) => world.Runners(work, "Agency").Concat(world.Initiatives(work));
        var here = area is null ? actors : [.. world.Targets.Where(target => Here(target.Work)).SelectMany(target => Doing(target.Work))];
        IEnumerable<HashSet<string>> all = network == "FUNDING"
            ? world.Relations.Where(grant => grant.Kind == "FUNDS" && grant.Number("amount") is null or not 0 && !world.IsScheme(grant.To) && Here(grant.To)).GroupBy(grant => grant.From)
                .Select(payer => payer.SelectMany(grant => Doing(grant.To)).Append(payer.Key).ToHashSet())
            : world.Targets.Where(target => target is { Group: not null, Area: not null } && (area is null || world.Wholes(target.Area).Contains(area))).GroupBy(target => (target.Group, target.Area))
                .Select(cell => cell.SelectMany(target => Doing(target.Work)).ToHashSet());
        var tables = all.Where(table => table.Any(here.Contains) && table.Count > 1).ToList();
        var seated = tables.SelectMany(table => table).ToHashSet();
        List<HashSet<string>> Joined(int most)
        {
            var whole = seated.ToDictionary(node => node, node => node);
            string Top(string node) => whole[node] == node ? node : whole[node] = Top(whole[node]);
            foreach (var table in tables.Where(table => table.Count <= most)) foreach (var one in table) whole[Top(one)] = Top(table.First());
            return [.. seated.GroupBy(Top).Select(part => part.ToHashSet())];
        }

        long Pairs(int most) => Joined(most).Sum(part => (long)part.Count * (part.Count - 1) / 2);
        var (parts, pairs) = (Joined(int.MaxValue), (double)seated.Count * (seated.Count - 1) / 2);
        var (en, nl) = network == "FUNDING"
            ? ("In the network of money of #tables payers? the #actors that pay or are paid ", "In het netwerk van geld met #tables betalers? (?:zijn|vormen) de #actors die betalen of betaald worden, ")
            : ("In the network of shared target groups of #tables combinations? of target group and area the #actors that work there ", "In het netwerk van gedeelde doelgroepen met #tables combinaties? van doelgroep en gebied (?:zijn|vormen) de #actors die daar werken, ");
        var (largeEn, largeNl) = network == "FUNDING"
            ? ("In the network of money #large payers? ha(?:s|ve) 20 recipients or more: without those large payers ", "In het netwerk van geld he(?:eft|bben) #large betalers? 20 of meer ontvangers: zonder die grote betalers ")
            : ("In the network of shared target groups #large combinations? ha(?:s|ve) more than 20 parties: without those crowded combinations ", "In het netwerk van gedeelde doelgroepen he(?:eft|bben) #large combinaties? meer dan 20 partijen: zonder die drukke combinaties ");
        return
        [
            OverlapRules.Of(en + "are all connected\\.", nl + "allemaal met elkaar verbonden\\.", ("tables", tables.Count), ("actors", seated.Count), ("there is one part", parts.Count == 1)),
            OverlapRules.Of(en + "form #parts separate parts, the largest of #largest: (?:more than |less than )?#share% of the pairs have no path to each other in it \\(F\\)\\.",
                nl + "#parts losse delen, het grootste met #largest: (?:meer dan |minder dan )?#share% van de paren heeft daarin geen weg naar elkaar \\(F\\)\\.",
                ("tables", tables.Count), ("actors", seated.Count), ("parts", parts.Count), ("largest", parts.Select(part => part.Count).DefaultIfEmpty().Max()), ("share", Whole(100 * (1 - (Pairs(int.MaxValue) / pairs))))),
            OverlapRules.Of(largeEn + "#left of the #pairs connected pairs are still connected\\.", largeNl + "zijn van de #pairs verbonden paren er nog #left verbonden\\.",
                ("large", tables.Count(table => table.Count > 20)), ("left", Pairs(20)), ("pairs", Pairs(int.MaxValue))),
        ];

        static double Whole(double share) => share is > 99 and < 100 ? 99 : share is > 0 and < 1 ? 1 : share;
    }

    public IEnumerable<Rule> OfTrajectories()
    {
        var tables = world.Of("Trajectory").Select(trajectory => world.Into("MEMBER_OF", trajectory.Key).SelectMany(seat => Behind(seat.From)).ToHashSet())
            .Where(table => table.Any(actors.Contains) && table.Count > 1).ToList();
        var seated = tables.SelectMany(table => table).ToHashSet();
        List<HashSet<string>> Joined(int most) => Parts(seated, tables.Where(table => table.Count <= most)
            .SelectMany(table => from a in table from b in table where string.CompareOrdinal(a, b) < 0 select ((a, b), new List<Report>())));
        long Pairs(int most) => Joined(most).Sum(part => (long)part.Count * (part.Count - 1) / 2);
        var count = tables.Count(table => table.Count > 1);
        yield return OverlapRules.Of("The #actors who take part in #tables trajector(?:y|ies) together are all connected that way\\.",
            "De #actors die samen meedoen aan #tables ontwikkeltraject(?:en)?, zijn zo allemaal met elkaar verbonden\\.",
            ("actors", seated.Count), ("tables", count), ("there is one part", Joined(int.MaxValue).Count == 1));
        yield return OverlapRules.Of("The #actors who take part in #tables trajector(?:y|ies) together form #parts separate parts that way, the largest of #largest\\.",
            "De #actors die samen meedoen aan #tables ontwikkeltraject(?:en)?, vormen zo #parts losse delen, het grootste met #largest\\.",
            ("actors", seated.Count), ("tables", count), ("parts", Joined(int.MaxValue).Count), ("largest", Joined(int.MaxValue).Select(part => part.Count).DefaultIfEmpty().Max()));
        yield return OverlapRules.Of("But #large trajector(?:y|ies) ha(?:s|ve) more than 20 members: without those large tables #left of the #pairs connected pairs are still connected\\.",
            "Maar #large traject(?:en)? he(?:eft|bben) meer dan 20 deelnemers: zonder die grote tafels zijn van de #pairs verbonden paren er nog #left verbonden\\.",
            ("large", tables.Count(table => table.Count > 20)), ("left", Pairs(20)), ("pairs", Pairs(int.MaxValue)));
    }

    // A professional takes part for those they work for.
    private IEnumerable<string> Behind(string node) => world.Nodes[node].Kind == "Professional" && world.Out("WORKS_FOR", node).Any() ? world.Out("WORKS_FOR", node).Select(work => work.To) : [node];

    // The sphere of most of its domains or, where it has none, of those of its measures.
    private string? MainSphere(string member)
    {
        var own = world.Domains(member).Distinct().ToList();
        if (own.Count == 0) own = [.. world.Out("RUNS", member).SelectMany(run => world.Domains(run.To))];
        var counts = own.Select(SphereOf).OfType<string>().CountBy(sphere => sphere).OrderByDescending(count => count.Value).ToList();
        return counts.Count == 0 || (counts.Count > 1 && counts[0].Value == counts[1].Value) ? null : counts[0].Key;
    }

    private string? SphereOf(string domain)
    {
        var (found, open) = (new HashSet<string> { domain }, new Queue<string>([domain]));
        while (open.TryDequeue(out var one))
        {
            if (world.Nodes[one].Text("sphere") is { } sphere) return sphere;
            foreach (var whole in world.Out("PART_OF", one)) if (found.Add(whole.To)) open.Enqueue(whole.To);
        }

        return null;
    }

    public IEnumerable<Rule> OfWays(string? initiative)
    {
        var all = world.Of("Initiative").Select(node => node.Key).ToList();
        var withoutWay = all.Where(one => Ways(one) == 0).ToHashSet();
        yield return OverlapRules.Of(
            "Of #all residents' initiatives? #found stands? alone or far away; of #none we know no way to anybody who pays or decides\\.",
            "Van #all bewonersinitiatie(?:f|ven) sta(?:at|an) er #found alleen of ver weg; van #none kennen we geen weg naar wie betaalt of beslist\\.",
            ("all", all.Count), ("found", all.Count(one => withoutWay.Contains(one) || IsAlone(one))), ("none", withoutWay.Count));
        if (initiative is not null)
        {
            yield return OverlapRules.Of(
                ".*?: #ways ways? to somebody who pays or decides\\.", ".*?: #ways weg(?:en)? naar wie betaalt of beslist\\.", ("ways", Ways(initiative)));
        }
    }

    private bool IsAlone(string initiative) => !world.Into("SUPPORTS", initiative).Any()
        && !ties.Any(tie => tie.Ends.A == initiative || tie.Ends.B == initiative);

    // At most three: from one who knows the other to the next, until the first who gives money or decides, and meeting nobody twice.
    private int Ways(string from)
    {
        var (count, onWay) = (0, new HashSet<string>());
        void Go(string node)
        {
            onWay.Add(node);
            foreach (var next in acquaintances[node].Distinct().Where(next => !onWay.Contains(next)))
            {
                if (count >= 3) break;
                if (deciders.Contains(next)) count++;
                else Go(next);
            }

            onWay.Remove(node);
        }

        if (Reaches(from)) Go(from);
        return count;
    }

    private bool Reaches(string from)
    {
        var (seen, open) = (new HashSet<string> { from }, new Queue<string>([from]));
        while (open.TryDequeue(out var node))
        {
            if (deciders.Contains(node)) return true;
            foreach (var next in acquaintances[node].Where(seen.Add)) open.Enqueue(next);
        }

        return false;
    }

    // Contact of level 1 or more, support, work for, a shared trajectory, and money for an initiative.
    private IEnumerable<(string, string)> Known()
    {
        bool IsGranted(Item grant) => grant.Number("amount") is null or > 0;
        foreach (var report in contacts.All.SelectMany(pair => pair.Reports).Where(report => report.Level is null or > 0)) yield return (report.A, report.B);
        foreach (var relation in world.Relations)
        {
            if (relation.Kind is "SUPPORTS" or "WORKS_FOR" || (relation.Kind == "FUNDS" && IsGranted(relation)
                && world.Nodes[relation.To].Kind == "Initiative"))
                yield return (relation.From, relation.To);
            if (relation.Kind == "MEMBER_OF")
            {
                foreach (var other in world.Into("MEMBER_OF", relation.To).Where(other => other.From != relation.From)) yield return (relation.From,
                    other.From);
            }
        }
    }

    public IEnumerable<(string What, long Known, long Total)> Coverage()
    {
        yield return ("organisations and initiatives of whom a tie was asked", members.Count(actors.Contains), actors.Count);
        yield return ("pairs that were asked whether they collaborate", AskedCount, PairCount);
        yield return ("pairs whose contact is on record", among.Count - AskedCount, PairCount);
        yield return ("initiatives of which we know a way to somebody who pays or decides", world.Of("Initiative").Count(initiative =>
            Reaches(initiative.Key)), world.Of("Initiative").Count());
    }

    // Only members of whom one main domain is known count, and only ties between them.
    private (string, object?)[] Silos()
    {
        var domains = members.ToDictionary(member => member, MainDomain);
        var labelled = ties.Where(tie => domains[tie.Ends.A] is not null && domains[tie.Ends.B] is not null).ToList();
        var inside = labelled.Count(tie => domains[tie.Ends.A] == domains[tie.Ends.B]);
        // Two members drawn at random are of one domain so often.
        var sizes = domains.Values.OfType<string>().CountBy(domain => domain).Select(domain => (double)domain.Value).ToList();
        var same = sizes.Sum(size => size * (size - 1)) / Math.Max(1, sizes.Sum() * (sizes.Sum() - 1));
        return [("all", labelled.Count), ("inside", inside), ("chance", labelled.Count * same), ("index", labelled.Count == 0 ? null : (labelled.Count - (2.0 * inside)) / labelled.Count)];
    }

    // Its own or, where none is recorded, the one that most of its measures are in; where several are first it has no main one.
    private string? MainDomain(string member)
    {
        var own = world.Domains(member).Distinct().ToList();
        if (own.Count > 0) return own.Count == 1 ? own[0] : null;
        var counts = world.Out("RUNS", member).SelectMany(run => world.Domains(run.To)).CountBy(domain => domain).OrderByDescending(count => count.Value)
            .ToList();
        return counts.Count == 0 || (counts.Count > 1 && counts[0].Value == counts[1].Value) ? null : counts[0].Key;
    }

    private static List<HashSet<string>> Parts(IEnumerable<string> nodes, IEnumerable<((string A, string B) Ends, List<Report> Reports)> ties)
    {
        var next = ties.SelectMany(tie => new[] { (tie.Ends.A, tie.Ends.B), (A: tie.Ends.B, B: tie.Ends.A) }).ToLookup(end => end.Item1, end => end.Item2);
        var (parts, seen) = (new List<HashSet<string>>(), new HashSet<string>());
        var all = nodes.ToHashSet();
        foreach (var start in all)
        {
            if (!seen.Add(start)) continue;
            var (part, open) = (new HashSet<string> { start }, new Queue<string>([start]));
            while (open.TryDequeue(out var node))
            {
                foreach (var other in next[node].Where(other => all.Contains(other) && seen.Add(other)))
                {
                    part.Add(other);
                    open.Enqueue(other);
                }
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>How many others of its part no longer belong to what is then the largest of that part.</summary>
    private int Lost(string who)
    {
        var part = Parts(members, ties).First(part => part.Contains(who));
        return part.Count - 1 - Parts(part.Where(node => node != who), ties).Select(left => left.Count).DefaultIfEmpty().Max();
    }

    /// <summary>How many no longer belong to the largest of what is left of their part, without all contact that only this person carries.</summary>
    private int LostWithout(string person)
    {
        var left = ties.Where(tie => tie.Reports.Any(report => (report.Level ?? 2) >= level && report.A != person && report.B != person)).ToList();
        return left.Count == ties.Count ? 0 : Parts(members, ties).Select(part => part.Where(node => node != person).ToList())
            .Sum(part => part.Count - Parts(part, left).Select(rest => rest.Count).DefaultIfEmpty().Max());
    }
}

/// <summary>What is known of the contact of who are active in an area, or anywhere.</summary>
internal sealed class Frame
{
    private readonly World world;
    private readonly int level;
    private readonly Contacts contacts;

    public Frame(World world, string? area, int level, Contacts contacts)
    {
        (this.world, this.level, this.contacts) = (world, level, contacts);
        Targets = [.. world.Targets.Where(target => area is null || (target.Area is { } place && world.Wholes(place).Contains(area)))];
        Actors = area is null
            ? [.. world.Of("Agency").Concat(world.Of("Initiative")).Select(node => node.Key)]
            : [.. Targets.SelectMany(target => Behind(target.Work))];
        // Who speaks for no organisation takes part with every contact to one of them.
        bool TakesPart(string end) => Actors.Contains(end) || world.Nodes[end].Kind == "Professional";
        Known = [.. contacts.All.Where(pair => IsKnown(pair.Reports) && TakesPart(pair.Ends.A) && TakesPart(pair.Ends.B) && (Actors.Contains(pair.Ends.A) || Actors.Contains(pair.Ends.B)))];
        Listed = [.. Actors.Union(Known.SelectMany(pair => new[] { pair.Ends.A, pair.Ends.B }))];
    }

    public List<Target> Targets { get; }

    public HashSet<string> Actors { get; }

    public List<((string A, string B) Ends, List<Report> Reports)> Known { get; }

    public List<string> Listed { get; }

    public long PairCount => (long)Listed.Count * (Listed.Count - 1) / 2;

    public IEnumerable<(string A, string B)> Ties => Known.Where(pair => Contacts.Level(pair.Reports) >= level).Select(pair => pair.Ends);

    public bool IsUnknown(string a, string b) => !IsKnown(contacts.Between(a, b));

    public IEnumerable<string> Behind(string work) => world.Runners(work, "Agency").Concat(world.Initiatives(work));

    /// <summary>The share of pairs with no path between them, in percents as they are written: with every unknown pair tied, or with none.</summary>
    public (double Low, double High) Fragmentation()
    {
        var apart = Known.Where(pair => Contacts.Level(pair.Reports) < level).SelectMany(pair => new[] { pair.Ends, (pair.Ends.B, pair.Ends.A) }).ToHashSet();
        return (Split(from a in Listed from b in Listed where string.CompareOrdinal(a, b) < 0 && !apart.Contains((a, b)) select (a, b)), Split(Ties));
    }

    /// <summary>Pairs that were asked, and those on record, among who are active.</summary>
    public IEnumerable<(string What, long Known, long Total)> Coverage()
    {
        var (among, total) = (Known.Where(pair => Actors.Contains(pair.Ends.A) && Actors.Contains(pair.Ends.B)).ToList(), (long)Actors.Count * (Actors.Count - 1) / 2);
        yield return ("pairs that were asked whether they collaborate", among.Count(pair => pair.Reports.Any(report => report.IsAsked)), total);
        yield return ("pairs whose contact is on record", among.Count(pair => !pair.Reports.Any(report => report.IsAsked)), total);
    }

    /// <summary>The same, a path of d ties counting for 1/d.</summary>
    public (double Low, double High) ByDistance()
    {
        var apart = Known.Where(pair => Contacts.Level(pair.Reports) < level).SelectMany(pair => new[] { pair.Ends, (pair.Ends.B, pair.Ends.A) }).ToHashSet();
        return (Detours(Listed.ToDictionary(a => a, a => Listed.Where(b => b != a && !apart.Contains((a, b))).ToArray())),
            Detours(Listed.ToDictionary(a => a, a => Ties.SelectMany(ends => ends.A == a ? [ends.B] : ends.B == a ? [ends.A] : Array.Empty<string>()).Distinct().ToArray())));
    }

    private double Detours(Dictionary<string, string[]> next)
    {
        var near = 0.0;
        foreach (var start in Listed)
        {
            var (steps, open) = (new Dictionary<string, int> { [start] = 0 }, new Queue<string>([start]));
            while (open.TryDequeue(out var node))
            {
                foreach (var other in next[node].Where(other => steps.TryAdd(other, steps[node] + 1))) open.Enqueue(other);
            }

            near += steps.Values.Where(step => step > 0).Sum(step => 1.0 / step);
        }

        var share = 100 * (1 - (near / ((double)Listed.Count * (Listed.Count - 1))));
        return share is > 99 and < 100 ? 99 : share is > 0 and < 1 ? 1 : share;
    }

    private bool IsKnown(IReadOnlyList<Report> reports) => reports.Count > 0 && (Contacts.Level(reports) >= level || reports.Any(report => report.Level is not null));

    private double Split(IEnumerable<(string A, string B)> ties)
    {
        var whole = Listed.ToDictionary(node => node, node => node);
        string Top(string node) => whole[node] == node ? node : whole[node] = Top(whole[node]);
        foreach (var (a, b) in ties) whole[Top(a)] = Top(b);
        var share = 100 * (1 - (Listed.CountBy(Top).Sum(part => (double)part.Value * (part.Value - 1)) / ((double)Listed.Count * (Listed.Count - 1))));
        return share is > 99 and < 100 ? 99 : share is > 0 and < 1 ? 1 : share;
    }
}

/// <summary>The sentences of an ask-list.</summary>
internal sealed class AskRules(World world, string asOf, string? area, int level)
{
    // With more at one place, that two are there says nothing of the two.
    private const int MostMembers = 20;

    private readonly Frame frame = new(world, area, level, new(world));

    public IEnumerable<Rule> OfList(JsonElement answer)
    {
        var sheets = answer.GetProperty("sheets").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node")).ToList();
        var (sizes, lines) = (sheets.Select(sheet => Lines(sheet).Count).ToList(), sheets.SelectMany(sheet => Lines(sheet).Select(line => (Who: Key(sheet, "respondent"), Line: line))).ToList());
        Dictionary<string, object?> Counted(Match match) => new()
        {
            ["most"] = sizes.DefaultIfEmpty().Max(),
            ["least"] = match.Groups["least"].Success ? sizes.Min() : null,
            ["lists are as long as it says"] = match.Groups["least"].Success == (sizes.Count > 0 && sizes.Min() < sizes.Max())
                && (!match.Value.Contains(" or ", StringComparison.Ordinal) || !match.Groups["least"].Success || sizes.Max() - sizes.Min() == 1),
            ["lines"] = lines.Count,
            ["no pair is asked twice"] = lines.Select(line => Contacts.Pair(line.Who, Key(line.Line, "about"))).Distinct().Count() == lines.Count,
            ["nothing is known of the pairs that are asked"] = lines.TrueForAll(line => frame.IsUnknown(line.Who, Key(line.Line, "about"))),
            ["unknown"] = frame.PairCount - frame.Known.Count,
        };
        yield return new("Ask (?!each of these ).*? about contact with (?:#least (?:or|to) )?#most others: that is #lines of the #unknown pairs of which we know nothing\\.",
            "Vraag .*? naar het contact met (?:#least (?:of|tot) )?#most anderen: dat zijn #lines van de #unknown paren waarvan we niets weten\\.", match => Counted(match));
        yield return new("Ask each of these #sheets about contact with (?:#least (?:or|to) )?#most others: .*?\\. Together that is #lines of the #unknown pairs of which we know nothing\\.",
            "Vraag elk van deze #sheets naar het contact met (?:#least (?:of|tot) )?#most anderen: .*?\\. Samen zijn dat #lines van de #unknown paren waarvan we niets weten\\.",
            match => new(Counted(match)) { ["sheets"] = sheets.Count });
        yield return InCells([.. lines.Select(line => (line.Who, line.Line))]);
    }

    public IEnumerable<Rule> OfSheet(JsonElement sheet)
    {
        var (who, lines) = (Key(sheet, "respondent"), Lines(sheet));
        var (name, names) = (Said(world.Name(who)), Said(string.Join(", ", lines.Select(line => Listed(world.Name(Key(line, "about"))))).TrimEnd('.')));
        yield return OverlapRules.Of($"Ask {name} which contact there is with: {names}\\.", $"Vraag {name} welk contact er is met: {names}\\.",
            ("nothing is known of them", lines.TrueForAll(line => frame.IsUnknown(who, Key(line, "about")))));
        yield return InCells([.. lines.Select(line => (who, line))]);
        yield return OverlapRules.Of("With #shared of them it shares a target group in an area, or a trajectory\\.", "Met #shared van hen deelt het een doelgroep in een gebied, of een traject\\.",
            ("shared", lines.Count(line => Meet(who, Key(line, "about")))));
    }

    public IEnumerable<(string What, long Known, long Total)> Coverage() => frame.Coverage();

    // Of each such question the two are there for the same people in the same area, and nobody knows whether they coordinate.
    private Rule InCells(List<(string Who, JsonElement Line)> lines)
    {
        var about = lines.Where(line => line.Line.GetProperty("cells").GetArrayLength() > 0).ToList();
        return new("(?:One question is|At least #about questions are) about those who work for the same group in one area already while we do not know whether they coordinate \\(.*?\\)\\.",
            "(?:Eén vraag gaat|Ten minste #about vragen gaan) over wie nu al in één gebied voor dezelfde doelgroep werkt zonder dat we weten of er wordt afgestemd \\(.*?\\)\\.",
            match => new()
            {
                ["about"] = match.Groups["about"].Success ? about.Count : null,
                ["as many questions are about them"] = match.Groups["about"].Success || about.Count == 1,
                ["they are there for the same people"] = about.TrueForAll(line => Places(line.Who).Intersect(Places(Key(line.Line, "about"))).Any()),
            });
    }

    private bool Meet(string one, string other) => Places(one).Concat(Tables(one)).Intersect(Places(other).Concat(Tables(other))).Any(place => MembersOf(place) <= MostMembers);

    private IEnumerable<(string Group, string Area)> Places(string actor) => frame.Targets.Where(target => target is { Group: not null, Area: not null } && frame.Behind(target.Work).Contains(actor))
        .Select(target => (target.Group!, target.Area!));

    private IEnumerable<(string Group, string Area)> Tables(string actor) => world.Out("MEMBER_OF", actor).Select(member => (member.To, asOf));

    private int MembersOf((string Group, string Area) place) => place.Area == asOf
        ? world.Into("MEMBER_OF", place.Group).Select(member => member.From).Distinct().Count(frame.Listed.Contains)
        : frame.Targets.Where(target => target.Group == place.Group && target.Area == place.Area).SelectMany(target => frame.Behind(target.Work)).Distinct().Count(frame.Listed.Contains);

    private static List<JsonElement> Lines(JsonElement sheet) => [.. sheet.GetProperty("lines").EnumerateArray()];

    private static string Key(JsonElement node, string name) => node.GetProperty(name).GetProperty("key").GetString()!;

    // As it is, in a form.
    public static string Said(string text) => Regex.Escape(text).Replace("\\#", "[#]", StringComparison.Ordinal);

    private static string Listed(string name) => name.Contains(',', StringComparison.Ordinal) ? $"‘{name}’" : name;
}

/// <summary>The sentences on a round: counted from its own records.</summary>
internal sealed class RoundRules
{
    private readonly List<Item> asked;
    private readonly List<Item> answers;
    private readonly List<(string Who, string About)> lines;
    private readonly HashSet<(string, string)> told;
    private readonly List<(int[] Levels, int Reporters)> pairs;
    private readonly Frame now, without;

    public RoundRules(World world, Item round)
    {
        var level = (int)(round.Number("levelAsked") ?? 1);
        var area = world.Out("IN", round.Key).FirstOrDefault()?.To;
        asked = [.. world.Out("INQUIRED", round.Key)];
        answers = [.. world.Relations.Where(relation => relation.Kind == "COLLABORATES" && relation.Text("inquiry") == round.Key && relation.Text("basis") == "asked")];
        lines = [.. asked.SelectMany(one => one.Json.GetProperty("attributes").TryGetProperty("listed", out var listed) ? listed.EnumerateArray().Select(about => (one.To, about.GetString()!)) : [])];
        told = [.. answers.SelectMany(answer => new[] { (answer.From, answer.To), (answer.To, answer.From) }.Where(way => answer.Text("reportedBy") == world.Name(way.Item1)))];
        pairs = [.. answers.Select(answer => Contacts.Pair(answer.From, answer.To)).Distinct().Select(pair => world.Relations.Where(relation =>
                relation.Kind == "COLLABORATES" && relation.Text("basis") == "asked" && Contacts.Pair(relation.From, relation.To) == pair).ToList())
            .Select(all => (all.Select(one => (int)one.Number("level")!).Distinct().ToArray(), all.Select(one => one.Text("reportedBy")).Distinct().Count()))];
        now = new(world, area, level, new(world));
        without = new(world, area, level, new(world, relation => !answers.Contains(relation)));
    }

    private List<Item> Answered => [.. asked.Where(one => one.Text("answered") is not null || told.Any(line => line.Item1 == one.To))];

    public IEnumerable<Rule> OfAnswer(JsonElement answer)
    {
        // The titles stand beside it as data; a few are named.
        var titles = answer.GetProperty("firstPage").EnumerateArray().Where(line => line.GetProperty("isChanged").GetBoolean()).Select(line => line.GetProperty("title")).ToList();
        string Said(string name, string more) => AskRules.Said(string.Join(", ", titles.Take(titles.Count <= 4 ? 4 : 3).Select(title => title.GetProperty(name).GetString()))) + (titles.Count <= 4 ? "" : more);
        yield return OverlapRules.Of($"What stands out in overlap changes: {Said("en", " and #more more")}\\.", $"Wat opvalt in de overlap, verandert: {Said("nl", " en nog #more")}\\.",
            ("more", titles.Count <= 4 ? null : titles.Count - 3), ("something changes", titles.Count > 0));

        var (answered, beside) = (lines.Count(told.Contains), told.Count(line => asked.Any(one => one.To == line.Item1) && !lines.Contains(line)));
        yield return OverlapRules.Of("Of the #asked that were asked in this round nobody has answered yet\\.", "Van de #asked die in deze ronde zijn gevraagd, heeft nog niemand geantwoord\\.",
            ("asked", asked.Count), ("nobody answered", Answered.Count == 0));
        yield return new(
            "Of the #asked that were asked in this round #answered ha(?:s|ve) answered \\((?:less than |more than )?#share%\\), #told of the #lines questions(?:; they named #beside contacts? that (?:was|were) not on their list)?\\.",
            "Van de #asked die in deze ronde zijn gevraagd, he(?:eft|bben) er #answered geantwoord \\((?:minder dan |meer dan )?#share%\\), op #told van de #lines vragen"
                + "(?:; zij noemden #beside contact(?:en die niet op hun lijst stonden| dat niet op hun lijst stond))?\\.",
            _ => new()
            {
                ["asked"] = asked.Count, ["answered"] = Answered.Count, ["share"] = 100.0 * Answered.Count / asked.Count, ["told"] = answered, ["lines"] = lines.Count, ["beside"] = beside,
            });
        yield return OverlapRules.Of("The answers are about #pairs pairs?: #with with contact and #without without\\.", "De antwoorden gaan over #pairs pa(?:ar|ren): #with met contact en #without zonder\\.",
            ("pairs", pairs.Count), ("with", pairs.Count(pair => pair.Levels.Min() > 0)), ("without", pairs.Count(pair => pair.Levels.Min() == 0)));
        yield return OverlapRules.Of("On #same pairs? two who were asked say the same\\.", "Over #same pa(?:ar|ren) zeggen twee die gevraagd zijn hetzelfde\\.",
            ("same", pairs.Count(pair => pair is { Levels.Length: 1, Reporters: > 1 })));
        yield return OverlapRules.Of("On #differ pairs? the answers differ, and then the lowest level counts: .*?\\)(?: and \\d+ more)?\\.",
            "Over #differ pa(?:ar|ren) verschillen de antwoorden, dan telt het laagste niveau: .*?\\)(?: en nog \\d+)?\\.", ("differ", pairs.Count(pair => pair.Levels.Length > 1)));
        yield return OverlapRules.Of("Of #known of the #all pairs we now know whether there is contact(?: \\(from level \\d on\\))?; without this round of #less\\.",
            "Van #known van de #all paren weten we nu of er contact is(?: \\(vanaf niveau \\d\\))?; zonder deze ronde van #less\\.", ("known", now.Known.Count), ("all", now.PairCount), ("less", without.Known.Count));
        yield return OverlapRules.Of("Of #known of the #all pairs we know whether there is contact(?: \\(from level \\d on\\))?, with or without this round\\.", "Van #known van de #all paren weten we of er contact is(?: \\(vanaf niveau \\d\\))?, met of zonder deze ronde\\.",
            ("known", now.Known.Count), ("all", now.PairCount), ("the round makes no difference", now.Known.Count == without.Known.Count));
        yield return new("Fragmentation \\(F\\) is (?:between )?(?:(?:less|more) than )?#low%(?: and (?:(?:less|more) than )?#high%)?(?:; without this round (?:between )?(?:(?:less|more) than )?#wasLow%(?: and (?:(?:less|more) than )?#wasHigh%)?)?\\.",
            "De versnippering \\(F\\) ligt (?:tussen|op) (?:(?:minder|meer) dan )?#low%(?: en (?:(?:minder|meer) dan )?#high%)?(?:; zonder deze ronde (?:tussen|op) (?:(?:minder|meer) dan )?#wasLow%(?: en (?:(?:minder|meer) dan )?#wasHigh%)?)?\\.",
            match =>
            {
                var (f, was) = (now.Fragmentation(), without.Fragmentation());
                return new()
                {
                    ["low"] = f.Low,
                    ["high"] = match.Groups["high"].Success ? f.High : null,
                    ["wasLow"] = match.Groups["wasLow"].Success ? was.Low : null,
                    ["wasHigh"] = match.Groups["wasHigh"].Success ? was.High : null,
                };
            });
        yield return new("With a detour counting for less \\(DF\\) it is (?:between )?(?:(?:less|more) than )?#low%(?: and (?:(?:less|more) than )?#high%)?(?:; without this round (?:between )?(?:(?:less|more) than )?#wasLow%(?: and (?:(?:less|more) than )?#wasHigh%)?)?\\.",
            "Telt een omweg minder \\(DF\\), dan ligt zij (?:tussen|op) (?:(?:minder|meer) dan )?#low%(?: en (?:(?:minder|meer) dan )?#high%)?(?:; zonder deze ronde (?:tussen|op) (?:(?:minder|meer) dan )?#wasLow%(?: en (?:(?:minder|meer) dan )?#wasHigh%)?)?\\.",
            match =>
            {
                var (f, was) = (now.ByDistance(), without.ByDistance());
                return new()
                {
                    ["low"] = f.Low,
                    ["high"] = match.Groups["high"].Success ? f.High : null,
                    ["wasLow"] = match.Groups["wasLow"].Success ? was.Low : null,
                    ["wasHigh"] = match.Groups["wasHigh"].Success ? was.High : null,
                };
            });
        yield return OverlapRules.Of("How fragmented the network is we do not know yet: #unknown pairs are not known\\.", "Hoe versnipperd het netwerk is, weten we nog niet: #unknown paren zijn niet bekend\\.",
            ("unknown", now.PairCount - now.Known.Count), ("F can be off by a quarter or more", now.Fragmentation() is var f && f.High - f.Low >= 24));
    }

    public IEnumerable<(string What, long Known, long Total)> Coverage() =>
        [("of those asked in this round who answered", Answered.Count, asked.Count), ("questions of this round that have an answer", lines.Count(told.Contains), lines.Count), .. now.Coverage()];
}

/// <summary>Walks through an answer and judges every text in it.</summary>
internal static class Answers
{
    public static IEnumerable<Sentence> Read(Export export, JsonElement root, string name, Dictionary<string, string> asked)
    {
        var (question, answer) = root.GetProperty("data").EnumerateObject().Select(field => (field.Name, field.Value)).First();
        var world = export.On(DateOnly.Parse(answer.GetProperty("asOf").GetString()!, CultureInfo.InvariantCulture));
        var day = Day(export, world).ToList();
        return question switch
        {
            "overlap" => Overlap(world, answer, name, asked, day),
            "splinteredFunding" => Funding(world, answer, name, day),
            "fragmentation" => Network(world, answer, name, day, isWays: false),
            "ways" => Network(world, answer, name, day, isWays: true),
            "askList" => AskList(world, answer, name, day),
            "round" => Round(world, answer, name, day),
            _ => [],
        };
    }

    private static IEnumerable<Sentence> Overlap(World world, JsonElement answer, string name, Dictionary<string, string> asked, List<Rule> day)
    {
        var area = answer.GetProperty("area").GetString() is { } text
            ? world.Of("Area").First(node => node.Key == text || node.Text("code") == text || node.Name == text).Key : null;
        var all = new Overlaps(world, answer.GetProperty("lens").GetString()!, answer.GetProperty("level").GetInt32(), area,
            asked.GetValueOrDefault("areaLevel"),
            asked.TryGetValue("groupLevel", out var depth) ? int.Parse(depth, CultureInfo.InvariantCulture) : null);
        var rules = new OverlapRules(all, answer);
        foreach (var sentence in Text(name, $"{name} reason", answer, "reason", [.. rules.OfAnswer(), .. day])) yield return sentence;
        foreach (var node in Nodes(answer, "cells"))
        {
            if (rules.CellOf(node) is not { } cell)
            {
                yield return new(name, "cell", Place(name, node), node.GetProperty("reason").GetProperty("en").GetString()!, "", 1, true,
                    ["there is no such cell with two or more organisations"]);
                continue;
            }

            foreach (var sentence in Text(name, Place(name, node), node, "reason", [.. rules.OfCell(cell)])) yield return sentence;
            foreach (var sentence in Text(name, Place(name, node) + " nextStep", node, "nextStep", [rules.OfFunder(cell)])) yield return sentence;
        }

        foreach (var node in Nodes(answer, "gaps"))
        {
            foreach (var sentence in Text(name, Place(name, node), node, "reason", [.. rules.OfGap(node)])) yield return sentence;
        }

        foreach (var sentence in Covered(name, answer, world, rules.Coverage())) yield return sentence;
    }

    private static IEnumerable<Sentence> Funding(World world, JsonElement answer, string name, List<Rule> day)
    {
        var rules = new FundingRules(new(world), answer);
        foreach (var sentence in Text(name, $"{name} reason", answer, "reason", [.. rules.OfAnswer(), .. day])) yield return sentence;
        if (Nodes(answer, "projects").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first)
        {
            foreach (var sentence in Text(name, $"{name} nextStep", answer, "nextStep", [.. rules.OfProject(first)])) yield return sentence;
        }

        foreach (var (list, of) in new (string, Func<JsonElement, IEnumerable<Rule>>)[] { ("projects", rules.OfProject), ("runners", rules.OfRunner),
            ("paidApart", _ => rules.PaidApart()) })
        {
            foreach (var node in Nodes(answer, list))
            {
                foreach (var sentence in Text(name, Place(name, node), node, "reason", [.. of(node)])) yield return sentence;
                // The next step of a runner with one project that can be joined is that of the project.
                foreach (var sentence in Text(name, Place(name, node) + " nextStep", node, "nextStep", [.. of(node)])) yield return sentence;
            }
        }

        foreach (var sentence in Covered(name, answer, world, rules.Coverage())) yield return sentence;
    }

    private static IEnumerable<Sentence> Network(World world, JsonElement answer, string name, List<Rule> day, bool isWays)
    {
        var rules = new NetworkRules(world, isWays ? 1 : answer.GetProperty("level").GetInt32());
        if (!isWays && answer.GetProperty("network").GetString() is { } network && network != "COLLABORATION")
        {
            List<Rule> shared = [.. rules.OfShared(network, AreaOf(world, answer)), .. day];
            foreach (var field in new[] { "reason", "opening" })
                foreach (var sentence in Text(name, $"{name} {field}", answer, field, shared)) yield return sentence;
            yield break;
        }

        foreach (var sentence in Text(name, $"{name} reason", answer, "reason", [.. isWays ? rules.OfWays(null) : rules.OfFragmentation(),
            .. day])) yield return sentence;
        foreach (var (field, of) in isWays ? [] : new (string, Func<IEnumerable<Rule>>)[] { ("silosBy", rules.OfSpheres), ("corePeriphery", rules.OfCore), ("clustering", rules.OfClosure), ("sharedTrajectories", rules.OfTrajectories) })
        {
            if (answer.GetProperty(field) is not { ValueKind: JsonValueKind.Object } part) continue;
            foreach (var sentence in Text(name, $"{name} {field}", part, "reason", [.. of()])) yield return sentence;
        }

        if (!isWays)
        {
            foreach (var sentence in Text(name, $"{name} opening", answer, "opening", [.. rules.OfOpening()])) yield return sentence;
        }

        foreach (var node in isWays ? Nodes(answer, "initiatives") : [])
        {
            foreach (var sentence in Text(name, Place(name, node), node, "reason", [.. rules.OfWays(node.GetProperty("initiative").GetProperty("key")
                .GetString())])) yield return sentence;
        }

        foreach (var sentence in Covered(name, answer, world, rules.Coverage())) yield return sentence;
    }

    private static IEnumerable<Sentence> AskList(World world, JsonElement answer, string name, List<Rule> day)
    {
        var rules = new AskRules(world, answer.GetProperty("asOf").GetString()!, AreaOf(world, answer), int.Parse(answer.GetProperty("level").GetRawText(), CultureInfo.InvariantCulture));
        foreach (var sentence in Text(name, $"{name} reason", answer, "reason", [.. rules.OfList(answer), .. day])) yield return sentence;
        foreach (var node in Nodes(answer, "sheets"))
        {
            foreach (var sentence in Text(name, Place(name, node), node, "reason", [.. rules.OfSheet(node)])) yield return sentence;
        }

        foreach (var sentence in Covered(name, answer, world, rules.Coverage())) yield return sentence;
    }

    private static IEnumerable<Sentence> Round(World world, JsonElement answer, string name, List<Rule> day)
    {
        if (answer.GetProperty("inquiry") is not { ValueKind: JsonValueKind.Object } inquiry) yield break;
        var round = world.Nodes[inquiry.GetProperty("key").GetString()!];
        var rules = new RoundRules(world, round);
        foreach (var sentence in Text(name, $"{name} reason", answer, "reason", [.. rules.OfAnswer(answer), .. day])) yield return sentence;
        foreach (var sentence in Covered(name, answer, world, rules.Coverage())) yield return sentence;
    }

    private static string? AreaOf(World world, JsonElement answer) => answer.GetProperty("area").GetString() is { } text
        ? world.Of("Area").First(node => node.Key == text || node.Text("code") == text || node.Name == text).Key : null;

    private static IEnumerable<Sentence> Text(string answer, string place, JsonElement node, string field, IReadOnlyList<Rule> rules) =>
        Judge.Text(answer, place, node.GetProperty(field).GetProperty("en").GetString()!, node.GetProperty(field).GetProperty("nl").GetString()!, rules);

    private static IEnumerable<JsonElement> Nodes(JsonElement answer, string list) => answer.GetProperty(list).GetProperty("edges").EnumerateArray()
        .Select(edge => edge.GetProperty("node"));

    private static string Place(string answer, JsonElement node) =>
        node.TryGetProperty("key", out var key) || node.TryGetProperty("id", out key) ? $"{answer} {key.GetString()}" : answer;

    // Why that day: in so many words, and from the whole export.
    private static IEnumerable<Rule> Day(Export export, World world)
    {
        const string En = "(?<day>\\d+ \\w+ \\d{4})", Nl = "(?<day>\\d+-\\d+-\\d{4})";
        var ends = export.Nodes.Where(node => node.Kind == "Targeting").Concat(export.Relations.Where(relation => relation.Kind == "FUNDS")).ToList();
        bool Is(Match match) => DateOnly.ParseExact(match.Groups["day"].Value, "d MMMM yyyy", CultureInfo.InvariantCulture) == world.Day;
        yield return new($"We look at {En}, the day these data are about\\.", $"We kijken naar {Nl}, de dag van deze gegevens\\.", match => new()
        {
            ["it is the day that is looked at"] = Is(match),
            ["the data state that day"] = export.Nodes.Any(node => node.Text("lookAt") == $"{world.Day:yyyy-MM-dd}"),
        });
        yield return new($"We look at (?:today, )?{En}(?:; the source does not say whether any of this work still goes on)?\\.",
            $"We kijken naar (?:vandaag, )?{Nl}(?:; van geen enkel werk staat in de bron of het nu nog loopt)?\\.", match => new()
            {
                ["it is the day that is looked at"] = Is(match),
                ["no work is dated"] = !match.Value.Contains("does not say", StringComparison.Ordinal) || ends.All(item => (item.First ?? item.Last) is null),
            });
        yield return new($"All dated work had ended by {En}; we look at that day\\.", $"Al het werk met een datum liep tot en met {Nl} of eerder; "
            + $"we kijken naar die dag\\.", match => new()
        {
            ["it is the day that is looked at"] = Is(match),
            ["all dated work had ended by then"] = ends.Where(item => (item.First ?? item.Last) is not null).All(item => item.Last <= world.Day),
            ["some dated work ended on that day"] = ends.Any(item => item.Last == world.Day),
        });
    }

    private static IEnumerable<Sentence> Covered(string name, JsonElement answer, World world, IEnumerable<(string What, long Known, long Total)> lines)
    {
        var known = lines.Append(("targetings that held on", world.Of("Targeting").Count(), world.Export.Nodes.Count(node => node.Kind == "Targeting")))
            .ToList();
        foreach (var line in answer.GetProperty("coverage").EnumerateArray())
        {
            var what = line.GetProperty("what").GetProperty("en").GetString()!;
            var found = known.Where(entry => what.StartsWith(entry.What, StringComparison.Ordinal)).ToList();
            var (said, of) = (line.GetProperty("known").GetInt64(), line.GetProperty("total").GetInt64());
            var wrong = new List<string>();
            if (found.Count > 0 && found[0].Known != said) wrong.Add($"known: it says {said}, it must be {found[0].Known}");
            if (found.Count > 0 && found[0].Total != of) wrong.Add($"total: it says {of}, it must be {found[0].Total}");
            yield return new(name, "coverage", name, $"{said} of {of} {what}", line.GetProperty("what").GetProperty("nl").GetString()!, 2, found.Count > 0,
                wrong);
        }
    }
}
