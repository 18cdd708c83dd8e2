using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The collaboration that is known among some actors, as a network of the ties at a level or above.</summary>
internal sealed class CollaborationNetwork
{
    private readonly Dictionary<int, int> memberNumbers;

    private CollaborationNetwork(ImmutableArray<ActorTie> known, int level)
    {
        (Known, Level) = (known, level);
        Members = [.. known.SelectMany(tie => new[] { tie.A, tie.B }).Distinct().Order()];
        memberNumbers = Members.Select((actor, member) => (actor, member)).ToDictionary(pair => pair.actor, pair => pair.member);
        Network = Of(known.Where(tie => tie.Level >= level));
        Components = Components.Of(Network);
    }

    /// <summary>Every tie that was asked or stands on record, whatever its level.</summary>
    public ImmutableArray<ActorTie> Known { get; }

    /// <summary>The level from which a tie counts.</summary>
    public int Level { get; }

    /// <summary>The actors at the ends of <see cref="Known"/>: member m is node m of <see cref="Network"/>.</summary>
    public ImmutableArray<int> Members { get; }

    /// <summary>The ties at the level or above.</summary>
    public Network Network { get; }

    /// <summary>The parts of <see cref="Network"/> that have no tie between them.</summary>
    public Components Components { get; }

    /// <summary>The number of an actor in the network.</summary>
    public int MemberOf(int actor) => memberNumbers[actor];

    /// <summary>The number of an actor in the network; null when it is not in it.</summary>
    public int? FindMember(int actor) => memberNumbers.TryGetValue(actor, out var member) ? member : null;

    /// <summary>One of which nothing is known: it has no members.</summary>
    public static CollaborationNetwork Unknown(int level) => new([], level);

    /// <summary>The ties among some actors; a professional without agency takes part with every tie to one of them.</summary>
    public static CollaborationNetwork Of(GraphView view, ActiveActors actors, int level) => new([.. KnownAmong(view, actors.Contains, level)], level);

    /// <summary>The same with each agency taken for another, such as the one it is part of: two have the highest level of all that are taken for them.</summary>
    public static CollaborationNetwork Of(GraphView view, ActiveActors actors, int level, Func<int, int> other) => new(
        [
            .. KnownAmong(view, actor => actors.Contains(other(actor)), level)
                .GroupBy(tie => (A: Math.Min(other(tie.A), other(tie.B)), B: Math.Max(other(tie.A), other(tie.B))))
                .Where(pair => pair.Key.A != pair.Key.B)
                .Select(pair => pair.ToArray() is [var only] && (only.A, only.B) == pair.Key
                    ? only
                    : new ActorTie(pair.Key.A, pair.Key.B, pair.Max(tie => tie.Level), [.. pair.SelectMany(tie => tie.Reports).Distinct()]))
                .OrderBy(tie => tie.A)
                .ThenBy(tie => tie.B),
        ],
        level);

    /// <summary>The ties among some actors of which is known whether they are at a level; a professional without agency takes part with every tie to one of them.</summary>
    public static IEnumerable<ActorTie> KnownAmong(GraphView view, Func<int, bool> isActor, int level)
    {
        return CollaborationTies.Of(view).All
            .Where(tie => tie.IsKnownAt(level) && TakesPart(tie.A) && TakesPart(tie.B) && (isActor(tie.A) || isActor(tie.B)));

        bool TakesPart(int actor) => isActor(actor) || view.Graph.Node(actor).Kind == NodeKind.Professional;
    }

    /// <summary>The network of some of the ties, with the same members.</summary>
    public Network Of(IEnumerable<ActorTie> ties) =>
        Network.Of(Members.Length, [.. ties.Select(tie => new Edge(memberNumbers[tie.A], memberNumbers[tie.B]))]);

    /// <summary>The actors of each component, largest first, then by first actor.</summary>
    public ImmutableArray<ImmutableArray<int>> Parts =>
    [
        .. Members.Select((actor, member) => (actor, component: Components.ComponentOf[member]))
            .GroupBy(entry => entry.component, entry => entry.actor)
            .Select(part => part.ToImmutableArray())
            .OrderByDescending(part => part.Length)
            .ThenBy(part => part[0]),
    ];
}
