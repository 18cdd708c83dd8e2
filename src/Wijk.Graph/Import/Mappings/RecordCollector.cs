using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>
/// Gathers what the rows give, and settles at the end what one row cannot know: whether all rows with a key say the same of it, and whether what a row refers to is there.
/// </summary>
internal sealed class RecordCollector
{
    private const int ListedValues = 20;

    private readonly List<RowRecords> rows = [];
    private readonly List<RowRemark> warnings = [];
    private readonly List<RowRemark> refused = [];
    private readonly HashSet<RowPlace> refusedPlaces = [];
    private readonly Dictionary<string, RowPlace> lost = [];
    private readonly Dictionary<RowPlace, int> several = [];
    private RowPlace lastRead;
    private readonly HashSet<TableRow> leftOut = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Words, (RowPlace First, int Count, SortedSet<string> Values)> counted = [];

    /// <summary>Keeps what a row gave.</summary>
    public void Keep(RowRecords row) => rows.Add(row);

    /// <summary>Says something about a row that is read all the same.</summary>
    public void Warn(RowPlace place, string value, Words message) => warnings.Add(new(place, value, message));

    /// <summary>Says something about many rows once, with their number.</summary>
    /// <param name="place">The row.</param>
    /// <param name="message">What there is to know.</param>
    /// <param name="about">The values of the row that it is about; of all rows the first few are listed.</param>
    public void Count(RowPlace place, Words message, params IEnumerable<string> about)
    {
        var (first, count, values) = counted.TryGetValue(message, out var known) ? known : (place, 0, new(StringComparer.OrdinalIgnoreCase));
        values.UnionWith(about);
        counted[message] = (first, count + 1, values);
        CountedRows++;
    }

    /// <summary>How often something was said of a row that is counted only.</summary>
    public long CountedRows { get; private set; }

    /// <summary>Notes a row of which a rule makes nothing; where no other rule does either it is told, so that none is lost in silence.</summary>
    public void LeaveOut(TableRow row) => leftOut.Add(row);

    /// <summary>Counts a row that was read. Several rows may come from one place, such as an element of JSON with a list in it.</summary>
    public void CountRow(RowPlace place)
    {
        if (place == lastRead) several[place] = several.GetValueOrDefault(place, 1) + 1;
        lastRead = place;
    }

    /// <summary>Places with more than one row, and how many.</summary>
    public IReadOnlyDictionary<RowPlace, int> Several => several;

    /// <summary>Rows that were refused before they reached a rule.</summary>
    public int UnreadCount { get; private set; }

    /// <summary>Whether a row was refused.</summary>
    public bool IsRefused(RowPlace place) => refusedPlaces.Contains(place);

    /// <summary>Refuses a row that no rule will see: it is not whole, or holds an error.</summary>
    public void RefuseUnread(RowPlace place, string value, Words message)
    {
        UnreadCount++;
        Refuse(place, value, message);
    }

    /// <summary>Refuses a row: nothing that was made of it is kept, and what refers to what it was to make is told why.</summary>
    public void Refuse(RowRecords row, string value, Words message)
    {
        foreach (var key in row.Meant.Concat(row.Nodes.Select(made => made.Node.Key))) lost.TryAdd(key, row.Place);
        Refuse(row.Place, value, message);
    }

    private void Refuse(RowPlace place, string value, Words message, RowPlace? cause = null)
    {
        refusedPlaces.Add(place);
        var remark = new RowRemark(place, value, message) { Cause = cause };
        refused.Add(remark);
    }

    /// <summary>The records of all rows that are not refused, each key once, with everything there is to say about the rows.</summary>
    public MappedRecords Finish(string ns, string contentHash, IReadOnlyList<FileRead> files)
    {
        Contents contents;
        int before;
        // A refused row may have made what another refers to, so this is repeated until no more rows are refused.
        do
        {
            before = refusedPlaces.Count;
            contents = new Contents();
            foreach (var row in Live()) Merge(row, contents);
            foreach (var row in Live()) CheckReferences(row, contents);
        }
        while (refusedPlaces.Count > before);
        foreach (var row in Live()) Complete(row, contents);

        warnings.AddRange(Live().SelectMany(row => row.Warnings));
        warnings.AddRange(counted.Select(pair => new RowRemark(pair.Value.First, "", new Words(
            $"{pair.Value.Count} rijen, waarvan dit de eerste is: ", $"{pair.Value.Count} rows, this being the first: ") + pair.Key + Listed(pair.Value.Values))));
        if (leftOut.Where(row => !row.IsUsed && !IsRefused(row.Row.Place)).ToArray() is { Length: > 0 } unmade) warnings.Add(LeftOut(unmade[0].Row.Place, unmade.Length));
        Mapped<Node>[] nodes = [.. contents.Nodes.Values.Where(node => !refusedPlaces.Contains(node.Place))];
        warnings.AddRange(NearDuplicates.Of(nodes));
        return new(ns, contentHash, files, nodes, [.. contents.Relations.Values], InOrder(warnings, files), InOrder(refused, files));
    }

    /// <summary>What the rows that are not refused gave.</summary>
    public IEnumerable<RowRecords> Live() => rows.Where(row => !refusedPlaces.Contains(row.Place));

    private void Merge(RowRecords row, Contents contents)
    {
        foreach (var (node, keepFirst) in row.Nodes)
        {
            if (!contents.Nodes.TryGetValue(node.Key, out var known)) contents.Nodes.Add(node.Key, new(node, row.Place));
            else if (WithFirst(known.Record, node, keepFirst) is { } merged) contents.Nodes[node.Key] = known with { Record = merged };
            else RefuseConflict(row.Place, node, known.Record, known.Place);
        }

        foreach (var relation in row.Relations)
        {
            if (!contents.Relations.TryGetValue(relation.Key, out var known)) contents.Relations.Add(relation.Key, new(relation, row.Place));
            else if (!known.Record.SameContentAs(relation)) RefuseConflict(row.Place, relation, known.Record, known.Place);
        }
    }

    private void CheckReferences(RowRecords row, Contents contents)
    {
        foreach (var (key, value) in row.References)
        {
            if (contents.Nodes.ContainsKey(key)) continue;
            if (lost.TryGetValue(key, out var cause))
            {
                foreach (var made in row.Nodes) lost.TryAdd(made.Node.Key, cause);
                Refuse(row.Place, value, new(
                    $"verwijst naar {cause.Label.Nl}, en die is geweigerd; verbeter eerst die rij.",
                    $"refers to {cause}, which was refused; correct that row first."), cause);
                return;
            }

            Refuse(row.Place, value, new(
                $"er is geen {KindIn(key)} met dit id in de bestanden ('{TextRules.Shown(key)}'); voeg die daar toe of verbeter de verwijzing.",
                $"there is no {KindIn(key)} with this id in the files ('{TextRules.Shown(key)}'); add it there or correct the reference."));
            return;
        }
    }

    private void Complete(RowRecords row, Contents contents)
    {
        foreach (var (key, attributes) in row.Additions)
        {
            if (!contents.Nodes.TryGetValue(key, out var known))
            {
                Count(row.Place, new(
                    $"geen andere rij maakt de {KindIn(key)} waar deze iets aan toevoegt; de waarden zijn niet gebruikt.",
                    $"no other row makes the {KindIn(key)} that it adds to; its values are not used."));
                continue;
            }

            var completed = known.Record;
            foreach (var (name, value) in attributes)
            {
                if (completed.Attributes[name] is { } present && !present.Equals(value))
                {
                    Refuse(row.Place, $"{value}", new(
                        $"{name} van '{key}' is {present} in {known.Place.Label.Nl}; één van de twee moet weg.",
                        $"{name} of '{key}' is {present} in {known.Place}; one of the two must go."));
                    continue;
                }

                completed = completed with { Attributes = completed.Attributes.With(name, value) };
            }

            contents.Nodes[key] = known with { Record = completed };
        }
    }

    // The known node, completed with the values it lacks where the first one found counts; null when the two say different things.
    private static Node? WithFirst(Node known, Node other, IReadOnlyList<string> keepFirst)
    {
        var (left, right) = (known, other);
        foreach (var name in keepFirst)
        {
            var first = known.Attributes[name] ?? other.Attributes[name];
            (left, right) = (left with { Attributes = left.Attributes.With(name, first) }, right with { Attributes = right.Attributes.With(name, first) });
        }

        return left.SameContentAs(right) ? left : null;
    }

    private void RefuseConflict(RowPlace place, GraphRecord record, GraphRecord known, RowPlace knownPlace)
    {
        var difference = record.Attributes.Concat(known.Attributes).Select(pair => pair.Key).Distinct()
            .Where(name => record.Attributes.TextOf(name) != known.Attributes.TextOf(name))
            .Select(name => new Words(
                $"{name} is hier '{record.Attributes.TextOf(name)}' en daar '{known.Attributes.TextOf(name)}'",
                $"{name} is '{record.Attributes.TextOf(name)}' here and '{known.Attributes.TextOf(name)}' there")).FirstOrDefault()
            ?? new(
                "ze verschillen in periode, zichtbaarheid, bron of doordat één maar een vermelding is",
                "they differ in period, visibility, source or in being a stub");
        Refuse(place, record.Key, new(
            $"deze sleutel heeft een andere inhoud in {knownPlace.Label.Nl}: {difference.Nl}. Maak ze gelijk, of geef er één een ander id.",
            $"this key has other contents in {knownPlace}: {difference.En}. Make them equal, or give one of them another id."));
    }

    private static RowRemark LeftOut(RowPlace first, int count) => new(first, "", count == 1
        ? new($"De vertaling maakt niets van {first.Label.Nl}; klopt dat niet, kijk dan naar de voorwaarden (when) in de vertaling.", $"The mapping makes nothing of {first}; if that is not right, look at the conditions (when) in the mapping.")
        : new($"De vertaling maakt niets van {count} rijen, de eerste is {first.Label.Nl}; klopt dat niet, kijk dan naar de voorwaarden (when) in de vertaling.", $"The mapping makes nothing of {count} rows, the first being {first}; if that is not right, look at the conditions (when) in the mapping."))
    {
        IsOfSkipped = true,
    };

    private static string Listed(SortedSet<string> values) => values.Count == 0
        ? ""
        : $" ({string.Join(", ", values.Take(ListedValues))}{(values.Count > ListedValues ? ", …" : "")})";

    private static string KindIn(string key) => Keys.PrefixOf(key).ToString();

    private static RowRemark[] InOrder(IEnumerable<RowRemark> remarks, IReadOnlyList<FileRead> files)
    {
        var order = files.Select((file, index) => (file.File, index)).ToDictionary(pair => pair.File, pair => pair.index);
        return [.. remarks.OrderBy(remark => order.GetValueOrDefault(remark.Place.File)).ThenBy(remark => remark.Place.Row)];
    }

    private sealed class Contents
    {
        public Dictionary<string, Mapped<Node>> Nodes { get; } = [];

        public Dictionary<string, Mapped<Relation>> Relations { get; } = [];
    }
}
