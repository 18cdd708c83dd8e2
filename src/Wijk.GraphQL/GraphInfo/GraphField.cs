using GraphQL.Types;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.GraphInfo;

/// <summary><c>graph</c>: the version an answer is of, and what the graph holds.</summary>
internal static class GraphField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        var graph = new ObjectGraphType<GraphSnapshot> { Name = "Graph", Description = "One version of the graph, and what it holds." };
        graph.Add<GraphSnapshot>("version", types.Long.Required(), "The version: one higher with each set of changes.",
            snapshot => snapshot.Version.Number);
        graph.Add<GraphSnapshot>("recordedAt", types.Moment.Required(), "When the version was made.",
            snapshot => snapshot.Version.RecordedAt);
        graph.Add<GraphSnapshot>("asOf", types.Date, "The day it is limited to; null when nothing is filtered by date.",
            snapshot => snapshot.AsOfDate);
        graph.Add<GraphSnapshot>("slice", SliceArea.Type(types).OptionalList(),
            "The areas that this server looks at, with what belongs to them; null when it holds the whole graph.", SliceArea.Of);
        graph.Add<GraphSnapshot>("nodeCount", types.Int.Required(), "How many nodes there are.", snapshot => snapshot.NodeCount);
        graph.Add<GraphSnapshot>("relationCount", types.Int.Required(), "How many relations there are.",
            snapshot => snapshot.RelationCount);
        graph.Add<GraphSnapshot>("nodeCounts", Counts("NodeCount", "How many nodes of a kind there are.", types.NodeKind, types).List(),
            "How many nodes of each kind there are, also when there are none.",
            snapshot => Vocabulary.Nodes.Select(definition => new Count(definition.Kind, snapshot.Count(definition.Kind))));
        graph.Add<GraphSnapshot>("relationCounts",
            Counts("RelationCount", "How many relations of a kind there are.", types.RelationKind, types).List(),
            "How many relations of each kind there are, also when there are none.",
            snapshot => Vocabulary.Relations.Select(definition => new Count(definition.Kind, snapshot.Outgoing(definition.Kind).Count)));
        graph.Add<GraphSnapshot>("sources", Sources(types).List(), "The sources that brought it, by name.", SourceCounts.Of);
        graph.Add<GraphSnapshot>("isSample", types.Boolean.Required(),
            "Whether it is the built-in sample neighbourhood: fiction.",
            snapshot => SourceCounts.Of(snapshot).Any(source => source.Name == SampleNeighbourhood.Namespace));
        query.Add("graph", graph.Required(), "The version of the graph that answers, and what it holds.", [Operation.AsOfArgument(types)],
            Operation.SnapshotOf);
    }

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
