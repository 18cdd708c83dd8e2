using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The keys of nodes by Neo4j's own number: each relation looks up two, millions of times.</summary>
/// <remarks>
/// Neo4j hands numbers out densely, so pages of consecutive numbers hold them with one look each, where a dictionary takes several through
/// memory that is never in the cache. Room goes only to pages in which there is a node, and those are small: the nodes of a slice may lie
/// far apart.
/// </remarks>
internal sealed class KeysById
{
    private const int PageBits = 7;
    private const int PageMask = (1 << PageBits) - 1;

    private string?[]?[] pages = [];

    /// <summary>The key of a node; null when there is no such node.</summary>
    /// <param name="id">Neo4j's number.</param>
    public string? Find(long id)
    {
        var page = id >> PageBits;
        return (ulong)page < (ulong)pages.Length ? pages[page]?[id & PageMask] : null;
    }

    /// <summary>Notes the keys of a page of nodes.</summary>
    public void Add(NodePage page)
    {
        for (var node = 0; node < page.Nodes.Length; node++) Add(page.Ids[node], page.Nodes[node].Key);
        // They may be served in another form, and then have their relations.
        foreach (var (record, id, _) in page.Unreadable.Where(node => Keys.NodeKindOf(node.Record.Key) is not null)) Add(id, record.Key);
    }

    private void Add(long id, string key)
    {
        var page = checked((int)(id >> PageBits));
        if (page >= pages.Length) Array.Resize(ref pages, Math.Max(page + 1, 2 * pages.Length));
        (pages[page] ??= new string?[PageMask + 1])[id & PageMask] = key;
    }
}
