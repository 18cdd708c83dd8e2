using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Merges;

/// <summary>Two nodes cannot be made one, or a merge cannot be undone; nothing was written.</summary>
public sealed class MergeException(Words why) : ExplainedException(why)
{
    /// <summary>The key that there is no node of, or no merge; null when something else is in the way.</summary>
    public string? Missing { get; init; }
}
