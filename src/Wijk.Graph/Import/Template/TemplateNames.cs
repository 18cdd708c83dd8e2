using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Something that a name or an id may refer to.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="Id">What it is called in its sheet; of what is in the graph its key.</param>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Node">The node in the graph; null when it is in these files.</param>
internal sealed record Named(NodeKind Kind, string Key, string Id, string Name, Node? Node);

/// <summary>Finds what ids and names in a filled-in form or template stand for: first in these files, then in what this source brought before, then in the rest of the graph.</summary>
internal sealed class TemplateNames
{
    private readonly string ns;
    private readonly Dictionary<string, List<Named>> ofFiles = [];
    private readonly Dictionary<string, List<Named>> ofGraph = [];
    private readonly Dictionary<string, Named> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> onlyWholes = [];

    /// <summary>Takes the names in the sheets of nodes and in the graph.</summary>
    public TemplateNames(MappingRun run)
    {
        ns = run.Namespace;
        foreach (var sheet in TemplateSheet.All.Where(sheet => sheet.Node is not null and not NodeKind.Targeting))
        {
            foreach (var row in run.Table(sheet.Name)?.Rows ?? []) Take(sheet.Node!.Value, row);
        }

        foreach (var node in run.KnownNodes) Take(node);
        foreach (var sheet in TemplateSheet.All.Where(sheet => sheet.Node is not null)) TakeWholes(sheet.Node!.Value, run.Table(sheet.Name));
    }

    /// <summary>Whether something is known only because a row says that it is part of it.</summary>
    public bool IsOnlyWhole(string key) => onlyWholes.Contains(key);

    /// <summary>The id of a row: what its column id says, or else its name.</summary>
    public static string IdOf(TemplateSheet sheet, TableRow row) =>
        Keys.Fold(row.Value("id")) is { Length: > 0 } id ? id
        : sheet.Node is { } kind && Vocabulary.Of(kind).NameAttribute is { } naming ? Keys.Fold(row.Value(naming)) : "";

    /// <summary>The kind of node that a row makes: an organisation that is a residents' initiative is no agency.</summary>
    public static NodeKind KindOf(NodeKind kind, TableRow row) => kind == NodeKind.Agency && IsInitiative(row.Value("type")) ? NodeKind.Initiative : kind;

    /// <summary>Whether a kind of organisation is a residents' initiative.</summary>
    public static bool IsInitiative(string type) => type.Split('/').Select(VocabularyWords.Folded)
        .Any(word => word is "bewonersinitiatief" or "residentsinitiative" or "bewonersgroep" or "initiatief" or "initiative" or "residentsgroup" or "buurtinitiatief");

    /// <summary>The same for names that are written a little differently: case, accents and blanks aside; of a postal code the blank too.</summary>
    public static string Folded(string name) => PostalCode.Folded(name) ?? TextFolding.Fold(name);

    /// <summary>A node of the graph by its key.</summary>
    public Node? InGraph(string key) => byKey.GetValueOrDefault(key)?.Node;

    /// <summary>Whether a row of the sheets of nodes has this key.</summary>
    public bool IsInFiles(string key) => byKey.GetValueOrDefault(key) is { Node: null };

    /// <summary>Whether anything is called this.</summary>
    public bool IsKnown(string name) => ofFiles.ContainsKey(Folded(name)) || ofGraph.ContainsKey(Folded(name));

    /// <summary>What a reference stands for; null when nothing is called that.</summary>
    /// <param name="column">The column it is in.</param>
    /// <param name="written">An id, a name, <c>Kind:id</c> with the kind in either language, or a whole key.</param>
    /// <param name="allowed">The kinds it may refer to.</param>
    /// <param name="period">When it must have existed, for areas that ended; null for any time.</param>
    /// <exception cref="RowRefusedException">It is of another kind, or could be several things.</exception>
    public Named? Find(string column, string written, IReadOnlyList<NodeKind> allowed, Period? period = null)
    {
        var (kind, text) = WithoutKind(written);
        if (kind is { } named && !allowed.Contains(named))
        {
            throw new RowRefusedException(written, new Words(
                $"{column} kan niet van de soort {named} zijn; kies ", $"{column} cannot be of kind {named}; it may be ")
                + Words.AnyOf(allowed.Select(possible => possible.ToString())) + ".");
        }

        // A key in full refers to what is in the graph, which the import looks up before it writes.
        if (kind is not null && Keys.NodeKindOf(written) is { } ofKey) return byKey.GetValueOrDefault(written) ?? new(ofKey, written, written, written, null);
        IReadOnlyList<NodeKind> kinds = kind is { } only ? [only] : allowed;
        foreach (var names in (Dictionary<string, List<Named>>[])[ofFiles, ofGraph])
        {
            if (!names.TryGetValue(Folded(text), out var all)) continue;
            var fitting = all.Where(possible => kinds.Contains(possible.Kind)).DistinctBy(possible => possible.Key).ToArray();
            if (fitting.Where(possible => possible.Id == text && possible.Node is null).ToArray() is [var exact]) return exact;
            if (fitting.Any(possible => possible.Node is not null && Keys.NamespaceOf(possible.Key) == ns)) fitting = [.. fitting.Where(possible => Keys.NamespaceOf(possible.Key) == ns)];
            if (fitting.Length > 1 && period is { } when)
                fitting = fitting.Where(possible => possible.Node is not { } node || new Period(node.ValidFrom, node.ValidTo).Intersects(when)).ToArray() is { Length: > 0 } then ? then : fitting;
            if (fitting.Length > 1) throw Which(column, written, fitting);
            if (fitting is [var one]) return one;
        }

        return null;
    }

    /// <summary>What a reference stands for, which must be there.</summary>
    /// <param name="column">The column it is in.</param>
    /// <param name="written">As in <see cref="Find"/>.</param>
    /// <param name="allowed">The kinds it may refer to.</param>
    /// <param name="records">Where it notes what another row must make.</param>
    /// <exception cref="RowRefusedException">It refers to nothing, to several things, or to something of another kind.</exception>
    public string KeyOf(string column, string written, IReadOnlyList<NodeKind> allowed, RowRecords records)
    {
        if (Find(column, written, allowed) is { } found)
        {
            if (IsInFiles(found.Key)) records.References.Add((found.Key, written));
            return found.Key;
        }

        var (kind, id) = WithoutKind(written);
        var sheets = kind is { } only ? [only] : allowed;
        if (kind is null && allowed.Count > 1)
        {
            throw new RowRefusedException(written, new Words(
                $"{column}: niets heet zo in de bladen ", $"{column}: nothing is called that in the sheets ")
                + Words.AnyOf(sheets.Select(sheet => sheet.ToString()))
                + new Words("; voeg het daar toe of verbeter de naam.", "; add it there or correct the name.") + Hint(id, sheets));
        }

        throw new RowRefusedException(written, new Words(
            $"{column}: er is geen rij met id '{id}' in het blad {sheets[0]}; voeg die daar toe of verbeter het id.",
            $"{column}: there is no row with id '{id}' in the sheet {sheets[0]}; add it there or correct the id.") + Hint(id, sheets));
    }

    /// <summary>The name that may have been meant.</summary>
    public Words Hint(string written, IReadOnlyList<NodeKind> kinds) => NearestName.Hint(
        written, ofFiles.Values.SelectMany(all => all).Where(known => kinds.Contains(known.Kind)).Select(known => known.Id).Distinct());

    private static RowRefusedException Which(string column, string written, Named[] fitting) => new(written, new Words(
        $"{column}: dit kan meer dan één zijn; schrijf ", $"{column}: this may be more than one; write ")
        + Words.AnyOf(fitting.Take(5).Select(possible => possible.Node is { } node
            ? $"{possible.Key}{(node.ValidTo is { } end ? $" (tot {end})" : "")}" : $"{possible.Kind}:{possible.Id}")) + ".");

    /// <summary>Takes the kind off a name, as in <c>Agency:ggd</c> or <c>organisatie: GGD</c>; a colon may be part of a name, too.</summary>
    public static (NodeKind? Kind, string Text) WithoutKind(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == written.Length - 1) return (null, written);
        var word = written[..colon];
        var kind = Vocabulary.FindNode(word)?.Kind ?? KindsByWord.GetValueOrDefault(VocabularyWords.Folded(word));
        return kind is null ? (null, written) : (kind, Keys.Fold(written[(colon + 1)..]));
    }

    private static readonly Dictionary<string, NodeKind?> KindsByWord = Vocabulary.Nodes
        .SelectMany(node => new[] { node.Label.Nl, node.Label.En, node.Plural.Nl, node.Plural.En }.Select(word => (VocabularyWords.Folded(word), node.Kind)))
        .Concat([("organisatie", NodeKind.Agency), ("organisation", NodeKind.Agency), ("initiatief", NodeKind.Initiative), ("buurt", NodeKind.Area), ("wijk", NodeKind.Area)])
        .DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => (NodeKind?)pair.Item2);

    private void Take(NodeKind sheet, TableRow row)
    {
        if (TemplateRows.IsExample(row)) return;
        var id = IdOf(TemplateSheet.Find(sheet.ToString())!, row);
        if (id.Length == 0) return;
        var kind = KindOf(sheet, row);
        var name = Vocabulary.Of(sheet).NameAttribute is { } naming ? Keys.Fold(row.Value(naming)) : "";
        var named = new Named(kind, Keys.Of(kind, ns, id), id, name, null);
        if (!byKey.TryAdd(named.Key, named)) return;
        Add(ofFiles, id, named);
        if (Folded(name) != Folded(id)) Add(ofFiles, name, named);
    }

    // "Lies in North" does for an area North that has no row of its own.
    private void TakeWholes(NodeKind kind, LoadedTable? table)
    {
        foreach (var row in (table?.Rows ?? []).Where(row => !TemplateRows.IsExample(row)))
        {
            var whole = Keys.Fold(row.Value(TemplateRows.PartOf));
            if (whole.Length == 0 || WithoutKind(whole).Kind is not null || IsKnownAs(kind, whole)) continue;
            var named = new Named(kind, Keys.Of(kind, ns, whole), whole, whole, null);
            byKey.Add(named.Key, named);
            Add(ofFiles, whole, named);
            onlyWholes.Add(named.Key);
        }
    }

    private bool IsKnownAs(NodeKind kind, string name) =>
        new[] { ofFiles, ofGraph }.Any(names => names.GetValueOrDefault(Folded(name), []).Any(known => known.Kind == kind));

    private void Take(Node node)
    {
        var named = new Named(node.Kind, node.Key, node.Key, node.Name, node);
        if (!byKey.TryAdd(named.Key, named)) return;
        Add(ofGraph, node.Name, named);
        if (Keys.NamespaceOf(node.Key) == ns && Keys.TryParse(node.Key, out _, out _, out var id) && Folded(id) != Folded(node.Name)) Add(ofGraph, id, named);
    }

    private static void Add(Dictionary<string, List<Named>> names, string name, Named named)
    {
        if (name.Length == 0) return;
        if (!names.TryGetValue(Folded(name), out var all)) names.Add(Folded(name), all = []);
        all.Add(named);
    }
}
