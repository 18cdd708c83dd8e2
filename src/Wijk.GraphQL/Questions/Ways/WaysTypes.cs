using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Ways;

/// <summary>The types that <c>ways</c> answers with.</summary>
internal static class WaysTypes
{
    private static readonly AnswerItems<WaysAnswer, InitiativeWays> Initiatives = new((answer, _) => answer.Initiatives, (_, ways) => AnswerKeys.OfWays(ways));

    /// <summary>The type <c>Ways</c>.</summary>
    public static ObjectGraphType<WaysAnswer> Ways(SharedTypes types, AnswerTypes answers)
    {
        var ways = new ObjectGraphType<WaysAnswer> { Name = "Ways", Description = "Who can introduce residents' initiatives to somebody who pays or decides." };
        ways.Add<WaysAnswer>("initiativeCount", types.Int.Required(), "Initiatives there are.", answer => answer.InitiativeCount);
        ways.Add<WaysAnswer>("foundCount", types.Int.Required(), "Those that stand alone or of which no way is known; 1 or 0 where one was asked for.",
            answer => answer.Initiatives.Length);
        ways.AddList("initiatives", OfInitiative(types), "The initiative that was asked for, or each that stands alone or of which no way is known, by key.",
            types, Initiatives, at => SortKey.Of(at.View.Graph.Node(at.Item.Initiative).Key), AnswerLists.AFew);
        answers.AddSearch(AnswerKeys.InitiativeWays, Initiatives, AnswerKeys.WaysOf);
        return ways;
    }

    private static ObjectGraphType<AnswerItem<InitiativeWays>> OfInitiative(SharedTypes types)
    {
        var found = new ObjectGraphType<AnswerItem<InitiativeWays>> { Name = "InitiativeWays", Description = "The ways of one initiative, as far as is known." };
        types.Nodes.Add(found);
        found.Add<AnswerItem<InitiativeWays>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        found.Add<AnswerItem<InitiativeWays>>("nextStep", types.Words.Required(), "What to do, and whom to ask.", at => at.Item.NextStep);
        found.Add<AnswerItem<InitiativeWays>>("initiative", types.Nodes.Of(NodeKind.Initiative).Required(), "The initiative.", at => AnswerTypes.At(at.View, at.Item.Initiative));
        found.Add<AnswerItem<InitiativeWays>>("isAlone", types.Boolean.Required(), "Whether it has no tie and nobody who supports it, as far as is known.", at => at.Item.IsAlone);
        found.Add<AnswerItem<InitiativeWays>>("wasAsked", types.Boolean.Required(), "Whether it was asked for ties; if not, it may well have them.", at => at.Item.WasAsked);
        found.Add<AnswerItem<InitiativeWays>>("ways", Way(types).List(),
            $"The shortest ways, {WaysQuestion.MostWays} at most; of equally long ones those whose keys come first.",
            at => at.Item.Ways.Select(way => new InView<Way>(at.View, way))).Costing(WaysQuestion.MostWays);
        found.AddNodes("toAsk", NodeKind.Agency, "Agencies near it that can be asked, by key.", types, ways => ways.ToAsk);
        return found;
    }

    // The lists of a way are as short as it is, and their order is what they say.
    private static ObjectGraphType<InView<Way>> Way(SharedTypes types)
    {
        var way = new ObjectGraphType<InView<Way>> { Name = "Way", Description = "A way from an initiative to somebody who pays or decides; it meets nobody twice." };
        way.Add<InView<Way>>("nodes", types.Nodes.Item.List(), "From the initiative to who pays or decides. Persons by role; the name is personal data.",
            at => at.Item.Nodes.Select(node => AnswerTypes.At(at.View, node))).Costing(5);
        way.Add<InView<Way>>("stepCount", types.Int.Required(), "How many introductions it takes; two who share a trajectory are one apart.", at => at.Item.StepCount);
        way.Add<InView<Way>>("evidence", types.Id.List(), "The keys of the relations by which each leads to the next.",
            at => at.Item.Relations.Select(relation => at.View.Graph.Relation(relation).Key));
        return way;
    }
}
