using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Holds one relation against the relation table and against what Wijk wrote.</summary>
internal static class RelationCheck
{
    /// <summary>What must be reported of a relation; its faults are empty when all is well.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="from">The node it starts at.</param>
    /// <param name="to">The node it leads to.</param>
    /// <param name="kindOf">The kind of the managed node with a key.</param>
    /// <param name="wasRemoved">Whether Wijk removed the record with a key.</param>
    public static Examined Examine(
        StoredRelation relation, RelationDefinition kind, NodeAt from, NodeAt to, Func<string, NodeKind?> kindOf, Func<string, bool> wasRemoved)
    {
        var read = ElementReader.Read(relation.Properties, kind.Attributes);
        var bare = new Examined(relation.ElementId, kind.Name, read, Record: null, [])
        {
            RelationKind = kind,
            Ends = (relation.FromElementId, relation.ToElementId),
        };
        if (!relation.IsManaged) return bare with { Faults = [new(VerificationRule.NotManaged, ForeignEditWords.NotManaged(kind.Name, from, to))] };
        if (from is not { IsManaged: true, Key: { } fromKey } || to is not { IsManaged: true, Key: { } toKey })
            return bare with { Faults = [new(VerificationRule.BreaksVocabulary, ForeignEditWords.EndNotManaged(from, to))] };

        var record = read.Parts.Relation(kind.Kind, fromKey, toKey);
        if (read.Key != record.Key)
        {
            var wrong = new Words(
                $"De sleutel '{read.Key}' is niet de sleutel die bij de einden en velden hoort, '{record.Key}'.",
                $"The key '{read.Key}' is not the key that its ends and attributes make, '{record.Key}'.");
            return bare with { Faults = [new(VerificationRule.BreaksVocabulary, wrong)] };
        }

        return bare with { Record = record, Faults = ForeignEditFaults.Of(record, read, RecordRules.ProblemsOf(record, kindOf), wasRemoved) };
    }
}
