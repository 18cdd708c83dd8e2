using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The same organisations in one cell or several: one thing to talk about, with several groups, activities or places.</summary>
public sealed class OverlapFinding
{
    private const int NamesShown = 6, PlacesShown = 4;

    private OverlapFinding(ImmutableArray<OverlapCell> cells) => Cells = cells;

    /// <summary>Where they meet, what can be acted on first; one or more.</summary>
    public ImmutableArray<OverlapCell> Cells { get; }

    /// <summary>What it was read from.</summary>
    public GraphView View => Cells[0].View;

    /// <summary>The organisations, the same in each of <see cref="Cells"/>; ascending.</summary>
    public IEnumerable<int> Agencies => Cells[0].Agencies.Select(agency => agency.Actor);

    /// <summary>The targetings that it rests on: those of its cells, each once; ascending.</summary>
    public IEnumerable<int> Targetings => Cells.SelectMany(cell => cell.Targetings).Distinct().Order();

    /// <summary>What it comes to, in a sentence or two: that of its first cell, and in how many others the same organisations are.</summary>
    public Words Summary => Cells.Length == 1 ? Cells[0].Summary : Words.Join(
        Cells[0].Summary,
        new Words("Dezelfde organisaties vinden we in nog ", "The same organisations are found in ")
            + Phrasing.Count(Cells.Length - 1, new("combinatie.", "more combination."), new("combinaties.", "more combinations.")));

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => Cells.Length == 1 ? Cells[0].Reason : Words.Join(Together, Cells[0].Reason);

    /// <summary>What to ask, and whom.</summary>
    public Words NextStep => Cells[0].NextStep;

    private Words Together
    {
        get
        {
            string[] names = [.. Agencies.Select(agency => View.Graph.Node(agency).Name)];
            Words[] places = [.. Cells.Select(cell => cell.Title)];
            return new Words("Dezelfde organisaties (", "The same organisations (") + Phrasing.List(names, NamesShown)
                + new Words(") vinden we in ", ") are found in ") + Phrasing.Count(Cells.Length)
                + new Words(" combinaties: ", " combinations: ")
                + Phrasing.List(places, PlacesShown) + ".";
        }
    }

    /// <summary>Cells with the same organisations as one finding each, in the order of their first cells.</summary>
    internal static ImmutableArray<OverlapFinding> Merge(ImmutableArray<OverlapCell> cells) =>
    [
        .. cells.GroupBy(cell => string.Join(',', cell.Agencies.Select(agency => agency.Actor)))
            .Select(same => new OverlapFinding([.. same])),
    ];
}
