namespace Wijk.Graph.Model;

/// <summary>Something that could not be done; its words are one clear sentence for the person at the keyboard.</summary>
/// <param name="why">What failed, the rule and what to do; the English is the exception's message.</param>
/// <param name="inner">What caused it; null when nothing did.</param>
public abstract class ExplainedException(Words why, Exception? inner = null) : Exception(why.En, inner)
{
    /// <summary>What failed, the rule and what to do.</summary>
    public Words Why { get; } = why;
}
