using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>Says of two nodes of one kind whether they may be one, and what shows it.</summary>
internal sealed class DuplicateSigns(GraphSnapshot graph)
{
    /// <summary>What points to one and what speaks against it; null when they are known to be two, or nothing points to one strongly enough.</summary>
    public (ImmutableArray<DuplicateSign> For, ImmutableArray<DuplicateSign> Against)? Of(ComparedNode one, ComparedNode other)
    {
        if (AreKnownApart(one, other)) return null;
        DuplicateSign[] strong = [.. Strong(one, other)];
        var runner = Meet(one.Runners, other.Runners);

        // Many do work under one name: only of one organisation may it be the same work.
        if (strong.Length == 0 || (one.Node.Kind == NodeKind.Measure && runner != true)) return null;
        var (place, whole) = (Meet(one.Seats, other.Seats), Meet(one.Wholes, other.Wholes));
        return (
            [.. strong, .. When(runner == true, DuplicateSign.SameRunner), .. When(place == true, DuplicateSign.SamePlace), .. When(whole == true, DuplicateSign.SameWhole)],
            [
                .. When(one.Node.Origin == other.Node.Origin, DuplicateSign.SameSource),
                .. When(Differ(one.Node.Attributes.Text("type"), other.Node.Attributes.Text("type")), DuplicateSign.OtherType),
                .. When(place == false, DuplicateSign.OtherPlace),
                .. When(whole == false, DuplicateSign.OtherWhole),
                .. When(Differ(one.Website, other.Website), DuplicateSign.OtherWebsite),
                .. When(AreTied(RelationKind.Collaborates, one, other) || AreTied(RelationKind.RefersTo, one, other), DuplicateSign.KnownTie),
            ]);
    }

    private static IEnumerable<DuplicateSign> Strong(ComparedNode one, ComparedNode other)
    {
        if (one.Code is not null && one.Code == other.Code) yield return DuplicateSign.SameCode;
        if (one.Website is not null && one.Website == other.Website) yield return DuplicateSign.SameWebsite;
        if (one.Core.Length > 0 && one.Core == other.Core) yield return one.Node.Name == other.Node.Name ? DuplicateSign.SameName : DuplicateSign.NameInOtherForm;
        else if (SharesAlias(one, other)) yield return DuplicateSign.Alias;
        else if (one.Core.Length >= OneLetterSearch.Shortest && other.Core.Length >= OneLetterSearch.Shortest && OneLetterSearch.IsOneLetterOff(one.Core, other.Core)) yield return DuplicateSign.OneLetter;
    }

    private bool AreKnownApart(ComparedNode one, ComparedNode other)
    {
        if (NearNames.AreKnownApart(one.Node, other.Node)) return true;

        // What is part of, or comes after, another is not that other.
        if (AreTied(RelationKind.PartOf, one, other) || AreTied(RelationKind.Succeeds, one, other)) return true;
        return one.Node.Kind switch
        {
            // One source that gives two subjects or groups of the same name a place of their own in its tree, means two.
            NodeKind.Domain or NodeKind.TargetGroup or NodeKind.Area => one.Node.Origin == other.Node.Origin && Meet(one.Wholes, other.Wholes) == false,
            NodeKind.Measure => !one.Node.Period.Intersects(other.Node.Period),
            NodeKind.Document => Differ(one.Node.Attributes.TextOf("year"), other.Node.Attributes.TextOf("year")),
            _ => false,
        };
    }

    private bool AreTied(RelationKind kind, ComparedNode one, ComparedNode other) =>
        graph.Outgoing(kind).Neighbors(one.Number).Contains(other.Number) || graph.Outgoing(kind).Neighbors(other.Number).Contains(one.Number);

    private static bool SharesAlias(ComparedNode one, ComparedNode other) => (one.Aliases.Length > 0 || other.Aliases.Length > 0)
        && one.Aliases.Append(one.Core).Intersect(other.Aliases.Append(other.Core)).Any(name => name.Length > 0);

    private static bool Differ(string? left, string? right) => left is not null && right is not null && left != right;

    // Null when of either none is known.
    private static bool? Meet(ImmutableArray<int> left, ImmutableArray<int> right) => left.IsEmpty || right.IsEmpty ? null : left.Intersect(right).Any();

    private static DuplicateSign[] When(bool holds, DuplicateSign sign) => holds ? [sign] : [];
}
