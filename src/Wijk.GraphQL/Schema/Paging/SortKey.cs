namespace Wijk.GraphQL.Schema.Paging;

/// <summary>
/// Where an item stands in an order: by the first text, then by the second; the two together are unique. Compared ordinally.
/// </summary>
internal readonly record struct SortKey(string First, string Second = "") : IComparable<SortKey>
{
    /// <inheritdoc/>
    public int CompareTo(SortKey other)
    {
        var byFirst = string.CompareOrdinal(First, other.First);
        return byFirst != 0 ? byFirst : string.CompareOrdinal(Second, other.Second);
    }
}
