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
    public static IEnumerable<ListedOrganisation> Of(OverlapCell cell)
    {
        var graph = cell.View.Graph;
        return cell.List
            .Select(listed => new ListedOrganisation(graph.Node(listed.Agency).Name, listed.Contacts, [.. listed.Works.Select(work => WorkOf(work, graph))]))
            .OrderBy(listed => listed.Name, StringComparer.OrdinalIgnoreCase);
    }

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
