using GraphQL.Types;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types of other networks than that of collaboration, and of that on another day.</summary>
internal static class OtherNetworkTypes
{
    private static readonly Parameter<DateOnly?> Day = new("day", new("De andere dag, jjjj-mm-dd.", "The other day, yyyy-mm-dd."), null) { Type = types => types.Date, Read = Typed.Day };

    /// <summary>The networks there are.</summary>
    public static Choices<FragmentationNetwork> Networks { get; } = new("FragmentationNetwork", "Which network is looked at. Only the first is about collaboration.",
    [
        (FragmentationNetwork.Collaboration, "Who are known to have contact with each other."),
        (FragmentationNetwork.Funding, "Who pays whom: a payer with those who do what it pays for; refused grants and money into schemes left out."),
        (FragmentationNetwork.SharedCells, "Who work for the same target group in the same area."),
        (FragmentationNetwork.SharedTrajectories, "Who take part in one trajectory together."),
    ]);

    /// <summary>Adds the fields.</summary>
    public static void AddTo(ObjectGraphType<FragmentationAnswer> type, SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var shared = Shared(types);
        type.Add<FragmentationAnswer>("shared", shared, "The network that was asked for instead of that of collaboration; null where that is it. It is as it is recorded: it has no bounds, for nobody is asked for it.", answer => answer.Shared);
        type.Add("sharedTrajectories", shared.Required(), "The network of who take part in one trajectory together: another network than that of collaboration.", [],
            async context => await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.TrajectoriesFigure, AnswerIn(context).Trajectories, context.CancellationToken));
        type.Add("since", Change(types, interval), "The same on another day, and whether the network changed or only what is known of it; null without a day, or for another network than that of collaboration.",
            [Day.ArgumentIn(types)],
            async context => Day.Of(context) is { } day && AnswerIn(context).Shared is null
                ? await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.SinceFigure(day), stop => AnswerIn(context).Since(day, stop), context.CancellationToken)
                : null);
    }

    private static FragmentationAnswer AnswerIn(global::GraphQL.IResolveFieldContext context) => (FragmentationAnswer)context.Source!;

    private static ObjectGraphType<SharedNetwork> Shared(SharedTypes types)
    {
        var connections = new ObjectGraphType<TableConnections> { Name = "TableConnections", Description = "How those at some tables are connected." };
        connections.Add<TableConnections>("partCount", types.Int.Required(), "Parts that share nobody and no table.", found => found.PartCount);
        connections.Add<TableConnections>("largestSize", types.Int.Required(), "How many are in the largest.", found => found.LargestSize);
        connections.Add<TableConnections>("connectedPairCount", types.Long.Required(), "Pairs with a path between them.", found => found.ConnectedPairCount);
        connections.Add<TableConnections>("f", types.Float, "Share of pairs without one (Borgatti 2006); null below two.", found => found.Fragmentation);

        var shared = new ObjectGraphType<SharedNetwork>
        {
            Name = "SharedNetwork",
            Description = "A network of what parties share, as it is recorded; whether they collaborate beside that is not known from it. What they share is as a table: one trajectory, one combination of target group and area, or one payer with those it pays.",
        };
        shared.Add<SharedNetwork>("network", types.EnumOf(Networks).Required(), "Which network it is.", found => found.Kind);
        shared.Add<SharedNetwork>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        shared.Add<SharedNetwork>("actorCount", types.Int.Required(), "Who share anything: organisations, initiatives, and professionals without an organisation; of money also payers that are not active here.", found => found.ActorCount);
        shared.Add<SharedNetwork>("activeCount", types.Int.Required(), "Those of them that are active where it was asked for.", found => found.ActiveCount);
        shared.Add<SharedNetwork>("tableCount", types.Int.Required(), "Tables with two or more.", found => found.Tables.TableCount);
        shared.Add<SharedNetwork>("largeCount", types.Int.Required(), $"Those with more than {SharedTables.LargeFrom}: with tables that large everybody is connected, and that says little.", found => found.Tables.LargeCount);
        shared.Add<SharedNetwork>("all", connections.Required(), "With all tables.", found => found.Tables.All);
        shared.Add<SharedNetwork>("withoutLarge", connections.Required(), "Without the large ones.", found => found.Tables.WithoutLarge);
        return shared;
    }

    private static ObjectGraphType<FragmentationChange> Change(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var change = new ObjectGraphType<FragmentationChange> { Name = "FragmentationChange", Description = "The same figure on two days, and what of the difference is a change of the network." };
        change.Add<FragmentationChange>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        change.Add<FragmentationChange>("day", types.Date.Required(), "The other day.", found => found.Before.LookedAt.Day);
        change.Add<FragmentationChange>("fBefore", types.Float, "F on that day over those of whom something was known; null when nothing was.", found => found.Change.Before);
        change.Add<FragmentationChange>("fAfter", types.Float, "F on the day that is looked at; null when nothing is known.", found => found.Change.After);
        change.Add<FragmentationChange>("memberCountBefore", types.Int.Required(), "Over how many it was on that day.", found => found.Before.Members.Length);
        change.Add<FragmentationChange>("memberCountAfter", types.Int.Required(), "Over how many it is.", found => found.After.Members.Length);
        change.Add<FragmentationChange>("boundsBefore", interval, "Between what F of all who are active lay on that day; null below two.", found => found.Before.Bounds?.Connectivity.Fragmentation);
        change.Add<FragmentationChange>("boundsAfter", interval, "Between what it lies.", found => found.After.Bounds?.Connectivity.Fragmentation);
        change.Add<FragmentationChange>("sharedPairCount", types.Int.Required(), "Pairs that are known on both days.", found => found.Change.SharedCount);
        change.Add<FragmentationChange>("begunCount", types.Int.Required(), "Of those, pairs that had no tie at the level and have one.", found => found.Change.BegunCount);
        change.Add<FragmentationChange>("endedCount", types.Int.Required(), "Of those, pairs that had one and have none.", found => found.Change.EndedCount);
        change.Add<FragmentationChange>("disputedCount", types.Int.Required(), "Of those that changed, pairs of which reports differ on one of the days: the lowest level counts, and the contact itself need not have changed.", found => found.DisputedCount);
        change.Add<FragmentationChange>("newlyKnownCount", types.Int.Required(), "Pairs that became known: asked since, or newly on record.", found => found.Change.NewlyKnownCount);
        change.Add<FragmentationChange>("noLongerKnownCount", types.Int.Required(), "Pairs that were known and are not any more.", found => found.Change.NoLongerKnownCount);
        change.Add<FragmentationChange>("sharedFBefore", types.Float, "F by the pairs known on both days alone, on that day; null without such pairs.", found => found.Change.SharedBefore);
        change.Add<FragmentationChange>("sharedFAfter", types.Float, "The same on the day that is looked at: what differs here is a change of the network.", found => found.Change.SharedAfter);
        return change;
    }
}
