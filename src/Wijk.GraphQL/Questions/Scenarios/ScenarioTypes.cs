using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Scenarios;

/// <summary>The types that <c>scenario</c> answers with. All nodes in them are those of the graph as it is.</summary>
internal sealed class ScenarioTypes
{
    private static readonly AnswerItems<ScenarioAnswer, OfferChange> WithoutOffer = new((answer, _) => answer.Effect?.WithoutOffer ?? [], AnswerKeys.OfOffer),
        FewerOffers = new((answer, _) => answer.Effect?.FewerOffers ?? [], AnswerKeys.OfOffer);

    private readonly SharedTypes types;
    private readonly AnswerTypes answers;

    public ScenarioTypes(SharedTypes types, AnswerTypes answers)
    {
        (this.types, this.answers) = (types, answers);
        var (state, offer, cell) = (State(), Offer(), Cell());
        Answer = new() { Name = "Scenario", Description = "What changes if work stops or is merged, links come or go, somebody leaves, or funding ends. Nothing is stored." };
        Answer.Add<ScenarioAnswer>("title", types.Words.Required(), "What would change, in a few words, as what comes after \"if\".", answer => answer.Title);
        Answer.Add<ScenarioAnswer>("problems", types.Words.List(), "Why it cannot be told what changes: what is not there, or is named twice. None when all changes can be made.",
            answer => answer.Problems);
        Answer.Add<ScenarioAnswer>("before", state, "The figures as they are; null when nothing changes or not all changes can be made.", answer => answer.Effect?.Before);
        Answer.Add<ScenarioAnswer>("after", state, "The figures when the changes are made, in a branch of the graph; null when nothing changes or not all changes can be made.",
            answer => answer.Effect?.After);
        Answer.Add<ScenarioAnswer>("memberCount", types.Int, "Over how many fragmentation is measured, before and after: those of whom a tie is known and who stay.", answer => answer.Effect?.MemberCount);
        Answer.AddList("withoutOffer", offer, "Groups in areas that keep no offer that is known; first those of which no wider group or area has one either.", types, WithoutOffer,
            at => SortKey.Of([SortKey.Up(at.Item.Wider.Length)], KeysOf(at)), AnswerLists.One);
        Answer.AddList("fewerOffers", offer, "Groups in areas that keep fewer offers, those that keep fewest first.", types, FewerOffers,
            at => SortKey.Of([SortKey.Up(at.Item.Left.Length)], KeysOf(at)), AnswerLists.One);
        answers.AddSearch(AnswerKeys.OfferChange, new AnswerItems<ScenarioAnswer, OfferChange>((answer, _) => [.. answer.Effect?.WithoutOffer ?? [], .. answer.Effect?.FewerOffers ?? []], AnswerKeys.OfOffer),
            AnswerKeys.ScenarioOf);
        Nodes("barriersWithoutOffer", NodeKind.Barrier, "Barriers that nobody works on any more, by key.", effect => effect.BarriersWithoutOffer);
        Nodes("withoutTie", null, "Who loses the only tie that is known, by key.", effect => effect.WithoutTie);
        Nodes("newlyAlone", NodeKind.Initiative, "Residents' initiatives that stand alone then, as far as is known, and did not; by key.", effect => effect.NewlyAlone);
        Nodes("stopping", null, "Measures and initiatives that stop: those that were named, their parts, what nobody runs any more, and measures without a known payer. By key.", effect => effect.Stopping);
        Nodes("unpaid", null, "What loses its last known payer; measures among them are assumed to stop. By key.", effect => effect.Unpaid);
        Nodes("noLongerActive", NodeKind.Agency, "Agencies that are no longer active here, by key.", effect => effect.NoLongerActive);
        Answer.Add<ScenarioAnswer>("cutOff", CutOffType().List(), "Groups that lose the larger rest of what they were joined with, the largest first.", answer => answer.Effect?.CutOff.Select(cut => new InView<CutOff>(answer.View, cut)) ?? [])
            .Costing(1);
        var tie = LostTie();
        Answer.Add<ScenarioAnswer>("lostTies", tie.List(), "Other pairs of those who stay of whom no contact is known any more: somebody who goes carried it.",
            answer => answer.Effect?.LostTies.Select(pair => new InView<(int A, int B)>(answer.View, pair)) ?? []).Costing(1);
        Answer.Add<ScenarioAnswer>("resolved", cell.List(), "Where organisations no longer meet from different domains.", answer => answer.Effect?.Resolved ?? []).Costing(1);
        Answer.Add<ScenarioAnswer>("newOverlaps", cell.List(), "Where they newly do.", answer => answer.Effect?.NewOverlaps ?? []).Costing(1);
        Answer.Add<ScenarioAnswer>("backUps", BackUpType().List(), "Who might take over the contacts of professionals who leave, three at most for each: the same role first, then who knows most of them.",
            answer => answer.Effect?.BackUps ?? []).Costing(1);
    }

    /// <summary>The type <c>Scenario</c>.</summary>
    public ObjectGraphType<ScenarioAnswer> Answer { get; }

    private static string[] KeysOf(AnswerItem<OfferChange> at) => [at.View.Graph.Node(at.Item.Area).Key, at.View.Graph.Node(at.Item.Group).Key];

    private void Nodes(string name, NodeKind? kind, string description, Func<ScenarioEffect, IEnumerable<int>> nodes) =>
        Answer.AddFoundNodes(name, kind, description, types, answer => answer.Effect is { } effect ? nodes(effect) : []);

    private ObjectGraphType<ScenarioState> State()
    {
        var state = new ObjectGraphType<ScenarioState> { Name = "ScenarioState", Description = "The figures of the area before or after the changes of a scenario." };
        state.Add<ScenarioState>("offeredCount", types.Int.Required(), "Combinations of a group and an area for which there is an offer: work that somebody runs, or an initiative. It may reach nobody.", one => one.OfferedCount);
        state.Add<ScenarioState>("overlappingCount", types.Int.Required(), "Those in which two or more organisations meet from different domains.", one => one.OverlappingCount);
        state.Add<ScenarioState>("crossingPairCount", types.Long.Required(), "Pairs of organisations that meet from different domains, counted in each of those.", one => one.CrossingPairCount);
        state.Add<ScenarioState>("barriersWithOfferCount", types.Int.Required(), "Barriers that somebody works on.", one => one.BarriersWithOfferCount);
        state.Add<ScenarioState>("coordination", answers.Coordination.Required(), "What is known of coordination between those who stay.", one => one.Coordination);
        state.Add<ScenarioState>("fragmentation", types.Float, "Share of the pairs of those who stay with no path between them, 0 to 1; null where no tie was known before.", one => one.Fragmentation);
        state.Add<ScenarioState>("distanceWeightedFragmentation", types.Float, "The same, a path of d ties counting for 1/d; null also where they are too many to measure it.", one => one.DistanceWeightedFragmentation);
        return state;
    }

    private ObjectGraphType<AnswerItem<OfferChange>> Offer()
    {
        var offer = new ObjectGraphType<AnswerItem<OfferChange>> { Name = "OfferChange", Description = "A group in an area for which an offer goes." };
        types.Nodes.Add(offer);
        offer.Add<AnswerItem<OfferChange>>("reason", types.Words.Required(), "What goes, and what stays.", at => at.Item.Reason);
        offer.Add<AnswerItem<OfferChange>>("group", types.Nodes.Of(NodeKind.TargetGroup).Required(), "The target group.", at => AnswerTypes.At(at.View, at.Item.Group));
        offer.Add<AnswerItem<OfferChange>>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area.", at => AnswerTypes.At(at.View, at.Item.Area));
        offer.AddNodes("lost", null, "The measures and initiatives that go, by key.", types, one => one.Lost);
        offer.AddNodes("left", null, "Those for this group in this area that stay, by key.", types, one => one.Left);
        offer.AddNodes("wider", null, "Those that stay for a wider group or a larger area that it is part of, by key.", types, one => one.Wider);
        return offer;
    }

    private ObjectGraphType<CellChange> Cell()
    {
        var cell = new ObjectGraphType<CellChange> { Name = "CellChange", Description = "A group in an area where organisations meet from different domains before or after, and not both." };
        cell.Add<CellChange>("title", types.Words.Required(), "The group and the area.", one => one.Title);
        cell.Add<CellChange>("group", types.Nodes.Of(NodeKind.TargetGroup).Required(), "The target group.", one => AnswerTypes.At(one.View, one.Group));
        cell.Add<CellChange>("area", types.Nodes.Of(NodeKind.Area).Required(), "The area.", one => AnswerTypes.At(one.View, one.Area));
        cell.Add<CellChange>("agencyCountBefore", types.Int.Required(), "How many organisations are active there before.", one => one.AgencyCount);
        cell.Add<CellChange>("agencyCountAfter", types.Int.Required(), "How many after; 0 also where only one is left.", one => one.ThenCount);
        return cell;
    }

    private ObjectGraphType<InView<(int A, int B)>> LostTie()
    {
        var tie = new ObjectGraphType<InView<(int A, int B)>> { Name = "LostTie", Description = "Two who stay, and of whom no contact is known any more." };
        tie.Add<InView<(int A, int B)>>("a", types.Nodes.Item.Required(), "One of them.", at => AnswerTypes.At(at.View, at.Item.A));
        tie.Add<InView<(int A, int B)>>("b", types.Nodes.Item.Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        return tie;
    }

    private ObjectGraphType<InView<CutOff>> CutOffType()
    {
        var cut = new ObjectGraphType<InView<CutOff>> { Name = "CutOff", Description = "Some who stay joined with each other and lose the larger rest." };
        cut.Add<InView<CutOff>>("members", types.Nodes.Item.List(), "Who they are. Persons by role; the name is personal data.", at => at.Item.Members.Select(member => AnswerTypes.At(at.View, member))).Costing(5);
        cut.Add<InView<CutOff>>("restCount", types.Int.Required(), "How many they lose.", at => at.Item.RestCount);
        return cut;
    }

    private ObjectGraphType<BackUp> BackUpType()
    {
        var backUp = new ObjectGraphType<BackUp> { Name = "BackUp", Description = "A professional who might take over the contacts of one who leaves; told by role, never by name." };
        backUp.Add<BackUp>("reason", types.Words.Required(), "What they could build on.", one => one.Reason);
        backUp.Add<BackUp>("leaver", types.Words.Required(), "Who leaves.", one => TableWords.NameOf(one.View, one.Leaver));
        backUp.Add<BackUp>("who", types.Words.Required(), "The role of who might take over.", one => TableWords.NameOf(one.View, one.Person));
        backUp.Add<BackUp>("organisation", types.Nodes.Item.Required(), "The organisation they work for; themselves where none is recorded.", one => AnswerTypes.At(one.View, one.Organisation));
        backUp.Add<BackUp>("hasSameRole", types.Boolean.Required(), "Whether both have one role.", one => one.HasSameRole);
        backUp.Add<BackUp>("isColleague", types.Boolean.Required(), "Whether both work for one organisation.", one => one.IsColleague);
        backUp.Add<BackUp>("knownCount", types.Int.Required(), "How many of the contacts they know already, themselves or through their organisation.", one => one.KnownCount);
        backUp.Add<BackUp>("contactCount", types.Int.Required(), "How many contacts there are to take over.", one => one.ContactCount);
        return backUp;
    }
}
