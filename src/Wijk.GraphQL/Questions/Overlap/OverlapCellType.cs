using GraphQL.Types;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary>The type <c>OverlapCell</c>.</summary>
internal static class OverlapCellType
{
    /// <summary>The type.</summary>
    public static ObjectGraphType<AnswerItem<OverlapCell>> Of(SharedTypes types, AnswerTypes answers, ObjectGraphType<AnswerItem<BarrierOffer>> barrier)
    {
        var node = types.Nodes.Item;
        var cell = new ObjectGraphType<AnswerItem<OverlapCell>>
        {
            Name = "OverlapCell",
            Description = "One target group, or one activity, in one area where two or more agencies are active.",
        };
        types.Nodes.Add(cell);
        cell.Add<AnswerItem<OverlapCell>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        cell.Add<AnswerItem<OverlapCell>>("nextStep", types.Words.Required(), "What to ask, and whom.", at => at.Item.NextStep);
        cell.Add<AnswerItem<OverlapCell>>("subject", node.Required(), "The target group or the domain.", at => AnswerTypes.At(at.View, at.Item.Subject));
        cell.Add<AnswerItem<OverlapCell>>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area.", at => AnswerTypes.At(at.View, at.Item.Area));
        cell.Add<AnswerItem<OverlapCell>>("isOverlapping", types.Boolean.Required(), "Whether a pair overlaps.", at => at.Item.IsOverlapping);
        cell.Add<AnswerItem<OverlapCell>>("pairCount", types.Long.Required(),
            "Pairs that cross: a measure of one and a measure of the other, both with domains, share none (lens group); or that do the same (lens activity).",
            at => at.Item.PairCount);
        cell.Add<AnswerItem<OverlapCell>>("whollyDifferentPairCount", types.Long,
            "Those that share no domain at all; null in the lens activity, which compares none.", at => at.Item.WhollyDifferentPairCount);
        cell.Add<AnswerItem<OverlapCell>>("nestedPairCount", types.Long.Required(),
            "Pairs of which one works here and the other for a wider group or in a larger area that this one is part of; counted apart from pairCount.",
            at => at.Item.NestedPairCount);
        cell.Add<AnswerItem<OverlapCell>>("severity", types.Float.Required(),
            "All those pairs, each weighted by the share of time the two have in common, and halved for each step wider that one of them works.", at => at.Item.Severity);
        cell.Add<AnswerItem<OverlapCell>>("effectiveDomainCount", types.Float.Required(),
            "How many domains the measures would be spread over if they were spread evenly: exp(Shannon entropy); 0 when no domain is known.",
            at => at.Item.EffectiveDomainCount);
        cell.Add<AnswerItem<OverlapCell>>("agencyCount", types.Int.Required(), "Active agencies.", at => at.Item.Agencies.Length);
        cell.Add<AnswerItem<OverlapCell>>("agenciesInAreaCount", types.Int.Required(),
            "All agencies of which any targeting in this area is known: a busy area is crowded for every group.", at => at.Item.AgenciesInAreaCount);
        AddList(cell, "agencies", Agency(types), "Who runs a measure targeted here, with their domains; by key.", types, at => at.Agencies, agency => [agency.Actor]);
        AddList(cell, "pairs", Pair(types), "Pairs that overlap, one by one; by key.", types, at => [.. at.Pairs.OrderBy(pair => (pair.A, pair.B))], pair => [pair.A, pair.B]);
        cell.AddNodes("initiatives", NodeKind.Initiative, "Initiatives active here: they stand beside and make no pair.", types, at => at.Initiatives);
        cell.AddNodes("measures", NodeKind.Measure, "The measures targeted here that an agency runs.", types, at => at.Measures);
        cell.AddNodes("schemes", NodeKind.Measure, "The schemes those measures are part of.", types, at => at.Schemes);
        cell.AddNodes("domains", NodeKind.Domain, "The domains of those measures, catch-alls left out.", types, at => at.Domains);
        cell.AddNodes("funders", NodeKind.Agency, "Who pays for those measures: beside, never counted as active.", types, at => at.Funders);
        cell.Add<AnswerItem<OverlapCell>>("granted", Money(types).List(), "What was granted to those measures, by currency.", at => at.Item.Granted);
        cell.Add<AnswerItem<OverlapCell>>("coordination", answers.Coordination.Required(), "What is known of coordination between all pairs of agencies here.",
            at => at.Item.Coordination);
        cell.AddList("barriers", types.Connections.Of<AnswerItem<BarrierOffer>>(barrier), "Barriers for this group in this area; none in the activity lens.", types, context =>
        {
            var at = (AnswerItem<OverlapCell>)context.Source!;
            return new(AnswerLists.NameOf("barriers", at.Key), at.View,
                [.. at.Item.Barriers.Select(offer => new AnswerItem<BarrierOffer>(at.View, offer, AnswerKeys.OfBarrier(at.View, at.Item.Lens, offer)))], OverlapTypes.ByOffers);
        });
        cell.Add<AnswerItem<OverlapCell>>("inferredCount", types.Int.Required(), "Targetings among the evidence that were read from titles or otherwise inferred.",
            at => at.Item.InferredCount);
        cell.Add<AnswerItem<OverlapCell>>("openPeriodCount", types.Int.Required(), "Targetings among the evidence of which a start or an end is not known.",
            at => at.Item.OpenPeriodCount);
        cell.AddEvidence("evidence", "The targetings it is made of, by key.", types, at => (at.View, at.Key, KeysOf(at, at.Item.Targetings)));
        cell.AddEvidence("widerEvidence", "The targetings by which others meet somebody here from a wider group or a larger area, by key.", types,
            at => (at.View, at.Key, KeysOf(at, at.Item.WiderTargetings)));
        return cell;
    }

    private static IEnumerable<string> KeysOf(AnswerItem<OverlapCell> cell, IEnumerable<int> nodes) => nodes.Select(node => cell.View.Graph.Node(node).Key);

    private static void AddList<T>(
        ObjectGraphType<AnswerItem<OverlapCell>> cell, string name, ObjectGraphType<InView<T>> item, string description, SharedTypes types,
        Func<OverlapCell, IReadOnlyList<T>> all, Func<T, int[]> nodes) =>
        cell.AddList(name, types.Connections.Of<InView<T>>(item), description, types, context =>
        {
            var (at, items) = ((AnswerItem<OverlapCell>)context.Source!, all(((AnswerItem<OverlapCell>)context.Source!).Item));
            return new Sequence<InView<T>>(AnswerLists.NameOf(name, at.Key), at.View, items.Count, place => new(at.View, items[place]),
                one => SortKey.Of([.. nodes(one.Item).Select(node => at.View.Graph.Node(node).Key)]));
        });

    private static ObjectGraphType<InView<CellActor>> Agency(SharedTypes types)
    {
        var agency = new ObjectGraphType<InView<CellActor>> { Name = "ActiveAgency", Description = "An agency in a cell." };
        agency.Add<InView<CellActor>>("agency", types.Nodes.Of(NodeKind.Agency).Required(), "The agency.", at => AnswerTypes.At(at.View, at.Item.Actor));
        agency.Add<InView<CellActor>>("domains", types.Nodes.Of(NodeKind.Domain).List(), "The domains of its measures here, catch-alls left out: a few.",
            at => at.Item.Domains.Select(domain => AnswerTypes.At(at.View, domain))).Costing(2);
        return agency;
    }

    private static ObjectGraphType<InView<CellPair>> Pair(SharedTypes types)
    {
        var pair = new ObjectGraphType<InView<CellPair>> { Name = "OverlappingPair", Description = "Two agencies that overlap in a cell." };
        pair.Add<InView<CellPair>>("a", types.Nodes.Of(NodeKind.Agency).Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<InView<CellPair>>("b", types.Nodes.Of(NodeKind.Agency).Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
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
