using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings;

/// <summary>An area with everything that is part of it.</summary>
public sealed class AreaScope
{
    private readonly HashSet<int> areas;

    private AreaScope(int root, HashSet<int> areas) => (Root, this.areas) = (root, areas);

    /// <summary>The number of the area that was asked for.</summary>
    public int Root { get; }

    /// <summary>The numbers of the area and all its parts, in no order.</summary>
    public IReadOnlyCollection<int> Areas => areas;

    /// <summary>Whether an area is the one asked for or part of it.</summary>
    public bool Contains(int area) => areas.Contains(area);

    /// <summary>The area meant by a key, a code or a name, in that order.</summary>
    /// <returns>Null when nothing was asked for: then every area counts.</returns>
    /// <exception cref="UnknownAreaException">No area is called so, or several are.</exception>
    public static AreaScope? Of(GraphSnapshot snapshot, string? area)
    {
        if (string.IsNullOrWhiteSpace(area)) return null;
        var root = Resolve(snapshot, Keys.Fold(area));
        var areas = new HashSet<int> { root };
        var waiting = new Stack<int>(areas);
        while (waiting.TryPop(out var whole))
        {
            foreach (var part in snapshot.Incoming(RelationKind.PartOf).Neighbors(whole))
            {
                if (areas.Add(part)) waiting.Push(part);
            }
        }

        return new(root, areas);
    }

    private static int Resolve(GraphSnapshot snapshot, string area)
    {
        if (snapshot.Find(area) is { } byKey && snapshot.Node(byKey).Kind == NodeKind.Area) return byKey;
        var all = snapshot.NumbersOf(NodeKind.Area).ToArray();
        int[][] candidates =
        [
            [.. all.Where(node => snapshot.Node(node).Attributes.Text("code") == area)],
            [.. all.Where(node => string.Equals(snapshot.Node(node).Name, area, StringComparison.OrdinalIgnoreCase))],
        ];
        var found = candidates.FirstOrDefault(nodes => nodes.Length > 0) ?? [];
        return found.Length == 1
            ? found[0]
            : throw new UnknownAreaException(area, [.. found.Select(node => snapshot.Node(node).Key)]);
    }
}

/// <summary>No area, or more than one, is meant by what was asked.</summary>
public sealed class UnknownAreaException(string area, IReadOnlyList<string> candidates) : ExplainedException(
    candidates.Count == 0
        ? new($"Geen gebied heeft de sleutel, code of naam '{area}'; zoek naar gebieden om te zien welke er zijn.",
            $"No area has the key, code or name '{area}'; search for areas to see which there are.")
        : new($"Meer gebieden heten '{area}'; geef één van deze sleutels: {string.Join(", ", candidates)}.",
            $"Several areas are called '{area}'; give one of these keys: {string.Join(", ", candidates)}."))
{
    /// <summary>The keys of the areas it could mean.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}
