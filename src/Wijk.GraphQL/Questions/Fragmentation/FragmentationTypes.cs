using System.Collections.Immutable;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that <c>fragmentation</c> answers with.</summary>
internal static class FragmentationTypes
{
    // About how many might take over from one.
    private const int BackUps = 3;

    /// <summary>The type <c>Fragmentation</c>.</summary>
    public static ObjectGraphType<FragmentationAnswer> Fragmentation(SharedTypes types, AnswerTypes answers)
    {
        var interval = BoundsTypes.Interval(types);
        var type = new ObjectGraphType<FragmentationAnswer>
        {
            Name = "Fragmentation",
            Description = "How the collaboration network holds together, as far as it was asked; or another network, by its name, when that is what was asked for: then all of it is in 'shared', and figures on collaboration are null or empty.",
        };
        type.Add<FragmentationAnswer>("network", types.EnumOf(OtherNetworkTypes.Networks).Required(), "Which network the answer is about.", answer => answer.Question.Network);
        type.Add<FragmentationAnswer>("level", types.Int.Required(), "Ties from this level up count.", answer => answer.Question.Level);
        type.Add<FragmentationAnswer>("opening", types.Words.Required(), "The one sentence that holds of all who are active, whatever nobody asked turns out to be; of another network than collaboration how it holds together, as it is recorded.", answer => answer.Opening);
        type.Add<FragmentationAnswer>("mergedCount", types.Int.Required(), "Agencies that count as the one they are part of; 0 unless 'wholes' was asked for.", answer => answer.MergedCount);
        type.Add<FragmentationAnswer>("actorCount", types.Int.Required(), "Agencies and initiatives there are.", answer => answer.ActorCount);
        type.Add<FragmentationAnswer>("memberCount", types.Int.Required(), "Those of whom a tie was asked or is on record, and professionals without agency: the network.",
            answer => answer.Members.Length);
        type.Add<FragmentationAnswer>("askedPairCount", types.Long.Required(), "Pairs that were asked, whatever the answer.", answer => answer.AskedPairCount);
        type.Add<FragmentationAnswer>("recordedPairCount", types.Long.Required(), "Pairs whose contact is on record and that were not asked.", answer => answer.RecordedPairCount);
        type.Add<FragmentationAnswer>("contradictingPairCount", types.Int.Required(), "Pairs that were reported at different levels; the lowest counts.",
            answer => answer.ContradictingPairCount);
        type.Add<FragmentationAnswer>("tieCount", types.Int.Required(), "Pairs at the level or above.", answer => answer.TieCount);
        type.Add<FragmentationAnswer>("f", types.Float,
            "Share of pairs of members with no path between them, 0 to 1 (Borgatti 2006); null when nothing is known.", answer => answer.Fragmentation);
        type.Add("distanceWeightedF", types.Float,
            "The same, a path of d ties counting for 1/d (Borgatti 2006); null when nothing is known. Slow on many thousands of members.", [],
            async context =>
            {
                var answer = (FragmentationAnswer)context.Source!;
                return answer.IsKnown
                    ? await Operation.Of(context).FigureAsync(
                        answer, FragmentationAnswer.DistanceWeightedFigure, answer.DistanceWeightedFragmentation, context.CancellationToken)
                    : null;
            });
        type.Add<FragmentationAnswer>("bounds", BoundsTypes.Bounds(types, interval), "How far the figures can be off because of what nobody asked; null where fewer than two are active.",
            answer => answer.Bounds is null ? null : answer);
        AddParts(type, types, answers);
        AddMembers(type, types, answers);
        type.Add<FragmentationAnswer>("silos", SiloTypes.Silos(types, answers), "Whether ties stay inside domains; null when nothing is known or no domain is known.",
            answer => answer.Silos is null ? null : answer);
        LineTypes.AddTo(type, types, interval);
        BrokerTypes.AddTo(type, types, answers, interval);
        OtherNetworkTypes.AddTo(type, types, interval);
        return type;
    }

    private static void AddParts(ObjectGraphType<FragmentationAnswer> type, SharedTypes types, AnswerTypes answers)
    {
        var component = Item<ImmutableArray<int>>("NetworkComponent", "A part of the network without a tie to the rest.", types);
        component.Add<AnswerItem<ImmutableArray<int>>>("size", types.Int.Required(), "How many members it has.", at => at.Item.Length);
        component.AddNodes("members", null, "Its members, by key.", types, members => members);
        Add(type, "components", component, "The parts that have no tie between them, largest first.", types, answers, AnswerKeys.Component,
            (answer, _) => answer.Components, members => [members[0]], members => SortKey.Down(members.Length));

        var point = Item<CutPoint>("ArticulationPoint", "A member on whom part of the network hangs.", types);
        point.Add<AnswerItem<CutPoint>>("member", types.Nodes.Item.Required(), "The member.", at => AnswerTypes.At(at.View, at.Item.Actor));
        point.Add<AnswerItem<CutPoint>>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Item.CutOffCount);
        point.Add<AnswerItem<CutPoint>>("partSizes", types.Int.List(), "Members in each part that is left, largest first: plain numbers, all of them.", at => at.Item.PartSizes);
        point.Add<AnswerItem<CutPoint>>("isCertain", types.Boolean.Required(), "Whether it is one whatever nobody asked turns out to be.", at => at.Item.IsCertain);
        Add(type, "articulationPoints", point, "Members without which their part falls apart, those that cut off most first.", types, answers,
            AnswerKeys.ArticulationPoint, (answer, _) => answer.ArticulationPoints, at => [at.Actor], at => SortKey.Down(at.CutOffCount));

        var bridge = Item<BridgeTie>("Bridge", "A tie on which part of the network hangs.", types);
        bridge.Add<AnswerItem<BridgeTie>>("a", types.Nodes.Item.Required(), "One end.", at => AnswerTypes.At(at.View, at.Item.A));
        bridge.Add<AnswerItem<BridgeTie>>("b", types.Nodes.Item.Required(), "The other end.", at => AnswerTypes.At(at.View, at.Item.B));
        bridge.Add<AnswerItem<BridgeTie>>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Item.CutOffCount);
        bridge.Add<AnswerItem<BridgeTie>>("isCertain", types.Boolean.Required(), "Whether it is one whatever nobody asked turns out to be.", at => at.Item.IsCertain);
        Add(type, "bridges", bridge, "Ties without which their part falls apart, those that cut off most first.", types, answers, AnswerKeys.Bridge,
            (answer, _) => answer.Bridges, at => [at.A, at.B], at => SortKey.Down(at.CutOffCount));
    }

    private static void AddMembers(ObjectGraphType<FragmentationAnswer> type, SharedTypes types, AnswerTypes answers)
    {
        var person = Item<PersonBridge>("PersonBridge", "A person on whom a connection hangs: share it, do not blame it.", types);
        person.Add<AnswerItem<PersonBridge>>("professional", types.Nodes.Of(NodeKind.Professional).Required(), "The person, by role; the name is personal data.",
            at => AnswerTypes.At(at.View, at.Item.Person));
        person.AddNodes("cutOff", null, "The members that lose the largest part when this person leaves, by key.", types, at => at.CutOff);
        person.Add<AnswerItem<PersonBridge>>("backUps", types.Words.List(), "Who might take over, three at most: the same role first, then who knows most of the contacts. By role, with what they could build on.",
            at => FragmentationAnswer.BackUpsOf(at.View, at.Item).Select(found => found.Reason)).Costing(BackUps);
        Add(type, "personBridges", person, "Connections that hang on one person, those that cut off most first.", types, answers, AnswerKeys.PersonBridge,
            (answer, _) => answer.PersonBridges, at => [at.Person], at => SortKey.Down(at.CutOff.Length));

        var between = Item<ActorValue>("Betweenness", "How much an organisation or initiative stands in between.", types);
        between.Add<AnswerItem<ActorValue>>("member", types.Nodes.Item.Required(), "The organisation or initiative.", at => AnswerTypes.At(at.View, at.Item.Actor));
        between.Add<AnswerItem<ActorValue>>("value", types.Float.Required(),
            "Pairs of others on whose shortest paths it lies; with several shortest paths, the share of them.", at => at.Item.Value);
        between.Add<AnswerItem<ActorValue>>("margin", types.Float.Required(),
            "How far the value may be off, either way: three standard errors, as in a network of 10,000 members or more it is estimated from the paths of some of them. 0 where it is exact.", at => at.Item.Margin);
        Add(type, "betweenness", between,
            "How often an organisation or initiative lies on a shortest path between two others (Brandes 2001), most first; persons are never listed.", types, answers,
            AnswerKeys.Betweenness, (answer, stop) => answer.Betweenness(stop), at => [at.Actor], at => SortKey.Down(at.Value),
            FragmentationAnswer.BetweennessFigure);

        var isolated = Item<IsolatedOf>("IsolatedInitiative", "An initiative that stands alone, as far as is known.", types);
        isolated.Add<AnswerItem<IsolatedOf>>("initiative", types.Nodes.Of(NodeKind.Initiative).Required(), "The initiative.",
            at => AnswerTypes.At(at.View, at.Item.Isolated.Initiative));
        isolated.Add<AnswerItem<IsolatedOf>>("wasAsked", types.Boolean.Required(), "Whether it was asked for ties; if not, it may well have them.", at => at.Item.Isolated.WasAsked);
        isolated.Add("ways", types.Words.Required(), "The shortest ways to somebody who pays or decides, three at most, each in a sentence; or that none is known.", [], context => WaysOfAsync(context, ways => ways.Reason));
        isolated.Add("nextStep", types.Words.Required(), "What to do, and whom to ask.", [], context => WaysOfAsync(context, ways => ways.NextStep));
        Add(type, "isolatedInitiatives", isolated, "Initiatives with no tie at this level and nobody who supports them, as far as is known; by key.", types, answers,
            AnswerKeys.IsolatedInitiative, (answer, _) => [.. answer.IsolatedInitiatives.Select(isolated => new IsolatedOf(answer, isolated))], at => [at.Isolated.Initiative], _ => "");
    }

    private static async ValueTask<object?> WaysOfAsync(global::GraphQL.IResolveFieldContext context, Func<InitiativeWays, Words> say)
    {
        var (answer, isolated) = ((AnswerItem<IsolatedOf>)context.Source!).Item;
        var ways = await Operation.Of(context).FigureAsync(answer, FragmentationAnswer.IsolatedWaysFigure, answer.IsolatedWays, context.CancellationToken);
        return say(ways[isolated.Initiative]);
    }

    /// <summary>An isolated initiative and the answer that found it.</summary>
    internal sealed record IsolatedOf(FragmentationAnswer Answer, IsolatedInitiative Isolated);

    /// <summary>The type of something that is found, with an id.</summary>
    public static ObjectGraphType<AnswerItem<T>> Item<T>(string name, string description, SharedTypes types)
    {
        var type = new ObjectGraphType<AnswerItem<T>> { Name = name, Description = description };
        types.Nodes.Add(type);
        return type;
    }

    /// <summary>Adds a list of what is found, and lets <c>node</c> find its items.</summary>
    /// <param name="type">The type of the answer.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="item">The type of an item.</param>
    /// <param name="description">What is in it, and in which order.</param>
    /// <param name="types">The shared types.</param>
    /// <param name="answers">What answers share.</param>
    /// <param name="kind">The first part of the keys of its items.</param>
    /// <param name="all">The items, in order.</param>
    /// <param name="nodes">The nodes that an item is about, which tell it from others.</param>
    /// <param name="rank">What it is ordered by before those nodes.</param>
    /// <param name="figure">The name of the figure that they are, when they are only computed once somebody asks.</param>
    public static void Add<T>(
        ObjectGraphType<FragmentationAnswer> type, string name, ObjectGraphType<AnswerItem<T>> item, string description, SharedTypes types, AnswerTypes answers, string kind,
        Func<FragmentationAnswer, CancellationToken, ImmutableArray<T>> all, Func<T, int[]> nodes, Func<T, string> rank, string? figure = null)
    {
        var items = new AnswerItems<FragmentationAnswer, T>((answer, stop) => all(answer, stop), (answer, one) => AnswerKeys.Of(kind, answer, nodes(one)), figure);
        type.AddList(name, item, description, types, items,
            at => SortKey.Of([rank(at.Item)], [.. nodes(at.Item).Select(node => at.View.Graph.Node(node).Key)]), AnswerLists.AFew);
        answers.AddSearch(kind, items, AnswerKeys.FragmentationOf);
    }
}
