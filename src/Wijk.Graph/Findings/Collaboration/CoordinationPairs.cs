using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>What is known of the coordination of two actors.</summary>
public enum PairState
{
    /// <summary>They were asked, and do not coordinate.</summary>
    NotCoordinated,

    /// <summary>Nobody asked, and a contact stands on record that is no coordination.</summary>
    RecordedNotCoordinated,

    /// <summary>They were asked, and coordinate.</summary>
    Coordinated,

    /// <summary>Nobody asked, and it stands on record that they coordinate.</summary>
    RecordedCoordinated,

    /// <summary>Nobody asked, and nothing of it stands on record.</summary>
    Unknown,
}

/// <summary>The pairs among some actors, by what is known of their coordination: whom to bring together, and whom to ask. <see cref="Coordination"/> counts the same.</summary>
public sealed class CoordinationPairs
{
    private readonly CollaborationTies ties;
    private readonly int[] actors;

    private CoordinationPairs(CollaborationTies ties, int[] actors) => (this.ties, this.actors) = (ties, actors);

    /// <summary>The pairs among some actors.</summary>
    /// <param name="actors">Node numbers, each once.</param>
    /// <param name="ties">What was reported.</param>
    public static CoordinationPairs Among(IEnumerable<int> actors, CollaborationTies ties) => new(ties, [.. actors.Order()]);

    /// <summary>The pairs in a state, the lower number first, ascending.</summary>
    public IEnumerable<(int A, int B)> In(PairState state)
    {
        for (var first = 0; first < actors.Length; first++)
        {
            var known = ties.Of(actors[first]).Where(tie => tie.A == actors[first]).ToDictionary(tie => tie.B);
            for (var second = first + 1; second < actors.Length; second++)
            {
                if (StateOf(known.GetValueOrDefault(actors[second])) == state) yield return (actors[first], actors[second]);
            }
        }
    }

    private static PairState StateOf(ActorTie? tie) => tie switch
    {
        null => PairState.Unknown,
        _ when !tie.IsKnownAt(Vocabulary.CoordinationLevel) => PairState.Unknown,
        { Level: >= Vocabulary.CoordinationLevel } => tie.IsAsked ? PairState.Coordinated : PairState.RecordedCoordinated,
        _ => tie.IsAsked ? PairState.NotCoordinated : PairState.RecordedNotCoordinated,
    };
}
