using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>An organisation in a cell, as it stands on the list that is put before all of them. Nodes are numbers in the graph of the cell's view.</summary>
/// <param name="Agency">The organisation.</param>
/// <param name="Works">What it does there.</param>
/// <param name="Contacts">The roles of those who work for it, each once, in order: whom to ask for. Never a name.</param>
public sealed record ListedAgency(int Agency, ImmutableArray<ListedWork> Works, ImmutableArray<string> Contacts);

/// <summary>A measure of an organisation in a cell.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Domains">Its domains, catch-alls left out.</param>
/// <param name="Funders">Who pays for it.</param>
/// <param name="Schemes">The schemes it is part of.</param>
/// <param name="Periods">When the organisation is active there with it, each range once; an end that is not known is open.</param>
public sealed record ListedWork(int Measure, ImmutableArray<int> Domains, ImmutableArray<int> Funders, ImmutableArray<int> Schemes, ImmutableArray<DayRange> Periods);

/// <summary>Makes the list of a cell by name.</summary>
internal static class CellList
{
    /// <summary>The organisations of a cell with what each does, by key.</summary>
    /// <param name="graph">The graph of the cell's view.</param>
    /// <param name="actors">Who is active there.</param>
    /// <param name="works">The node numbers of their measures.</param>
    /// <param name="schemesOf">The schemes that a measure is part of.</param>
    public static ImmutableArray<ListedAgency> Of(GraphSnapshot graph, ImmutableArray<CellActor> actors, IReadOnlyList<int> works, Func<int, IEnumerable<int>> schemesOf) =>
    [
        .. actors.Select(actor => new ListedAgency(
            actor.Actor,
            [.. actor.Works.Select(work => WorkOf(graph, works[work.Measure], work.Days, schemesOf)).OrderBy(work => work.Measure)],
            [.. RolesAt(graph, actor.Actor)])),
    ];

    private static ListedWork WorkOf(GraphSnapshot graph, int measure, ImmutableArray<DayRange> days, Func<int, IEnumerable<int>> schemesOf) => new(
        measure,
        [.. graph.DomainsOf(measure)],
        [.. graph.Incoming(RelationKind.Funds).Neighbors(measure).ToArray().Distinct().Order()],
        [.. schemesOf(measure).Distinct().Order()],
        days);

    private static IEnumerable<string> RolesAt(GraphSnapshot graph, int agency) => graph.Incoming(RelationKind.WorksFor).Neighbors(agency).ToArray()
        .Select(professional => graph.Node(professional).Attributes.Text("role"))
        .OfType<string>()
        .Distinct()
        .Order(StringComparer.Ordinal);
}
