using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Changes;

/// <summary>Works out what the changes of a request mean against one version of the graph.</summary>
internal sealed class Planner
{
    private readonly GraphSnapshot snapshot;
    private readonly MergedKeys merged;
    private readonly ChangePlan plan;
    private readonly string source;
    private readonly DateTimeOffset now;

    private Planner(GraphSnapshot snapshot, string source, DateTimeOffset now) =>
        (this.snapshot, merged, plan, this.source, this.now) = (snapshot, new(snapshot), new(snapshot), source, now);

    /// <summary>The plan of a request.</summary>
    public static ChangePlan Of(ApplyRequest request, GraphSnapshot snapshot, DateTimeOffset now)
    {
        var planner = new Planner(snapshot, request.Source, now);
        for (var input = 0; input < request.Changes.Count; input++) planner.Add(input, request.Changes[input]);
        planner.plan.Complete();
        return planner.plan;
    }

    private void Add(int input, Fields change)
    {
        string[] path = ["changes", input.ToString(CultureInfo.InvariantCulture)];
        var given = change.Values.Where(pair => pair.Value is not null).Select(pair => pair.Key).ToArray();
        if (given.Length != 1)
        {
            plan.Refuse(path, new Words("Een wijziging heeft precies één veld; deze heeft ", "A change has exactly one field; this one has ")
                + (given.Length == 0 ? new Words("er geen", "none") : string.Join(", ", given)) + ".");
            return;
        }

        var (name, fields) = (given[0], change.Inside(given[0])!);
        path = [.. path, name];
        switch (name)
        {
            case ChangeInputs.PutNode: PutNode(input, path, fields); break;
            case ChangeInputs.PutRelation: PutRelation(input, path, fields); break;
            case ChangeInputs.PutTargeting: PutTargeting(input, path, fields); break;
            case ChangeInputs.EndNode: EndNode(input, path, fields); break;
            case ChangeInputs.EndRelation: EndRelation(input, path, fields); break;
            default: Remove(input, path, fields); break;
        }
    }

    private void PutNode(int input, string[] path, Fields fields)
    {
        if (KeyOf(path, fields) is not { } named || DefinitionOf(path, named) is not { } definition) return;
        var key = Kept(named);
        var before = snapshot.Find(key) is { } number ? snapshot.Node(number) : null;
        if (before is null && definition.Kind == NodeKind.Targeting)
        {
            plan.Refuse(path, new(
                $"Een inzet maakt u met {ChangeInputs.PutTargeting}: daar zegt u van wat, voor wie en waar.",
                $"A targeting is made with {ChangeInputs.PutTargeting}: say there of what, for whom and where."));
            return;
        }

        if (before is null && IsUnseen(path, key)) return;
        var node = before ?? new Node(key, definition.Kind) { Source = source, RecordedAt = now };
        plan.Put(input, path, Said(node, fields) with
        {
            IsStub = false,
            Attributes = Attributes(path, definition.Name, definition.Attributes, node.Attributes, fields),
        });
    }

    private void PutRelation(int input, string[] path, Fields fields)
    {
        var definition = Vocabulary.Of((RelationKind)fields.Value("kind")!);
        var given = new Relation(definition.Kind, Kept(fields.Text("from")!), Kept(fields.Text("to")!))
        {
            Source = source,
            RecordedAt = now,
            Attributes = Attributes(path, definition.Name, definition.Attributes, AttributeSet.Empty, fields),
        };
        if (!IsKey(given.From, [.. path, "from"]) | !IsKey(given.To, [.. path, "to"])) return;
        var relation = RelationLookup.Find(snapshot, given.Key) ?? given;
        plan.Put(input, path, Said(relation, fields) with
        {
            Attributes = AttributeReader.Merge(definition.Name, definition.Attributes, relation.Attributes, fields.Inside("attributes"),
                static _ => { }),
        });
    }

    private void PutTargeting(int input, string[] path, Fields fields)
    {
        var (of, group, area) = (Kept(fields.Text("of")!), Kept(fields.Text("for")), Kept(fields.Text("in")));
        if (group is null && area is null)
        {
            plan.Refuse(path, new(
                "Een inzet heeft een doelgroep (for) of een gebied (in) nodig; geef er minstens één.",
                "A targeting needs a group (for) or an area (in); give at least one."));
            return;
        }

        if (!IsKey(of, [.. path, "of"])) return;
        var key = Keys.OfTargeting(of, group, area, fields.Value("validFrom") as PartialDate?);
        var found = snapshot.Find(key);
        if (found is null && IsUnseen(path, key)) return;
        var node = found is { } number
            ? snapshot.Node(number)
            : new Node(key, NodeKind.Targeting) { Source = source, RecordedAt = now };
        plan.Put(input, path, Said(node, fields) with
        {
            Attributes = Vocabulary.Of(NodeKind.Targeting).Attributes.Where(attribute => fields.Has(attribute.Name))
                .Aggregate(node.Attributes, (attributes, attribute) => attributes.With(attribute.Name, fields.Value(attribute.Name))),
        });
        (RelationKind, string?, string)[] ends = [(RelationKind.Of, of, "of"), (RelationKind.For, group, "for"), (RelationKind.In, area, "in")];
        foreach (var (kind, end, field) in ends)
        {
            if (end is not null) plan.PutPart(input, [.. path, field], new Relation(kind, key, end) { Source = source, RecordedAt = now });
        }
    }

    private void EndNode(int input, string[] path, Fields fields)
    {
        var key = fields.Text("key")!;
        if (snapshot.Find(key) is { } number) plan.Put(input, path, Said(snapshot.Node(number), fields));
        else Missing(path, key, new("knoop", "node"));
    }

    private void EndRelation(int input, string[] path, Fields fields)
    {
        var key = fields.Text("key")!;
        if (RelationLookup.Find(snapshot, key) is { } relation) plan.Put(input, path, Said(relation, fields));
        else Missing(path, key, new("relatie", "relation"));
    }

    private void Remove(int input, string[] path, Fields fields)
    {
        var key = fields.Text("key")!;
        if (snapshot.Find(key) is { } node)
        {
            plan.Remove(input, path, key);
            if (fields.Value("withRelations") is not true) return;
            // Two nodes that both go may share a relation.
            foreach (var relation in RelationLookup.Of(snapshot, node))
            {
                if (!plan.Removes(relation.Key)) plan.Remove(input, path, relation.Key);
            }
        }
        else if (RelationLookup.Find(snapshot, key) is not null)
        {
            plan.Remove(input, path, key);
        }
        else
        {
            Missing(path, key, new("knoop of relatie", "node or relation"));
        }
    }

    // Whoever says a record again makes it theirs: it is no longer inferred, and has the dates and visibility that are given.
    private T Said<T>(T record, Fields fields)
        where T : GraphRecord
    {
        GraphRecord before = record;
        return (T)(before with
        {
            Source = source,
            RecordedAt = now,
            Inference = null,
            ValidFrom = fields.Has("validFrom") ? fields.Value("validFrom") as PartialDate? : before.ValidFrom,
            ValidTo = fields.Has("validTo") ? fields.Value("validTo") as PartialDate? : before.ValidTo,
            Visibility = fields.Value("visibility") as Visibility? ?? before.Visibility,
        });
    }

    private AttributeSet Attributes(
        string[] path, string owner, ImmutableArray<AttributeDefinition> definitions, AttributeSet before, Fields fields) =>
        AttributeReader.Merge(owner, definitions, before, fields.Inside("attributes"),
            problem => plan.Refuse([.. path, "attributes", problem.Path], problem.Message));

    private string? KeyOf(string[] path, Fields fields)
    {
        var (key, kind, ns, id) = (fields.Text("key"), fields.Value("kind") as NodeKind?, fields.Text("namespace"), fields.Text("id"));
        if (key is not null && kind is null && ns is null && id is null) return key;
        if (key is null && kind is { } known && !string.IsNullOrWhiteSpace(ns) && !string.IsNullOrWhiteSpace(id))
            return Keys.Of(known, ns, id);
        plan.Refuse(path, new(
            "Een knoop noemt u met zijn key, of met kind, namespace en id samen; geef het een of het ander.",
            "A node is named by its key, or by kind, namespace and id together; give the one or the other."));
        return null;
    }

    private NodeDefinition? DefinitionOf(string[] path, string key)
    {
        if (Keys.NodeKindOf(key) is { } kind && Keys.Fold(key) == key) return Vocabulary.Of(kind);
        plan.Refuse([.. path, "key"], new(
            $"'{key}' is geen sleutel van een knoop; schrijf soort:naamruimte:id, zoals agency:wijk:GGD.",
            $"'{key}' is not a key of a node; write kind:namespace:id, such as agency:wijk:GGD."));
        return null;
    }

    private bool IsKey(string key, string[] path)
    {
        if (Keys.TryParse(key, out _, out _, out _)) return true;
        plan.Refuse(path, new(
            $"'{key}' is geen sleutel; een sleutel is soort:naamruimte:id.", $"'{key}' is not a key; a key is kind:namespace:id."));
        return false;
    }

    // The store may hold what this slice does not; writing it as new would replace what is there.
    private bool IsUnseen(string[] path, string key)
    {
        if (SliceWords.Of(GraphView.Of(snapshot)) is not { } slice) return false;
        plan.Refuse(path, Words.Join(
            new($"'{key}' zit niet in wat deze server heeft.", $"'{key}' is not in what this server holds."),
            slice,
            new("Verander het via een server zonder --area.", "Add or change it through a server without --area.")), ErrorCode.NotFound);
        return true;
    }

    // What is said of a node that was merged away is said of the one that stayed. To end or remove that one it must be named.
    [return: NotNullIfNotNull(nameof(key))]
    private string? Kept(string? key) => key is not null && merged.Find(key) is { } number ? snapshot.Node(number).Key : key;

    private void Missing(string[] path, string key, Words what) => plan.Refuse(
        [.. path, "key"],
        Kept(key) is var kept && kept != key
        ? new($"'{key}' is samengevoegd in '{kept}'; noem die sleutel, of maak ze eerst weer twee.", $"'{key}' was merged into '{kept}'; give that key, or make them two again first.") :
        new Words("Er is geen ", "There is no ") + what + new Words(
            $" '{key}'; zoek de sleutel op en verbeter hem.", $" '{key}'; look the key up and correct it."),
        ErrorCode.NotFound);
}
