using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Register;

/// <summary>Something that was given out, or kept to compare with. Nodes are numbers in the graph of its view.</summary>
/// <param name="Suggestion">The record of it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Arm">Whether it was given out.</param>
/// <param name="GivenOn">When.</param>
/// <param name="Pairs">The pairs it is about: one of a link, all at a table, those to ask; the lower number first.</param>
/// <param name="Outcomes">What became of each of them.</param>
public sealed record RegisterEntry(int Suggestion, AdviceType Type, AdviceArm Arm, DateOnly GivenOn, ImmutableArray<(int A, int B)> Pairs, ImmutableArray<AdviceOutcome> Outcomes)
{
    /// <summary>How many months later all are to be asked.</summary>
    public const int MonthsToFollowUp = 12;

    private static readonly NodeKind[] Actors = [NodeKind.Agency, NodeKind.Initiative, NodeKind.Professional];

    /// <summary>When all are to be asked, alike.</summary>
    public DateOnly FollowUpOn => GivenOn.AddMonths(MonthsToFollowUp);

    /// <summary>How many of its pairs came to something.</summary>
    public int CountOf(AdviceOutcome outcome) => Outcomes.Count(one => one == outcome);

    /// <summary>What stands in a register up to the day of a view; null for a suggestion that was not given out by a plan.</summary>
    internal static RegisterEntry? Of(GraphView view, int suggestion)
    {
        var (graph, attributes) = (view.Graph, view.Graph.Node(suggestion).Attributes);
        if (attributes.Date("givenOn") is not { } given || Read<AdviceType>(attributes.Text("type")) is not { } type || Read<AdviceArm>(attributes.Text("arm")) is not { } arm) return null;
        if (given.FirstDay > view.Day) return null;
        int[] about = [.. graph.Outgoing(RelationKind.About).Neighbors(suggestion).ToArray().Where(node => Actors.Contains(graph.Node(node).Kind)).Order()];
        ImmutableArray<(int A, int B)> pairs = [.. from one in about from other in about where one < other select (one, other)];
        return new(suggestion, type, arm, given.LastDay, pairs, [.. pairs.Select(pair => OutcomeOf(view, pair, given.LastDay))]);
    }

    /// <summary>The relations that say what became of a pair, asked after a day; by key.</summary>
    internal static IEnumerable<string> Asked(GraphView view, (int A, int B) pair, DateOnly after) => ReportsOf(view, pair, after).SelectMany(report => report).Select(relation => relation.Key);

    // As everywhere: of reports on one pair the lowest counts, and of an agency and its people the highest.
    private static AdviceOutcome OutcomeOf(GraphView view, (int A, int B) pair, DateOnly after)
    {
        var levels = ReportsOf(view, pair, after).Select(report => report.Min(relation => relation.Attributes.Integer("level") ?? 1)).ToArray();
        return levels.Length == 0 ? AdviceOutcome.NotAsked : levels.Max() > 0 ? AdviceOutcome.Exists : AdviceOutcome.Absent;
    }

    private static IEnumerable<Relation[]> ReportsOf(GraphView view, (int A, int B) pair, DateOnly after) => CollaborationTies.Of(view).Of(pair.A)
        .Where(tie => tie.A == pair.B || tie.B == pair.B)
        .SelectMany(tie => tie.Reports)
        .Select(report => CollaborationTies.RelationsOf(view.Graph, report).Select(key => view.Graph.Relation(view.Graph.FindRelation(key)!.Value)).Where(relation => IsAskedAfter(relation, after)).ToArray())
        .Where(report => report.Length > 0);

    private static bool IsAskedAfter(Relation relation, DateOnly day) =>
        (relation.Attributes.Text("basis") == "asked" || relation.Attributes.Integer("level") == 0)
        && (relation.ValidFrom?.FirstDay ?? DateOnly.FromDateTime(relation.RecordedAt.UtcDateTime)) > day;

    private static T? Read<T>(string? code)
        where T : struct, Enum => Enum.TryParse<T>(code, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
