using Wijk.Graph.Model;

namespace Wijk.GraphQL.Hosting;

/// <summary>
/// The server cannot start. The program then ends with exit code 1.
/// </summary>
public sealed class CannotStartException(Words why, Exception? inner = null) : ExplainedException(why, inner);
