using System.Collections.Immutable;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Does what a part says for a row.</summary>
internal static class PartRunner
{
    /// <summary>Does a part, or what it says otherwise.</summary>
    /// <param name="part">The part.</param>
    /// <param name="scope">What the names stand for.</param>
    /// <param name="makes">Makes the records.</param>
    public static void Do(Part part, Scope scope, RecordMaker makes)
    {
        var applied = false;
        foreach (var inner in Scopes(part, scope))
        {
            foreach (var (name, expression) in part.Lets) inner.Define(name, expression);
            if (!part.When.All(condition => condition.Holds(inner))) continue;
            applied = true;
            foreach (var node in part.Nodes) inner.SetNode(node.Name, makes.Node(node, inner));
            foreach (var relation in part.Relations) RecordMaker.Relation(relation, inner);
            foreach (var targeting in part.Targetings) makes.Targeting(targeting, inner);
            foreach (var warning in part.Warnings) Warn(warning, inner);
            foreach (var next in part.Parts) Do(next, inner, makes);
        }

        if (!applied && part.Otherwise is not null) Do(part.Otherwise, scope, makes);
    }

    private static IEnumerable<Scope> Scopes(Part part, Scope scope) =>
        part.Each is not null ? Each(part.Each, scope)
        : part.Words is not null ? Matching(part.Words, scope)
        : part.Areas is not null ? Named(part.Areas, scope)
        : part.Joins.Count > 0 ? Joined(part.Joins, 0, scope)
        : [scope];

    private static IEnumerable<Scope> Each(EachItem each, Scope scope)
    {
        foreach (var item in each.Of(scope))
        {
            var inner = new Scope(scope.Run, scope, scope.Records);
            inner.Set(each.As, item);
            yield return inner;
        }
    }

    private static IEnumerable<Scope> Matching(WordSearch search, Scope scope)
    {
        var text = search.Of.Evaluate(scope);
        foreach (var entry in search.List)
        {
            var words = scope.Run.Patterns.Matches(entry.Pattern, text).Select(match => match.Value).Distinct().ToImmutableArray();
            if (words.IsEmpty) continue;
            var inner = new Scope(scope.Run, scope, scope.Records) { Matches = scope.Matches.Add((entry.Rule, words)) };
            inner.Define(search.As, entry.Value);
            yield return inner;
        }
    }

    private static IEnumerable<Scope> Named(AreaSearch search, Scope scope)
    {
        foreach (var (area, words) in search.FindIn(scope))
        {
            var inner = new Scope(scope.Run, scope, scope.Records) { Matches = scope.Matches.Add((null, words)) };
            inner.SetNode(search.As, area);
            yield return inner;
        }
    }

    private static IEnumerable<Scope> Joined(IReadOnlyList<Join> joins, int index, Scope scope)
    {
        if (index == joins.Count) return [scope];
        return Found(joins[index], scope).SelectMany(row =>
        {
            var inner = new Scope(scope.Run, scope, scope.Records);
            inner.Set(joins[index].Alias, row);
            return Joined(joins, index + 1, inner);
        });
    }

    private static IReadOnlyList<TableRow?> Found(Join join, Scope scope)
    {
        var values = join.On.Select(pair => Model.Keys.Fold(pair.Value.Evaluate(scope))).ToArray();
        var found = values.Any(value => value.Length == 0)
            ? []
            : scope.Run.Table(join.Table)?.Find([.. join.On.Select(pair => pair.Key)], values) ?? [];
        if (found.Count > 0) return found;
        if (join.Missing == Missing.Refuse && values.All(value => value.Length > 0))
        {
            var columns = string.Join(", ", join.On.Select(pair => pair.Key));
            throw new RowRefusedException(string.Join(", ", values), new(
                $"er is geen rij van {join.Table} met deze {columns}; voeg die daar toe of verbeter de verwijzing.",
                $"there is no row of {join.Table} with this {columns}; add it there or correct the reference."));
        }

        return join.Missing == Missing.Blank ? [null] : [];
    }

    private static void Warn(WarningSpec warning, Scope scope)
    {
        if (!warning.When.All(condition => condition.Holds(scope))) return;
        var place = scope.Records.Place;
        if (warning.Refuses) throw new RowRefusedException(warning.Value?.Evaluate(scope) ?? "", warning.Message);
        if (warning.IsCounted) scope.Run.Collector.Count(place, warning.Message, warning.Value?.Evaluate(scope) is { Length: > 0 } about ? [about] : []);
        else scope.Records.Warnings.Add(new(place, warning.Value?.Evaluate(scope) ?? "", warning.Message));
    }
}
