using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Overlap;

/// <summary>One measure that an actor has in a cell.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Compared">The domains by which it is compared with others, in no order; empty when none is known.</param>
/// <param name="Days">When the actor is active with it there, each range once.</param>
public sealed record CellWork(int Measure, ImmutableArray<int> Compared, ImmutableArray<DayRange> Days)
{
    /// <summary>The share of time in common with other work: the highest Jaccard of any two of their periods, 0 to 1.</summary>
    internal double TimeSharedWith(CellWork other)
    {
        var highest = 0.0;
        foreach (var mine in Days)
        {
            foreach (var its in other.Days) highest = Math.Max(highest, mine.JaccardWith(its));
        }

        return highest;
    }
}

/// <summary>One actor's part in a cell.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Works">Its measures there, ascending.</param>
/// <param name="Domains">The domains of those measures themselves, ascending; empty when none is known.</param>
public sealed record CellActor(int Actor, ImmutableArray<CellWork> Works, ImmutableArray<int> Domains);

/// <summary>The domains of each measure.</summary>
/// <param name="Own">The domains themselves, ascending; catch-alls are left out by the caller.</param>
/// <param name="Compared">The domains by which measures are compared: what their own stand for on a level of the tree.</param>
public sealed record MeasureDomains(IReadOnlyList<ImmutableArray<int>> Own, IReadOnlyList<ImmutableArray<int>> Compared);
