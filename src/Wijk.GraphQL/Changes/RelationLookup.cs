using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Changes;

/// <summary>Finds relations by key and by node.</summary>
internal static class RelationLookup
{
    /// <summary>The relation with a key; null when there is none.</summary>
    public static Relation? Find(GraphSnapshot snapshot, string key) => snapshot.FindRelation(key) is { } number ? snapshot.Relation(number) : null;

    /// <summary>All relations that join a node.</summary>
    public static List<Relation> Of(GraphSnapshot snapshot, int node)
    {
        var relations = new List<Relation>();
        foreach (var definition in Vocabulary.Relations)
        {
            foreach (var number in snapshot.Outgoing(definition.Kind).Relations(node)) relations.Add(snapshot.Relation(number));
            foreach (var number in snapshot.Incoming(definition.Kind).Relations(node)) relations.Add(snapshot.Relation(number));
        }

        return relations;
    }
}
