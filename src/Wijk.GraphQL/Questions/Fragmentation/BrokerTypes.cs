using GraphQL.Types;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Brokerage;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that say who stands between others.</summary>
internal static class BrokerTypes
{
    /// <summary>Adds the field <c>brokers</c>.</summary>
    public static void AddTo(ObjectGraphType<FragmentationAnswer> type, SharedTypes types, AnswerTypes answers, ObjectGraphType<Interval> interval)
    {
        var roles = Roles(types);
        var broker = FragmentationTypes.Item<BrokerOf>("Broker", "An organisation or initiative that stands between others who have no contact with each other, as far as is known; never a person.", types);
        broker.Add<AnswerItem<BrokerOf>>("member", types.Nodes.Item.Required(), "The organisation or initiative.", at => AnswerTypes.At(at.View, at.Item.Broker.Actor));
        broker.Add<AnswerItem<BrokerOf>>("contactCount", types.Int.Required(), "How many it has contact with.", at => at.Item.Broker.ContactCount);
        broker.Add<AnswerItem<BrokerOf>>("constraint", types.Float, "Burt's constraint: near 0 with many contacts who do not know each other, 1 with one contact.", at => at.Item.Broker.Hole.Constraint);
        broker.Add<AnswerItem<BrokerOf>>("effectiveSize", types.Float, "Burt's effective size: contacts, less what they have in common.", at => at.Item.Broker.Hole.EffectiveSize);
        broker.Add<AnswerItem<BrokerOf>>("clustering", types.Float, "The share of the pairs of its contacts that have contact, as far as is known (Watts and Strogatz 1998), 0 to 1; null with fewer than two contacts. A tie more may raise or lower it, so it has a band and no bounds.",
            at => at.Item.Broker.Clustering);
        broker.Add<AnswerItem<BrokerOf>>("byDomain", roles.Required(), "Between whom it stands, by domain; all three have one.", at => at.Item.Broker.ByDomain);
        broker.Add<AnswerItem<BrokerOf>>("byPerspective", roles.Required(), "Between whom it stands, by the kind of organisation, residents being one; of all three it is known.", at => at.Item.Broker.ByPerspective);
        broker.Add("bands", Bands(interval), "How far its figures move when a tenth of what is known is left out: a tie more may raise or lower them, so they have no bounds. Null in a network too large to try.", [],
            async context =>
            {
                var (answer, found) = ((AnswerItem<BrokerOf>)context.Source!).Item;
                return (await Operation.Of(context).FigureAsync(answer, FragmentationAnswer.BrokerBandsFigure, answer.BrokerBands, context.CancellationToken))?[found.Actor];
            });
        FragmentationTypes.Add(type, "brokers", broker, "Who stands between others (Burt 1992; Gould and Fernandez 1989), between most pairs of different groups first; persons are never listed.", types, answers,
            AnswerKeys.Broker, (answer, stop) => [.. answer.Brokers(stop).Select(found => new BrokerOf(answer, found))], at => [at.Broker.Actor], at => SortKey.Down(Broker.Rank(at.Broker)),
            FragmentationAnswer.BrokersFigure);
    }

    private static ObjectGraphType<NodeRoles> Roles(SharedTypes types)
    {
        var counts = new ObjectGraphType<RoleCounts> { Name = "RoleCounts", Description = "Pairs of contacts that somebody stands between, by the groups of the three (Gould and Fernandez 1989); ties have no direction." };
        counts.Add<RoleCounts>("coordinator", types.Long.Required(), "All three of one group.", count => count.Coordinator);
        counts.Add<RoleCounts>("consultant", types.Long.Required(), "The pair of one group, the one between them of another.", count => count.Consultant);
        counts.Add<RoleCounts>("gatekeeper", types.Long.Required(), "One of the pair of the same group as the one between them: gatekeeper and representative in one.", count => count.Gatekeeper);
        counts.Add<RoleCounts>("liaison", types.Long.Required(), "Three groups.", count => count.Liaison);

        var roles = new ObjectGraphType<NodeRoles> { Name = "BrokerRoles", Description = "Between whom somebody stands." };
        roles.Add<NodeRoles>("known", counts.Required(), "Pairs of contacts of whom no contact is known.", node => node.Known);
        roles.Add<NodeRoles>("certain", counts.Required(), "Those of them who are known to have none: so many it stands between whatever nobody asked turns out to be. Above there is no bound: with unknown ties come new pairs.", node => node.Certain);
        return roles;
    }

    private static ObjectGraphType<BrokerBands> Bands(ObjectGraphType<Interval> interval)
    {
        var bands = new ObjectGraphType<BrokerBands> { Name = "BrokerBands", Description = "The lowest and highest of figures over 40 tries, with a tenth of what is known left out (Smith and Moody 2013)." };
        bands.Add<BrokerBands>("betweenness", interval.Required(), "Of how often it lies on a shortest path between two others.", band => band.Betweenness);
        bands.Add<BrokerBands>("constraint", interval, "Of Burt's constraint.", band => band.Constraint);
        bands.Add<BrokerBands>("effectiveSize", interval, "Of Burt's effective size.", band => band.EffectiveSize);
        bands.Add<BrokerBands>("clustering", interval, "Of the share of the pairs of its contacts that have contact; null with fewer than two contacts.", band => band.Clustering);
        return bands;
    }

    /// <summary>A broker and the answer that found it.</summary>
    internal sealed record BrokerOf(FragmentationAnswer Answer, Broker Broker);
}
