using GraphQL.Types;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary>The type <c>OverlapCell</c>.</summary>
internal static class OverlapCellType
{
    public static ObjectGraphType<OverlapCell> Of(SharedTypes types, AnswerTypes answers, IGraphType barrier)
    {
        var node = types.Records.Record;
        var cell = new ObjectGraphType<OverlapCell>
        {
            Name = "OverlapCell",
            Description = "One target group, or one activity, in one area where two or more agencies are active.",
        };
        cell.Add<OverlapCell>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Reason);
        cell.Add<OverlapCell>("nextStep", types.Words.Required(), "What to ask, and whom.", at => at.NextStep);
        cell.Add<OverlapCell>("subject", node.Required(), "The target group or the domain.", at => AnswerTypes.At(at.View, at.Subject));
        cell.Add<OverlapCell>("area", types.Records.Of(NodeKind.Area).Required(), "The area.", at => AnswerTypes.At(at.View, at.Area));
        cell.Add<OverlapCell>("isOverlapping", types.Boolean.Required(), "Whether a pair overlaps.", at => at.IsOverlapping);
        cell.Add<OverlapCell>("pairCount", types.Long.Required(),
            "Pairs that cross: a measure of one and a measure of the other, both with domains, share none (lens group); or that do the same (lens activity).", at => at.PairCount);
        cell.Add<OverlapCell>("whollyDifferentPairCount", types.Long,
            "Those that share no domain at all; null in the lens activity, which compares none.", at => at.WhollyDifferentPairCount);
        cell.Add<OverlapCell>("nestedPairCount", types.Long.Required(),
            "Pairs of which one works here and the other for a wider group or in a larger area that this one is part of; counted apart from pairCount.",
            at => at.NestedPairCount);
        cell.Add<OverlapCell>("severity", types.Float.Required(),
            "All those pairs, each weighted by the share of time the two have in common, and halved for each step wider that one of them works.", at => at.Severity);
        cell.Add<OverlapCell>("effectiveDomainCount", types.Float.Required(),
            "How many domains the measures would be spread over if they were spread evenly: exp(Shannon entropy); 0 when no domain is known.",
            at => at.EffectiveDomainCount);
        cell.Add<OverlapCell>("agencyCount", types.Int.Required(), "Active agencies.", at => at.Agencies.Length);
        cell.Add<OverlapCell>("agenciesInAreaCount", types.Int.Required(),
            "All agencies of which any targeting in this area is known: a busy area is crowded for every group.", at => at.AgenciesInAreaCount);
        cell.Add<OverlapCell>("agencies", Agency(types).List(), "Who runs a measure targeted here, with their domains.",
            at => at.Agencies.Select(agency => new InView<CellActor>(at.View, agency))).Costing(_ => 5);
        cell.Add("pairs", Pair(types).List(), "Pairs that overlap: those of which most pairs of measures cross first, as a share.", [answers.FirstArgument()], context =>
        {
            var at = (OverlapCell)context.Source!;
            return AnswerTypes.First(context, at.Pairs).Select(pair => new InView<CellPair>(at.View, pair));
        }).Costing(PageRequest.SizeOf);
        cell.Add<OverlapCell>("initiatives", types.Records.Of(NodeKind.Initiative).List(), "Initiatives active here: they stand beside and make no pair.",
            at => AnswerTypes.At(at.View, at.Initiatives));
        cell.Add<OverlapCell>("measures", types.Records.Of(NodeKind.Measure).List(), "The measures targeted here that an agency runs.",
            at => AnswerTypes.At(at.View, at.Measures)).Costing(_ => 5);
        cell.Add<OverlapCell>("schemes", types.Records.Of(NodeKind.Measure).List(), "The schemes those measures are part of.",
            at => AnswerTypes.At(at.View, at.Schemes));
        cell.Add<OverlapCell>("domains", types.Records.Of(NodeKind.Domain).List(), "The domains of those measures, catch-alls left out.",
            at => AnswerTypes.At(at.View, at.Domains));
        cell.Add<OverlapCell>("funders", types.Records.Of(NodeKind.Agency).List(), "Who pays for those measures: beside, never counted as active.",
            at => AnswerTypes.At(at.View, at.Funders));
        cell.Add<OverlapCell>("granted", Money(types).List(), "What was granted to those measures, by currency.", at => at.Granted);
        cell.Add<OverlapCell>("coordination", answers.Coordination.Required(), "What is known of coordination between all pairs of agencies here.",
            at => at.Coordination);
        cell.Add<OverlapCell>("barriers", barrier.List(), "Barriers for this group in this area; none in the activity lens.",
            at => at.Barriers.Select(offer => new InView<BarrierOffer>(at.View, offer)));
        cell.Add<OverlapCell>("inferredCount", types.Int.Required(), "Targetings among the evidence that were read from titles or otherwise inferred.",
            at => at.InferredCount);
        cell.Add<OverlapCell>("openPeriodCount", types.Int.Required(), "Targetings among the evidence of which a start or an end is not known.",
            at => at.OpenPeriodCount);
        cell.Add<OverlapCell>("evidence", types.Id.List(), "The keys of the targetings it is made of.", at => AnswerTypes.Keys(at.View, at.Targetings));
        cell.Add<OverlapCell>("widerEvidence", types.Id.List(), "The keys of the targetings by which others meet somebody here from a wider group or a larger area.",
            at => AnswerTypes.Keys(at.View, at.WiderTargetings));
        return cell;
    }

    private static ObjectGraphType<InView<CellActor>> Agency(SharedTypes types)
    {
        var agency = new ObjectGraphType<InView<CellActor>> { Name = "ActiveAgency", Description = "An agency in a cell." };
        agency.Add<InView<CellActor>>("agency", types.Records.Of(NodeKind.Agency).Required(), "The agency.", at => AnswerTypes.At(at.View, at.Item.Actor));
        agency.Add<InView<CellActor>>("domains", types.Records.Of(NodeKind.Domain).List(), "The domains of its measures here, catch-alls left out.",
            at => AnswerTypes.At(at.View, at.Item.Domains));
        return agency;
    }

    private static ObjectGraphType<InView<CellPair>> Pair(SharedTypes types)
    {
        var pair = new ObjectGraphType<InView<CellPair>> { Name = "OverlappingPair", Description = "Two agencies that overlap in a cell." };
        pair.Add<InView<CellPair>>("a", types.Records.Of(NodeKind.Agency).Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<InView<CellPair>>("b", types.Records.Of(NodeKind.Agency).Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<InView<CellPair>>("weight", types.Float.Required(), "The share of time they have in common (Jaccard), above 0 to 1.", at => at.Item.Weight);
        pair.Add<InView<CellPair>>("crossingCount", types.Int.Required(), "Pairs of their measures that share no domain or, in the lens activity, do the same.", at => at.Item.CountingCount);
        pair.Add<InView<CellPair>>("comparedCount", types.Int.Required(), "Pairs of their measures that can be compared: in the lens group those that both have domains.", at => at.Item.ComparedCount);
        return pair;
    }

    private static ObjectGraphType<KeyValuePair<string, decimal>> Money(SharedTypes types)
    {
        var money = new ObjectGraphType<KeyValuePair<string, decimal>> { Name = "Money", Description = "An amount in one currency." };
        money.Add<KeyValuePair<string, decimal>>("currency", types.String.Required(), "The ISO 4217 code; empty when its source does not say.", sum => sum.Key);
        money.Add<KeyValuePair<string, decimal>>("amount", types.Decimal.Required(), "The amount, not rounded.", sum => sum.Value);
        return money;
    }
}

