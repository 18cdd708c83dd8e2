using System.Collections.Immutable;
using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.AskList;

/// <summary>Whom should we ask about whom, so that we learn most from the fewest questions?</summary>
/// <remarks>The seed decides between what is worth as much.</remarks>
public sealed record AskListQuestion : Question<AskListAnswer>
{
    /// <summary>The most sheets that a round can have.</summary>
    public const int MostSheets = 100;

    /// <summary>How many of the cells that can be acted on first are looked at.</summary>
    public const int FirstCells = 10;

    // A question about a pair of such a cell is worth as much as a whole pair of organisations.
    private const float WorthOfCell = 1;

    /// <summary>How many sheets can be handed out, each to another organisation or initiative; 1 to <see cref="MostSheets"/>.</summary>
    public int Budget
    {
        get;
        init => field = value is >= 1 and <= MostSheets ? value : throw new ArgumentOutOfRangeException(nameof(Budget), value, $"The budget must be 1 to {MostSheets} sheets.");
    } = 5;

    /// <summary>Ties from this level up count as collaboration, 1 to <see cref="Vocabulary.HighestCollaborationLevel"/>.</summary>
    public int Level
    {
        get;
        init => field = value is >= 1 and <= Vocabulary.HighestCollaborationLevel
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Level), value, $"The level must be 1 to {Vocabulary.HighestCollaborationLevel}.");
    } = 1;

    /// <inheritdoc/>
    public override double CostPerRecord => 14;

    private protected override AskListAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var (view, day) = (scope.View, scope.LookedAt.Day);
        var actors = ActiveActors.In(view, scope.Area);
        var network = CollaborationNetwork.Of(view, actors, Level);
        ImmutableArray<Coverage> seen = PairCoverage.Of(actors, network.Known);
        if (NetworkBounds.Of(view, actors, network) is not { } bounds)
        {
            var nobody = PartlyKnownNetwork.Of(0, [], []);
            return new(scope, seen, this, network) { Known = nobody, Meetings = nobody.Tied, Bounds = null, Sheets = [] };
        }

        var cells = new OverlapQuestion { Area = Area, AsOf = day, Seed = Seed }.Ask(view, day, cancellationToken).Cells
            .Where(cell => cell is { IsOverlapping: true, Standing: not CellStanding.Coordinated, Size: not CellSize.Crowd })
            .Take(FirstCells)
            .ToArray();
        var cellsOf = CellsOf(cells, bounds.Listed);
        var meetings = MeetingPlaces.Of(view, scope.Area, bounds.Listed);
        var wanted = Network.Of(bounds.Listed.Length, [.. cellsOf.Select(pair => new Edge(pair.Key.A, pair.Key.B, WorthOfCell * pair.Count()))]);
        // Who shares a name with another cannot be found by it, nor be told apart on the list of somebody else.
        var named = bounds.Listed.CountBy(actor => view.Graph.Node(actor).Name, StringComparer.OrdinalIgnoreCase).Where(name => name.Value == 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool[] mayAsk = [.. bounds.Listed.Select(actor => view.Graph.Node(actor) is var node && node.Kind != NodeKind.Professional && named.Contains(node.Name))];
        var sheets = AskSheets.Of(bounds.Known, meetings, wanted, mayAsk, new() { SheetCount = Budget, Seed = Seed }, cancellationToken);
        return new(scope, seen, this, network)
        {
            Known = bounds.Known,
            Meetings = meetings,
            Bounds = bounds,
            Sheets = [.. sheets.Select((sheet, place) => SheetOf(view, place + 1, sheet, bounds.Listed, meetings, cellsOf))],
        };
    }

    private static ILookup<(int A, int B), OverlapCell> CellsOf(OverlapCell[] cells, ImmutableArray<int> listed) => cells
        .SelectMany(cell => cell.CoordinationPairs.In(PairState.Unknown), (cell, pair) => (cell, pair: (A: listed.BinarySearch(pair.A), B: listed.BinarySearch(pair.B))))
        .Where(found => found.pair is { A: >= 0, B: >= 0 })
        .ToLookup(found => found.pair, found => found.cell);

    private static AskedSheet SheetOf(
        GraphView view, int number, AskSheet sheet, ImmutableArray<int> listed, Network meetings, ILookup<(int, int), OverlapCell> cellsOf) => new()
        {
            View = view,
            Number = number,
            Respondent = listed[sheet.Respondent],
            Lines =
        [
            .. sheet.Lines.Select(line => new AskedLine(
                listed[line.About],
                PlacesOf(meetings, sheet.Respondent, line.About),
                [.. cellsOf[(Math.Min(sheet.Respondent, line.About), Math.Max(sheet.Respondent, line.About))]])),
        ],
        };

    private static int PlacesOf(Network meetings, int one, int other) =>
        meetings.Neighbors(one).BinarySearch(other) is >= 0 and var place ? (int)meetings.Weights(one)[place] : 0;
}
