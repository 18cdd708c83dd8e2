using System.Globalization;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary>The types that <c>overlap</c> answers with.</summary>
internal static class OverlapTypes
{
    /// <summary>The type <c>Overlap</c>.</summary>
    public static ObjectGraphType<OverlapAnswer> Overlap(SharedTypes types, AnswerTypes answers)
    {
        var barrier = BarrierOffer(types);
        var cell = OverlapCellType.Of(types, answers, barrier);
        var edge = ConnectionTypes.Edge<OverlapCell>(types, "OverlapCell", "One cell of a list.", cell, item => item);
        var cells = ConnectionTypes.Connection(types, "OverlapCell", "Cells with two or more active agencies.", edge);
        var pair = MeetingPair(types);

        var overlap = new ObjectGraphType<OverlapAnswer> { Name = "Overlap", Description = "Where the work of several agencies meets, and what is not known of it." };
        overlap.Add<OverlapAnswer>("lens", types.EnumOf(OverlapBinding.Lenses).Required(), "What counts as one cell.", answer => answer.Question.Lens);
        overlap.Add<OverlapAnswer>("cellCount", types.Int.Required(), "Cells somebody is active in, also those with one agency.", answer => answer.CellCount);
        overlap.Add<OverlapAnswer>("overlappingCount", types.Int.Required(), "Cells in which a pair of agencies overlaps.", answer => answer.OverlappingCount);
        overlap.Add<OverlapAnswer>("level", types.Int.Required(), "The level of the domain tree on which measures are compared; 0 is the top.", answer => answer.Question.Level);
        overlap.Add<OverlapAnswer>("pairCount", types.Long.Required(), "Pairs that cross, or do the same, counted in each cell.", answer => answer.PairCount);
        overlap.Add<OverlapAnswer>("whollyDifferentPairCount", types.Long,
            "Those that share no domain at all, counted in each cell; null in the lens activity, which compares none.", answer => answer.WhollyDifferentPairCount);
        overlap.Add("cells", cells.Required(), "Every cell with two or more active agencies: overlapping ones first, then by severity, agencies and key.",
            PageRequest.Arguments(types),
            context => new Page<OverlapCell>(Sequence((OverlapAnswer)context.Source!), PageRequest.Of(context))).Costing(_ => 1);
        overlap.Add("agencyPairs", pair.List(), "Agencies that meet in the most cells.", [answers.FirstArgument()],
            context => AnswerTypes.First(context, Pairs(context, answer => answer.AgencyPairs(context.CancellationToken)))).Costing(PageRequest.SizeOf);
        overlap.Add("measurePairs", pair.List(), "Measures that meet in the most cells.", [answers.FirstArgument()],
            context => AnswerTypes.First(context, Pairs(context, answer => answer.MeasurePairs(context.CancellationToken)))).Costing(PageRequest.SizeOf);
        overlap.Add("barriers", barrier.List(), "The barriers in the area, those nobody addresses first.", [answers.FirstArgument()],
            context =>
            {
                var answer = (OverlapAnswer)context.Source!;
                return AnswerTypes.First(context, answer.Barriers).Select(offer => new InView<BarrierOffer>(answer.View, offer));
            }).Costing(PageRequest.SizeOf);
        return overlap;
    }

    // The sort key spells out the order of the cells, so that a cursor keeps its place when other cells come or go.
    private static Sequence<OverlapCell> Sequence(OverlapAnswer answer) => new(
        $"overlap {answer.Question.Lens}",
        answer.Cells.Length,
        place => answer.Cells[place],
        cell => new(
            string.Create(CultureInfo.InvariantCulture,
                $"{(cell.IsOverlapping ? 0 : 1)} {long.MaxValue - BitConverter.DoubleToInt64Bits(cell.Severity):D19} {int.MaxValue - cell.Agencies.Length:D10}"),
            $"{cell.View.Graph.Node(cell.Area).Key}\u0001{cell.View.Graph.Node(cell.Subject).Key}"));

    private static IEnumerable<InView<MeetingPair>> Pairs(IResolveFieldContext context, Func<OverlapAnswer, IEnumerable<MeetingPair>> read)
    {
        var answer = (OverlapAnswer)context.Source!;
        return read(answer).Select(pair => new InView<MeetingPair>(answer.View, pair));
    }

    private static ObjectGraphType<InView<MeetingPair>> MeetingPair(SharedTypes types)
    {
        var pair = new ObjectGraphType<InView<MeetingPair>> { Name = "MeetingPair", Description = "Two agencies or measures and the cells they share." };
        pair.Add<InView<MeetingPair>>("a", types.Records.Record.Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<InView<MeetingPair>>("b", types.Records.Record.Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<InView<MeetingPair>>("sharedCellCount", types.Int.Required(), "Cells with both.", at => at.Item.SharedCellCount);
        pair.Add<InView<MeetingPair>>("jaccard", types.Float.Required(), "Shared cells as a share of cells with either, 0 to 1.", at => at.Item.Jaccard);
        pair.Add<InView<MeetingPair>>("overlapCoefficient", types.Float.Required(), "Shared cells as a share of the cells of the one with the fewest, 0 to 1.",
            at => at.Item.OverlapCoefficient);
        pair.Add<InView<MeetingPair>>("q", types.Float,
            "The false discovery rate at which so many shared cells are more than chance (curveball null model, Benjamini-Hochberg), 0 to 1; "
            + "null when there are too few cells, or too many pairs, to say.", at => at.Item.Q);
        return pair;
    }

    private static ObjectGraphType<InView<BarrierOffer>> BarrierOffer(SharedTypes types)
    {
        var barrier = new ObjectGraphType<InView<BarrierOffer>>
        {
            Name = "BarrierOffer",
            Description = "A barrier and the work that is meant to take it away. An offer may reach nobody.",
        };
        barrier.Add<InView<BarrierOffer>>("barrier", types.Records.Of(NodeKind.Barrier).Required(), "The barrier.",
            at => AnswerTypes.At(at.View, at.Item.Barrier));
        barrier.Add<InView<BarrierOffer>>("offers", types.Records.Record.List(), "The measures and initiatives that address it; none: nobody does, as far as is known.",
            at => AnswerTypes.At(at.View, at.Item.Offers));
        return barrier;
    }
}
