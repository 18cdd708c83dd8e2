using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Counts what the vocabulary does not know: one remark for each sort, since an analyst may write a property on every node.</summary>
internal sealed class Remarks
{
    private readonly SortedDictionary<(int Order, string Kind, string Name), (long Count, string? Example)> counts = [];

    /// <summary>A label on a managed node.</summary>
    public void AddLabel(string kind, string label, string? key) => Add((0, kind, label), 1, key);

    /// <summary>A property of a managed element.</summary>
    public void AddProperty(string kind, string name, string? key) => Add((1, kind, name), 1, key);

    /// <summary>Nodes without a kind of the vocabulary.</summary>
    public void AddNodes(string labels, long count) => Add((2, labels, ""), count, null);

    /// <summary>Relations of another type, or between such nodes.</summary>
    public void AddRelations(string type, long count) => Add((3, type, ""), count, null);

    /// <summary>What was counted.</summary>
    public IEnumerable<VerificationFinding> Findings() => counts.Select(pair =>
    {
        var ((order, kind, name), (count, example)) = pair;
        Words message = order switch
        {
            0 => new($"Label '{name}' staat op {count} knopen ({kind}).", $"Label '{name}' is on {count} nodes ({kind})."),
            1 => new($"Eigenschap '{name}' staat op {count} keer {kind}.", $"Property '{name}' is on {count} of {kind}."),
            2 => new($"{count} knopen met label '{kind}'.", $"{count} nodes with label '{kind}'."),
            _ => new($"{count} relaties van type '{kind}'.", $"{count} relations of type '{kind}'."),
        };
        return new VerificationFinding(
            VerificationRule.NotOfVocabulary, example, ElementId: null, kind, message, ForeignEditWords.NextStep(VerificationRule.NotOfVocabulary));
    });

    private void Add((int Order, string Kind, string Name) what, long count, string? key)
    {
        var before = counts.GetValueOrDefault(what);
        counts[what] = (before.Count + count, before.Example ?? key);
    }
}
