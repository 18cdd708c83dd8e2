namespace Wijk.Graph.Analysis.Funding;

/// <summary>One recorded decision on money. Pots and projects are numbers of the caller's choice.</summary>
/// <param name="Pot">The funder and the scheme it comes from.</param>
/// <param name="Project">What it is for.</param>
/// <param name="IsRefused">Whether nothing was granted: an application without a pot.</param>
/// <param name="Amount">What was granted, 0 or more, in the one currency that is added up; null when it is not known or in another currency.</param>
/// <param name="IsOneOff">Whether it is granted once rather than again and again; null when that is not known.</param>
public readonly record struct Grant(int Pot, int Project, bool IsRefused, decimal? Amount, bool? IsOneOff);
