using System.Collections.Immutable;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary>The types that <c>overlap</c> answers with.</summary>
internal static class OverlapTypes
{
    private static readonly AnswerItems<OverlapAnswer, OverlapCell> Cells = new((answer, _) => answer.Cells, AnswerKeys.OfCell);

    private static readonly AnswerItems<OverlapAnswer, BarrierOffer> Barriers =
        new((answer, _) => answer.Barriers, (answer, offer) => AnswerKeys.OfBarrier(answer.View, answer.Question.Lens, offer));

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
        AddPairs(overlap, "agencyPairs", pair, "Agencies by how many cells they meet in, most first.", types, answers, AnswerKeys.AgencyPair,
            OverlapAnswer.AgencyPairsFigure, (answer, stop) => answer.AgencyPairs(stop));
        AddPairs(overlap, "measurePairs", pair, "Measures by how many cells they meet in, most first.", types, answers, AnswerKeys.MeasurePair,
            OverlapAnswer.MeasurePairsFigure, (answer, stop) => answer.MeasurePairs(stop));
        overlap.AddList("barriers", barrier, "The barriers in the area, those nobody addresses first.", types, Barriers, ByOffers, graph => graph.Count(NodeKind.Barrier));
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
            at => SortKey.Of([SortKey.Down(at.Item.SharedCellCount), SortKey.Down(at.Item.Jaccard)],
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
            "The false discovery rate at which so many shared cells are more than chance (curveball null model, Benjamini-Hochberg), 0 to 1; "
            + "null when there are too few cells, or too many pairs, to say.", at => at.Item.Q);
        return pair;
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
