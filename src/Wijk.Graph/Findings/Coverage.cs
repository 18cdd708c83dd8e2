using Wijk.Graph.Model;

namespace Wijk.Graph.Findings;

/// <summary>How much of something an answer could see.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Known">How many are known.</param>
/// <param name="Total">How many there are.</param>
public sealed record Coverage(Words What, long Known, long Total)
{
    /// <summary>Known as a share of all; null when there is nothing to know.</summary>
    public double? Share => Total == 0 ? null : (double)Known / Total;
}
