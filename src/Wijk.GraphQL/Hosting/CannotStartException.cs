using Wijk.Graph.Model;

namespace Wijk.GraphQL.Hosting;

/// <summary>
/// The server cannot start; its words are one clear sentence for the person at the keyboard. The program then ends with exit code 1.
/// </summary>
public sealed class CannotStartException(Words why, Exception? inner = null) : Exception(why.En, inner)
{
    /// <summary>Why, and what to do.</summary>
    public Words Why { get; } = why;
}
