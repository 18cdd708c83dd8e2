using System.Collections.Immutable;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Agencies and initiatives joined by what they are told to share: known ties and target group cells.</summary>
/// <remarks>
/// Weight of a tie: level / <see cref="Vocabulary.HighestCollaborationLevel"/>; level 0 joins nobody.
/// Weight of a shared cell of k actors: 1 / (k − 1), so that a crowded cell does not outweigh the rest; <see cref="SharedGroups"/> says how a very
/// crowded one counts.
/// </remarks>
internal sealed class ClusterNetwork
{
    private readonly Dictionary<int, int> memberNumbers;
    private readonly ILookup<int, Cell> cellsOf;
    private readonly Dictionary<(int Group, int Area), Cell> byPlace;

    private ClusterNetwork(ImmutableArray<int> members, ImmutableArray<ActorTie> ties, ImmutableArray<Cell> cells)
    {
        (Members, Ties) = (members, ties);
        var numbers = memberNumbers = members.Select((actor, member) => (actor, member)).ToDictionary(pair => pair.actor, pair => pair.member);
        cellsOf = cells.SelectMany(cell => cell.Actors.Select(actor => (actor, cell))).ToLookup(entry => entry.actor, entry => entry.cell);
        byPlace = cells.ToDictionary(cell => (cell.Group, cell.Area));

        Network = SharedGroups.Join(
            Incidence.Of(cells.Length, members.Length, [.. cells.Index().SelectMany(cell => cell.Item.Actors.Select(actor => (cell.Index, numbers[actor])))]),
            [.. ties.Select(tie => new Edge(numbers[tie.A], numbers[tie.B], (float)tie.Level / Vocabulary.HighestCollaborationLevel))]);
    }

    /// <summary>The actors: member m is node m of <see cref="Network"/>, where very crowded cells come after them.</summary>
    public ImmutableArray<int> Members { get; }

    /// <summary>The known ties above level 0 among the members.</summary>
    public ImmutableArray<ActorTie> Ties { get; }

    /// <summary>The weighted network.</summary>
    public Network Network { get; }

    /// <summary>How many pairs of some actors are joined by a tie or a shared cell.</summary>
    public long JoinedCount(IReadOnlySet<int> actors)
    {
        var among = CellsShared(actors).Select(cell => cell.Actors.Where(actors.Contains).ToArray()).ToArray();
        var othersOf = among.SelectMany(cell => cell.Select(actor => (actor, cell))).ToLookup(entry => entry.actor, entry => entry.cell);
        var (count, lastMet) = (0L, new Dictionary<int, int>(actors.Count));
        foreach (var actor in actors)
        {
            foreach (var member in Network.Neighbors(memberNumbers[actor]))
            {
                if (member < Members.Length && actors.Contains(Members[member])) Meet(Members[member]);
            }

            foreach (var other in othersOf[actor].SelectMany(cell => cell)) Meet(other);

            void Meet(int other)
            {
                if (other == actor || lastMet.TryGetValue(other, out var met) && met == actor) return;
                lastMet[other] = actor;
                count++;
            }
        }

        return count / 2;
    }

    /// <summary>The cells an actor is active in, those with nobody else left out.</summary>
    public IEnumerable<Cell> CellsOf(int actor) => cellsOf[actor];

    /// <summary>The cells in which two or more of some actors are active.</summary>
    public IEnumerable<Cell> CellsShared(IEnumerable<int> actors) =>
        actors.SelectMany(CellsOf).CountBy(cell => (cell.Group, cell.Area)).Where(count => count.Value > 1).Select(count => byPlace[count.Key]);

    /// <summary>The network among some actors.</summary>
    public static ClusterNetwork Of(GraphView view, ActiveActors actors, AreaScope? scope)
    {
        var activity = Activity.Of(view);
        var cells = activity.In(scope)
            .Where(work => work is { Group: not null, Area: not null })
            .GroupBy(work => (Group: work.Group!.Value, Area: work.Area!.Value))
            .OrderBy(cell => cell.Key)
            .Select(cell => new Cell(
                cell.Key.Group,
                cell.Key.Area,
                [.. cell.SelectMany(work => activity.AgenciesRunning(work.Work).Concat(activity.InitiativesBehind(work.Work)).Select(actor => (actor, work.Targeting)))
                    .Distinct().Order()]))
            .Where(cell => cell.Actors.Length > 1);
        var ties = CollaborationTies.Of(view).All.Where(tie => tie.Level > 0 && actors.Contains(tie.A) && actors.Contains(tie.B));
        return new([.. actors.Agencies.Concat(actors.Initiatives).Order()], [.. ties], [.. cells]);
    }
}

/// <summary>Who is active for one target group in one area.</summary>
/// <param name="Group">The target group.</param>
/// <param name="Area">The area.</param>
/// <param name="Work">Agencies and initiatives, ascending, with the targetings by which they are there: the evidence.</param>
internal sealed record Cell(int Group, int Area, ImmutableArray<(int Actor, int Targeting)> Work)
{
    /// <summary>The agencies and initiatives, ascending.</summary>
    public ImmutableArray<int> Actors { get; } = [.. Work.Select(work => work.Actor).Distinct()];
}
