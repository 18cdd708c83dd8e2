using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.AskList;

/// <summary>Whom to ask about whom, so that most is learned from few questions.</summary>
public sealed class AskListAnswer : Answer
{
    private readonly CollaborationNetwork network;

    internal AskListAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, AskListQuestion question, CollaborationNetwork network)
        : base(scope, seen) => (Question, this.network) = (question, network);

    /// <inheritdoc/>
    public override AskListQuestion Question { get; }

    /// <inheritdoc/>
    public override Words NextStep => AskListWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => network.Known.SelectMany(tie => tie.Reports)
        .SelectMany(report => CollaborationTies.RelationsOf(View.Graph, report))
        .Concat(Cells.SelectMany(cell => cell.Targetings).Select(targeting => View.Graph.Node(targeting).Key))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The sentence that comes first: whom to ask about whom, or why nobody.</summary>
    public Words Opening => AskListWords.OpeningOf(this);

    /// <summary>What the questions are for, and what stays unknown; null where nobody is asked.</summary>
    public Words? Why => AskListWords.RestOf(this);

    /// <summary>The sheets to hand out, what tells most first; none where nothing is left to ask.</summary>
    public required ImmutableArray<AskedSheet> Sheets { get; init; }

    /// <summary>How far F can be off now, over all who are active; null where fewer than two are.</summary>
    public required NetworkBounds? Bounds { get; init; }

    /// <summary>All questions on the sheets.</summary>
    public int LineCount => Sheets.Sum(sheet => sheet.Lines.Length);

    /// <summary>The most that F can be after all sheets came back, if every answer is that there is a tie: it never gets lower by these questions. Null where fewer than two are active.</summary>
    public double? FragmentationIfAllTied => Bounds is { } bounds ? ConnectivityBounds.Of(IfAllTied(bounds))!.Fragmentation.High : null;

    /// <summary>The cells of the first <see cref="AskListQuestion.FirstCells"/> that can be acted on which a question is about, in their order.</summary>
    public ImmutableArray<OverlapCell> Cells => [.. CellOrder.Sort(Sheets.SelectMany(sheet => sheet.Lines).SelectMany(line => line.Cells).Distinct())];

    /// <summary>What is known of the pairs of those who are active: node n is the n-th of <see cref="NetworkBounds.Listed"/>.</summary>
    public required PartlyKnownNetwork Known { get; init; }

    /// <summary>Who meets whom in how many places.</summary>
    public required Network Meetings { get; init; }

    private protected override Words Found => AskListWords.FoundIn(this);

    private PartlyKnownNetwork IfAllTied(NetworkBounds bounds)
    {
        var all = new List<(int, int)>(Sheets.SelectMany(sheet => sheet.Lines, (sheet, line) => (bounds.Listed.BinarySearch(sheet.Respondent), bounds.Listed.BinarySearch(line.About))));
        for (var node = 0; node < Known.NodeCount; node++)
        {
            foreach (var other in Known.Tied.Neighbors(node)) all.Add((node, other));
        }

        return PartlyKnownNetwork.Of(Known.NodeCount, all, []);
    }
}

/// <summary>What one organisation or initiative is asked. Nodes are numbers in the graph of its view.</summary>
public sealed record AskedSheet
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>Which of the sheets it is, from 1: what tells most first.</summary>
    public required int Number { get; init; }

    /// <summary>Who is asked.</summary>
    public required int Respondent { get; init; }

    /// <summary>About whom, what tells most first.</summary>
    public required ImmutableArray<AskedLine> Lines { get; init; }

    /// <summary>Whom to ask about whom, and why.</summary>
    public Words Reason => AskListWords.ReasonOf(this);
}

/// <summary>One question: which contact is there with this other?</summary>
/// <param name="About">The other.</param>
/// <param name="SharedPlaceCount">At how many places the two meet: a target group in an area, or a trajectory, with no more than 20 there.</param>
/// <param name="Cells">Where it is not known whether the two coordinate, of the cells that can be acted on first.</param>
public sealed record AskedLine(int About, int SharedPlaceCount, ImmutableArray<OverlapCell> Cells);
