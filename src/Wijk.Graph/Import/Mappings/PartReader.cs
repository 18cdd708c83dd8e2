using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Reads the parts of a rule, and notes which columns of which table they use.</summary>
internal sealed class PartReader(
    ExpressionReader expressions, IReadOnlyDictionary<string, IReadOnlyList<WordRule>> wordLists, IReadOnlyList<string> tables, ColumnUse columns)
{
    private static readonly string[] Members =
        ["join", "each", "words", "areas", "let", "when", "nodes", "relations", "targetings", "warnings", "parts", "otherwise"];

    // Each of these does the part once for everything it finds.
    private static readonly string[] Several = ["join", "each", "words", "areas"];

    private readonly RecordSpecReader records = new(expressions);

    /// <summary>Whether any part that was read tells editions of areas apart.</summary>
    public bool HasEditions { get; private set; }

    /// <summary>Whether any part that was read looks for areas.</summary>
    public bool LooksForAreas { get; private set; }

    /// <summary>A rule for a table.</summary>
    public Rule Rule(JsonPart part)
    {
        var table = Table(part.Required("table"));
        return new(table, Part(part.Only([.. Members, "table"]), new Names(table)));
    }

    private Part Part(JsonPart part, Names outer)
    {
        var (join, search, named) = (part.Optional("join"), part.Optional("words"), part.Optional("areas"));
        string[] several = [.. Several.Where(name => part.Optional(name) is not null)];
        if (several is [var one, var other, ..])
        {
            throw part.Wrong(new(
                $"heeft {one} en {other}; zet de ene in een deel binnen de andere.", $"has {one} and {other}; put one in a part inside the other."));
        }

        var names = several.Length == 0 ? outer : outer.Inner();
        var each = part.Optional("each") is { } items ? Each(items, names) : null;
        var joins = join?.Items().Select(item => Join(item, names)).ToArray() ?? [];
        var words = search is null ? null : Words(search, names);
        var areas = named is null ? null : Areas(named, names);
        var lets = part.Optional("let")?.Members().Select(member => Let(member.Name, member.Value, names)).ToArray() ?? [];
        var when = expressions.Conditions(part.Optional("when"));
        var nodes = part.Optional("nodes")?.Members().Select(member => Node(member.Name, member.Value, names)).ToArray() ?? [];
        var read = new Part
        {
            Joins = joins,
            Words = words,
            Each = each,
            Areas = areas,
            Lets = lets,
            When = when,
            Nodes = nodes,
            Relations = [.. part.Optional("relations")?.Items().Select(item => Concluded(records.Relation(item, names.Nodes), names)) ?? []],
            Targetings = [.. part.Optional("targetings")?.Items().Select(item => Concluded(records.Targeting(item, names.Nodes), names)) ?? []],
            Warnings = [.. part.Optional("warnings")?.Items().Select(Warning) ?? []],
            Parts = [.. part.Optional("parts")?.Items().Select(item => Part(item.Only(Members), names)) ?? []],
            Otherwise = part.Optional("otherwise") is { } otherwise ? Part(otherwise.Only(Members), outer) : null,
        };
        foreach (var expression in Expressions(read)) columns.Note(expression, names.Rows, names.Texts, names.Items);
        return read;
    }

    private Join Join(JsonPart part, Names names)
    {
        part.Only("table", "as", "on", "missing");
        var table = Table(part.Required("table"));
        var alias = part.Optional("as")?.Text() ?? table;
        var on = part.Required("on").Members().Select(member => KeyValuePair.Create(member.Name, expressions.Value(member.Value))).ToArray();
        if (on.Length == 0) throw part.Wrong(new("heeft een kolom onder on nodig.", "needs a column under on."));
        foreach (var (column, value) in on)
        {
            columns.Note(table, column);
            columns.Note(value, names.Rows, names.Texts, names.Items);
        }

        if (!names.Rows.TryAdd(alias, table))
            throw part.Wrong(new($"geeft de naam '{alias}' aan een tweede tabel; gebruik as.", $"gives the name '{alias}' to a second table; use as."));
        return new(table, alias, on, part.Optional("missing")?.OneOf<Missing>() ?? Missing.Refuse);
    }

    private EachItem Each(JsonPart part, Names names)
    {
        var name = part.Required("as").Text();
        EachItem each;
        if (part.Optional("columns") is { } matrix)
        {
            part.Only("columns", "as");
            each = Columns(matrix, name, names);
        }
        else if (part.Optional("split") is { } split)
        {
            part.Only("of", "split", "as");
            var text = expressions.ValueWithLines(part.Required("of"));
            columns.Note(text, names.Rows, names.Texts, names.Items);
            var separators = split.Kind == System.Text.Json.JsonValueKind.Array ? split.Texts() : [split.Text()];
            if (separators.Count == 0 || separators.Contains("")) throw split.Wrong(new(
                "heeft minstens één scheidingsteken nodig, en geen leeg.", "needs at least one separator, and none that is empty."));
            each = new EachOfText(name, text, separators);
        }
        else
        {
            part.Only("of", "entries", "as");
            var of = part.Required("of");
            var list = expressions.Value(of);
            if (list is not TextTemplate { Parts: ["", var column, ""] }) throw of.Wrong(new(
                "moet de naam van één lijst zijn, zoals \"{diensten}\"; om een tekst te splitsen hoort er split bij.",
                "must be the name of one list, such as \"{services}\"; to split a text add split."));
            columns.Note(list, names.Rows, names.Texts, names.Items);
            each = new EachOfList(name, column, part.Optional("entries")?.Flag() == true);
        }

        if (names.Rows.ContainsKey(name) || !names.Items.Add(name))
            throw part.Wrong(new($"geeft de naam '{name}' een tweede keer; kies een andere naam bij as.", $"gives the name '{name}' a second time; choose another name at as."));
        return each;
    }

    private EachOfColumns Columns(JsonPart part, string name, Names names)
    {
        part.Only("from", "matching", "except");
        var matching = part.Optional("matching");
        var pattern = matching?.Pattern();
        if (pattern is not null && !pattern.GetGroupNames().Contains("value")) throw matching!.Wrong(new(
            "heeft geen groep met de naam value; schrijf (?<value>...) om wat moet blijven.",
            "has no group named value; write (?<value>...) around what must be kept."));
        var from = part.Optional("from");
        if (from?.Number() is { } first && (first < 1 || first % 1 != 0 || first > Formats.SourceTable.MostColumns))
            throw from.Wrong(new("moet het nummer van een kolom zijn, vanaf 1.", "must be the number of a column, from 1."));
        var except = part.Optional("except")?.Texts() ?? [];
        foreach (var column in except) columns.Note(names.Rows[Scope.Base], column);
        return new(name) { From = (int)(from?.Number() ?? 1), Matching = pattern, Except = except };
    }

    private WordSearch Words(JsonPart part, Names names)
    {
        part.Only("of", "list", "as");
        var list = part.Required("list");
        if (!wordLists.TryGetValue(list.Text(), out var entries))
            throw list.NoneOf(new("woordenlijst", "word list"), new("woordenlijsten", "lists"), wordLists.Keys);
        var of = expressions.Value(part.Required("of"));
        columns.Note(of, names.Rows, names.Texts, names.Items);
        var search = new WordSearch(of, part.Required("as").Text(), entries);
        names.Texts.Add(search.As);
        return search;
    }

    private AreaSearch Areas(JsonPart part, Names names)
    {
        part.Only("of", "as", "rule", "levels", "within", "except");
        LooksForAreas = true;
        var of = expressions.OneOrMore(part.Required("of"));
        foreach (var text in of) columns.Note(text, names.Rows, names.Texts, names.Items);
        var search = new AreaSearch(of, part.Required("as").Text(), part.Required("rule").InOneOrBothLanguages())
        {
            Levels = part.Optional("levels")?.Items().Select(Level).ToHashSet(StringComparer.Ordinal) ?? [],
            Within = part.Optional("within") is { } within ? RecordSpecReader.Name(within, names.Nodes) : null,
            Except = part.Optional("except")?.Texts().Select(AreaNames.Folded).ToHashSet(StringComparer.Ordinal) ?? [],
        };
        names.Nodes.Add(search.As);
        names.Found[search.As] = search.Rule;
        return search;
    }

    private static string Level(JsonPart part) => Vocabulary.AreaLevels.Contains(part.Text())
        ? part.Text()
        : throw part.Wrong(new Words("moet één van deze zijn: ", "must be one of ")
            + string.Join(", ", Vocabulary.AreaLevels) + "." + NearestName.Hint(part.Text(), Vocabulary.AreaLevels));

    private static RelationSpec Concluded(RelationSpec relation, Names names) =>
        relation with { Record = Concluded(relation.Record, names, relation.From, relation.To) };

    private static TargetingSpec Concluded(TargetingSpec targeting, Names names) =>
        targeting with { Record = Concluded(targeting.Record, names, targeting.In) };

    // What is tied to an area that was found in a text is concluded, whether or not the mapping says so.
    private static RecordSpec Concluded(RecordSpec record, Names names, params string?[] ends) =>
        record.Inferred is null && ends.OfType<string>().FirstOrDefault(names.Found.ContainsKey) is { } found ? record with { Inferred = names.Found[found] } : record;

    private KeyValuePair<string, Expression> Let(string name, JsonPart part, Names names)
    {
        var expression = expressions.Value(part);
        if (expression.Names.Contains(name))
        {
            throw part.Wrong(new(
                $"gebruikt '{name}' om '{name}' uit te leggen; geef het een naam die geen kolom heeft.",
                $"uses '{name}' to explain '{name}'; give it a name that no column has."));
        }

        names.Texts.Add(name);
        return new(name, expression);
    }

    private NodeSpec Node(string name, JsonPart part, Names names)
    {
        var node = records.Node(name, part);
        HasEditions |= node.Edition is not null;
        names.Nodes.Add(name);
        names.Found.Remove(name);
        return node;
    }

    private WarningSpec Warning(JsonPart part)
    {
        part.Only("when", "value", "message", "counted", "refuse");
        return new(expressions.Conditions(part.Optional("when")), part.Optional("value") is { } value ? expressions.Value(value) : null,
            part.Required("message").InBothLanguages(), part.Optional("counted")?.Flag() == true, part.Optional("refuse")?.Flag() == true);
    }

    private string Table(JsonPart part) =>
        tables.Contains(part.Text()) ? part.Text()
            : throw part.NoneOf(new("tabel", "table"), new("tabellen", "tables"), tables);

    private static IEnumerable<Expression> Expressions(Part part) =>
    [
        .. part.Lets.Select(let => let.Value),
        .. part.When.SelectMany(condition => condition.Expressions),
        .. part.Nodes.SelectMany(node => node.Id.Concat(Expressions(node.Record)).Concat(node.Edition is null ? [] : [node.Edition])),
        .. part.Relations.SelectMany(relation => Expressions(relation.Record)),
        .. part.Targetings.SelectMany(targeting => Expressions(targeting.Record)),
        .. part.Warnings.SelectMany(warning => warning.When.SelectMany(condition => condition.Expressions).Concat(warning.Value is null ? [] : [warning.Value])),
    ];

    private static IEnumerable<Expression> Expressions(RecordSpec record) =>
        record.Attributes.SelectMany(attribute => attribute.Values)
            .Concat(new[] { record.ValidFrom, record.ValidTo, record.Visibility }.OfType<Expression>());

    /// <summary>The names known at a place in a rule.</summary>
    private sealed class Names
    {
        public Names(string table) => Rows = new() { [Scope.Base] = table };

        private Names(Names outer) => (Rows, Texts, Items, Nodes, Found) = (new(outer.Rows), [.. outer.Texts], [.. outer.Items], [.. outer.Nodes], new(outer.Found));

        public Dictionary<string, string> Rows { get; }

        public HashSet<string> Texts { get; } = [];

        /// <summary>Items of lists and cells, which have values of their own.</summary>
        public HashSet<string> Items { get; } = [];

        public HashSet<string> Nodes { get; } = [];

        /// <summary>Nodes that a search finds, with its rule.</summary>
        public Dictionary<string, Words> Found { get; } = [];

        public Names Inner() => new(this);
    }
}
