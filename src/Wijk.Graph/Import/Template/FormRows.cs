using System.Collections.Immutable;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>
/// Reads the rows of the form. All rows are understood first, since several rows may speak of one activity or one organisation; what a row says that cannot be
/// right is told of that row, and the others are read without it.
/// </summary>
internal sealed class FormRows
{
    private const string Activities = "activities", Ties = "ties";

    private static readonly NodeKind[] Actors = [NodeKind.Agency, NodeKind.Initiative];
    private static readonly string[] Itself = ["eigen middelen", "zelf", "zichzelf", "own funds", "own means", "self", "itself"];
    private static readonly ImmutableArray<AttributeChoice> AgencyTypes = Choices(NodeKind.Agency);
    private static readonly ImmutableArray<AttributeChoice> MeasureTypes = Choices(NodeKind.Measure);

    private static readonly Words PeriodRead = new(
        "een seizoen, schooljaar of 'van … t/m' is gelezen als hele maanden of jaren", "a season, school year or 'from … to' was read as whole months or years");

    private static readonly Words NotAnywhere = new(
        "niet ingevuld voor wie en waar; de activiteit komt erin, maar telt niet mee bij wat elkaar tegenkomt", "not said for whom and where; the activity is kept, but it does not count where work meets");

    private readonly MappingRun run;
    private readonly FormNames names;
    private readonly TemplateNames sheets;
    private readonly SheetValues? values;
    private readonly Dictionary<TableRow, FormActivity> activities = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableRow, FormTie> ties = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Organisation, string Name), string> measures = [];
    private readonly Dictionary<string, List<FormActivity>> sameActivity = [];
    private readonly Dictionary<string, FormActivity> typed = [];
    private readonly Dictionary<((string, string), string), FormTie> sameTie = [];
    private readonly Dictionary<TableRow, RowRecords> refused = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads the sheets of the form.</summary>
    public FormRows(MappingRun run, TemplateNames sheets)
    {
        (this.run, this.sheets, names) = (run, sheets, new(run, sheets));
        foreach (var relation in run.KnownRelations.Where(relation => relation.Kind == RelationKind.Runs && relation.Origin == run.Namespace))
        {
            if (sheets.InGraph(relation.To) is { } measure) measures.TryAdd((relation.From, TemplateNames.Folded(measure.Name)), measure.Key);
        }

        if (run.Table(Activities) is { } table) values = new(table, SheetHeadings.All.First(sheet => sheet.Spec.Name == Activities), ["from", "to"]);
    }

    /// <summary>Hands the records of all rows to the run.</summary>
    public void Read()
    {
        foreach (var row in Rows(Activities)) Note(row);
        foreach (var column in (string[])["who", "with"])
        {
            foreach (var row in Rows(Ties)) names.NoteAlone(row.Value(column));
        }

        foreach (var row in Rows(Activities)) Understand(row, records => { if (Activity(row, records) is { } activity) Keep(activity); });
        foreach (var row in Rows(Ties)) Understand(row, records => { if (Tie(row, records) is { } tie) ties.Add(row, tie); });
        var maker = new FormRecords(run, sheets, [.. activities.Values], [.. ties.Values]);
        Give(Activities, activities, maker.Add);
        Give(Ties, ties, maker.Add);
        maker.Tell();
    }

    private IEnumerable<TableRow> Rows(string table) => (run.Table(table)?.Rows ?? []).Where(row => !TemplateRows.IsExample(row));

    private void Note(TableRow row)
    {
        if (TemplateNames.IsInitiative(row.Value("organisationType"))) names.NoteInitiative(row.Value("organisation"));
        foreach (var column in (string[])["organisation", "group", "area", "theme", "paidBy", "worksWith"]) names.NoteAlone(row.Value(column));
    }

    private void Understand(TableRow row, Action<RowRecords> read)
    {
        var records = new RowRecords(row.Row.Place);
        records.Try(() => { read(records); return 0; });
        if (records.Problems.Count > 0) refused.Add(row, records);
    }

    private void Give<T>(string table, Dictionary<TableRow, T> understood, Action<T, RowRecords> add) => run.ForEach(table, (row, records) =>
    {
        if (refused.TryGetValue(row, out var wrong)) records.Problems.AddRange(wrong.Problems);
        else if (understood.TryGetValue(row, out var known)) add(known, records);
        else if (TemplateRows.IsExample(row)) run.Collector.Count(row.Row.Place, TemplateRows.ExampleSkipped);
    });

    private FormActivity? Activity(TableRow row, RowRecords records)
    {
        var organisations = Names(row, "organisation", Actors, records, mayAsk: false);
        var name = Keys.Fold(row.Value("activity"));
        foreach (var column in (string[])["organisation", "activity"])
        {
            if (!FormNames.IsBlank(row.Value(column))) continue;
            var heading = row.Table.HeadingOf(column);
            records.Problems.Add(("", new($"{heading} is leeg; elke activiteit heeft het nodig.", $"{heading} is blank; every activity needs it.")));
        }

        var period = values!.Period(row, "from", "to", records, read => run.Collector.Count(row.Row.Place, PeriodRead, read));
        var when = period.From is { } from && period.To is { } to && to.LastDay < from.FirstDay ? (Period?)null : new Period(period.From, period.To);
        var budget = IsNothing(row.Value("budget")) ? null : records.Try(() => values.Number(row, "budget", isWhole: false, (0, 1_000_000_000_000_000)));
        var activity = new FormActivity(row, organisations, name)
        {
            Key = organisations.IsEmpty || name.Length == 0 ? "" : KeyOf(organisations[0], name),
            Groups = Names(row, "group", [NodeKind.TargetGroup], records, mayAsk: true),
            Areas = Names(row, "area", [NodeKind.Area], records, mayAsk: true, when),
            Themes = Names(row, "theme", [NodeKind.Domain], records, mayAsk: false),
            Payers = Payers(row, organisations, records),
            Partners = [.. Names(row, "worksWith", Actors, records, mayAsk: false).Where(partner => !organisations.Contains(partner))],
            From = period.From,
            To = period.To,
            Budget = budget,
            OrganisationType = OrganisationType(row, records),
            Type = Choice(row, "activityType", MeasureTypes, records),
            Notes = row.Value("notes") is { Length: > 0 } notes ? notes : null,
        };
        if (records.Problems.Count == 0) RefuseContradictions(activity, records);
        if (records.Problems.Count > 0) return null;
        if (activity.Groups.IsEmpty && activity.Areas.IsEmpty) run.Collector.Count(row.Row.Place, NotAnywhere, name);
        return activity;
    }

    // A later row that says otherwise than an earlier one is told so; the earlier one stays.
    private void RefuseContradictions(FormActivity activity, RowRecords records)
    {
        foreach (var other in sameActivity.GetValueOrDefault(activity.Key, []))
        {
            Differs("budget", activity.Budget, other.Budget, "Zet het hele budget op één rij.", "Put the whole budget on one row.");
            Differs("activityType", activity.Type, other.Type, "Maak ze gelijk.", "Make them the same.");
            if (activity.From == other.From && activity.To != other.To && activity.Groups.Intersect(other.Groups).Count() + (activity.Groups.IsEmpty && other.Groups.IsEmpty ? 1 : 0) > 0
                && activity.Areas.Intersect(other.Areas).Count() + (activity.Areas.IsEmpty && other.Areas.IsEmpty ? 1 : 0) > 0)
                Differs("to", $"{activity.To}", $"{other.To}", "Maak er één rij van, of laat de tweede later beginnen.", "Make one row of them, or let the second start later.");

            void Differs<T>(string column, T? mine, T? theirs, string doDutch, string doEnglish)
            {
                if (mine is null || theirs is null || mine.Equals(theirs)) return;
                var (heading, written) = (activity.Row.Table.HeadingOf(column), other.Row.Value(column));
                records.Problems.Add((activity.Row.Value(column), new(
                    $"{heading} van '{activity.Name}' is anders in {other.Place.Label.Nl} ({(written.Length == 0 ? "leeg" : written)}). {doDutch}",
                    $"{heading} of '{activity.Name}' is different in {other.Place} ({(written.Length == 0 ? "blank" : written)}). {doEnglish}")));
            }
        }

        if (activity.OrganisationType is not { } type || !typed.TryGetValue(activity.Organisations[0].Key, out var first) || first.OrganisationType == type) return;
        var kind = activity.Row.Table.HeadingOf("organisationType");
        records.Problems.Add((activity.Row.Value("organisationType"), new(
            $"{kind} van '{activity.Organisations[0].Name}' is anders in {first.Place.Label.Nl} ({first.Row.Value("organisationType")}). Maak ze gelijk.",
            $"{kind} of '{activity.Organisations[0].Name}' is different in {first.Place} ({first.Row.Value("organisationType")}). Make them the same.")));
    }

    private void Keep(FormActivity activity)
    {
        activities.Add(activity.Row, activity);
        if (!sameActivity.TryGetValue(activity.Key, out var same)) sameActivity.Add(activity.Key, same = []);
        same.Add(activity);
        if (activity.OrganisationType is not null) typed.TryAdd(activity.Organisations[0].Key, activity);
    }

    // An activity is known by who runs it and its name, however either is spelled.
    private string KeyOf(FormName organisation, string name)
    {
        var known = (organisation.Key, TemplateNames.Folded(name));
        if (measures.TryGetValue(known, out var key)) return key;
        var id = Keys.NamespaceOf(organisation.Key) == run.Namespace && Keys.TryParse(organisation.Key, out _, out _, out var own) ? own : organisation.Name;
        return measures[known] = Keys.Of(NodeKind.Measure, run.Namespace, id, name);
    }

    private FormTie? Tie(TableRow row, RowRecords records)
    {
        foreach (var column in (string[])["who", "with"])
        {
            if (!FormNames.IsBlank(row.Value(column))) continue;
            var heading = row.Table.HeadingOf(column);
            records.Problems.Add(("", new($"{heading} is leeg; elk contact heeft het nodig.", $"{heading} is blank; every tie needs it.")));
        }

        NodeKind[] kinds = [.. Actors, NodeKind.Professional];
        var who = End("who");
        var with = End("with");
        var written = row.Value("level");
        var level = IsNothing(written) ? null : records.Try(() => (long?)VocabularyWords.LevelOf(row.Table.HeadingOf("level"), written));
        var reporter = FormNames.IsBlank(row.Value("reportedBy")) ? null : Keys.Fold(row.Value("reportedBy"));
        if (records.Problems.Count > 0 || who is not { } one || with is not { } other) return null;
        if (one.Key == other.Key)
        {
            records.Problems.Add((row.Value("with"), new(
                $"{row.Table.HeadingOf("who")} en {row.Table.HeadingOf("with")} zijn dezelfde; een organisatie werkt niet met zichzelf samen.",
                $"{row.Table.HeadingOf("who")} and {row.Table.HeadingOf("with")} are the same; an organisation does not work with itself.")));
            return null;
        }

        // Who said so is the same organisation, however it is spelled.
        if (reporter is not null && (records.Try(() => sheets.Find("", reporter, Actors)) ?? null) is { } known) reporter = known.Name.Length > 0 ? known.Name : reporter;
        else if (reporter is not null && new[] { one, other }.FirstOrDefault(end => TemplateNames.Folded(end.Name) == TemplateNames.Folded(reporter)) is { Name: not null } end) reporter = end.Name;
        var tie = new FormTie(row, one, other, level, reporter);
        if (sameTie.TryAdd((tie.Pair, reporter ?? ""), tie) || sameTie[(tie.Pair, reporter ?? "")] is var same && same.Level == tie.Level) return tie;
        records.Problems.Add((written, new(
            $"{same.Place.Label.Nl} zegt van deze twee iets anders ({same.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "geen niveau"}), van dezelfde zegsman. Haal er één weg, of zeg wie wat zei.",
            $"{same.Place} says otherwise of these two ({same.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no level"}), by the same source. Take one out, or say who said which.")));
        return null;

        FormName? End(string column) => FormNames.IsBlank(row.Value(column)) ? null
            : records.Try(() => (FormName?)names.Named(row.Table.HeadingOf(column), Keys.Fold(row.Value(column)), kinds, row.Row.Place));
    }

    private ImmutableArray<FormName> Names(TableRow row, string column, NodeKind[] kinds, RowRecords records, bool mayAsk, Period? period = null)
    {
        var heading = row.Table.HeadingOf(column);
        var written = records.Try(() => names.In(heading, row.Value(column), mayAsk)) ?? [];
        return [.. written.Select(name => records.Try(() => (FormName?)names.Named(heading, name, kinds, row.Row.Place, period))).OfType<FormName>()];
    }

    private ImmutableArray<FormName> Payers(TableRow row, ImmutableArray<FormName> organisations, RowRecords records)
    {
        if (Itself.Contains(TextFolding.Fold(row.Value("paidBy")))) return [.. organisations.Where(organisation => organisation.Kind == NodeKind.Agency).Take(1)];
        return Names(row, "paidBy", [NodeKind.Agency], records, mayAsk: false);
    }

    private static string? OrganisationType(TableRow row, RowRecords records) =>
        TemplateNames.IsInitiative(row.Value("organisationType")) ? null : Choice(row, "organisationType", AgencyTypes, records);

    private static string? Choice(TableRow row, string column, ImmutableArray<AttributeChoice> choices, RowRecords records) =>
        row.Value(column) is not { Length: > 0 } text || (IsNothing(text) && VocabularyWords.CodeOf(choices, text) is null) ? null
        : records.Try(() => VocabularyWords.CodeOf(choices, text) ?? throw VocabularyWords.OutsideList(row.Table.HeadingOf(column), text, choices));

    private static bool IsNothing(string text) => FormNames.IsBlank(text);

    private static ImmutableArray<AttributeChoice> Choices(NodeKind kind) => Vocabulary.Of(kind).Attributes.Single(attribute => attribute.Name == "type").ChoiceLabels;
}
