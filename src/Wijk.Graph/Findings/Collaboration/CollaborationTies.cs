using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
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
    private readonly int[] firstOf;
    private readonly Incidence tiesOf;

    private CollaborationTies(int nodeCount, ImmutableArray<ActorTie> ties)
    {
        All = ties;
        var ends = new (int Actor, int Tie)[2 * ties.Length];
        firstOf = new int[nodeCount + 1];
        for (var tie = 0; tie < ties.Length; tie++)
        {
            (ends[2 * tie], ends[(2 * tie) + 1]) = ((ties[tie].A, tie), (ties[tie].B, tie));
            firstOf[ties[tie].A + 1]++;
        }

        for (var actor = 0; actor < nodeCount; actor++) firstOf[actor + 1] += firstOf[actor];
        tiesOf = Incidence.Of(nodeCount, ties.Length, ends);
        Actors = [.. Enumerable.Range(0, nodeCount).Where(actor => tiesOf.Degree(actor) > 0)];
    }

    /// <summary>The ties, by the numbers of their ends.</summary>
    public ImmutableArray<ActorTie> All { get; }

    /// <summary>Every actor of whom at least one tie is known, whatever its level; ascending.</summary>
    public ImmutableArray<int> Actors { get; }

    /// <summary>The ties of an actor.</summary>
    public IReadOnlyList<ActorTie> Of(int actor)
    {
        var ties = tiesOf.Row(actor);
        var found = new ActorTie[ties.Length];
        for (var tie = 0; tie < found.Length; tie++) found[tie] = All[ties[tie]];
        return found;
    }

    /// <summary>The ties of an actor with those of a higher number, by the other's number.</summary>
    public ReadOnlySpan<ActorTie> Above(int actor) => All.AsSpan()[firstOf[actor]..firstOf[actor + 1]];

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
        var reports = Reported(snapshot);
        var found = new List<(int A, int B, int Report)>(reports.Count);
        for (var report = 0; report < reports.Count; report++)
        {
            var (endA, endB) = (reports[report].A, reports[report].B);
            foreach (var a in ActorsBehind(snapshot, in endA))
            {
                foreach (var b in ActorsBehind(snapshot, in endB))
                {
                    if (a != b) found.Add((Math.Min(a, b), Math.Max(a, b), report));
                }
            }
        }

        var ties = ImmutableArray.CreateBuilder<ActorTie>(found.Count);
        foreach (var (a, b, ofPair) in ByPair(found))
        {
            ImmutableArray<ReportedTie> own = [.. ofPair.Select(report => reports[report])];
            ties.Add(new(a, b, own.Max(report => report.Level), own));
        }

        return new(snapshot.NodeCount, ties.DrainToImmutable());
    }

    private static List<ReportedTie> Reported(GraphSnapshot snapshot)
    {
        var found = new List<(int A, int B, int Relation)>();
        foreach (var relation in snapshot.NumbersOf(RelationKind.Collaborates))
        {
            var (from, to) = (snapshot.From(relation), snapshot.To(relation));
            found.Add((Math.Min(from, to), Math.Max(from, to), relation));
        }

        return [.. ByPair(found).Select(pair => ReportOf(pair.A, pair.B, pair.Found, snapshot))];
    }

    // Those of one pair, in order.
    private static IEnumerable<(int A, int B, ArraySegment<int> Found)> ByPair(List<(int A, int B, int Found)> all)
    {
        var (pairs, found) = (new long[all.Count], new int[all.Count]);
        for (var place = 0; place < pairs.Length; place++) (pairs[place], found[place]) = (((long)all[place].A << 32) | (uint)all[place].B, all[place].Found);
        Array.Sort(pairs, found);
        for (var start = 0; start < pairs.Length;)
        {
            var end = start + 1;
            while (end < pairs.Length && pairs[end] == pairs[start]) end++;
            Array.Sort(found, start, end - start);
            yield return ((int)(pairs[start] >> 32), (int)pairs[start], new(found, start, end - start));
            start = end;
        }
    }

    private static ReportedTie ReportOf(int a, int b, ArraySegment<int> relations, GraphSnapshot snapshot)
    {
        var (lowest, highest, isAsked, register) = ((long?)null, (long?)null, false, (string?)null);
        foreach (var number in relations)
        {
            var report = snapshot.Relation(number);
            var level = report.Attributes.Integer("level");
            (lowest, highest) = (level < lowest ? level : lowest ?? level, level > highest ? level : highest ?? level);
            isAsked |= IsAsked(report);
            register = register is null || string.CompareOrdinal(report.Source, register) < 0 ? report.Source : register;
        }

        return new(a, b, (int)(lowest ?? Vocabulary.CoordinationLevel - 1), lowest != highest)
        {
            Register = isAsked ? null : register,
            HasLevel = lowest is not null,
        };
    }

    // Level 0 means by itself that somebody asked: no register lists those who have no contact.
    private static bool IsAsked(Relation report) => report.Attributes.Text("basis") == "asked" || report.Attributes.Integer("level") == 0;

    private static ReadOnlySpan<int> ActorsBehind(GraphSnapshot snapshot, in int node)
    {
        var agencies = snapshot.Node(node).Kind == NodeKind.Professional ? snapshot.Outgoing(RelationKind.WorksFor).Neighbors(node) : [];
        return agencies.IsEmpty ? new(in node) : agencies;
    }
}
