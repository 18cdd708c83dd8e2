namespace Wijk.GraphQL.Schema.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What an item is.</typeparam>
internal sealed class Page<T>
{
    private readonly Sequence<T> items;
    private readonly Range window;

    /// <summary>The page of a list that is asked for.</summary>
    public Page(Sequence<T> items, PageRequest request) => (this.items, window) = (items, items.Window(request));

    /// <summary>How many items the whole list has.</summary>
    public int TotalCount => items.Count;

    /// <summary>Where this page stands in the list.</summary>
    public PageFacts Facts
    {
        get
        {
            var (start, end) = (window.Start.Value, window.End.Value);
            return start == end
                ? new(end < items.Count, start > 0, null, null)
                : new(end < items.Count, start > 0, items.CursorOf(items[start]), items.CursorOf(items[end - 1]));
        }
    }

    /// <summary>The items of this page with their cursors.</summary>
    public IEnumerable<Edge<T>> Edges()
    {
        for (var place = window.Start.Value; place < window.End.Value; place++) yield return new(items[place],
            items.CursorOf(items[place]));
    }
}

/// <summary>Where a page stands in its list.</summary>
/// <param name="HasNext">Whether the list goes on after it.</param>
/// <param name="HasPrevious">Whether something comes before it.</param>
/// <param name="StartCursor">The cursor of its first item; null when it is empty.</param>
/// <param name="EndCursor">The cursor of its last item; null when it is empty.</param>
internal sealed record PageFacts(bool HasNext, bool HasPrevious, string? StartCursor, string? EndCursor);

/// <summary>An item of a page and its cursor.</summary>
internal sealed record Edge<T>(T Item, string Cursor);
