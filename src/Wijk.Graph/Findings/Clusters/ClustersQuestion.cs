using Wijk.Graph.Analysis.Clusters;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Who and what belongs together, and could be brought together?</summary>
public sealed record ClustersQuestion
{
    /// <summary>What makes one division better than another.</summary>
    public QualityFunction QualityFunction { get; init; } = QualityFunction.Modularity;

    /// <summary>Higher values give more, smaller clusters. Above 0; null for the usual one: 1 for modularity, 0.05 for CPM.</summary>
    public double? Resolution
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Resolution), value, "Resolution must be above 0.");
    }

    /// <summary>Key, code or name of an area; only who is active in it or its parts takes part. Null for everywhere.</summary>
    public string? Area { get; init; }

    /// <summary>The same seed gives the same clusters.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The resolution that is used.</summary>
    public double UsedResolution => Resolution ?? (QualityFunction == QualityFunction.Cpm ? 0.05 : 1);
}
