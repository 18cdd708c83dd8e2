using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>A relation seen from one of its ends.</summary>
/// <param name="Seen">The relation.</param>
/// <param name="Node">The node at the other end.</param>
internal sealed record RelationEdge(RelationInView Seen, NodeInView Node);
