using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>Finds the nodes that a question names by key or by name, and says what could not be found.</summary>
internal sealed class NamedNodes(GraphView view)
{
    private const int KeysShown = 3;

    private readonly List<Words> problems = [];
    private readonly MergedKeys merged = new(view.Graph);

    /// <summary>What was not there, or is the name of more than one.</summary>
    public IEnumerable<Words> Problems => problems;

    /// <summary>The node with a key, also one that was merged away, or the only one with a name; a professional goes by role. None, and a problem more, when there is no such node.</summary>
    /// <param name="asked">The key or the name.</param>
    /// <param name="kinds">What it may be.</param>
    public int[] Find(string asked, params ReadOnlySpan<NodeKind> kinds)
    {
        var (graph, text) = (view.Graph, Keys.Fold(asked));
        if (graph.Find(text) is { } byKey && kinds.Contains(graph.Node(byKey).Kind)) return [byKey];
        if (merged.Find(text) is { } kept && kinds.Contains(graph.Node(kept).Kind)) return [kept];
        var byName = new List<int>();
        foreach (var kind in kinds)
            byName.AddRange(graph.NumbersOf(kind).Where(node => string.Equals(NameOf(graph.Node(node)), text, StringComparison.OrdinalIgnoreCase)));
        if (byName.Count == 1) return [byName[0]];
        problems.Add(byName.Count == 0 ? NotThere(text, kinds) : Several(text, [.. byName.Select(node => graph.Node(node).Key)]));
        return [];
    }

    // Nobody may find out by asking what a person is called.
    private static string? NameOf(Node node) => node.Kind == NodeKind.Professional ? node.Attributes.Text("role") : node.Name;

    private static Words NotThere(string asked, ReadOnlySpan<NodeKind> kinds)
    {
        Words[] labels = [.. kinds.ToArray().Select(kind => Vocabulary.Of(kind).Label)];
        var (nl, en) = (Words.AnyOf(labels.Select(label => label.Nl)).Nl, Words.AnyOf(labels.Select(label => label.En)).En);
        var shown = TextRules.Shown(asked);
        return kinds.Contains(NodeKind.Professional)
            ? new($"Geen {nl} heeft op deze dag de sleutel of naam '{shown}' (bij een professional: de functie); zoek op wat er is, en vraag het opnieuw.",
                $"No {en} has the key or name '{shown}' on this day (of a professional: the role); search for what there is, and ask again.")
            : new($"Geen {nl} heeft op deze dag de sleutel of naam '{shown}'; zoek op wat er is, en vraag het opnieuw.",
                $"No {en} has the key or name '{shown}' on this day; search for what there is, and ask again.");
    }

    private static Words Several(string asked, string[] keys) => new Words($"'{TextRules.Shown(asked)}' is de naam van meer dan één; noem de sleutel: ", $"'{TextRules.Shown(asked)}' is the name of more than one; give the key: ")
        + Phrasing.End(Phrasing.List(keys, KeysShown));
}
