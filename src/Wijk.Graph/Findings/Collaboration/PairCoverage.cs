using Wijk.Graph.Findings.Activities;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>How many of the pairs of actors were asked.</summary>
internal static class PairCoverage
{
    /// <summary>The pairs among some actors of whom a tie is known, of all their pairs.</summary>
    public static Coverage Of(Actors actors, IEnumerable<ActorTie> ties) => new(
        new("paren waarvan gevraagd is of zij samenwerken", "pairs that were asked whether they collaborate"),
        ties.Count(tie => actors.Contains(tie.A) && actors.Contains(tie.B)),
        (long)actors.Count * (actors.Count - 1) / 2);
}
