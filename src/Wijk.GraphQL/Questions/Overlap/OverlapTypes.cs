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
    private static readonly AnswerItems<OverlapAnswer, OverlapCell> Cells = new((answer, _) => answer.Cells, AnswerKeys.OfCell);

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
            "Those that share no domain at all, counted in each cell; null in the lens activity, which compares none.", answer => answer.WhollyDifferentPairCount);
        overlap.AddList("cells", cell, "Every cell with two or more active agencies: overlapping ones first, then by severity, agencies and key.", types, Cells,
            at => SortKey.Of(
                [SortKey.Down(at.Item.IsOverlapping ? 1 : 0), SortKey.Down(at.Item.Severity), SortKey.Down(at.Item.Agencies.Length)],
                at.View.Graph.Node(at.Item.Area).Key, at.View.Graph.Node(at.Item.Subject).Key));
        answers.AddSearch(AnswerKeys.Cell, Cells, AnswerKeys.OverlapOf);
        AddPairs(overlap, "agencyPairs", pair, "Agencies that meet: those that do so more than chance gives first, the lowest q before others; then by how many cells they meet in.", types, answers, AnswerKeys.AgencyPair,
            OverlapAnswer.AgencyPairsFigure, (answer, stop) => answer.AgencyPairs(stop));
        overlap.Add("agencyChance", AgencyChance(types).Required(), "Whether agencies meet more often than chance gives. Found together with agencyPairs; slow on large graphs.", [],
            async context =>
            {
                var answer = (OverlapAnswer)context.Source!;
                await Operation.Of(context).FigureAsync<IReadOnlyList<MeetingPair>>(
                    answer, OverlapAnswer.AgencyPairsFigure, stop => answer.AgencyPairs(stop), context.CancellationToken);
                return (answer.Question.Lens, answer.AgencyChance(context.CancellationToken));
            });
        AddPairs(overlap, "measurePairs", pair, "Measures by how many cells they meet in, most first; not compared with chance, as those of one agency are not chosen apart.", types, answers, AnswerKeys.MeasurePair,
            OverlapAnswer.MeasurePairsFigure, (answer, stop) => answer.MeasurePairs(stop));
        overlap.AddList("barriers", barrier, "The barriers in the area, those nobody addresses first.", types, Barriers, ByOffers);
        answers.AddSearch(AnswerKeys.BarrierOffer, Barriers, AnswerKeys.OverlapOf);
        return overlap;
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
