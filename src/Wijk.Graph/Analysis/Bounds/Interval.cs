namespace Wijk.Graph.Analysis.Bounds;

/// <summary>Between what a figure must lie, whatever the pairs that are not known turn out to be.</summary>
/// <param name="Low">The lowest it can be.</param>
/// <param name="High">The highest it can be.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>How far it can be off.</summary>
    public double Width => High - Low;

    /// <summary>Whether a value lies within, but for rounding.</summary>
    public bool Contains(double value) => value >= Low - 1e-12 && value <= High + 1e-12;
}
