using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Pages.Parts;

/// <summary>An organisation on a list that is put before all of them, by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Contacts">The roles of those who work there; never a name.</param>
/// <param name="Works">What it does.</param>
public sealed record ListedOrganisation(string Name, ImmutableArray<string> Contacts, ImmutableArray<NamedWork> Works)
{
    /// <summary>The organisations of a cell, by name.</summary>
    public static IEnumerable<ListedOrganisation> Of(OverlapCell cell) => Of([cell], [.. cell.List.Select(listed => listed.Agency)]);

    /// <summary>Some organisations with what they do in some cells, by name.</summary>
    public static IEnumerable<ListedOrganisation> Of(ImmutableArray<OverlapCell> cells, ImmutableArray<int> agencies) => cells
        .SelectMany(cell => cell.List.Where(listed => agencies.Contains(listed.Agency)).Select(listed => (Listed: listed, cell.View.Graph)))
        .GroupBy(one => one.Listed.Agency)
        .Select(agency => (agency, agency.First().Graph))
        .Select(one => new ListedOrganisation(
            one.Graph.Node(one.agency.Key).Name,
            [.. one.agency.SelectMany(found => found.Listed.Contacts).Distinct()],
            [.. one.agency.SelectMany(found => found.Listed.Works).DistinctBy(work => work.Measure).Select(work => WorkOf(work, one.Graph))]))
        .OrderBy(listed => listed.Name, StringComparer.OrdinalIgnoreCase);

    private static NamedWork WorkOf(ListedWork work, GraphSnapshot graph)
    {
        Words?[] details =
        [
            Named(new("", ""), work.Domains),
            Named(new("betaald door ", "paid by "), work.Funders),
            Named(new("regeling: ", "scheme: "), work.Schemes),
            .. work.Periods.Select(Phrasing.Period),
        ];
        return new(graph.Node(work.Measure).Name, [.. details.OfType<Words>()]);

        Words? Named(Words before, ImmutableArray<int> nodes) => nodes.IsEmpty ? null : before + string.Join(", ", nodes.Select(node => graph.Node(node).Name));
    }
}

/// <summary>Something that an organisation does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Details">Its domains, who pays, the scheme, when: what is known of these.</param>
public sealed record NamedWork(string Name, ImmutableArray<Words> Details);
