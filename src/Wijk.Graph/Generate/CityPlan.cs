namespace Wijk.Graph.Generate;

/// <summary>How many nodes of each kind a synthetic city has; together exactly as many as asked.</summary>
internal sealed record CityPlan
{
    private CityPlan(int nodeCount)
    {
        Districts = Math.Clamp(nodeCount / 2_000, 2, 12);
        Neighborhoods = Math.Max(nodeCount / 250, 2);
        Domains = Math.Clamp(nodeCount / 200, 4, 40);
        Groups = Math.Clamp(nodeCount / 250, 4, 24);
        Agencies = Share(nodeCount, 8);
        Measures = Share(nodeCount, 20);
        Initiatives = Share(nodeCount, 8);
        Professionals = Share(nodeCount, 10);
        Targetings = nodeCount - 1 - Districts - Neighborhoods - Domains - Groups - Agencies - Measures - Initiatives - Professionals;
    }

    public int Districts { get; }

    public int Neighborhoods { get; }

    public int Domains { get; }

    public int Groups { get; }

    public int Agencies { get; }

    public int Measures { get; }

    public int Initiatives { get; }

    public int Professionals { get; }

    /// <summary>What remains, somewhat over half.</summary>
    public int Targetings { get; }

    public static CityPlan For(int nodeCount) => new(nodeCount);

    private static int Share(int nodeCount, int percent) => (int)((long)nodeCount * percent / 100);
}
