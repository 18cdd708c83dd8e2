using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that <c>fragmentation</c> answers with.</summary>
internal static class FragmentationTypes
{
    /// <summary>The type <c>Fragmentation</c>.</summary>
    public static ObjectGraphType<FragmentationAnswer> Fragmentation(SharedTypes types, AnswerTypes answers)
    {
        var type = new ObjectGraphType<FragmentationAnswer>
        {
            Name = "Fragmentation",
            Description = "How the collaboration network holds together, as far as it was asked.",
        };
        type.Add<FragmentationAnswer>("level", types.Int.Required(), "Ties from this level up count.", answer => answer.Question.Level);
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
            context => ((FragmentationAnswer)context.Source!).DistanceWeightedFragmentation(context.CancellationToken));
        AddList(type, "components", "The parts that have no tie between them, largest first.", Component(types), answers,
            answer => answer.Components.Select(members => new InView<IReadOnlyList<int>>(answer.View, members)));
        AddList(type, "articulationPoints", "Members without which their part falls apart, those that cut off most first.", CutPointType(types), answers,
            answer => answer.ArticulationPoints.Select(point => new InView<CutPoint>(answer.View, point)));
        AddList(type, "bridges", "Ties without which their part falls apart, those that cut off most first.", BridgeType(types), answers,
            answer => answer.Bridges.Select(bridge => new InView<BridgeTie>(answer.View, bridge)));
        AddList(type, "personBridges", "Connections that hang on one person, those that cut off most first.", PersonBridgeType(types), answers,
            answer => answer.PersonBridges.Select(bridge => new InView<PersonBridge>(answer.View, bridge)));
        AddList(type, "betweenness", "How often an organisation or initiative lies on a shortest path between two others (Brandes 2001); persons are never listed.",
            ActorValueType(types), answers, (answer, stop) => answer.Betweenness(stop).Select(value => new InView<ActorValue>(answer.View, value)));
        AddList(type, "isolatedInitiatives", "Initiatives with no tie at this level and nobody who supports them, as far as is known.",
            IsolatedType(types), answers, answer => answer.IsolatedInitiatives.Select(isolated => new InView<IsolatedInitiative>(answer.View, isolated)));
        type.Add<FragmentationAnswer>("silos", SiloTypes.Silos(types), "Whether ties stay inside domains; null when nothing is known or no domain is known.",
            answer => answer.Silos is null ? null : new InView<SiloAnswer>(answer.View, answer.Silos));
        return type;
    }

    private static void AddList<T>(
        ObjectGraphType<FragmentationAnswer> type, string name, string description, ObjectGraphType<T> item, AnswerTypes answers,
        Func<FragmentationAnswer, IEnumerable<T>> read) =>
        AddList(type, name, description, item, answers, (answer, _) => read(answer));

    private static void AddList<T>(
        ObjectGraphType<FragmentationAnswer> type, string name, string description, ObjectGraphType<T> item, AnswerTypes answers,
        Func<FragmentationAnswer, CancellationToken, IEnumerable<T>> read) =>
        type.Add(name, item.List(), description, [answers.FirstArgument()],
            context => AnswerTypes.First(context, read((FragmentationAnswer)context.Source!, context.CancellationToken))).Costing(PageRequest.SizeOf);

    private static ObjectGraphType<InView<IReadOnlyList<int>>> Component(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<IReadOnlyList<int>>> { Name = "NetworkComponent", Description = "A part of the network without a tie to the rest." };
        type.Add<InView<IReadOnlyList<int>>>("size", types.Int.Required(), "Its members.", at => at.Item.Count);
        type.Add<InView<IReadOnlyList<int>>>("members", types.Records.Record.List(), "Its members.", at => AnswerTypes.At(at.View, at.Item)).Costing(_ => 5);
        return type;
    }

    private static ObjectGraphType<InView<CutPoint>> CutPointType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<CutPoint>> { Name = "ArticulationPoint", Description = "A member on whom part of the network hangs." };
        type.Add<InView<CutPoint>>("member", types.Records.Record.Required(), "The member.", at => AnswerTypes.At(at.View, at.Item.Actor));
        type.Add<InView<CutPoint>>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Item.CutOffCount);
        type.Add<InView<CutPoint>>("partSizes", types.Int.List(), "Members in each part that is left, largest first.", at => at.Item.PartSizes);
        return type;
    }

    private static ObjectGraphType<InView<BridgeTie>> BridgeType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<BridgeTie>> { Name = "Bridge", Description = "A tie on which part of the network hangs." };
        type.Add<InView<BridgeTie>>("a", types.Records.Record.Required(), "One end.", at => AnswerTypes.At(at.View, at.Item.A));
        type.Add<InView<BridgeTie>>("b", types.Records.Record.Required(), "The other end.", at => AnswerTypes.At(at.View, at.Item.B));
        type.Add<InView<BridgeTie>>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Item.CutOffCount);
        return type;
    }

    private static ObjectGraphType<InView<PersonBridge>> PersonBridgeType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<PersonBridge>> { Name = "PersonBridge", Description = "A person on whom a connection hangs: share it, do not blame it." };
        type.Add<InView<PersonBridge>>("professional", types.Records.Of(NodeKind.Professional).Required(), "The person, by role; the name is personal data.",
            at => AnswerTypes.At(at.View, at.Item.Person));
        type.Add<InView<PersonBridge>>("cutOff", types.Records.Record.List(), "The members that lose the largest part when this person leaves.",
            at => AnswerTypes.At(at.View, at.Item.CutOff)).Costing(_ => 5);
        return type;
    }

    private static ObjectGraphType<InView<ActorValue>> ActorValueType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<ActorValue>> { Name = "Betweenness", Description = "How much an organisation or initiative stands in between." };
        type.Add<InView<ActorValue>>("member", types.Records.Record.Required(), "The organisation or initiative.", at => AnswerTypes.At(at.View, at.Item.Actor));
        type.Add<InView<ActorValue>>("value", types.Float.Required(),
            "Pairs of others on whose shortest paths it lies; with several shortest paths, the share of them.", at => at.Item.Value);
        return type;
    }

    private static ObjectGraphType<InView<IsolatedInitiative>> IsolatedType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<IsolatedInitiative>> { Name = "IsolatedInitiative", Description = "An initiative that stands alone, as far as is known." };
        type.Add<InView<IsolatedInitiative>>("initiative", types.Records.Of(NodeKind.Initiative).Required(), "The initiative.",
            at => AnswerTypes.At(at.View, at.Item.Initiative));
        type.Add<InView<IsolatedInitiative>>("wasAsked", types.Boolean.Required(), "Whether it was asked for ties; if not, it may well have them.", at => at.Item.WasAsked);
        return type;
    }

}
