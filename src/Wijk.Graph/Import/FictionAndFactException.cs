using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>An import would mix the fictional sample with real data; nothing was written.</summary>
public sealed class FictionAndFactException(Words why) : ExplainedException(why);
