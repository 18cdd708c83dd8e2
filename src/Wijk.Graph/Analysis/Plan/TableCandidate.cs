namespace Wijk.Graph.Analysis.Plan;

/// <summary>Somebody who could sit at a table: what they would bring.</summary>
/// <param name="Organisation">The number of whom they speak for.</param>
/// <param name="Sides">The sides that a table needs which they bring, a bit each: the physical domain, the social domain, residents.</param>
/// <param name="Barriers">The barriers within their mandate, a bit each.</param>
/// <param name="Perspectives">The perspectives they look from, a bit each.</param>
public readonly record struct TableCandidate(int Organisation, ulong Sides, ulong Barriers, ulong Perspectives);
