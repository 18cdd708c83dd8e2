using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>What a cluster network is made of, and who brought which part of it.</summary>
/// <remarks>A part is brought by whoever reported the contact and, where nobody is named, by the source of its record.</remarks>
internal sealed class ClusterSources
{
    /// <summary>With fewer sources and respondents leaving some out says nothing of the others.</summary>
    public const int FewestToJudge = 5;

    private readonly int nodeCount;
    private readonly List<(Edge Tie, string[] Bringers)> ties = [];
    private readonly List<(int Place, int Node, string[] Bringers)> places = [];
    private readonly string[] bringers;
    private readonly int placeCount;

    public ClusterSources(GraphView view, ClusterNetwork network)
    {
        nodeCount = network.Members.Length;
        var numbers = network.Members.Index().ToDictionary(member => member.Item, member => member.Index);
        foreach (var tie in network.Ties)
        {
            var weight = (float)tie.Level / Vocabulary.HighestCollaborationLevel;
            ties.Add((new(numbers[tie.A], numbers[tie.B], weight), [.. tie.Reports.SelectMany(report => BringersOf(view, report)).Distinct()]));
        }

        var cells = network.Members.SelectMany(network.CellsOf).DistinctBy(cell => (cell.Group, cell.Area)).OrderBy(cell => (cell.Group, cell.Area)).ToArray();
        placeCount = cells.Length;
        foreach (var (place, cell) in cells.Index())
        {
            foreach (var work in cell.Work.GroupBy(work => work.Actor))
                places.Add((place, numbers[work.Key], [.. work.Select(one => view.Graph.Node(one.Targeting).Source).Distinct()]));
        }

        bringers = [.. ties.SelectMany(tie => tie.Bringers).Concat(places.SelectMany(place => place.Bringers)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>How many sources and respondents there are.</summary>
    public int Count => bringers.Length;

    /// <summary>All of it.</summary>
    public NetworkLayers All => LayersOf(_ => true);

    /// <summary>What is left when as many are drawn as there are, with replacement: somewhat over a third is left out (the bootstrap; Efron 1979).</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="sample">Which draw.</param>
    public NetworkLayers Drawn(int seed, int sample)
    {
        var random = SeededRandom.Sequence(seed, 2_000_000 + sample);
        var drawn = new HashSet<string>();
        for (var i = 0; i < bringers.Length; i++) drawn.Add(bringers[random.Next(bringers.Length)]);
        return LayersOf(of => of.Any(drawn.Contains));
    }

    private NetworkLayers LayersOf(Func<string[], bool> isThere) => NetworkLayers.Of(
        nodeCount,
        [.. ties.Where(tie => isThere(tie.Bringers)).Select(tie => tie.Tie)],
        Incidence.Of(placeCount, nodeCount, [.. places.Where(place => isThere(place.Bringers)).Select(place => (place.Place, place.Node))]));

    private static IEnumerable<string> BringersOf(GraphView view, ReportedTie report) => CollaborationTies.RelationsOf(view.Graph, report)
        .Select(key => view.Graph.Relation(view.Graph.FindRelation(key)!.Value))
        .Select(relation => relation.Attributes.Text("reportedBy") ?? relation.Source);
}
