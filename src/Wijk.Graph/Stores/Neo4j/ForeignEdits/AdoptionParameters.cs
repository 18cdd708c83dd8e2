using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>The parameters of <c>adopt.cypher</c>.</summary>
internal static class AdoptionParameters
{
    /// <summary>What the statement asks for.</summary>
    /// <param name="changeSet">What is taken, its changes in key order.</param>
    /// <param name="plan">The elements it is taken from.</param>
    /// <param name="version">The version that was looked at.</param>
    public static object Of(ChangeSet changeSet, AdoptionPlan plan, long version)
    {
        var records = changeSet.Changes.Select(change => change.Record).OfType<GraphRecord>().ToArray();
        return new
        {
            id = changeSet.Id,
            source = changeSet.Source,
            recordedAt = changeSet.RecordedAt.ToUnixTimeMilliseconds(),
            version,
            changeCount = changeSet.Changes.Length,
            log = Guid.NewGuid().ToString("N"),
            pages = LogPages.Of(changeSet.Changes),
            nodes = records.OfType<Node>().Select(Row),
            relations = records.OfType<Relation>().Select(Row),
            removed = changeSet.Changes.Where(change => change.Record is null).Select(change => change.Key),
            present = records.Select(record => record.Key),
        };

        object Row(GraphRecord record) => new
        {
            elementId = plan.Elements[record.Key].ElementId,
            key = record.Key,
            recordedAt = record.RecordedAt.ToUnixTimeMilliseconds(),
            read = plan.Elements[record.Key].Read.Properties,
            properties = RecordProperties.Of(record, withAbsent: true),
        };
    }
}
