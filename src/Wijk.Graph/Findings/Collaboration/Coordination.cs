using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>Pairs of agencies by what is known of their coordination.</summary>
/// <param name="Coordinated">Pairs at <see cref="Vocabulary.CoordinationLevel"/> or above.</param>
/// <param name="NotCoordinated">Pairs that were asked and are below it.</param>
/// <param name="Unknown">Pairs that nobody asked.</param>
public readonly record struct Coordination(long Coordinated, long NotCoordinated, long Unknown)
{
    /// <summary>Those that were asked and of which reports differ, so that the lowest level counts.</summary>
    public long Contradicting { get; init; }

    /// <summary>Pairs that were asked.</summary>
    public long Known => Coordinated + NotCoordinated;

    /// <summary>All pairs.</summary>
    public long Total => Known + Unknown;

    /// <summary>Coordinated pairs as a share of those that were asked; null when nobody was asked.</summary>
    public double? Share => Known == 0 ? null : (double)Coordinated / Known;

    /// <summary>The state of all pairs among some actors.</summary>
    /// <param name="actors">Node numbers, each once.</param>
    /// <param name="ties">What was reported.</param>
    public static Coordination Among(IReadOnlyCollection<int> actors, CollaborationTies ties)
    {
        long coordinated = 0, known = 0, contradicting = 0;
        var members = actors as IReadOnlySet<int> ?? actors.ToHashSet();
        foreach (var actor in members)
        {
            foreach (var tie in ties.Of(actor))
            {
                if (tie.A != actor || !members.Contains(tie.B)) continue;
                known++;
                if (tie.Level >= Vocabulary.CoordinationLevel) coordinated++;
                if (tie.IsContradicting) contradicting++;
            }
        }

        return new(coordinated, known - coordinated, ((long)members.Count * (members.Count - 1) / 2) - known) { Contradicting = contradicting };
    }
}
