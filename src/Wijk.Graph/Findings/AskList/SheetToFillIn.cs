using System.Collections.Immutable;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.AskList;

/// <summary>A sheet that an organisation or initiative fills in, on paper or in a spreadsheet.</summary>
/// <param name="View">What it was read from.</param>
/// <param name="Respondent">Who fills it in: a number in the graph of the view.</param>
/// <param name="Others">About whom, in order.</param>
public sealed record SheetToFillIn(GraphView View, int Respondent, ImmutableArray<int> Others)
{
    /// <summary>How many lines there are for whom the list forgot.</summary>
    public const int LinesForWhoElse = 2;

    /// <summary>The round that it is part of; null where none was started yet.</summary>
    public Round? Round { get; init; }

    /// <summary>The sheets of an ask-list, in its order.</summary>
    public static ImmutableArray<SheetToFillIn> Of(AskListAnswer answer) =>
        [.. answer.Sheets.Select(sheet => new SheetToFillIn(answer.View, sheet.Respondent, [.. sheet.Lines.Select(line => line.About)]))];

    /// <summary>The sheets of a round, by name of who fills them in.</summary>
    public static ImmutableArray<SheetToFillIn> Of(Round round) =>
        [.. round.Respondents.Select(respondent => new SheetToFillIn(round.View, respondent.Node, respondent.Listed) { Round = round })];
}
