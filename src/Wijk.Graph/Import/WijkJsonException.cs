using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>A file that Wijk wrote cannot be read back; nothing was written.</summary>
public sealed class WijkJsonException : ExplainedException
{
    /// <summary>The file as a whole cannot be read.</summary>
    public WijkJsonException(Words why, Exception? inner = null) : base(why, inner) => Refused = [];

    /// <summary>Some of its records cannot be read.</summary>
    public WijkJsonException(ImmutableArray<RowRemark> refused)
        : base(new Words(
            $"{refused.Length} records zijn geweigerd, er is niets geschreven. Het eerste: ",
            $"{refused.Length} records were refused, nothing was written. The first: ") + refused[0].Line) => Refused = refused;

    /// <summary>The records that were refused, in the order of the file; empty when the file as a whole cannot be read.</summary>
    public ImmutableArray<RowRemark> Refused { get; }
}
