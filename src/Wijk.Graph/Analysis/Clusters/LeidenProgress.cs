namespace Wijk.Graph.Analysis.Clusters;

/// <summary>Where a Leiden run has come.</summary>
/// <param name="Iteration">The iteration it is in, from 1.</param>
/// <param name="Level">The level it begins with, 0 for the network itself.</param>
/// <param name="NodeCount">How many nodes that level has.</param>
public readonly record struct LeidenProgress(int Iteration, int Level, int NodeCount);
