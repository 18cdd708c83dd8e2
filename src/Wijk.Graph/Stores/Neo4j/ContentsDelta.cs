using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Contents with changes laid over them.</summary>
internal static class ContentsDelta
{
    /// <summary>The contents after changes; the last change of a key counts.</summary>
    /// <remarks>
    /// Contents that were read while the changes were committed may hold relations of a node that came in the place of one that was removed,
    /// since Neo4j gives out the number of a removed node again. So relations of removed nodes go first; what replaced them is among the changes.
    /// </remarks>
    public static GraphContents Apply(GraphContents contents, GraphVersion version, IEnumerable<Change> changes)
    {
        var last = new Dictionary<string, GraphRecord?>(StringComparer.Ordinal);
        var removedNodes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            last[change.Key] = change.Record;
            if (change.Record is null && Keys.NodeKindOf(change.Key) is not null) removedNodes.Add(change.Key);
        }

        // Only relations between the ends of changed ones are asked for their key, which is made when it is asked for.
        var changedEnds = last.Keys.Select(RelationKey.Of).OfType<RelationKey>().ToHashSet();
        var nodes = contents.Nodes.Where(node => !last.ContainsKey(node.Key)).Concat(last.Values.OfType<Node>())
            .OrderBy(node => node.Key, StringComparer.Ordinal).ToArray();
        var relations = contents.Relations
            .Where(relation => !removedNodes.Contains(relation.From) && !removedNodes.Contains(relation.To)
                && !(changedEnds.Contains(new(relation.Kind, relation.From, relation.To)) && last.ContainsKey(relation.Key)))
            .Concat(last.Values.OfType<Relation>()).ToArray();
        return new(version, nodes, relations) { Warnings = contents.Warnings.RemoveAll(warning => last.ContainsKey(warning.Key)) };
    }
}
