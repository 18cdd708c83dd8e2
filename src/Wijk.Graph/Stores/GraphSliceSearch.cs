using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Takes the steps of <see cref="GraphSliceRule"/> through records in memory.</summary>
internal sealed class GraphSliceSearch
{
    private const int NotFound = int.MaxValue;
    private const int AtTheStart = -1;

    private readonly IReadOnlyList<Node> nodes;
    private readonly Dictionary<string, int> numbers;
    private readonly int[] steps;
    private readonly List<(int From, int To)>[] ends;

    /// <summary>Prepares a search: relations as pairs of numbers, by kind.</summary>
    public GraphSliceSearch(IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations)
    {
        this.nodes = nodes;
        numbers = new(nodes.Count, StringComparer.Ordinal);
        for (var node = 0; node < nodes.Count; node++) numbers.Add(nodes[node].Key, node);
        steps = new int[nodes.Count];
        Array.Fill(steps, NotFound);
        ends = [.. Vocabulary.Relations.Select(_ => new List<(int, int)>())];
        foreach (var relation in relations) ends[(int)relation.Kind].Add((numbers[relation.From], numbers[relation.To]));
    }

    /// <summary>Starts at nodes.</summary>
    public void Start(IEnumerable<string> keys)
    {
        foreach (var key in keys) steps[numbers[key]] = AtTheStart;
    }

    /// <summary>Takes a step.</summary>
    public void Take(int step)
    {
        var (goesOn, paths) = (GraphSliceRule.Steps[step].GoesOn, GraphSliceRule.Steps[step].Paths);
        // What this step finds is a start for it only when it goes on.
        var latest = goesOn ? step : step - 1;
        bool hasGrown;
        do
        {
            hasGrown = false;
            foreach (var path in paths) hasGrown |= Follow(path, latest, step);
        }
        while (hasGrown && goesOn);
    }

    /// <summary>What was found, by key.</summary>
    public Dictionary<string, (NodeKind Kind, int Step)> Found()
    {
        var found = new Dictionary<string, (NodeKind, int)>(StringComparer.Ordinal);
        for (var node = 0; node < steps.Length; node++)
        {
            if (steps[node] != NotFound) found.Add(nodes[node].Key, (nodes[node].Kind, steps[node]));
        }

        return found;
    }

    private bool Follow(SlicePath path, int latest, int step)
    {
        var hasGrown = false;
        foreach (var (from, to) in ends[(int)path.Relation])
        {
            var (start, end) = path.IsForward ? (from, to) : (to, from);
            if (steps[start] > latest || steps[end] != NotFound || !path.From.Contains(nodes[start].Kind) || !path.To.Contains(nodes[end].Kind)) continue;
            steps[end] = step;
            hasGrown = true;
        }

        return hasGrown;
    }
}
