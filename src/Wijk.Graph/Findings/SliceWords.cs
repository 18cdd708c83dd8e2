using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings;

/// <summary>Says that an answer is about a part of the graph.</summary>
public static class SliceWords
{
    /// <summary>One sentence that names the areas; null when the snapshot holds all of the graph.</summary>
    public static Words? Of(GraphSnapshot snapshot)
    {
        if (snapshot.Slice is null) return null;
        var names = string.Join(", ", AreasOf(snapshot).Select(area => area.Name));
        return new($"Wijk kijkt hier alleen naar {names} en wat daarbij hoort.", $"Wijk only looks at {names} here, and at what belongs to it.");
    }

    /// <summary>The areas of the slice that a snapshot holds, in key order; none when it holds all of the graph.</summary>
    /// <returns>Key and name of each; on a day on which an area did not hold, its key stands for its name.</returns>
    public static IEnumerable<(string Key, string Name)> AreasOf(GraphSnapshot snapshot) => snapshot.Slice is null
        ? []
        : snapshot.Slice.Areas.Select(key => (key, snapshot.Find(key) is { } area ? snapshot.Node(area).Name : key));
}
