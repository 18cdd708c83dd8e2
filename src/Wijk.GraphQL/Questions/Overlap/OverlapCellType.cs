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
    private static readonly Choices<CellStanding> Standings = new("CellStanding", "What is to be done about a cell, by what is known of it.",
    [
        (CellStanding.NotCoordinated, "A pair was asked and does not coordinate."),
        (CellStanding.Unasked, "Of some pairs nobody knows whether they coordinate."),
        (CellStanding.Coordinated, "All pairs coordinate."),
    ]);

    private static readonly Choices<CellSize> Sizes = new("CellSize", "How many organisations are in a cell, by what can be done with them.",
    [
        (CellSize.Table, "3 to 12, and not most of those in the area: they can be brought together."),
        (CellSize.Pair, "Two: they can call each other."),
        (CellSize.Crowd, "More than fit round a table, or most of those in the area: it says more of the area than of the group or the activity."),
    ]);

    /// <summary>The type.</summary>
    public static ObjectGraphType<AnswerItem<OverlapCell>> Of(SharedTypes types, AnswerTypes answers, ObjectGraphType<AnswerItem<BarrierOffer>> barrier)
    {
        var cell = new ObjectGraphType<AnswerItem<OverlapCell>>
        {
            Name = "OverlapCell",
            Description = "One target group, one activity or both in one area where two or more agencies are active.",
        };
        types.Nodes.Add(cell);
        cell.Add<AnswerItem<OverlapCell>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        cell.Add<AnswerItem<OverlapCell>>("nextStep", types.Words.Required(), "What to ask, and whom.", at => at.Item.NextStep);
        cell.Add<AnswerItem<OverlapCell>>("group", types.Nodes.Of(NodeKind.TargetGroup), "The target group; null in the lens activity.", at => NodeAt(at, at.Item.Place.Group));
        cell.Add<AnswerItem<OverlapCell>>("activity", types.Nodes.Of(NodeKind.Domain), "The domain or activity; null in the lens group.", at => NodeAt(at, at.Item.Place.Activity));
        cell.Add<AnswerItem<OverlapCell>>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area.", at => AnswerTypes.At(at.View, at.Item.Place.Area));
        cell.Add<AnswerItem<OverlapCell>>("standing", types.EnumOf(Standings).Required(), "What is to be done about it, by what is known.", at => at.Item.Standing);
        cell.Add<AnswerItem<OverlapCell>>("size", types.EnumOf(Sizes).Required(), "Whether its organisations fit round one table.", at => at.Item.Size);
        cell.Add<AnswerItem<OverlapCell>>("mutedBy", types.String, "Who muted its group or activity, a role or an organisation; null when nobody did.", at => at.Item.MutedBy);
        cell.Add<AnswerItem<OverlapCell>>("isOverlapping", types.Boolean.Required(), "Whether a pair overlaps.", at => at.Item.IsOverlapping);
        cell.Add<AnswerItem<OverlapCell>>("pairCount", types.Long.Required(),
            "Pairs that cross: a measure of one and a measure of the other, both with domains, share none (lens group); or that do the same (other lenses).",
            at => at.Item.PairCount);
        cell.Add<AnswerItem<OverlapCell>>("whollyDifferentPairCount", types.Long,
            "Those that share no domain at all; null in other lenses than group, which compare none.", at => at.Item.WhollyDifferentPairCount);
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
            "All agencies of which any targeting in this area, or in a part of it, is known: a busy area is crowded for every group.", at => at.Item.AgenciesInAreaCount);
        AddList(cell, "agencies", Agency(types), "Who runs a measure targeted here, with what they do: the list to put before them; by key.", types, at => at.List, agency => [agency.Agency]);
        AddList(cell, "pairs", Pair(types), "Pairs that overlap, one by one; by key.", types, at => [.. at.Pairs.OrderBy(pair => (pair.A, pair.B))], pair => [pair.A, pair.B]);
        cell.AddNodes("initiatives", NodeKind.Initiative, "Initiatives active here: they stand beside and make no pair.", types, at => at.Initiatives);
        cell.AddNodes("measures", NodeKind.Measure, "The measures targeted here that an agency runs.", types, at => at.Measures);
        cell.AddNodes("schemes", NodeKind.Measure, "The schemes those measures are part of.", types, at => at.Schemes);
        cell.AddNodes("domains", NodeKind.Domain, "The domains of those measures, catch-alls left out.", types, at => at.Domains);
        cell.AddNodes("funders", NodeKind.Agency, "Who pays for those measures: beside, never counted as active.", types, at => at.Funders);
        cell.Add<AnswerItem<OverlapCell>>("granted", Money(types).List(), "What was granted to those measures, by currency.", at => at.Item.Granted);
        cell.Add<AnswerItem<OverlapCell>>("coordination", answers.Coordination.Required(), "What is known of coordination between all pairs of agencies here.",
            at => at.Item.Coordination);
        cell.AddList("barriers", types.Connections.Of<AnswerItem<BarrierOffer>>(barrier), "Barriers for this group in this area; none in the lens activity.", types, context =>
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

    private static NodeInView? NodeAt(AnswerItem<OverlapCell> cell, int? node) => node is { } one ? AnswerTypes.At(cell.View, one) : null;

    private static IEnumerable<string> KeysOf(AnswerItem<OverlapCell> cell, IEnumerable<int> nodes) => nodes.Select(node => cell.View.Graph.Node(node).Key);

    private static void AddList<T>(
        ObjectGraphType<AnswerItem<OverlapCell>> cell, string name, ObjectGraphType<InView<T>> item, string description, SharedTypes types,
        Func<OverlapCell, IReadOnlyList<T>> all, Func<T, int[]> nodes) =>
        cell.AddList(name, types.Connections.Of<InView<T>>(item), description, types, context =>
        {
            var (at, items) = ((AnswerItem<OverlapCell>)context.Source!, all(((AnswerItem<OverlapCell>)context.Source!).Item));
            return new Sequence<InView<T>>(AnswerLists.NameOf(name, at.Key), at.View, items.Count, place => new(at.View, items[place]),
                one => SortKey.Of([.. nodes(one.Item).Select(node => at.View.Graph.Node(node).Key)]));
        }, AnswerLists.AFew);

    private static ObjectGraphType<InView<ListedAgency>> Agency(SharedTypes types)
    {
        var work = new ObjectGraphType<InView<ListedWork>> { Name = "ListedWork", Description = "A measure that an agency runs in a cell." };
        work.Add<InView<ListedWork>>("measure", types.Nodes.Of(NodeKind.Measure).Required(), "The measure.", at => AnswerTypes.At(at.View, at.Item.Measure));
        work.Add<InView<ListedWork>>("domains", types.Nodes.Of(NodeKind.Domain).List(), "Its domains, catch-alls left out: a few.", at => Nodes(at.View, at.Item.Domains)).Costing(2);
        work.Add<InView<ListedWork>>("funders", types.Nodes.Of(NodeKind.Agency).List(), "Who pays for it: a few.", at => Nodes(at.View, at.Item.Funders)).Costing(1);
        work.Add<InView<ListedWork>>("schemes", types.Nodes.Of(NodeKind.Measure).List(), "The schemes it is part of: a few.", at => Nodes(at.View, at.Item.Schemes)).Costing(1);
        work.Add<InView<ListedWork>>("periods", Period(types).List(), "When the agency is active here with it.", at => at.Item.Periods).Costing(1);

        var agency = new ObjectGraphType<InView<ListedAgency>> { Name = "ActiveAgency", Description = "An agency in a cell, as it stands on the list that is put before all of them." };
        agency.Add<InView<ListedAgency>>("agency", types.Nodes.Of(NodeKind.Agency).Required(), "The agency.", at => AnswerTypes.At(at.View, at.Item.Agency));
        agency.Add<InView<ListedAgency>>("domains", types.Nodes.Of(NodeKind.Domain).List(), "The domains of its measures here, catch-alls left out: a few.",
            at => Nodes(at.View, at.Item.Works.SelectMany(one => one.Domains).Distinct().Order())).Costing(2);
        agency.Add<InView<ListedAgency>>("works", work.List(), "What it does here: a few measures.", at => at.Item.Works.Select(one => new InView<ListedWork>(at.View, one))).Costing(2);
        agency.Add<InView<ListedAgency>>("contacts", types.String.List(), "Whom to ask for, by role; never a name.", at => at.Item.Contacts);
        return agency;
    }

    private static ObjectGraphType<DayRange> Period(SharedTypes types)
    {
        var period = new ObjectGraphType<DayRange> { Name = "Period", Description = "A closed range of days." };
        period.Add<DayRange>("first", types.Date, "The first day; null when unknown.", days => days.FirstDay);
        period.Add<DayRange>("last", types.Date, "The last day, included; null when unknown or open.", days => days.LastDay);
        return period;
    }

    private static IEnumerable<NodeInView> Nodes(GraphView view, IEnumerable<int> numbers) => numbers.Select(number => AnswerTypes.At(view, number));

    private static ObjectGraphType<InView<CellPair>> Pair(SharedTypes types)
    {
        var pair = new ObjectGraphType<InView<CellPair>> { Name = "OverlappingPair", Description = "Two agencies that overlap in a cell." };
        pair.Add<InView<CellPair>>("a", types.Nodes.Of(NodeKind.Agency).Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<InView<CellPair>>("b", types.Nodes.Of(NodeKind.Agency).Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<InView<CellPair>>("weight", types.Float.Required(), "The share of time they have in common (Jaccard), above 0 to 1.", at => at.Item.Weight);
        pair.Add<InView<CellPair>>("crossingCount", types.Int.Required(), "Pairs of their measures that share no domain or, in other lenses than group, do the same.", at => at.Item.CountingCount);
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
