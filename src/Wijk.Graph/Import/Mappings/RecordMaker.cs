using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Makes records as a mapping describes them.</summary>
internal sealed class RecordMaker(IReadOnlyList<string> catchAlls)
{
    /// <summary>Makes, finds or adds to a node.</summary>
    /// <returns>Its key; null when its id is blank and it may be.</returns>
    /// <exception cref="RowRefusedException">The id is blank, or a value is impossible.</exception>
    public string? Node(NodeSpec spec, Scope scope)
    {
        var id = spec.Id.Select(part => part.Evaluate(scope)).ToArray();
        if (id[0].Length == 0)
        {
            if (spec.IsOptional) return null;
            var columns = string.Join(", ", spec.Id[0].Names);
            throw new RowRefusedException("", new(
                $"{spec.Kind} '{spec.Name}' heeft een leeg id; vul {columns} in.", $"the {spec.Kind} '{spec.Name}' has a blank id; fill in {columns}."));
        }

        var key = Keys.Of(spec.Kind, spec.Namespace ?? scope.Run.Namespace, [.. id.Select(part => part.Length == 0 ? Keys.Absent : part)]);
        var (edition, known) = EditionOf(spec, key, scope);
        if (known is not null) key = known.Key;
        if (spec.Use == NodeUse.Refer) scope.Records.References.Add((key, string.Join(", ", id)));
        else if (spec.Use == NodeUse.Add) scope.Records.Additions.Add((key, Attributes(spec.Record, scope)));
        // A later edition says what the area is.
        else if (known is not null && edition != known.Last) scope.Records.References.Add((key, string.Join(", ", id)));
        else
        {
            scope.Records.Meant.Add(key);
            var node = Made(spec, key, scope);
            if (edition is { } year) scope.Run.Noted?.Note(key, year, node);
            scope.Records.Add(known is null ? node : node with { ValidFrom = known.From, ValidTo = known.To }, spec.KeepFirst);
            foreach (var (before, rule) in known?.Predecessors ?? []) scope.Records.Add(Succession(key, before, rule, scope));
        }

        return key;
    }

    private static (int? Edition, AreaInEditions? Known) EditionOf(NodeSpec spec, string key, Scope scope) =>
        spec.Edition is not null && int.TryParse(spec.Edition.Evaluate(scope), out var edition) ? (edition, scope.Run.Editions?.Of(key, edition)) : (null, null);

    private static Relation Succession(string area, string before, Words rule, Scope scope) => new(RelationKind.Succeeds, area, before)
    {
        Source = Inference.Source,
        RecordedAt = scope.Run.RecordedAt,
        Inference = Inference.By(scope.Run.Namespace, [rule], []),
    };

    /// <summary>Makes a relation; none when a node at one of its ends may be blank and is.</summary>
    /// <exception cref="RowRefusedException">A value is impossible.</exception>
    public static void Relation(RelationSpec spec, Scope scope)
    {
        if (scope.NodeKey(spec.From) is not { } from || scope.NodeKey(spec.To) is not { } to) return;
        var relation = Made(spec.Kind, from, to, spec.Record, Attributes(spec.Record, scope), scope);
        if (spec.Numbered is { } counter)
        {
            var ordinal = (long)scope.Run.NextOrdinal(typeof(Relation), relation.Key);
            relation = relation with { Attributes = relation.Attributes.With(counter.Name, ordinal) };
        }

        scope.Records.Add(relation);
    }

    /// <summary>Makes a targeting with the relations to what it is a targeting of, for whom and where; none when both group and area are blank.</summary>
    /// <exception cref="RowRefusedException">A value is impossible.</exception>
    public void Targeting(TargetingSpec spec, Scope scope)
    {
        var group = spec.For is null ? null : scope.NodeKey(spec.For);
        var area = spec.In is null ? null : scope.NodeKey(spec.In);
        if (scope.NodeKey(spec.Of) is not { } of || (group is null && area is null)) return;
        var record = spec.Record;
        var key = Keys.OfTargeting(of, group, area, Date("validFrom", record.ValidFrom, scope));
        scope.Records.Add(Made(new NodeSpec("targeting", NodeKind.Targeting, NodeUse.Make, null, [], record), key, scope), []);
        foreach (var (kind, to) in new[] { (RelationKind.Of, of), (RelationKind.For, group), (RelationKind.In, area) })
        {
            if (to is not null) scope.Records.Add(Made(kind, key, to, record, AttributeSet.Empty, scope));
        }
    }

    private Node Made(NodeSpec spec, string key, Scope scope)
    {
        var attributes = Attributes(spec.Record, scope);
        if (spec.Kind == NodeKind.Domain && attributes.Text("name") is { } name && catchAlls.Contains(name)) attributes = attributes.With("catchAll", true);
        var inference = InferenceOf(spec.Record, scope);
        return new(key, spec.Kind)
        {
            Attributes = attributes,
            ValidFrom = Date("validFrom", spec.Record.ValidFrom, scope),
            ValidTo = Date("validTo", spec.Record.ValidTo, scope),
            Visibility = AttributeText.Visibility(spec.Record.Visibility?.Evaluate(scope) ?? ""),
            Source = inference is null ? scope.Run.Namespace : Inference.Source,
            RecordedAt = scope.Run.RecordedAt,
            Inference = inference,
            IsStub = spec.IsStub,
        };
    }

    private static Relation Made(RelationKind kind, string from, string to, RecordSpec spec, AttributeSet attributes, Scope scope)
    {
        var inference = InferenceOf(spec, scope);
        return new(kind, from, to)
        {
            Attributes = attributes,
            ValidFrom = Date("validFrom", spec.ValidFrom, scope),
            ValidTo = Date("validTo", spec.ValidTo, scope),
            Visibility = AttributeText.Visibility(spec.Visibility?.Evaluate(scope) ?? ""),
            Source = inference is null ? scope.Run.Namespace : Inference.Source,
            RecordedAt = scope.Run.RecordedAt,
            Inference = inference,
        };
    }

    // The rule of the record itself comes first, then those of the word lists that led to it.
    private static Inference? InferenceOf(RecordSpec spec, Scope scope) => spec.Inferred is null
        ? null
        : Inference.By(scope.Run.Namespace, scope.Matches.Select(match => match.Rule).OfType<Words>().Prepend(spec.Inferred), scope.Matches.SelectMany(match => match.Words));

    private static AttributeSet Attributes(RecordSpec spec, Scope scope) => AttributeSet.Of(spec.Attributes.Select(attribute =>
        (attribute.Definition.Name, attribute.Definition.Type == AttributeType.TextList
            ? AttributeText.ListOf(attribute.Values.Select(value => value.Evaluate(scope)))
            : AttributeText.Read(attribute.Definition, attribute.Values[0].Evaluate(scope)))));

    private static PartialDate? Date(string name, Expression? expression, Scope scope) => AttributeText.Date(name, expression?.Evaluate(scope) ?? "");
}
