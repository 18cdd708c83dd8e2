using GraphQL.Types;
using Wijk.Graph.Findings.Subgraphs;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

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
        network.Add<Subgraph>("nodes", types.Nodes.Item.List(), "The nodes, at most maxNodes: the nearest to the focus first, then by key.",
                part => part.Nodes.Select(number => new NodeInView(part.View, number)))
            .Costing(static (field, asked) => new(Expected.Of(field.Parent!.Value).Count, asked));
        // Real networks have some two relations for a node; more are paid for by their nodes.
        network.Add<Subgraph>("links", types.Nodes.Relation.List(), "The relations between those nodes.",
                part => part.Relations.Select(number => new RelationInView(part.View, number)))
            .Costing(static (field, _) => new(2 * Expected.Of(field.Parent!.Value).Count));
        network.Add<Subgraph>("isTruncated", types.Boolean.Required(), "Whether nodes within the depth were left out because of maxNodes.",
            part => part.LeftOutCount > 0);
        network.Add<Subgraph>("leftOutCount", types.Int.Required(),
            "How many nodes within the depth were left out: those farthest away, then the last by key.",
            part => part.LeftOutCount);
        network.Add<Subgraph>("reason", types.Words.Required(), "What is shown, and what was left out.", SubgraphWords.Of);
        return network;
    }
}
