using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>How many of the pairs of actors were asked, and how many stand on record.</summary>
internal static class PairCoverage
{
    /// <summary>The pairs among some actors of whom a tie was asked, of all their pairs; then those on record, when there are any.</summary>
    public static ImmutableArray<Coverage> Of(ActiveActors actors, IEnumerable<ActorTie> ties)
    {
        var among = ties.Where(tie => actors.Contains(tie.A) && actors.Contains(tie.B)).ToLookup(tie => tie.IsAsked);
        return Of(
            new("paren waarvan gevraagd is of zij samenwerken", "pairs that were asked whether they collaborate"),
            among[true].Count(), among[false].Count(), (long)actors.Count * (actors.Count - 1) / 2);
    }

    /// <summary>The pairs that were asked, of all; then those on record, when there are any.</summary>
    /// <param name="what">What the pairs were asked.</param>
    /// <param name="asked">Pairs that were asked.</param>
    /// <param name="recorded">Pairs that stand on record and were not asked.</param>
    /// <param name="total">All pairs.</param>
    public static ImmutableArray<Coverage> Of(Words what, long asked, long recorded, long total)
    {
        var found = new[]
        {
            new Coverage(what, asked, total),
            new Coverage(new("paren waarvan het contact vaststaat zonder dat het gevraagd is", "pairs whose contact is on record and that were not asked"), recorded, total),
        };
        return [.. found.Take(recorded > 0 ? 2 : 1)];
    }
}
