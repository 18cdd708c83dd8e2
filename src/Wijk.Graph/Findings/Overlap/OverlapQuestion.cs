using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What counts as one cell.</summary>
public enum OverlapLens
{
    /// <summary>A target group in an area: who is there for the same people, each from its own domain.</summary>
    Group,

    /// <summary>A domain or activity in an area: who does the same thing in the same place.</summary>
    Activity,

    /// <summary>A target group and a domain or activity in an area: who does the same thing for the same people in the same place; the ready table.</summary>
    Both,
}

/// <summary>Where do several agencies target the same group, or do the same thing, in the same area at the same time?</summary>
/// <remarks>The seed fixes the random networks that pairs are compared with.</remarks>
public sealed record OverlapQuestion : Question<OverlapAnswer>
{
    /// <summary>What counts as one cell.</summary>
    public OverlapLens Lens { get; init; }

    /// <summary>The level of the domain tree on which measures for one group are compared, 0 to <see cref="DeepestLevel"/>.</summary>
    /// <remarks>
    /// 0 compares the top of the tree, 1 what is directly part of it, and so on. A domain that lies less deep counts as itself, so
    /// <see cref="DeepestLevel"/> compares the domains themselves. The other lenses compare no domains.
    /// </remarks>
    public int Level
    {
        get;
        init => field = value is >= 0 and <= DeepestLevel
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Level), value, $"The level must be 0 to {DeepestLevel}.");
    }

    /// <summary>The level of the areas of the cells, a word of the vocabulary; null for the areas that targetings name.</summary>
    /// <exception cref="ArgumentException">It is no level of an area.</exception>
    public string? AreaLevel
    {
        get;
        init => field = value is null || Vocabulary.AreaLevels.Contains(value) ? value : throw new ArgumentException($"'{value}' is no level of an area.", nameof(AreaLevel));
    }

    /// <summary>The level of the tree of target groups, 0 for the top; null for the groups that targetings name.</summary>
    public int? GroupLevel
    {
        get;
        init => field = value is null or (>= 0 and <= DeepestLevel)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(GroupLevel), value, $"The level must be 0 to {DeepestLevel}.");
    }

    /// <summary>Whether cells of a group or an activity that somebody muted are listed too.</summary>
    public bool Muted { get; init; }

    /// <summary>Deeper than any tree of domains.</summary>
    public const int DeepestLevel = 99;

    /// <inheritdoc/>
    public override double CostPerRecord => Lens == OverlapLens.Activity ? 2 : 6;

    /// <inheritdoc/>
    public override double CostPerRecordOf(string figure) => figure == OverlapAnswer.AgencyPairsFigure ? 16 : 12;

    private protected override OverlapAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var view = scope.View;
        var activity = Activity.Of(view);
        var inScope = activity.In(scope.Area).ToImmutableArray();
        var levels = new TreeLevels(view.Graph, NodeKind.Domain, Level);
        var cellLevels = new CellLevels(view.Graph, AreaLevel, GroupLevel);
        var table = CellTable.Of(activity, inScope, Lens, levels, cellLevels);
        var rule = Lens == OverlapLens.Group ? PairRule.Crossing : PairRule.SameTime;
        var actors = Overlaps.ActorsByCell(table.Presences, table.Domains);
        var overlaps = Overlaps.Of(actors, table.Domains, rule, cancellationToken);
        var barriers = BarrierOffers.Of(view);
        var everywhere = scope.Area is null ? table : CellTable.Of(activity, activity.All, Lens, levels, cellLevels);
        var nesting = Nesting.Of(view.Graph, everywhere, scope.Area is null ? actors : Overlaps.ActorsByCell(everywhere.Presences, everywhere.Domains));
        var describe = new CellDescription(view, activity, table, nesting, barriers, CollaborationTies.Of(view));
        var all = CellOrder.Sort(overlaps.Select(overlap => describe.Of(overlap, this))).ToImmutableArray();
        var cells = Muted ? all : [.. all.Where(cell => cell.MutedBy is null)];
        var seen = OverlapCoverage.Of(scope, activity, inScope, cells);
        return new(scope, seen, this, table, () => OverlapGaps.Of(view, activity.All, scope.Area, cellLevels))
        {
            CellCount = table.Cells.Count,
            Cells = cells,
            LeftOut = Muted ? [] : [.. all.Where(cell => cell.MutedBy is not null)],
            Barriers = [.. barriers.In(scope.Area)],
        };
    }
}
