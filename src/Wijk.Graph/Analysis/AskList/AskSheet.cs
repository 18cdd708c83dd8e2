using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.AskList;

/// <summary>What one respondent is asked: their tie with each of some others.</summary>
/// <param name="Respondent">Who is asked.</param>
/// <param name="Lines">About whom, what tells most first; no pair stands on two sheets.</param>
public sealed record AskSheet(int Respondent, ImmutableArray<AskLine> Lines);

/// <summary>One question: has the respondent a tie with this other?</summary>
/// <param name="About">The other.</param>
/// <param name="TieChance">How likely a tie seems, 0 to 1: what the order rests on, and no finding.</param>
public readonly record struct AskLine(int About, double TieChance);
