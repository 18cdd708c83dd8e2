using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Values;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Makes records of the rows of a form that were understood. What several rows say of one thing is one record, whichever of the rows are kept.</summary>
internal sealed class FormRecords
{
    private const int Listed = 20;

    private readonly MappingRun run;
    private readonly TemplateNames names;
    private readonly ILookup<string, FormActivity> byActivity;
    private readonly Dictionary<string, string> typeOf = [];
    private readonly HashSet<string> runners = [];
    private readonly Dictionary<string, (FormName Name, RowPlace First)> mentioned = [];
    private readonly HashSet<string> asked = [];
    private readonly HashSet<(string, string)> tied = [];
    private readonly bool isSupplement;

    /// <summary>Takes all rows that were understood.</summary>
    public FormRecords(MappingRun run, TemplateNames names, IReadOnlyList<FormActivity> activities, IReadOnlyList<FormTie> ties)
    {
        (this.run, this.names, byActivity) = (run, names, activities.ToLookup(activity => activity.Key));
        foreach (var activity in activities)
        {
            runners.UnionWith(activity.Organisations.Select(organisation => organisation.Key));
            if (activity.OrganisationType is { } type) typeOf.TryAdd(activity.Organisations[0].Key, type);
        }

        foreach (var tie in ties)
        {
            tied.Add(tie.Pair);
            if (!tie.IsAsked) continue;
            foreach (var end in new[] { tie.Who, tie.With })
            {
                if (tie.ReportedBy is { } reporter && TemplateNames.Folded(reporter) == TemplateNames.Folded(end.Name)) asked.Add(end.Key);
            }
        }

        isSupplement = activities.Select(activity => activity.Row.Table).Concat(ties.Select(tie => tie.Row.Table)).Distinct().Any(ReasonColumn.IsIn);
    }

    /// <summary>Adds what a row of activities gives.</summary>
    public void Add(FormActivity activity, RowRecords records)
    {
        foreach (var name in activity.Organisations.Concat(activity.Groups).Concat(activity.Areas).Concat(activity.Themes).Concat(activity.Payers).Concat(activity.Partners).Distinct())
            Add(name, records);
        records.Add(Measure(activity.Key), []);
        foreach (var organisation in activity.Organisations) records.Add(Made(RelationKind.Runs, organisation.Key, activity.Key));
        foreach (var theme in activity.Themes) records.Add(Made(RelationKind.InDomain, activity.Key, theme.Key));
        foreach (var payer in activity.Payers) records.Add(Made(RelationKind.Funds, payer.Key, activity.Key) with { Attributes = AttributeSet.Of(("year", YearOf(activity))) });
        foreach (var organisation in activity.Organisations)
        {
            foreach (var partner in activity.Partners) AddContact(organisation.Key, partner.Key, records);
        }

        AddTargetings(activity, records);
    }

    /// <summary>Adds what a row of ties gives.</summary>
    public void Add(FormTie tie, RowRecords records)
    {
        Add(tie.Who, records);
        Add(tie.With, records);
        records.Add(Made(RelationKind.Collaborates, tie.Pair.Item1, tie.Pair.Item2) with
        {
            Attributes = AttributeSet.Of(("level", tie.Level), ("basis", tie.IsAsked ? "asked" : tie.Level is null ? null : "observed"), ("reportedBy", tie.ReportedBy)),
        });
    }

    /// <summary>Says which organisations are only mentioned: a name that was meant otherwise is found there.</summary>
    public void Tell()
    {
        var only = mentioned.Values.Where(known => !runners.Contains(known.Name.Key)).ToArray();
        if (only.Length == 0) return;
        var listed = string.Join(", ", only.Take(Listed).Select(known => known.Name.Name)) + (only.Length > Listed ? ", …" : "");
        var (dutch, english) = only.Length == 1
            ? ("1 organisatie wordt alleen genoemd als partner of betaler, niet als uitvoerder", "1 organisation is named only as partner or payer, not as running anything")
            : ($"{only.Length} organisaties worden alleen genoemd als partner of betaler, niet als uitvoerder", $"{only.Length} organisations are named only as partner or payer, not as running anything");
        run.Collector.Warn(only[0].First, "", new(
            $"{dutch}: {listed}. Is er een naam anders bedoeld, verbeter die dan.", $"{english}: {listed}. If a name was meant otherwise, correct it."));
    }

    // A node that another sheet or another source has is only referred to.
    private void Add(FormName name, RowRecords records)
    {
        if (names.IsInFiles(name.Key))
        {
            records.References.Add((name.Key, name.Name));
            if (typeOf.TryGetValue(name.Key, out var type)) records.Additions.Add((name.Key, AttributeSet.Of(("type", type))));
            return;
        }

        if (!name.IsOwn) return;
        if (name.Kind == NodeKind.Agency) mentioned.TryAdd(name.Key, (name, records.Place));
        var attributes = name.Kind switch
        {
            NodeKind.Agency => AttributeSet.Of(
                ("name", name.Name), ("type", typeOf.GetValueOrDefault(name.Key)),
                ("observation", asked.Contains(name.Key) ? "observed" : runners.Contains(name.Key) ? null : "mentioned")),
            NodeKind.Area when PostalCode.Standard(name.Name) is { } code => AttributeSet.Of(("name", code), ("code", code), ("level", "postcode")),
            _ => AttributeSet.Of(("name", name.Name)),
        };
        records.Add(Completed(new(name.Key, name.Kind) { Attributes = attributes, Source = run.Namespace, RecordedAt = run.RecordedAt }), []);
    }

    // What all rows of an activity say of it: the first that says something, and the period from the first start to the last end.
    private Node Measure(string key)
    {
        var rows = byActivity[key].ToArray();
        return Completed(new(key, NodeKind.Measure)
        {
            Attributes = AttributeSet.Of(
                ("name", rows[0].Name),
                ("type", rows.Select(row => row.Type).FirstOrDefault(type => type is not null)),
                ("budget", rows.Select(row => row.Budget).FirstOrDefault(budget => budget is not null)),
                ("description", rows.Select(row => row.Notes).FirstOrDefault(notes => notes is not null))),
            ValidFrom = rows.Any(row => row.From is null) ? null : rows.Min(row => row.From),
            ValidTo = rows.Any(row => row.To is null) ? null : rows.MaxBy(row => row.To!.Value.LastDay)!.To,
            Source = run.Namespace,
            RecordedAt = run.RecordedAt,
        });
    }

    // Rows that were refused before and mended come without the others: what those said stays.
    private Node Completed(Node node)
    {
        if (!isSupplement || names.InGraph(node.Key) is not { } before || before.Origin != run.Namespace) return node;
        var said = node.Attributes.Where(pair => pair.Key is not ("name" or "observation") || before.Attributes[pair.Key] is null);
        var isMeasure = node.Kind == NodeKind.Measure;
        return node with
        {
            Attributes = said.Aggregate(before.Attributes, (all, pair) => all.With(pair.Key, pair.Value)),
            ValidFrom = isMeasure && node.ValidFrom is { } from && before.ValidFrom is { } earlier ? (from <= earlier ? from : earlier) : isMeasure ? null : before.ValidFrom,
            ValidTo = isMeasure && node.ValidTo is { } to && before.ValidTo is { } later ? (to.LastDay >= later.LastDay ? to : later) : isMeasure ? null : before.ValidTo,
            Visibility = before.Visibility,
        };
    }

    // That two work together stands in the sheet; how closely, and whether it was asked, only in the sheet of ties.
    private void AddContact(string one, string other, RowRecords records)
    {
        if (one == other || tied.Contains(FormTie.PairOf(one, other))) return;
        var (from, to) = FormTie.PairOf(one, other);
        records.Add(Made(RelationKind.Collaborates, from, to));
    }

    private void AddTargetings(FormActivity activity, RowRecords records)
    {
        if (activity.Groups.IsEmpty && activity.Areas.IsEmpty) return;
        string?[] groups = activity.Groups.IsEmpty ? [null] : [.. activity.Groups.Select(group => group.Key)];
        string?[] areas = activity.Areas.IsEmpty ? [null] : [.. activity.Areas.Select(area => area.Key)];
        foreach (var group in groups)
        {
            foreach (var area in areas)
            {
                var key = Keys.OfTargeting(activity.Key, group, area, activity.From);
                records.Add(new Node(key, NodeKind.Targeting) { ValidFrom = activity.From, ValidTo = activity.To, Source = run.Namespace, RecordedAt = run.RecordedAt }, []);
                foreach (var (kind, to) in new[] { (RelationKind.Of, activity.Key), (RelationKind.For, group), (RelationKind.In, area) })
                {
                    if (to is not null) records.Add(Made(kind, key, to) with { ValidFrom = activity.From, ValidTo = activity.To });
                }
            }
        }
    }

    private static long? YearOf(FormActivity activity) =>
        activity.From is { } from && activity.To is { } to && from.Year == to.Year ? from.Year : null;

    private Relation Made(RelationKind kind, string from, string to) => new(kind, from, to) { Source = run.Namespace, RecordedAt = run.RecordedAt };
}
