using GraphQL.Types;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Schema.GraphInfo;

/// <summary><c>graph</c>: the version an answer is of, and what the graph holds.</summary>
internal static class GraphField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        var graph = new ObjectGraphType<GraphView> { Name = "Graph", Description = "One version of the graph, and what it holds." };
        graph.Add<GraphView>("version", types.Long.Required(), "The version: one higher with each set of changes.",
            view => view.Version);
        graph.Add<GraphView>("recordedAt", types.Moment.Required(), "When the version was made.",
            view => view.Graph.Version.RecordedAt);
        graph.Add<GraphView>("asOf", types.Date, "The day it is limited to; null when nothing is filtered by date.",
            view => view.Day);
        graph.Add<GraphView>("slice", SliceArea.Type(types).OptionalList(),
            "The areas that this server looks at, with what belongs to them; null when it holds the whole graph.", SliceArea.Of);
        graph.Add<GraphView>("nodeCount", types.Int.Required(), "How many nodes there are.", view => view.Graph.NodeCount);
        graph.Add<GraphView>("relationCount", types.Int.Required(), "How many relations there are.",
            view => view.Graph.RelationCount);
        graph.Add<GraphView>("nodeCounts", Counts("NodeCount", "How many nodes of a kind there are.", types.NodeKind, types).List(),
            "How many nodes of each kind there are, also when there are none.",
            view => Vocabulary.Nodes.Select(definition => new Count(definition.Kind, view.Graph.Count(definition.Kind)))).Costing(Vocabulary.Nodes.Length);
        graph.Add<GraphView>("relationCounts",
            Counts("RelationCount", "How many relations of a kind there are.", types.RelationKind, types).List(),
            "How many relations of each kind there are, also when there are none.",
            view => Vocabulary.Relations.Select(definition => new Count(definition.Kind, view.Graph.Outgoing(definition.Kind).Count))).Costing(Vocabulary.Relations.Length);
        graph.Add<GraphView>("sources", Sources(types).List(), "Each source that brought something, by name.", view => SourceCounts.Of(view).All);
        graph.Add<GraphView>("isSample", types.Boolean.Required(),
            "Whether it is the built-in sample neighbourhood: fiction.",
            view => HoldsSample(view));
        query.Add("graph", graph, "The version of the graph that answers, and what it holds.", [types.AsOf],
            Operation.ViewOf);
    }

    /// <summary>Whether a view holds the sample neighbourhood, which is fiction.</summary>
    public static bool HoldsSample(GraphView view) => SourceCounts.Of(view).All.Any(source => source.Name == SampleNeighbourhood.Namespace);

    private static ObjectGraphType<Count> Counts(string name, string description, IGraphType kind, SharedTypes types)
    {
        var type = new ObjectGraphType<Count> { Name = name, Description = description };
        type.Add<Count>("kind", kind.Required(), "The kind.", count => count.Kind);
        type.Add<Count>("count", types.Int.Required(), "How many there are.", count => count.Number);
        return type;
    }

    private static ObjectGraphType<SourceCount> Sources(SharedTypes types)
    {
        var type = new ObjectGraphType<SourceCount> { Name = "SourceCount", Description = "What one source brought." };
        type.Add<SourceCount>("name", types.String.Required(), "The namespace of an import, or the name given with a change.",
            source => source.Name);
        type.Add<SourceCount>("nodeCount", types.Int.Required(), "Nodes it brought, also those it inferred.", source => source.NodeCount);
        type.Add<SourceCount>("relationCount", types.Int.Required(), "Relations it brought, also those it inferred.",
            source => source.RelationCount);
        return type;
    }

    private sealed record Count(Enum Kind, int Number);
}
