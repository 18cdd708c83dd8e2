using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>A record written as JSON cannot be read.</summary>
/// <param name="problem">The member it is about, and in its message the value, the rule and what to do.</param>
public sealed class RecordFormatException(Problem problem) : ExplainedException(problem.Path + ": " + problem.Message)
{
    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;
}
