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

    /// <summary>Takes a node that is managed or has a kind of the vocabulary.</summary>
    public void Take(StoredNode node)
    {
        var examined = NodeCheck.Examine(node, wasRemoved);
        var kind = examined.NodeKinds is [var only] ? only.Kind : (NodeKind?)null;
        var key = examined.Read.Key;
        nodes[node.ElementId] = new(key, kind, node.IsManaged);
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

    /// <summary>What Wijk wrote and never removed, and is gone; nothing when the log is not complete.</summary>
    public IEnumerable<string> Gone(LogTrace log) => log.IsComplete ? log.Present.Where(key => !Holds(key)).Order(StringComparer.Ordinal) : [];

    /// <summary>What was found.</summary>
    /// <param name="version">The version of the graph that was looked at.</param>
    /// <param name="log">What the log says of it.</param>
    public Verification Finish(GraphVersion version, LogTrace log) => new(
        version,
        nodes.Values.Count(node => node.IsManaged),
        relationKeys.Count,
        log.IsComplete,
        [.. faulty.SelectMany(examined => FindingsOf(examined, log)), .. Gone(log).Select(GoneFinding), .. remarks.Findings()]);

    /// <summary>What is reported of one element.</summary>
    public static IEnumerable<VerificationFinding> FindingsOf(Examined examined, LogTrace log) => examined.Faults.Select(fault => new VerificationFinding(
        fault.Rule,
        examined.Read.Key,
        examined.ElementId,
        examined.Kind,
        fault.Message ?? ForeignEditWords.ChangedOutsideWijk(examined.Record!, log.Newest(examined.Record!.Key)),
        ForeignEditWords.NextStep(fault.Rule)));

    private static VerificationFinding GoneFinding(string key)
    {
        var prefix = Keys.PrefixOf(key);
        return new(
            VerificationRule.DeletedOutsideWijk,
            key,
            ElementId: null,
            Vocabulary.FindNode(prefix)?.Name ?? Vocabulary.FindRelation(prefix)?.Name ?? prefix.ToString(),
            ForeignEditWords.DeletedOutsideWijk,
            ForeignEditWords.NextStep(VerificationRule.DeletedOutsideWijk));
    }
}
