using Wijk.Graph.Model;

namespace Wijk.Testing;

/// <summary>
/// A made-up city in which it is known beforehand who belongs together: five groups of six in which everybody knows everybody, one of them for youth in Oost,
/// one of initiatives and one that a single fund pays; a hundred and twenty who know each other anyhow, apart from the rest; and three who know nobody.
/// </summary>
public static class ClusteredCity
{
    /// <summary>How many are in the block, and how many stand alone.</summary>
    public const int BlockSize = 120, AloneCount = 3;

    /// <summary>The city, and the keys of the five groups: youth in Oost, the fund's, the initiatives, and two more.</summary>
    /// <param name="withBlock">Whether the hundred and twenty are there: they take most of the time.</param>
    public static (GraphBuilder Graph, string[][] Groups) Build(bool withBlock = true)
    {
        var graph = new GraphBuilder();
        var groups = Enumerable.Range(0, 5).Select(group => Enumerable.Range(0, 6).Select(i => Member(graph, group, i)).ToArray()).ToArray();
        foreach (var (number, group) in groups.Index())
        {
            for (var i = 0; i < group.Length; i++)
            {
                for (var j = i + 1; j < group.Length; j++) graph.Tie(group[i], group[j], 3, "rondgang " + (((number * 7) + i) % 30));
            }

            graph.Tie(group[0], groups[(number + 1) % groups.Length][1], 1, "rondgang 0");
        }

        var (youth, east, safety) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"), graph.Node(NodeKind.Domain, "Veiligheid"));
        foreach (var member in groups[0]) graph.Target(graph.Measure("jong " + member, safety, member), youth, east);
        var fund = graph.Agency("Fonds Een");
        foreach (var member in groups[1]) graph.Relate(RelationKind.Funds, fund, graph.Measure("werk van " + member, safety, member));
        for (var i = 1; i < AloneCount; i++) graph.Agency($"Alleen {i}");
        if (!withBlock) return (graph, groups);
        var (block, random) = (Enumerable.Range(0, BlockSize).Select(i => graph.Agency($"Blok {i:000}")).ToArray(), new Random(1));
        var pairs = Enumerable.Range(0, 5 * BlockSize).Select(_ => (A: random.Next(BlockSize), B: random.Next(BlockSize))).Where(pair => pair.A < pair.B).Distinct();
        foreach (var (a, b) in pairs) graph.Tie(block[a], block[b], 3, "rondgang " + random.Next(30));
        return (graph, groups);
    }

    // Who stands alone are these and the fund, which pays and knows nobody.
    private static string Member(GraphBuilder graph, int group, int i) => group == 2
        ? graph.Node(NodeKind.Initiative, $"Bewonersinitiatief {i}", ("title", i < 2 ? "Samen tuinieren" : $"Soep op {i}"))
        : graph.Agency($"Groep {group} lid {i}");
}
