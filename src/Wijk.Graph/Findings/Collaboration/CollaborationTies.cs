using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>What was reported of the contact between two nodes.</summary>
/// <param name="A">One node, the lower number.</param>
/// <param name="B">The other node.</param>
/// <param name="Level">The lowest level anyone reported; where a register has none, just below <see cref="Vocabulary.CoordinationLevel"/>.</param>
/// <param name="IsContradicting">Whether reports differ.</param>
public readonly record struct ReportedTie(int A, int B, int Level, bool IsContradicting)
{
    /// <summary>Where it is on record; null when it was asked.</summary>
    public string? Register { get; init; }

    /// <summary>Whether anyone reported a level.</summary>
    public bool HasLevel { get; init; } = true;
}

/// <summary>The contact between two actors: agencies, initiatives, or professionals for whom no agency is recorded.</summary>
/// <param name="A">One actor, the lower node number.</param>
/// <param name="B">The other actor.</param>
/// <param name="Level">The highest of their own tie and those of their professionals.</param>
/// <param name="Reports">What was reported, of themselves or of their professionals.</param>
public sealed record ActorTie(int A, int B, int Level, ImmutableArray<ReportedTie> Reports)
{
    /// <summary>Whether reports on the same pair of nodes differ.</summary>
    public bool IsContradicting => Reports.Any(report => report.IsContradicting);

    /// <summary>Whether it was asked; if not, it stands on record somewhere.</summary>
    public bool IsAsked => Reports.Any(report => report.Register is null);

    /// <summary>Whether it is known that the two are at a level, or that they are not.</summary>
    /// <remarks>A register that says no level says that there is contact, and nothing of coordination.</remarks>
    public bool IsKnownAt(int level) => Level >= level || Reports.Any(report => report.HasLevel);

    /// <summary>Where what was not asked stands on record.</summary>
    public IEnumerable<string> Registers => Reports.Select(report => report.Register).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether a tie of at least this level remains when one person leaves.</summary>
    public bool HoldsWithout(int person, int level) =>
        Reports.Any(report => report.Level >= level && report.A != person && report.B != person);
}

/// <summary>All recorded collaboration of a view, as ties between actors.</summary>
/// <remarks>
/// A professional's tie counts for the agencies they work for, so that no answer compares persons; who carries it stays in
/// <see cref="ActorTie.Reports"/>. A professional without agency is an actor. A pair with a tie was asked, or its contact stands on record;
/// of a pair without one nothing is known.
/// </remarks>
public sealed class CollaborationTies
{
    private readonly Dictionary<int, List<ActorTie>> byActor;

    private CollaborationTies(ImmutableArray<ActorTie> ties, ImmutableArray<int> actors)
    {
        (All, Actors) = (ties, actors);
        byActor = actors.ToDictionary(actor => actor, _ => new List<ActorTie>());
        foreach (var tie in ties)
        {
            byActor[tie.A].Add(tie);
            byActor[tie.B].Add(tie);
        }
    }

    /// <summary>The ties, by the numbers of their ends.</summary>
    public ImmutableArray<ActorTie> All { get; }

    /// <summary>Every actor of whom at least one tie is known, whatever its level; ascending.</summary>
    public ImmutableArray<int> Actors { get; }

    /// <summary>The ties of an actor.</summary>
    public IReadOnlyList<ActorTie> Of(int actor) => byActor.TryGetValue(actor, out var ties) ? ties : [];

    /// <summary>Whether contact of two actors is known, at level 1 or more.</summary>
    public bool AreTied(int one, int other) => Of(one).Any(tie => tie.Level > 0 && (tie.A == other || tie.B == other));

    /// <summary>The ties of a view; read once.</summary>
    public static CollaborationTies Of(GraphView view) => view.Index(static view => Read(view.Graph));

    /// <summary>The keys of the relations a report was read from: one for each who reported.</summary>
    public static IEnumerable<string> RelationsOf(GraphSnapshot snapshot, ReportedTie report)
    {
        var collaborations = snapshot.Outgoing(RelationKind.Collaborates);
        foreach (var (own, other) in new[] { (report.A, report.B), (report.B, report.A) })
        {
            var neighbors = collaborations.Neighbors(own).ToArray();
            var relations = collaborations.Relations(own).ToArray();
            for (var i = 0; i < neighbors.Length; i++)
            {
                if (neighbors[i] == other) yield return snapshot.Relation(relations[i]).Key;
            }
        }
    }

    private static CollaborationTies Read(GraphSnapshot snapshot)
    {
        var byPair = new Dictionary<(int, int), List<ReportedTie>>();
        var actors = new SortedSet<int>();
        foreach (var report in Reported(snapshot))
        {
            foreach (var a in ActorsBehind(snapshot, report.A))
            {
                foreach (var b in ActorsBehind(snapshot, report.B))
                {
                    if (a == b) continue;
                    actors.Add(a);
                    actors.Add(b);
                    var pair = (Math.Min(a, b), Math.Max(a, b));
                    if (!byPair.TryGetValue(pair, out var reports)) byPair.Add(pair, reports = []);
                    reports.Add(report);
                }
            }
        }

        var ties = byPair.OrderBy(pair => pair.Key)
            .Select(pair => new ActorTie(pair.Key.Item1, pair.Key.Item2, pair.Value.Max(report => report.Level), [.. pair.Value]));
        return new([.. ties], [.. actors]);
    }

    private static IEnumerable<ReportedTie> Reported(GraphSnapshot snapshot) => snapshot.NumbersOf(RelationKind.Collaborates)
        .Select(relation => (A: Math.Min(snapshot.From(relation), snapshot.To(relation)), B: Math.Max(snapshot.From(relation), snapshot.To(relation)), Relation: snapshot.Relation(relation)))
        .GroupBy(report => (report.A, report.B), report => report.Relation)
        .OrderBy(pair => pair.Key)
        .Select(pair =>
        {
            var levels = pair.Select(report => report.Attributes.Integer("level")).OfType<long>().DefaultIfEmpty(Vocabulary.CoordinationLevel - 1).ToArray();
            return new ReportedTie(pair.Key.A, pair.Key.B, (int)levels.Min(), levels.Min() != levels.Max())
            {
                Register = pair.Any(IsAsked) ? null : pair.Min(report => report.Source),
                HasLevel = pair.Any(report => report.Attributes["level"] is not null),
            };
        });

    // Level 0 means by itself that somebody asked: no register lists those who have no contact.
    private static bool IsAsked(Relation report) => report.Attributes.Text("basis") == "asked" || report.Attributes.Integer("level") == 0;

    private static int[] ActorsBehind(GraphSnapshot snapshot, int node)
    {
        var agencies = snapshot.Node(node).Kind == NodeKind.Professional ? snapshot.Outgoing(RelationKind.WorksFor).Neighbors(node) : [];
        return agencies.IsEmpty ? [node] : agencies.ToArray();
    }
}
