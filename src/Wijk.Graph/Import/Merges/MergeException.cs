using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Merges;

/// <summary>Two nodes cannot be made one, or a merge cannot be undone; nothing was written.</summary>
public sealed class MergeException(Words why) : ExplainedException(why);
