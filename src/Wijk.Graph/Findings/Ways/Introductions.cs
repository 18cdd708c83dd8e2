using Wijk.Graph.Analysis.Paths;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Who can introduce whom: a relation through which two know each other.</summary>
/// <param name="To">The node at the other end.</param>
/// <param name="Relation">The relation's number.</param>
internal readonly record struct Introduction(int To, int Relation);

/// <summary>Everybody of whom it is recorded that they know somebody, read from a graph as it is asked for.</summary>
/// <remarks>
/// Contact of level 1 or more, support, working for, taking part in one trajectory, and money for an initiative. Two who share a trajectory are
/// one step apart, so each of the two relations is half a step.
/// </remarks>
internal sealed class Introductions(GraphSnapshot graph)
{
    private const double HalfStep = 0.5;

    private static readonly NodeKind[] Kinds = [NodeKind.Agency, NodeKind.Initiative, NodeKind.Professional, NodeKind.Trajectory];

    // Where several relations join two, the first of these is told: what is said of the two themselves before what follows from something else.
    private static readonly RelationKind[] Told =
        [RelationKind.Supports, RelationKind.Funds, RelationKind.Collaborates, RelationKind.WorksFor, RelationKind.MemberOf];

    /// <summary>Who may be on a way.</summary>
    public IReadOnlyCollection<int> Nodes { get; } = [.. Kinds.SelectMany(graph.NumbersOf)];

    /// <summary>Who pays, with money that was granted, or decides: a municipality, a district or a fund.</summary>
    public IReadOnlySet<int> Deciders { get; } = graph.NumbersOf(NodeKind.Agency)
        .Where(agency => Pays(graph, agency) || graph.Node(agency).Attributes.Text("type") is "municipality" or "district" or "fund")
        .ToHashSet();

    /// <summary>Whether an agency granted money to anything.</summary>
    public static bool Pays(GraphSnapshot graph, int agency) =>
        graph.Outgoing(RelationKind.Funds).Relations(agency).ToArray().Any(grant => IsGranted(graph, grant));

    /// <summary>The steps from a node.</summary>
    public IEnumerable<PathStep> StepsFrom(int node) =>
        Told.SelectMany(kind => From(node, kind).Select(met => new PathStep(met.To, kind == RelationKind.MemberOf ? HalfStep : 1)));

    /// <summary>The relation by which one node is told to lead to another.</summary>
    public Introduction Between(int from, int to) => Told.SelectMany(kind => From(from, kind)).First(met => met.To == to);

    private IEnumerable<Introduction> From(int node, RelationKind kind)
    {
        var met = Met(graph.Outgoing(kind), node).Concat(Met(graph.Incoming(kind), node));
        return kind switch
        {
            RelationKind.Collaborates => met.GroupBy(introduction => introduction.To).Where(reports => reports.Min(LevelOf) > 0).Select(reports => reports.First()),
            RelationKind.Funds => met.Where(introduction => IsGranted(graph, introduction.Relation) && graph.Node(graph.To(introduction.Relation)).Kind == NodeKind.Initiative),
            _ => met,
        };
    }

    private static IEnumerable<Introduction> Met(Adjacency adjacency, int node) =>
        adjacency.Neighbors(node).ToArray().Zip(adjacency.Relations(node).ToArray(), (to, relation) => new Introduction(to, relation));

    // Where reports differ, the lowest counts; a register without a level says that there is contact.
    private long LevelOf(Introduction report) => graph.Relation(report.Relation).Attributes.Integer("level") ?? 1;

    private static bool IsGranted(GraphSnapshot graph, int grant) => graph.Relation(grant).Attributes.Number("amount") is null or > 0;
}
