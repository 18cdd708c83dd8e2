using Wijk.Graph.Views;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>A list in a fixed order that can be paged through.</summary>
/// <typeparam name="T">What an item is.</typeparam>
/// <param name="list">What tells it from other lists, its order included, so that a cursor of another list is recognised.</param>
/// <param name="view">What it was read from, so that a cursor of another day is recognised.</param>
/// <param name="count">How many items there are.</param>
/// <param name="item">The item at a place, from 0.</param>
/// <param name="key">The sort key of an item; ascending along the list, or descending when <paramref name="isDescending"/>.</param>
/// <param name="isDescending">Whether the sort keys go down.</param>
internal sealed class Sequence<T>(string list, GraphView view, int count, Func<int, T> item, Func<T, SortKey> key, bool isDescending = false)
{
    private readonly byte[] mark = Cursor.MarkOf(list, view);

    /// <summary>A list of things that are there already, in order of their sort keys.</summary>
    public Sequence(string list, GraphView view, IReadOnlyList<T> items, Func<T, SortKey> key)
        : this(list, view, items.Count, place => items[place], key)
    {
    }

    /// <summary>How many items there are.</summary>
    public int Count => count;

    /// <summary>The item at a place.</summary>
    public T this[int place] => item(place);

    /// <summary>The cursor of an item.</summary>
    public string CursorOf(T item) => Cursor.Of(mark, key(item));

    /// <summary>The places that a page asks for.</summary>
    /// <exception cref="Execution.WrongArgument">A cursor is none of this list.</exception>
    public Range Window(PageRequest request)
    {
        var start = request.After is { } after ? PlaceOf(Cursor.Read("after", after, mark), afterIt: true) : 0;
        var end = request.Before is { } before ? PlaceOf(Cursor.Read("before", before, mark), afterIt: false) : count;
        end = Math.Max(start, end);
        return request.IsBackward ? Math.Max(start, end - request.Size)..end : start..Math.Min(end, start + request.Size);
    }

    // The first place whose item does not come before the key, or comes after it.
    private int PlaceOf(SortKey sought, bool afterIt)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var compared = key(item(middle)).CompareTo(sought);
            if (isDescending) compared = -compared;
            if (compared < 0 || (afterIt && compared == 0)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
