namespace Wijk.Graph.Model;

/// <summary>One record written or removed.</summary>
/// <param name="Key">The key of the record.</param>
/// <param name="Record">What it becomes; null to remove it.</param>
public sealed record Change(string Key, GraphRecord? Record)
{
    /// <summary>The order of changes in the log: by key, ordinal.</summary>
    public static Comparison<Change> ByKey { get; } = static (a, b) => string.CompareOrdinal(a.Key, b.Key);

    /// <summary>Adds the record, or replaces what has its key.</summary>
    public static Change Put(GraphRecord record) => new(record.Key, record);

    /// <summary>Removes the record with this key.</summary>
    public static Change Remove(string key) => new(key, null);
}
