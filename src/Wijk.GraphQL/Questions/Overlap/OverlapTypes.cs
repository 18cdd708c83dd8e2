using System.Collections.Immutable;
using GraphQL.Types;
using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary>The types that <c>overlap</c> answers with.</summary>
internal static class OverlapTypes
{
    private static readonly AnswerItems<OverlapAnswer, OverlapCell> Cells = new((answer, _) => answer.Cells, (_, cell) => AnswerKeys.OfCell(cell));

    // What has a key is found again also when it is not listed.
    private static readonly AnswerItems<OverlapAnswer, OverlapCell> AllCells = new((answer, _) => [.. answer.Cells, .. answer.LeftOut], (_, cell) => AnswerKeys.OfCell(cell));

    private static readonly AnswerItems<OverlapAnswer, OverlapFinding> Findings = new((answer, _) => answer.Findings, AnswerKeys.OfFinding);

    private static readonly AnswerItems<OverlapAnswer, OverlapFinding> AllFindings = new((answer, _) => answer.AllFindings, AnswerKeys.OfFinding);

    private static readonly AnswerItems<OverlapAnswer, OverlapGap> Gaps =
        new((answer, _) => answer.Gaps, (answer, gap) => AnswerKeys.Of(AnswerKeys.Gap, answer, gap.Group, gap.Area), OverlapAnswer.GapsFigure);

    private static readonly AnswerItems<OverlapAnswer, BarrierOffer> Barriers =
        new((answer, _) => answer.Barriers, (answer, offer) => AnswerKeys.OfBarrier(answer.View, answer.Question.Lens, offer));

    private static readonly Choices<ChanceVerdict> Verdicts = new("ChanceVerdict", "What could be said of pairs and chance.",
    [
        (ChanceVerdict.TooFewPairs, "Too few pairs could stand out, whatever they share: the data cannot tell."),
        (ChanceVerdict.LikeChance, "As a whole, pairs share what chance gives (p > .05): the data cannot tell one from another."),
        (ChanceVerdict.Tested, "Pairs were tested."),
    ]);

    private static readonly Choices<ChanceEngine> Engines = new("ChanceEngine", "How a pair's p is found.",
    [
        (ChanceEngine.Sampled, "By dealing the cells anew: exact."),
        (ChanceEngine.Screened, "By a formula: approximate and cautious, for more pairs than can be sampled."),
    ]);

    /// <summary>The type <c>Overlap</c>.</summary>
    public static ObjectGraphType<OverlapAnswer> Overlap(SharedTypes types, AnswerTypes answers)
    {
        var barrier = BarrierOffer(types);
        var cell = OverlapCellType.Of(types, answers, barrier);
        var pair = MeetingPair(types);

        var overlap = new ObjectGraphType<OverlapAnswer> { Name = "Overlap", Description = "Where the work of several agencies meets, and what is not known of it." };
        overlap.Add<OverlapAnswer>("lens", types.EnumOf(OverlapBinding.Lenses).Required(), "What counts as one cell.", answer => answer.Question.Lens);
        overlap.Add<OverlapAnswer>("cellCount", types.Int.Required(), "Cells somebody is active in, also those with one agency.", answer => answer.CellCount);
        overlap.Add<OverlapAnswer>("overlappingCount", types.Int.Required(), "Cells in which a pair of agencies overlaps.", answer => answer.OverlappingCount);
        overlap.Add<OverlapAnswer>("level", types.Int.Required(), "The level of the domain tree on which measures are compared; 0 is the top.", answer => answer.Question.Level);
        overlap.Add<OverlapAnswer>("pairCount", types.Long.Required(), "Pairs that cross, or do the same, counted in each cell.", answer => answer.PairCount);
        overlap.Add<OverlapAnswer>("whollyDifferentPairCount", types.Long,
            "Those that share no domain at all, counted in each cell; null in other lenses than group, which compare none.", answer => answer.WhollyDifferentPairCount);
        overlap.AddList("cells", cell, "Every cell with two or more active agencies: overlapping ones first, then what can be acted on first, by standing, size, severity, agencies and key.",
            types, Cells,
            at => ByOrder(at.Item));
        overlap.AddList("findings", Finding(types, cell), "The cells with the same organisations taken together, in the order of their first cells; each cell is in one.", types, Findings,
            at => ByOrder(at.Item.Cells[0]));
        overlap.Add<OverlapAnswer>("leftOutCount", types.Int.Required(), "Cells that are not listed, since somebody muted their group or activity.", answer => answer.LeftOut.Length);
        answers.AddSearch(AnswerKeys.OverlapFinding, AllFindings, AnswerKeys.OverlapOf);
        answers.AddSearch(AnswerKeys.Cell, AllCells, AnswerKeys.OverlapOf);
        AddPairs(overlap, "agencyPairs", pair, "Agencies that meet: those that do so more than chance gives first, the lowest q before others; then by how many cells they meet in.", types, answers, AnswerKeys.AgencyPair,
            OverlapAnswer.AgencyPairsFigure, (answer, stop) => answer.AgencyPairs(cancellationToken: stop));
        overlap.Add("agencyChance", AgencyChance(types).Required(), "Whether agencies meet more often than chance gives. Found together with agencyPairs; slow on large graphs.", [],
            async context =>
            {
                var answer = (OverlapAnswer)context.Source!;
                await Operation.Of(context).FigureAsync<IReadOnlyList<MeetingPair>>(
                    answer, OverlapAnswer.AgencyPairsFigure, stop => answer.AgencyPairs(cancellationToken: stop), context.CancellationToken);
                return (answer.Question.Lens, answer.AgencyChance(context.CancellationToken));
            });
        AddPairs(overlap, "measurePairs", pair, "Measures by how many cells they meet in, most first; not compared with chance, as those of one agency are not chosen apart.", types, answers, AnswerKeys.MeasurePair,
            OverlapAnswer.MeasurePairsFigure, (answer, stop) => answer.MeasurePairs(stop));
        overlap.AddList("gaps", Gap(types), "Groups for which little or nothing is known to be done in an area, where the data tags groups well enough to say so: nothing first, "
            + "then those that most other areas have work for, then where the data tags most.", types, Gaps,
            at => SortKey.Of([SortKey.Up(at.Item.Work is null ? 0 : 1), SortKey.Down(at.Item.ServedAreaCount), SortKey.Down(at.Item.TaggedCount)], at.View.Graph.Node(at.Item.Area).Key, at.View.Graph.Node(at.Item.Group).Key));
        overlap.Add("gapsNotSeen", types.Words, "That of some areas it cannot be said what is missing; null when that is not so.", [], async context =>
        {
            var answer = (OverlapAnswer)context.Source!;
            await Gaps.AllAsync(answer, Operation.Of(context), context.CancellationToken);
            return answer.GapsNotSeen;
        });
        answers.AddSearch(AnswerKeys.Gap, Gaps, AnswerKeys.OverlapOf);
        overlap.AddList("barriers", barrier, "The barriers in the area, those nobody addresses first.", types, Barriers, ByOffers, graph => graph.Count(NodeKind.Barrier));
        answers.AddSearch(AnswerKeys.BarrierOffer, Barriers, AnswerKeys.OverlapOf);
        return overlap;
    }

    /// <summary>Cells by what can be acted on first.</summary>
    public static SortKey ByOrder(OverlapCell cell) => SortKey.Of(
        [
            SortKey.Down(cell.IsOverlapping ? 1 : 0), SortKey.Up((int)cell.Standing), SortKey.Up((int)cell.Size),
            SortKey.Down(cell.Severity), SortKey.Down(cell.Agencies.Length),
        ],
        [.. new[] { cell.Place.Area, cell.Place.Group, cell.Place.Activity }.OfType<int>().Select(node => cell.View.Graph.Node(node).Key)]);

    private static ObjectGraphType<AnswerItem<OverlapFinding>> Finding(SharedTypes types, ObjectGraphType<AnswerItem<OverlapCell>> cell)
    {
        var finding = new ObjectGraphType<AnswerItem<OverlapFinding>>
        {
            Name = "OverlapFinding",
            Description = "The same organisations in one cell or several: one thing to talk about, with several groups, activities or places.",
        };
        types.Nodes.Add(finding);
        finding.Add<AnswerItem<OverlapFinding>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        finding.Add<AnswerItem<OverlapFinding>>("nextStep", types.Words.Required(), "What to ask, and whom.", at => at.Item.NextStep);
        finding.AddNodes("agencies", NodeKind.Agency, "The organisations, the same in each cell.", types, found => found.Agencies);
        finding.AddList("cells", types.Connections.Of<AnswerItem<OverlapCell>>(cell), "Where they meet, what can be acted on first.", types, context =>
        {
            var at = (AnswerItem<OverlapFinding>)context.Source!;
            return new(AnswerLists.NameOf("cells", at.Key), at.View,
                [.. at.Item.Cells.Select(one => new AnswerItem<OverlapCell>(at.View, one, AnswerKeys.OfCell(one)))], one => ByOrder(one.Item));
        }, AnswerLists.AFew);
        finding.AddEvidence("evidence", "The targetings it is made of, by key.", types,
            at => (at.View, at.Key, at.Item.Targetings.Select(targeting => at.View.Graph.Node(targeting).Key)));
        return finding;
    }

    /// <summary>The order of barriers: those with the fewest offers first.</summary>
    public static SortKey ByOffers(AnswerItem<BarrierOffer> at) => SortKey.Of([SortKey.Up(at.Item.Offers.Length)], at.View.Graph.Node(at.Item.Barrier).Key);

    private static void AddPairs(
        ObjectGraphType<OverlapAnswer> overlap, string name, ObjectGraphType<AnswerItem<MeetingPair>> pair, string description, SharedTypes types, AnswerTypes answers,
        string kind, string figure, Func<OverlapAnswer, CancellationToken, ImmutableArray<MeetingPair>> all)
    {
        var items = new AnswerItems<OverlapAnswer, MeetingPair>((answer, stop) => all(answer, stop), (answer, one) => AnswerKeys.Of(kind, answer, one.A, one.B), figure);
        overlap.AddList(name, pair, description, types, items,
            at => SortKey.Of([SortKey.Up(at.Item.Rank.Q), SortKey.Up(at.Item.Rank.Shared), SortKey.Up(at.Item.Rank.Jaccard)],
                at.View.Graph.Node(at.Item.A).Key, at.View.Graph.Node(at.Item.B).Key));
        answers.AddSearch(kind, items, AnswerKeys.OverlapOf);
    }

    private static ObjectGraphType<AnswerItem<MeetingPair>> MeetingPair(SharedTypes types)
    {
        var pair = new ObjectGraphType<AnswerItem<MeetingPair>> { Name = "MeetingPair", Description = "Two agencies or measures and the cells they share." };
        types.Nodes.Add(pair);
        pair.Add<AnswerItem<MeetingPair>>("a", types.Nodes.Item.Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<AnswerItem<MeetingPair>>("b", types.Nodes.Item.Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<AnswerItem<MeetingPair>>("sharedCellCount", types.Int.Required(), "Cells with both.", at => at.Item.SharedCellCount);
        pair.Add<AnswerItem<MeetingPair>>("jaccard", types.Float.Required(), "Shared cells as a share of cells with either, 0 to 1.", at => at.Item.Jaccard);
        pair.Add<AnswerItem<MeetingPair>>("overlapCoefficient", types.Float.Required(), "Shared cells as a share of the cells of the one with the fewest, 0 to 1.",
            at => at.Item.OverlapCoefficient);
        pair.Add<AnswerItem<MeetingPair>>("q", types.Float,
            "The false discovery rate at which so many shared cells are more than chance gives (Benjamini-Hochberg over all pairs that could stand out), 0 to 1; "
            + "null when the pair was not tested.", at => at.Item.Q);
        pair.Add<AnswerItem<MeetingPair>>("qUnderDependence", types.Float,
            "The same when tests may depend on each other in any way (Benjamini-Yekutieli).", at => at.Item.Chance?.Pair.QUnderDependence);
        pair.Add<AnswerItem<MeetingPair>>("p", types.Float,
            "How likely so many are by chance, not corrected: groups dealt anew within each area, numbers kept (Besag-Clifford; approximate when agencyChance says so).",
            at => at.Item.Chance?.Pair.P);
        pair.Add<AnswerItem<MeetingPair>>("expectedSharedCellCount", types.Float,
            "How many cells two with as many in the same areas share by chance, on average; null when the pair was not tested.", at => at.Item.Chance?.Pair.ExpectedCount);
        pair.Add<AnswerItem<MeetingPair>>("qGivenSubjects", types.Float,
            "The false discovery rate when each also keeps how often it has each group or activity; null for a pair that does not stand out, and when approximate.",
            at => at.Item.Chance?.Pair.QGivenSubjects);
        pair.Add<AnswerItem<MeetingPair>>("isSpecialism", types.Boolean,
            "For a pair that stands out: whether it may be only that both specialise in the same groups or activities (p > .05 when that is allowed for); null when that cannot be told.",
            at => at.Item.Chance?.Pair.IsSpecialism);
        pair.Add<AnswerItem<MeetingPair>>("reason", types.Words, "What this says; null for measures, which are not compared with chance.",
            at => at.Item.Reason);
        return pair;
    }

    private static ObjectGraphType<AnswerItem<OverlapGap>> Gap(SharedTypes types)
    {
        var gap = new ObjectGraphType<AnswerItem<OverlapGap>> { Name = "OverlapGap", Description = "A target group for which little or nothing is known to be done in an area." };
        types.Nodes.Add(gap);
        gap.Add<AnswerItem<OverlapGap>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        gap.Add<AnswerItem<OverlapGap>>("nextStep", types.Words.Required(), "What to ask, and whom.", at => at.Item.NextStep);
        gap.Add<AnswerItem<OverlapGap>>("group", types.Nodes.Of(NodeKind.TargetGroup).Required(), "The target group.", at => AnswerTypes.At(at.View, at.Item.Group));
        gap.Add<AnswerItem<OverlapGap>>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area.", at => AnswerTypes.At(at.View, at.Item.Area));
        gap.Add<AnswerItem<OverlapGap>>("work", types.Nodes.Item, "The one measure or initiative for it there; null when none is known.",
            at => at.Item.Work is { } work ? AnswerTypes.At(at.View, work) : null);
        gap.Add<AnswerItem<OverlapGap>>("servedAreaCount", types.Int.Required(), "In how many of the other areas there is work for it.", at => at.Item.ServedAreaCount);
        gap.Add<AnswerItem<OverlapGap>>("otherAreaCount", types.Int.Required(), "Of how many other areas any work is known.", at => at.Item.OtherAreaCount);
        gap.Add<AnswerItem<OverlapGap>>("taggedCount", types.Int.Required(), "Targetings in the area whose source names a target group: how well the data tags.", at => at.Item.TaggedCount);
        gap.Add<AnswerItem<OverlapGap>>("targetingCount", types.Int.Required(), "All targetings in the area.", at => at.Item.TargetingCount);
        return gap;
    }

    private static ObjectGraphType<(OverlapLens Lens, AgencyChance Chance)> AgencyChance(SharedTypes types)
    {
        var type = new ObjectGraphType<(OverlapLens Lens, AgencyChance Chance)>
        {
            Name = "AgencyChance",
            Description = "How all pairs of agencies together compare with chance: within each area groups (or activities) are dealt anew, every agency keeping its number of "
                + "cells and every cell its number of agencies. Sources: Strona et al. (2014), Besag and Clifford (1989, 1991), Benjamini and Hochberg (1995); screened: Saracco et al. (2017).",
        };
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("reason", types.Words.Required(), "What this says.", at => ChanceWords.Of(at.Chance, at.Lens));
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("verdict", types.EnumOf(Verdicts).Required(), "What could be said.", at => at.Chance.Verdict);
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("wholeP", types.Float,
            "How likely it is by chance that the same pairs share so often: the sum of shared cells squared, over all pairs; null when too few pairs could stand out.", at => at.Chance.WholeP);
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("familySize", types.Long.Required(),
            "Pairs that could stand out: with an area in common, and for which sharing the most they can has p <= .01; fixed by numbers that chance keeps, whoever shares what.",
            at => at.Chance.FamilySize);
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("engine", types.EnumOf(Engines), "How they were tested; null when they were not.", at => at.Chance.Engine);
        type.Add<(OverlapLens Lens, AgencyChance Chance)>("moreCount", types.Int.Required(), "Pairs that meet more often than chance gives: q < .05.", at => at.Chance.MoreCount);
        return type;
    }

    private static ObjectGraphType<AnswerItem<BarrierOffer>> BarrierOffer(SharedTypes types)
    {
        var barrier = new ObjectGraphType<AnswerItem<BarrierOffer>>
        {
            Name = "BarrierOffer",
            Description = "A barrier and the work that is meant to take it away. An offer may reach nobody.",
        };
        types.Nodes.Add(barrier);
        barrier.Add<AnswerItem<BarrierOffer>>("barrier", types.Nodes.Of(NodeKind.Barrier).Required(), "The barrier.",
            at => AnswerTypes.At(at.View, at.Item.Barrier));
        barrier.AddNodes("offers", null, "The measures and initiatives that address it, by key; none: nobody does, as far as is known.", types, offer => offer.Offers);
        return barrier;
    }
}
