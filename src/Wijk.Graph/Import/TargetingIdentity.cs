using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Which relations a targeting cannot do without.</summary>
internal static class TargetingIdentity
{
    /// <summary>
    /// Whether the relation says what a targeting is of, for or in. That is what identifies it, so without one of these it says
    /// something else; other nodes can do without any one relation.
    /// </summary>
    public static bool IdentifiesTargeting(this Relation relation) =>
        relation.Kind is RelationKind.Of or RelationKind.For or RelationKind.In
        && Keys.NodeKindOf(relation.From) == NodeKind.Targeting;
}
