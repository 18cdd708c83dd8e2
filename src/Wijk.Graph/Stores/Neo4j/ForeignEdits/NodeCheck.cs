using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Holds one node against the vocabulary and against what Wijk wrote.</summary>
internal static class NodeCheck
{
    /// <summary>What must be reported of a node; its faults are empty when all is well.</summary>
    /// <param name="node">The node; it is managed or has a kind of the vocabulary.</param>
    /// <param name="wasRemoved">Whether Wijk removed the record with a key.</param>
    public static Examined Examine(StoredNode node, Func<string, bool> wasRemoved)
    {
        var kinds = node.Kinds;
        var read = ElementReader.Read(node.Properties, kinds is [var first, ..] ? first.Attributes : []);
        var labels = string.Join(':', node.Labels.Where(label => label != StoredNode.ManagedLabel).Order(StringComparer.Ordinal));
        var bare = new Examined(node.ElementId, labels, read, Record: null, []) { NodeKinds = kinds };
        if (!node.IsManaged) return bare with { Faults = [new(VerificationRule.NotManaged, ForeignEditWords.NotManaged(labels, NameOf(kinds, read)))] };
        if (WhyNoRecord(read.Key, kinds, labels) is { } why) return bare with { Faults = [new(VerificationRule.BreaksVocabulary, why)] };

        var record = read.Parts.Node(read.Key!, kinds[0].Kind, read.IsStub);
        return bare with { Record = record, Faults = ForeignEditFaults.Of(record, read, RecordRules.ProblemsOf(record), wasRemoved) };
    }

    // Whoever reads the list may not know the names of professionals.
    private static string? NameOf(ImmutableArray<NodeDefinition> kinds, ReadElement read) =>
        kinds is [{ NameAttribute: { } naming } kind, ..] && kind.Attribute(naming) is { IsPersonal: false } ? read.Attributes.Text(naming) : null;

    private static Words? WhyNoRecord(string? key, ImmutableArray<NodeDefinition> kinds, string labels)
    {
        if (kinds.Length == 0)
        {
            return new($"De labels '{labels}' noemen geen soort knoop.", $"The labels '{labels}' name no kind of node.");
        }

        if (kinds.Length > 1)
        {
            return new($"De labels '{labels}' noemen meer dan één soort knoop.", $"The labels '{labels}' name more than one kind of node.");
        }

        if (key is null) return new("De knoop heeft geen sleutel (key).", "The node has no key.");
        return Keys.IsOf(key, kinds[0].KeyPrefix)
            ? null
            : new(
                $"'{key}' is geen sleutel van {kinds[0].Name}; die begint met {kinds[0].KeyPrefix}:.",
                $"'{key}' is not a key of {kinds[0].Name}; that starts with {kinds[0].KeyPrefix}:.");
    }
}
