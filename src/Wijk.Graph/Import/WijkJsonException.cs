using System.Collections.Immutable;

namespace Wijk.Graph.Import;

/// <summary>A file that Wijk wrote cannot be read back; nothing was written.</summary>
public sealed class WijkJsonException : FormatException
{
    /// <summary>The file as a whole cannot be read.</summary>
    public WijkJsonException(string message, Exception? inner = null) : base(message, inner) => Refused = [];

    /// <summary>Some of its records cannot be read.</summary>
    public WijkJsonException(ImmutableArray<RowRemark> refused)
        : base($"{refused.Length} records were refused, nothing was written. The first: {refused[0]}") => Refused = refused;

    /// <summary>The records that were refused, in the order of the file; empty when the file as a whole cannot be read.</summary>
    public ImmutableArray<RowRemark> Refused { get; }
}
