using System.Collections.Immutable;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Why some organisations and initiatives are looked at together.</summary>
public enum PlanOrigin
{
    /// <summary>They are there for the same people in the same place, and not all of them coordinate.</summary>
    Cell,

    /// <summary>They hang together by ties that are known.</summary>
    Cluster,

    /// <summary>They have to do with one barrier.</summary>
    Barrier,
}

/// <summary>Whom a plan is about, and where. Nodes are numbers in the graph of its view.</summary>
/// <param name="Origin">Why they are looked at together.</param>
/// <param name="Key">What tells it from other plans.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Agencies">The agencies, ascending.</param>
/// <param name="Initiatives">The residents' initiatives, ascending.</param>
/// <param name="Areas">The areas it is about, ascending.</param>
/// <param name="Cells">The cells that overlap in which two or more of them meet, what can be acted on first.</param>
/// <param name="Barriers">The barriers of the people and places it is about.</param>
internal sealed record PlanSubject(
    PlanOrigin Origin, string Key, Words Title, ImmutableArray<int> Agencies, ImmutableArray<int> Initiatives, ImmutableArray<int> Areas,
    ImmutableArray<OverlapCell> Cells, ImmutableArray<BarrierOffer> Barriers)
{
    /// <summary>Agencies and initiatives together, ascending.</summary>
    public ImmutableArray<int> Members { get; } = [.. Agencies.Concat(Initiatives).Order()];

    /// <summary>The agencies, those that do most for those people there first: among tables that are equal by every criterion these sit there.</summary>
    public IEnumerable<int> AgenciesByWork()
    {
        var works = Cells.SelectMany(cell => cell.List).ToLookup(listed => listed.Agency, listed => listed.Works.Length);
        return Agencies.OrderByDescending(agency => works[agency].Sum()).ThenBy(agency => agency);
    }
}
