using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>What a line between two in a plan stands for.</summary>
public enum PlanTie
{
    /// <summary>They have contact.</summary>
    Contact,

    /// <summary>They coordinate, or more.</summary>
    Coordination,

    /// <summary>A link to make.</summary>
    Link,

    /// <summary>They are not known to know each other, and would meet at the table.</summary>
    Meeting,
}

/// <summary>A line between two in a plan. Nodes are numbers in the graph of its view.</summary>
/// <param name="A">One end, the lower number.</param>
/// <param name="B">The other end.</param>
/// <param name="Tie">What it stands for.</param>
public readonly record struct PlanLine(int A, int B, PlanTie Tie);

/// <summary>Those a plan is about and those it invites: who know each other now, and what the plan adds.</summary>
/// <remarks>Of more than <see cref="MostMembers"/> those are left out that are neither invited nor linked.</remarks>
/// <param name="Members">Who is in it, ascending.</param>
/// <param name="Invited">Those of them that have a seat at the table, by whom the seat speaks for, ascending.</param>
/// <param name="Now">The ties that are known among them.</param>
/// <param name="Added">The links to make; where there are none, who would meet at the table.</param>
/// <param name="LeftOutCount">How many the plan is about that are not in it.</param>
public sealed record PlanNetwork(ImmutableArray<int> Members, ImmutableArray<int> Invited, ImmutableArray<PlanLine> Now, ImmutableArray<PlanLine> Added, int LeftOutCount)
{
    /// <summary>How many can be told apart in a picture.</summary>
    public const int MostMembers = 24;

    /// <summary>Whether what is added are links to make; else it is a meeting.</summary>
    public bool HasLinks => Added is [{ Tie: PlanTie.Link }, ..];

    /// <summary>The others that a member is joined with by some of the lines, ascending.</summary>
    public static IEnumerable<int> Joined(int member, IEnumerable<PlanLine> lines) =>
        lines.Where(line => line.A == member || line.B == member).Select(line => line.A == member ? line.B : line.A).Order();

    internal static PlanNetwork Of(DefragmentPlan plan)
    {
        var links = plan.Links.Links;
        ImmutableArray<int> invited = [.. plan.Table.Seats.Select(seat => seat.Organisation).Distinct().Order()];
        int[] about = [.. plan.Agencies, .. plan.Initiatives], named = [.. invited, .. links.SelectMany(link => new[] { link.A, link.B })];
        ImmutableArray<int> members = [.. (about.Union(named).Count() > MostMembers ? named : about.Union(named)).Distinct().Order()];
        var ties = CollaborationTies.Of(plan.View);
        ImmutableArray<PlanLine> now =
        [
            .. members.SelectMany(member => ties.Above(member).ToArray()).Where(tie => tie.Level > 0 && members.BinarySearch(tie.B) >= 0)
                .Select(tie => new PlanLine(tie.A, tie.B, tie.Level >= Vocabulary.CoordinationLevel ? PlanTie.Coordination : PlanTie.Contact)),
        ];
        var added = links.IsEmpty
            ? from one in invited from other in invited where one < other && !ties.AreTied(one, other) select new PlanLine(one, other, PlanTie.Meeting)
            : links.Select(link => new PlanLine(Math.Min(link.A, link.B), Math.Max(link.A, link.B), PlanTie.Link));
        return new(members, invited, now, [.. added.OrderBy(line => line.A).ThenBy(line => line.B)], about.Except(members).Count());
    }
}
