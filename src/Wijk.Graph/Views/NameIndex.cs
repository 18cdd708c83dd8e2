using System.Collections.Concurrent;
using System.Text;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>The names and aliases of all nodes of a view, folded, behind each other in one text.</summary>
/// <remarks>One text, so that a search is one fast pass over memory and allocates nothing for a name.</remarks>
public sealed class NameIndex
{
    private const char End = '\0';

    private readonly GraphSnapshot snapshot;
    private readonly char[] text;
    private readonly int[] starts; // Of each name in the text; one more at the end.
    private readonly int[] firstNames; // For each node its own name, its aliases after it; one more at the end.
    private readonly ConcurrentDictionary<NodeKind, int[]> byName = new();

    private NameIndex(GraphSnapshot snapshot)
    {
        this.snapshot = snapshot;
        var (names, places) = (new StringBuilder(), new List<int>(snapshot.NodeCount + 1));
        firstNames = new int[snapshot.NodeCount + 1];
        for (var number = 0; number < snapshot.NodeCount; number++)
        {
            var node = snapshot.Node(number);
            firstNames[number] = places.Count;
            Append(node.Name);
            if (node.Attributes["aliases"] is IEnumerable<string> aliases)
            {
                foreach (var alias in aliases) Append(alias);
            }
        }

        firstNames[snapshot.NodeCount] = places.Count;
        places.Add(names.Length);
        (text, starts) = (new char[names.Length], [.. places]);
        names.CopyTo(0, text, names.Length);

        void Append(string name)
        {
            places.Add(names.Length);
            TextFolding.AppendTo(names, name);
            names.Append(End);
        }
    }

    /// <summary>The index of a view; made once.</summary>
    public static NameIndex Of(GraphView view) => view.Index(static view => new NameIndex(view.Graph));

    /// <summary>The folded name of a node.</summary>
    public ReadOnlySpan<char> NameOf(int node) => Name(firstNames[node]);

    /// <summary>The nodes of a kind, ordered by folded name, then by key.</summary>
    public int[] ByName(NodeKind kind) => byName.GetOrAdd(kind, kind =>
    {
        var (start, count) = snapshot.NodesOf(kind).GetOffsetAndLength(snapshot.NodeCount);
        var nodes = Enumerable.Range(start, count).ToArray();
        Array.Sort(nodes, (a, b) =>
        {
            var order = NameOf(a).SequenceCompareTo(NameOf(b));
            return order != 0 ? order : a.CompareTo(b);
        });
        return nodes;
    });

    /// <summary>Finds the nodes in a range of which a name or alias contains a text.</summary>
    /// <param name="folded">The text, folded; not empty.</param>
    /// <param name="nodes">The numbers of the nodes to look at.</param>
    /// <param name="found">Called with each node found, in order, and its best match.</param>
    public void Find(string folded, Range nodes, Action<int, MatchRank> found)
    {
        var (first, count) = nodes.GetOffsetAndLength(snapshot.NodeCount);
        var (node, name, place, end) = (first, firstNames[first], starts[firstNames[first]], starts[firstNames[first + count]]);
        MatchRank? best = null;
        while (place < end && text.AsSpan(place..end).IndexOf(folded, StringComparison.Ordinal) is >= 0 and var distance)
        {
            place += distance;
            while (starts[name + 1] <= place) name++;
            if (firstNames[node + 1] <= name)
            {
                if (best is { } rank) found(node, rank);
                best = null;
                while (firstNames[node + 1] <= name) node++;
            }

            var match = RankAt(name, place, folded.Length);
            if (best is null || match < best) best = match;
            place++;
        }

        if (best is { } last) found(node, last);
    }

    private MatchRank RankAt(int name, int place, int length)
    {
        if (place == starts[name]) return length == Name(name).Length ? MatchRank.Exact : MatchRank.Prefix;
        return char.IsLetterOrDigit(text[place - 1]) ? MatchRank.Inside : MatchRank.WordStart;
    }

    private ReadOnlySpan<char> Name(int name) => text.AsSpan(starts[name]..(starts[name + 1] - 1));
}

/// <summary>How well a name matches, best first.</summary>
public enum MatchRank
{
    /// <summary>It is the text.</summary>
    Exact,

    /// <summary>It starts with the text.</summary>
    Prefix,

    /// <summary>A word in it starts with the text.</summary>
    WordStart,

    /// <summary>It contains the text.</summary>
    Inside,
}
