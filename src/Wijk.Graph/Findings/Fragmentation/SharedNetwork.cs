using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>A network of what parties share, as it is recorded: no collaboration that was asked for, and named so in every sentence.</summary>
/// <remarks>
/// What they share is as a table at which they sit: one trajectory, one combination of target group and area, or one payer with those it pays. It has no bounds: nobody is asked
/// for it, and what is not recorded is not known to be missing.
/// </remarks>
/// <param name="Kind">Which network it is.</param>
/// <param name="ActorCount">Who share anything with another: organisations, initiatives, and professionals without an organisation.</param>
/// <param name="ActiveCount">Those of them that are active where it was asked for.</param>
/// <param name="Tables">How it holds together with all tables, and without the large ones.</param>
public sealed record SharedNetwork(FragmentationNetwork Kind, int ActorCount, int ActiveCount, SharedTables Tables)
{
    /// <summary>What it is called: "the network of money".</summary>
    public Words Name => SharedNetworkWords.NameOf(Kind);

    /// <summary>Its figures in order, as they are written: with all tables, and without the large ones.</summary>
    public IEnumerable<(Words Name, Words All, Words WithoutLarge)> Figures => SharedNetworkWords.FiguresOf(Tables);

    /// <summary>The sentence that says how it holds together.</summary>
    public Words Opening => SharedNetworkWords.OpeningOf(this);

    /// <summary>The sentences after it: how much hangs on large tables, and what it does not say.</summary>
    public Words? Summary => SharedNetworkWords.SummaryOf(this);

    /// <summary>What this says, in sentences.</summary>
    public Words Reason => Words.Join(Opening, Summary);

    /// <summary>What to ask.</summary>
    public Words NextStep => SharedNetworkWords.NextStepOf(this);

    /// <summary>The keys of the records that it is read from.</summary>
    internal IEnumerable<string> Evidence { get; init; } = [];

    /// <summary>A network among some actors.</summary>
    /// <param name="kind">Which; not that of collaboration.</param>
    /// <param name="view">What is seen on a day.</param>
    /// <param name="area">Where; null for everywhere.</param>
    /// <param name="actors">Who are active there: at each table is one of them.</param>
    /// <param name="wholeOf">What an agency is taken for.</param>
    internal static SharedNetwork Of(FragmentationNetwork kind, GraphView view, AreaScope? area, ActiveActors actors, Func<int, int> wholeOf)
    {
        var tables = TablesOf(kind, view, area).Select(table => (Members: (int[])[.. table.Members.Select(wholeOf).Distinct()], table.Records)).Where(table => table.Members.Any(actors.Contains)).ToArray();
        if (kind != FragmentationNetwork.Funding)
        {
            // Who is not active here takes no part; a payer need not be active.
            tables = [.. tables.Select(table => table with { Members = [.. table.Members.Where(actor => actors.Contains(actor) || view.Graph.Node(actor).Kind == NodeKind.Professional)] })];
        }

        tables = [.. tables.Where(table => table.Members.Length > 1)];
        int[] seated = [.. tables.SelectMany(table => table.Members).Distinct().Order()];
        var incidence = Incidence.Of(tables.Length, seated.Length, [.. tables.Index().SelectMany(table => table.Item.Members.Select(actor => (table.Index, Array.BinarySearch(seated, actor))))]);
        return new(kind, seated.Length, seated.Count(actors.Contains), SharedTables.Of(incidence)) { Evidence = tables.SelectMany(table => table.Records) };
    }

    private static IEnumerable<Table> TablesOf(FragmentationNetwork kind, GraphView view, AreaScope? area) => kind switch
    {
        FragmentationNetwork.Funding => Payers(view, area),
        FragmentationNetwork.SharedCells => Cells(view, area),
        FragmentationNetwork.SharedTrajectories => Trajectories(view.Graph),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The network of collaboration is asked for, and is no table at which they sit."),
    };

    // A payer with those who do what it pays for; what was refused pays nobody, and what goes into a scheme comes out again as a grant.
    private static IEnumerable<Table> Payers(GraphView view, AreaScope? area)
    {
        var funding = FundingTable.Of(view);
        return funding.Grants.Where(grant => !grant.IsRefused && (area is null || grant.Areas.Any(area.Contains))).GroupBy(grant => funding.Pots[grant.Pot].Funder).OrderBy(payer => payer.Key)
            .Select(payer => new Table(payer.SelectMany(grant => funding.Projects[grant.Project].Runners).Append(payer.Key), payer.Select(grant => view.Graph.Relation(grant.Relation).Key)));
    }

    private static IEnumerable<Table> Cells(GraphView view, AreaScope? area)
    {
        var activity = Activity.Of(view);
        return activity.In(area).Where(work => work is { Group: not null, Area: not null }).GroupBy(work => (work.Group, work.Area)).OrderBy(cell => cell.Key)
            .Select(cell => new Table(cell.SelectMany(work => activity.AgenciesRunning(work.Work).Concat(activity.InitiativesBehind(work.Work))), cell.Select(work => view.Graph.Node(work.Targeting).Key)));
    }

    // A professional takes part for their agencies.
    private static IEnumerable<Table> Trajectories(GraphSnapshot graph)
    {
        var members = graph.Incoming(RelationKind.MemberOf);
        return graph.NumbersOf(NodeKind.Trajectory).Select(trajectory => new Table(members.Neighbors(trajectory).ToArray().SelectMany(member => ActorsBehind(graph, member)),
            members.Relations(trajectory).ToArray().Select(relation => graph.Relation(relation).Key)));
    }

    private static int[] ActorsBehind(GraphSnapshot graph, int member)
    {
        var agencies = graph.Node(member).Kind == NodeKind.Professional ? graph.Outgoing(RelationKind.WorksFor).Neighbors(member) : [];
        return agencies.IsEmpty ? [member] : agencies.ToArray();
    }

    private sealed record Table(IEnumerable<int> Members, IEnumerable<string> Records);
}
