using System.Text;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>Queries as a front end might send them, drawn from the schema itself; equal seeds give equal queries.</summary>
/// <param name="graph">Where keys and names are taken from.</param>
/// <param name="seed">Fixes what is drawn.</param>
internal sealed class GeneratedQuery(GraphSnapshot graph, int seed)
{
    // Deep enough for three lists in one another.
    private const int Deepest = 13;

    private static readonly WijkSchema Schema = new();

    // Of what somebody has to save or keep first a made-up graph has nothing, and what a change takes away, a round of questions holds or two names have in common, hangs on which node was drawn and on what is known there.
    private static readonly FieldType[] Asked = [.. Schema.Query.Fields.Where(field => field.Name is not ("savedScenario" or "savedScenarios" or "compareScenarios" or "register" or "scenario" or "askList" or "round" or "duplicates"))];

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private int fieldCount;

    /// <summary>The text of the query.</summary>
    public string Write()
    {
        text.Append("query {");
        for (var field = random.Next(1, 4); field > 0; field--) Field(random.GetItems(Asked, 1)[0], 1);
        return text.Append(" }").ToString();
    }

    // Each has a name of its own, so that two never stand for different things.
    private void Field(FieldType field, int depth)
    {
        text.Append($" f{++fieldCount}: ").Append(field.Name);
        string[] arguments = [.. (field.Arguments ?? []).Select(argument => ArgumentOf(field, argument)).OfType<string>()];
        if (arguments.Length > 0) text.Append('(').AppendJoin(", ", arguments).Append(')');
        if (Named(field.ResolvedType!) is not IComplexGraphType type) return;
        text.Append(" {");
        Selection(type, depth + 1);
        text.Append(" }");
    }

    private void Selection(IComplexGraphType type, int depth)
    {
        // Who asks for a list asks for what is in it.
        if (type.Fields.Find("edges") is { } edges)
        {
            if (random.Next(3) == 0) text.Append(" totalCount");
            if (random.Next(3) == 0) text.Append(" pageInfo { hasNextPage endCursor }");
            Field(edges, depth);
            return;
        }

        FieldType[] simple = [.. type.Fields.Where(field => IsSimple(field))], complex = [.. type.Fields.Where(field => !IsSimple(field))];
        text.Append(" __typename");
        foreach (var field in simple.Where(_ => random.Next(simple.Length) < 3)) Field(field, depth);
        if (depth >= Deepest) return;
        foreach (var name in (string[])["node", "relation"])
        {
            if (complex.FirstOrDefault(field => field.Name == name) is { } one && (name == "node" || random.Next(4) == 0)) Field(one, depth);
        }

        foreach (var field in complex.Where(field => field.Name is not ("node" or "relation") && random.Next(complex.Length) < 2)) Field(field, depth);
        if (type is IInterfaceGraphType && random.Next(2) == 0 && type.Name == "Item")
        {
            var kind = Names.TypeOf(random.GetItems(Enum.GetValues<NodeKind>(), 1)[0]);
            text.Append(" ... on ").Append(kind).Append(" {");
            Selection((IComplexGraphType)Schema.AllTypes[kind]!, depth);
            text.Append(" }");
        }
    }

    private string? ArgumentOf(FieldType field, QueryArgument argument) => argument.Name switch
    {
        "first" => random.Next(3) == 0 ? null : $"first: {random.Next(1, random.Next(2) == 0 ? 10 : 101)}",
        "stop" => $"stop: [\"{Key(NodeKind.Measure)}\"]",
        "leave" => $"leave: [\"{Key(NodeKind.Agency)}\"]",
        "key" => $"key: \"{Key(Vocabulary.Nodes.First(definition => Names.One(definition) == field.Name).Kind)}\"",
        "id" => $"id: \"{Key()}\"",
        "ids" => $"ids: [{string.Join(", ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"\"{Key()}\""))}]",
        "focus" => $"focus: [\"{Key()}\"]",
        "maxNodes" => $"maxNodes: {random.Next(1, 300)}",
        "depth" => $"depth: {random.Next(0, 3)}",
        "text" => $"text: \"{Letters()}\"",
        "orderBy" => random.Next(2) == 0 ? "orderBy: NAME" : null,
        "filter" when Named(argument.ResolvedType!) is IInputObjectGraphType type && type.Fields.Find("name") is not null =>
            random.Next(4) == 0 ? $"filter: {{ name: {{ contains: \"{Letters()}\" }} }}" : null,
        "lens" => random.Next(2) == 0 ? "lens: ACTIVITY" : null,
        _ => null,
    };

    private string Key() => graph.Node(random.Next(graph.NodeCount)).Key;

    private string Key(NodeKind kind) => graph.Count(kind) == 0 ? $"{kind}:none" : graph.Node(graph.NodesOf(kind).Start.Value + random.Next(graph.Count(kind))).Key;

    private string Letters()
    {
        var name = graph.Node(random.Next(graph.NodeCount)).Name;
        var letters = string.Concat(name.Where(char.IsAsciiLetter));
        return letters.Length < 3 ? "a" : letters[..random.Next(1, 4)];
    }

    private static bool IsSimple(FieldType field) => Named(field.ResolvedType!) is not IComplexGraphType;

    private static IGraphType Named(IGraphType type) => type is IProvideResolvedType wrapper ? Named(wrapper.ResolvedType!) : type;
}
