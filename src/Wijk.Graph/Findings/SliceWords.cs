using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>Says that an answer is about a part of the graph.</summary>
public static class SliceWords
{
    /// <summary>One sentence that names the areas; null when the view is of all of the graph.</summary>
    public static Words? Of(GraphView view)
    {
        if (view.Graph.Slice is null) return null;
        var names = string.Join(", ", AreasOf(view).Select(area => area.Name));
        return new($"Wijk kijkt hier alleen naar {names} en wat daarbij hoort.", $"Wijk only looks at {names} here, and at what belongs to it.");
    }

    /// <summary>The areas of the slice that a view is of, in key order; none when it holds all of the graph.</summary>
    /// <returns>Key and name of each; its key stands for its name where the reader does not see it.</returns>
    public static IEnumerable<(string Key, string Name)> AreasOf(GraphView view) => view.Graph.Slice is null
        ? []
        : view.Graph.Slice.Areas.Select(key => (key, view.History.Find(key) is { } area ? view.History.Node(area).Name : key));
}
