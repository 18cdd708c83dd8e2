namespace Wijk.GraphQL.Schema.Paging;

/// <summary>
/// Where an item stands in an order: by the first text, then by the second; the two together are unique. Compared ordinally.
/// </summary>
internal readonly record struct SortKey(string First, string Second = "") : IComparable<SortKey>
{
    // Comes before every sign that a key or name may hold, so that several keys after each other sort as each by itself.
    private const char Join = '\u0001';

    /// <summary>By keys, the first before the second.</summary>
    public static SortKey Of(params ReadOnlySpan<string> keys) => new("", string.Join(Join, keys!));

    /// <summary>By ranks, made by <see cref="Up"/> and <see cref="Down"/>, and then by keys.</summary>
    public static SortKey Of(ReadOnlySpan<string> ranks, params ReadOnlySpan<string> keys) => new(string.Concat(ranks!), string.Join(Join, keys!));

    /// <summary>A number as a text of fixed length that sorts as it does.</summary>
    public static string Up(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number + 0.0); // Minus zero becomes zero.
        return ((ulong)(bits ^ ((bits >> 63) & long.MaxValue)) ^ (1UL << 63)).ToString("X16", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A number as a text of fixed length of which that of the highest comes first.</summary>
    public static string Down(double number) => Up(0.0 - number);

    /// <inheritdoc/>
    public int CompareTo(SortKey other)
    {
        var byFirst = string.CompareOrdinal(First, other.First);
        return byFirst != 0 ? byFirst : string.CompareOrdinal(Second, other.Second);
    }
}
