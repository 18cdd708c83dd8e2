using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Agencies and initiatives joined by what they are told to share: known ties and target group cells.</summary>
/// <remarks>
/// Weight of a tie: level / <see cref="Vocabulary.HighestCollaborationLevel"/>; level 0 joins nobody.
/// Weight of a shared cell of k actors: 1 / (k − 1), so that a crowded cell does not outweigh the rest.
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

        // Crowded cells make millions of pairs, so there is room for all from the start.
        var edges = new Edge[ties.Length + cells.Sum(cell => cell.Actors.Length * (cell.Actors.Length - 1) / 2)];
        var next = 0;
        foreach (var tie in ties) edges[next++] = new(numbers[tie.A], numbers[tie.B], (float)tie.Level / Vocabulary.HighestCollaborationLevel);
        foreach (var cell in cells)
        {
            int[] present = [.. cell.Actors.Select(actor => numbers[actor])];
            for (var i = 0; i < present.Length; i++)
            {
                for (var j = i + 1; j < present.Length; j++) edges[next++] = new(present[i], present[j], 1f / (present.Length - 1));
            }
        }

        Network = Network.Of(members.Length, edges);
    }

    /// <summary>The actors: member m is node m of <see cref="Network"/>.</summary>
    public ImmutableArray<int> Members { get; }

    /// <summary>The known ties above level 0 among the members.</summary>
    public ImmutableArray<ActorTie> Ties { get; }

    /// <summary>The weighted network.</summary>
    public Network Network { get; }

    /// <summary>The actors an actor is joined to by a tie or a shared cell.</summary>
    public IEnumerable<int> JoinedTo(int actor) => Network.Neighbors(memberNumbers[actor]).ToArray().Select(member => Members[member]);

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
