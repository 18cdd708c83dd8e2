using Wijk.Graph.Model;

namespace Wijk.Graph.Findings;

/// <summary>What a figure of an answer means: said once, so that whoever meets the number can look it up.</summary>
/// <param name="Name">The name of the field that holds it.</param>
/// <param name="Definition">What it counts, in plain words.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="Citation">Where the formula comes from; null when it is a plain count.</param>
/// <param name="Version">Goes up when the definition or the formula changes, so that figures of before are not compared with those of after.</param>
public sealed record Metric(string Name, Words Definition, string Formula, string? Citation = null, int Version = 1);
