using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>A thing that the form names.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOwn">Whether the form itself makes it; else it is in another sheet, or in the graph from another source.</param>
internal readonly record struct FormName(NodeKind Kind, string Key, string Name, bool IsOwn);

/// <summary>The names in the cells of a form: a name that nothing has yet is new, and the next time it is the same, case, accents and blanks aside.</summary>
internal sealed class FormNames(MappingRun run, TemplateNames names)
{
    private static readonly HashSet<string> Blank = ["-", "--", "?", "n.v.t.", "n.v.t", "nvt", "n/a", "na", "onbekend", "unknown", "geen", "none", "nog niet bekend", "nnb", "n.n.b."];

    private readonly Dictionary<(NodeKind, string), FormName> made = [];
    private readonly HashSet<(NodeKind, string)> spellings = [];
    private readonly HashSet<string> alone = [.. FormSheet.Groups.SelectMany(group => new[] { group.Nl, group.En }).Select(TemplateNames.Folded)];
    private readonly HashSet<string> initiatives = [];
    private readonly Dictionary<string, Dictionary<string, int>> spellingsOf = [];

    /// <summary>Whether a cell says nothing: it is blank, or says that there is nothing to say.</summary>
    public static bool IsBlank(string text) => text.Length == 0 || Blank.Contains(TextFolding.Fold(text));

    /// <summary>Notes that an organisation is a residents' initiative: then it is one in every row.</summary>
    public void NoteInitiative(string name) => initiatives.Add(TemplateNames.Folded(Keys.Fold(name)));

    /// <summary>Notes the names in a cell: which stand alone, so that others may be taken apart at a comma, and how each is written.</summary>
    public void NoteAlone(string cell)
    {
        foreach (var part in Parts(cell))
        {
            if (part.Contains(',')) continue;
            var folded = TemplateNames.Folded(part);
            alone.Add(folded);
            if (!spellingsOf.TryGetValue(folded, out var spelled)) spellingsOf.Add(folded, spelled = []);
            spelled[part] = spelled.GetValueOrDefault(part) + 1;
        }
    }

    /// <summary>The names in a cell: <c>;</c>, <c>|</c> and line ends stand between them, and a comma where what it parts stands alone elsewhere.</summary>
    /// <param name="column">The column, as a message names it.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="mayAsk">Whether a comma that may be either is asked about; else the text is one name.</param>
    /// <exception cref="RowRefusedException">A comma may part two names or belong to one.</exception>
    public IReadOnlyList<string> In(string column, string cell, bool mayAsk)
    {
        var all = new List<string>();
        foreach (var part in Parts(cell))
        {
            if (part is ['"' or '“', .., '"' or '”'] quoted) all.Add(Keys.Fold(quoted[1..^1]));
            else if (!part.Contains(',') || names.IsKnown(part)) all.Add(part);
            else all.AddRange(AtComma(column, part, mayAsk));
        }

        return [.. all.Where(name => !IsBlank(name)).DistinctBy(TemplateNames.Folded)];
    }

    /// <summary>What a name stands for: something that is known, or something new.</summary>
    /// <param name="column">The column, as a message names it.</param>
    /// <param name="written">The name.</param>
    /// <param name="kinds">The kinds it may be; the first is what is new.</param>
    /// <param name="place">The row it is in.</param>
    /// <param name="period">When it must have existed; null for any time.</param>
    /// <exception cref="RowRefusedException">It may be several things, or is of another kind.</exception>
    public FormName Named(string column, string written, IReadOnlyList<NodeKind> kinds, RowPlace place, Period? period = null)
    {
        var (said, bare) = TemplateNames.WithoutKind(written);
        var folded = TemplateNames.Folded(bare);
        NodeKind[] possible = said is { } kindSaid && kinds.Contains(kindSaid) ? [kindSaid]
            : kinds.Contains(NodeKind.Agency) && initiatives.Contains(folded) ? [NodeKind.Initiative] : [.. kinds];
        if (names.Find(column, written, possible.Intersect(kinds).ToArray() is { Length: > 0 } left ? left : kinds, period) is { } known)
        {
            var isOwn = known.Node is { } node && node.Origin == run.Namespace;
            if (isOwn) Spelled(known.Kind, folded, bare, new(known.Kind, known.Key, MostWritten(folded, bare), true), place);
            return new(known.Kind, known.Key, isOwn ? made[(known.Kind, folded)].Name : known.Name.Length > 0 ? known.Name : known.Id, isOwn);
        }

        if (possible.All(kind => !kinds.Contains(kind)))
        {
            throw new RowRefusedException(written, new(
                $"{column}: dit is een bewonersinitiatief, en hier hoort een organisatie.", $"{column}: this is a residents' initiative, and an organisation belongs here."));
        }

        var (kind, name) = (possible[0], PostalCode.Standard(bare) is { } code && possible[0] == NodeKind.Area ? code : MostWritten(folded, bare));
        Spelled(kind, folded, bare, new(kind, Keys.Of(kind, run.Namespace, name), name, true), place);
        return made[(kind, folded)];
    }

    // The spelling that is used most, or else one with capitals where they belong.
    private string MostWritten(string folded, string otherwise) => spellingsOf.TryGetValue(folded, out var spelled)
        ? spelled.OrderByDescending(pair => pair.Value).ThenByDescending(pair => char.IsUpper(pair.Key[0]) && pair.Key.Any(char.IsLower)).First().Key
        : Keys.Fold(otherwise);

    // A row that spells a name otherwise is told so, once for each spelling.
    private void Spelled(NodeKind kind, string folded, string spelling, FormName name, RowPlace place)
    {
        made.TryAdd((kind, folded), name);
        name = made[(kind, folded)];
        if (Keys.Fold(spelling) == name.Name || !spellings.Add((kind, Keys.Fold(spelling)))) return;
        run.Collector.Warn(place, spelling, new($"gelezen als '{name.Name}', want dat is dezelfde naam.", $"read as '{name.Name}', since that is the same name."));
    }

    private string[] AtComma(string column, string text, bool mayAsk)
    {
        var parts = text.Split(',').Select(Keys.Fold).Where(part => part.Length > 0).ToArray();
        var known = parts.Count(part => alone.Contains(TemplateNames.Folded(part)) || names.IsKnown(part));
        if (known == parts.Length || (known > 0 && mayAsk)) return parts;
        if (known == 0 && !mayAsk) return [text];
        throw new RowRefusedException(text, new(
            $"{column}: is dit één naam, of zijn het er meer? Zet ; tussen meer namen; is het er één, zet hem dan tussen aanhalingstekens: \"{text}\".",
            $"{column}: is this one name, or several? Put ; between several names; if it is one, put it in quotes: \"{text}\"."));
    }

    private static IEnumerable<string> Parts(string cell) => cell.Split(';', '|', '\n').Select(Keys.Fold).Where(part => part.Length > 0);
}
