namespace Wijk.Graph.Findings.Overlap;

/// <summary>What counts as one cell.</summary>
public enum OverlapLens
{
    /// <summary>A target group in an area: who is there for the same people, each from its own domain.</summary>
    Group,

    /// <summary>A domain or activity in an area: who does the same thing in the same place.</summary>
    Activity,
}

/// <summary>Where do several agencies target the same group, or do the same thing, in the same area at the same time?</summary>
public sealed record OverlapQuestion
{
    /// <summary>What counts as one cell.</summary>
    public OverlapLens Lens { get; init; }

    /// <summary>Key, code or name of an area; only cells in it or its parts are listed. Null for everywhere.</summary>
    public string? Area { get; init; }

    /// <summary>Fixes the random networks that pairs are compared with.</summary>
    public int Seed { get; init; } = 1;
}
