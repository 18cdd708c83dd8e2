using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>Who asks, as far as it decides what they see: what is hidden or redacted is so before anything is computed.</summary>
/// <param name="Name">What this kind of reader is called; equal readers have equal names.</param>
/// <param name="Sees">What they see of a record; null when they see all.</param>
public sealed record Reader(string Name, RecordFilter? Sees)
{
    /// <summary>A reader from whom nothing is hidden.</summary>
    public static Reader SeesAll { get; } = new("all", null);
}
