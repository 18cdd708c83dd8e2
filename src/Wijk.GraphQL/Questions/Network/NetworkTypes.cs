using GraphQL.Types;
using Wijk.Graph.Findings.Subgraphs;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Questions.Network;

/// <summary>The types that <c>network</c> answers with.</summary>
internal static class NetworkTypes
{
    /// <summary>The type <c>Network</c>.</summary>
    public static ObjectGraphType<Subgraph> Network(SharedTypes types)
    {
        var network = new ObjectGraphType<Subgraph>
        {
            Name = "Network",
            Description = "A part of the graph: nodes, and the relations between them.",
        };
        network.Add<Subgraph>("nodes", types.Records.Record.List(), "The nodes: the nearest to the focus first, then by key.",
                part => part.Nodes.Select(number => new NodeInView(part.View, number)))
            .Costing(context => context.Parent is { } parent ? NetworkField.MaxNodesOf(parent) : NetworkField.DefaultMaxNodes);
        // Real networks have some two relations for a node; more are paid for by their nodes.
        network.Add<Subgraph>("links", Link(types).List(), "The relations between those nodes.",
                part => part.Relations.Select(part.View.Graph.Relation))
            .Costing(context => context.Parent is { } parent ? 2 * NetworkField.MaxNodesOf(parent) : 2 * NetworkField.DefaultMaxNodes);
        network.Add<Subgraph>("isTruncated", types.Boolean.Required(), "Whether nodes within the depth were left out because of maxNodes.",
            part => part.LeftOutCount > 0);
        network.Add<Subgraph>("leftOutCount", types.Int.Required(),
            "How many nodes within the depth were left out: those farthest away, then the last by key.",
            part => part.LeftOutCount);
        network.Add<Subgraph>("reason", types.Words.Required(), "What is shown, and what was left out.", SubgraphWords.Of);
        return network;
    }

    private static ObjectGraphType<Relation> Link(SharedTypes types)
    {
        var link = new ObjectGraphType<Relation> { Name = "Link", Description = "A relation between two nodes of a network." };
        link.Add<Relation>("kind", types.RelationKind.Required(), "Its kind.", relation => relation.Kind);
        link.Add<Relation>("from", types.Id.Required(), "The key of the node it starts at.", relation => relation.From);
        link.Add<Relation>("to", types.Id.Required(), "The key of the node it leads to.", relation => relation.To);
        link.Add<Relation>("attributes", types.Attributes.Required(), "What it carries, by name.", relation => relation.Attributes);
        foreach (var (name, type, description, value) in RecordFields.Of(types, types.Records.Inference))
            link.Add<Relation>(name, type, description, relation => value(relation));
        return link;
    }
}
