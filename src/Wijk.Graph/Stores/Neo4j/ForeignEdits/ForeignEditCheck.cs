using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>
/// Holds a whole database against the vocabulary and against what Wijk wrote: takes all nodes, then all relations, then says what it found.
/// </summary>
/// <remarks>The keys of the graph are held in memory; of the rest only what must be reported.</remarks>
/// <param name="wasRemoved">Whether Wijk removed the record with a key.</param>
internal sealed class ForeignEditCheck(Func<string, bool> wasRemoved)
{
    private readonly Dictionary<string, NodeAt> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeKind> kindByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> relationKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> managed = new(StringComparer.Ordinal);
    private readonly List<Examined> faulty = [];
    private readonly Remarks remarks = new();

    /// <summary>The elements of which something must be reported: nodes first.</summary>
    public IReadOnlyList<Examined> Faulty => faulty;

    /// <summary>The keys of records whose past the log must give.</summary>
    public IReadOnlySet<string> Wanted => faulty.Select(examined => examined.Record?.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The node that Neo4j calls so; null when it is none of the vocabulary's.</summary>
    public NodeAt? NodeOf(string elementId) => nodes.TryGetValue(elementId, out var node) ? node : null;

    /// <summary>The kind of the managed node with a key.</summary>
    public NodeKind? KindOf(string key) => kindByKey.TryGetValue(key, out var kind) ? kind : null;

    /// <summary>Whether a managed element has a key.</summary>
    public bool Holds(string key) => kindByKey.ContainsKey(key) || relationKeys.Contains(key);

    /// <summary>Whether a node that Wijk manages has a key, whatever its labels name.</summary>
    public bool IsManaged(string key) => managed.Contains(key);

    /// <summary>Whether anything has a key.</summary>
    public bool IsFound(string key) => found.Contains(key);

    /// <summary>Takes a node that is managed or has a kind of the vocabulary.</summary>
    public void Take(StoredNode node)
    {
        var examined = NodeCheck.Examine(node, wasRemoved);
        var kind = examined.NodeKinds is [var only] ? only.Kind : (NodeKind?)null;
        var key = examined.Read.Key;
        // A node with a key that Wijk could not have made is none of its own to a relation.
        nodes[node.ElementId] = new(key, kind, node.IsManaged && (key is null || Keys.NodeKindOf(key) is not null));
        if (key is not null) found.Add(key);
        if (key is not null && node.IsManaged) managed.Add(key);
        if (node.IsManaged)
        {
            if (key is not null && kind is { } known) kindByKey[key] = known;
            foreach (var label in node.Labels.Where(label => label != StoredNode.ManagedLabel && StoredNode.KindOf(label) is null))
                remarks.AddLabel(examined.Kind, label, key);
            foreach (var name in examined.Read.Foreign) remarks.AddProperty(examined.Kind, name, key);
        }

        if (!examined.Faults.IsEmpty) faulty.Add(examined);
    }

    /// <summary>Takes a relation; all nodes have been taken.</summary>
    public void Take(StoredRelation relation)
    {
        var (from, to) = (NodeOf(relation.FromElementId), NodeOf(relation.ToElementId));
        if (relation.Properties.TryGetValue("key", out var itsKey) && itsKey.ValueKind == JsonValueKind.String) found.Add(itsKey.GetString()!);
        if (Vocabulary.FindRelation(relation.Type) is not { } kind || kind.Name != relation.Type || from is null || to is null)
        {
            remarks.AddRelations(relation.Type, 1);
            return;
        }

        var examined = RelationCheck.Examine(relation, kind, from.Value, to.Value, KindOf, wasRemoved);
        if (relation.IsManaged)
        {
            if (examined.Read.Key is { } key) relationKeys.Add(key);
            foreach (var name in examined.Read.Foreign) remarks.AddProperty(kind.Name, name, examined.Read.Key);
        }

        if (!examined.Faults.IsEmpty) faulty.Add(examined);
    }

    /// <summary>Takes note of nodes that are none of the vocabulary's.</summary>
    public void TakeOtherNodes(string labels, long count) => remarks.AddNodes(labels, count);

    /// <summary>Takes note of relations that are none of the vocabulary's.</summary>
    public void TakeOtherRelations(string type, long count) => remarks.AddRelations(type, count);

    /// <summary>Takes note of keys that stand anywhere in the database, on whatever node or relation.</summary>
    public void TakeFound(IEnumerable<string> keys) => found.UnionWith(keys);

    /// <summary>What Wijk wrote and never removed and is not among what was taken; nothing when the log is not complete.</summary>
    public IEnumerable<string> Missing(LogTrace log) =>
        log.IsComplete ? log.Present.Where(key => !Holds(key) && !found.Contains(key)).Order(StringComparer.Ordinal) : [];

    /// <summary>What Wijk wrote and never removed and is gone for good: no key in the database is it, or names it as an end.</summary>
    public IReadOnlyList<string> Gone(LogTrace log)
    {
        string[] missing = [.. Missing(log)];
        if (missing.Length == 0) return missing;
        var named = NamedEnds();
        return [.. missing.Where(key => !named.Contains(key))];
    }

    /// <summary>What was found.</summary>
    /// <param name="version">The version of the graph that was looked at.</param>
    /// <param name="log">What the log says of it.</param>
    /// <param name="plan">What an adoption would take and leave: what it takes is recommended.</param>
    public Verification Finish(GraphVersion version, LogTrace log, AdoptionPlan plan)
    {
        var left = plan.Left.Where(finding => finding.ElementId is not null).DistinctBy(finding => finding.ElementId).ToDictionary(finding => finding.ElementId!, finding => finding.NextStep);
        return new(
            version,
            nodes.Values.Count(node => node.IsManaged),
            relationKeys.Count,
            log.IsComplete,
            [
                .. faulty.SelectMany(examined => FindingsOf(examined, log)).Select(finding => left.TryGetValue(finding.ElementId!, out var why)
                    ? finding with { NextStep = why }
                    : finding),
                .. NotFound(log),
                .. Gone(log).Select(key => NotThere(key, VerificationRule.DeletedOutsideWijk, ForeignEditWords.DeletedOutsideWijk)),
                .. remarks.Findings(),
            ]);
    }

    /// <summary>What Wijk wrote and does not find any more, and is not gone either: an adoption leaves it.</summary>
    public IEnumerable<VerificationFinding> NotFound(LogTrace log)
    {
        if (!log.IsComplete) return [];
        var reported = faulty.Select(examined => examined.Read.Key).ToHashSet(StringComparer.Ordinal);
        string[] absent = [.. log.Present.Where(key => !Holds(key) && !reported.Contains(key)).Order(StringComparer.Ordinal)];
        if (absent.Length == 0) return [];
        var named = NamedEnds();
        return absent.Select(key => found.Contains(key) ? NotThere(key, VerificationRule.BreaksVocabulary, ForeignEditWords.Unlabelled)
                : named.Contains(key) ? NotThere(key, VerificationRule.BreaksVocabulary, ForeignEditWords.KeyTakenAway) : null)
            .OfType<VerificationFinding>();
    }

    // The nodes that relations name as their ends by their keys.
    private HashSet<string> NamedEnds() => found.Select(RelationKey.Of).OfType<RelationKey>()
        .SelectMany(relation => new[] { relation.From, relation.To }).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is reported of one element.</summary>
    public static IEnumerable<VerificationFinding> FindingsOf(Examined examined, LogTrace log) => examined.Faults.Select(fault => new VerificationFinding(
        fault.Rule,
        examined.Read.Key,
        examined.ElementId,
        examined.Kind,
        fault.Message ?? ForeignEditWords.ChangedOutsideWijk(examined.Record!, log.Newest(examined.Record!.Key)),
        ForeignEditWords.NextStep(fault.Rule)));

    private static VerificationFinding NotThere(string key, VerificationRule rule, Words message)
    {
        var prefix = Keys.PrefixOf(key);
        var kind = Vocabulary.FindNode(prefix)?.Name ?? Vocabulary.FindRelation(prefix)?.Name ?? prefix.ToString();
        return new(rule, key, ElementId: null, kind, message, ForeignEditWords.NextStep(rule));
    }
}
