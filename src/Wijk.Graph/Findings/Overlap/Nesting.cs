using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>Which cells lie in which: a group in a wider one, an area in a larger one, by PART_OF.</summary>
/// <remarks>Made of all activity, also outside the area that is asked for: work for the whole city reaches each of its parts.</remarks>
internal sealed class Nesting
{
    private static readonly (int? Node, int Steps)[] Unspecified = [(null, 0)];

    private readonly GraphSnapshot snapshot;
    private readonly CellTable table;
    private readonly Dictionary<CellPlace, WiderCell> cells;
    private readonly Dictionary<int, IReadOnlyList<(int Node, int Steps)>> wholes = [];

    private Nesting(GraphSnapshot snapshot, CellTable table, Dictionary<int, ImmutableArray<CellActor>> actors)
    {
        (this.snapshot, this.table) = (snapshot, table);
        cells = actors.ToDictionary(cell => table.Cells[cell.Key], cell => new WiderCell(cell.Key, cell.Value, 0));
    }

    /// <summary>The nesting of all cells of a table.</summary>
    /// <param name="snapshot">The graph.</param>
    /// <param name="table">The cells.</param>
    /// <param name="actors">Who is active in each of them.</param>
    public static Nesting Of(GraphSnapshot snapshot, CellTable table, Dictionary<int, ImmutableArray<CellActor>> actors) => new(snapshot, table, actors);

    /// <summary>Who meets somebody of a cell from a wider one.</summary>
    public NestedPairs PairsOf(CellOverlap overlap, CellPlace place) => NestedPairs.Of(overlap, [.. Around(place)]);

    /// <summary>The targetings by which they do.</summary>
    public ImmutableArray<int> TargetingsOf(NestedPairs pairs, Activity activity)
    {
        var met = pairs.Met().ToHashSet();
        return [.. met.Select(one => one.Cell).Distinct()
            .SelectMany(cell => table.TargetingsOf(cell).Where(work => activity.RunsOf(work).Any(run => met.Contains((cell, run.Agency)))))
            .Select(work => work.Targeting)
            .Distinct()
            .Order()];
    }

    private IEnumerable<WiderCell> Around(CellPlace place)
    {
        foreach (var (group, up) in WholesOf(place.Group))
        {
            foreach (var (activity, over) in WholesOf(place.Activity))
            {
                foreach (var (area, outward) in WholesOf(place.Area))
                {
                    if (up + over + outward > 0 && cells.TryGetValue(new(group, activity, area), out var cell)) yield return cell with { Steps = up + over + outward };
                }
            }
        }
    }

    private IEnumerable<(int? Node, int Steps)> WholesOf(int? node) => node is { } one ? WholesOf(one).Select(whole => ((int?)whole.Node, whole.Steps)) : Unspecified;

    private IReadOnlyList<(int Node, int Steps)> WholesOf(int node)
    {
        if (!wholes.TryGetValue(node, out var known)) wholes.Add(node, known = Wholes.Of(snapshot, node));
        return known;
    }
}
