using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>Pairs of agencies by what is known of their coordination.</summary>
/// <param name="Coordinated">Pairs at <see cref="Vocabulary.CoordinationLevel"/> or above.</param>
/// <param name="NotCoordinated">Pairs of which it is known that they are below it.</param>
/// <param name="Unknown">Pairs that nobody asked and of which nothing stands on record.</param>
public readonly record struct Coordination(long Coordinated, long NotCoordinated, long Unknown)
{
    /// <summary>Those that are known and of which reports differ, so that the lowest level counts.</summary>
    public long Contradicting { get; init; }

    /// <summary>Those that nobody asked, but of which it stands on record that they coordinate.</summary>
    public long RecordedCoordinated { get; init; }

    /// <summary>Those that nobody asked, and of which a contact stands on record that is no coordination.</summary>
    public long RecordedNotCoordinated { get; init; }

    /// <summary>Where they stand on record: names with commas between them; null when none do.</summary>
    public string? Registers { get; init; }

    /// <summary>Pairs that were asked.</summary>
    public long Asked => Known - Recorded;

    /// <summary>Pairs that stand on record and were not asked.</summary>
    public long Recorded => RecordedCoordinated + RecordedNotCoordinated;

    /// <summary>Pairs that were asked or stand on record.</summary>
    public long Known => Coordinated + NotCoordinated;

    /// <summary>All pairs.</summary>
    public long Total => Known + Unknown;

    /// <summary>Coordinated pairs as a share of those that are known; null when none are.</summary>
    public double? Share => Known == 0 ? null : (double)Coordinated / Known;

    /// <summary>The state of all pairs among some actors.</summary>
    /// <param name="actors">Node numbers, each once.</param>
    /// <param name="ties">What was reported.</param>
    public static Coordination Among(IReadOnlyCollection<int> actors, CollaborationTies ties)
    {
        int[] members = [.. actors];
        Array.Sort(members);
        var (asked, recorded, contradicting) = (default(Split), default(Split), 0L);
        SortedSet<string>? registers = null;
        foreach (var actor in members)
        {
            foreach (var tie in ties.Above(actor))
            {
                if (Array.BinarySearch(members, tie.B) < 0 || !tie.IsKnownAt(Vocabulary.CoordinationLevel)) continue;
                if (tie.IsContradicting) contradicting++;
                if (tie.IsAsked)
                {
                    asked = asked.With(tie);
                }
                else
                {
                    recorded = recorded.With(tie);
                    (registers ??= new(StringComparer.Ordinal)).UnionWith(tie.Registers);
                }
            }
        }

        var known = asked.Total + recorded.Total;
        return new(asked.Coordinated + recorded.Coordinated, asked.NotCoordinated + recorded.NotCoordinated, ((long)members.Length * (members.Length - 1) / 2) - known)
        {
            Contradicting = contradicting,
            RecordedCoordinated = recorded.Coordinated,
            RecordedNotCoordinated = recorded.NotCoordinated,
            Registers = registers is null ? null : string.Join(", ", registers),
        };
    }

    private readonly record struct Split(long Coordinated, long NotCoordinated)
    {
        public long Total => Coordinated + NotCoordinated;

        public Split With(ActorTie tie) =>
            tie.Level >= Vocabulary.CoordinationLevel ? this with { Coordinated = Coordinated + 1 } : this with { NotCoordinated = NotCoordinated + 1 };
    }
}
