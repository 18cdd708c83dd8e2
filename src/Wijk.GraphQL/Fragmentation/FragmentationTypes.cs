using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Paging;

namespace Wijk.GraphQL.Fragmentation;

/// <summary>The types that <c>fragmentation</c> answers with.</summary>
internal static class FragmentationTypes
{
    /// <summary>The type <c>Fragmentation</c>.</summary>
    public static ObjectGraphType<FragmentationAnswer> Fragmentation(SharedTypes types, AnswerFields answers)
    {
        var type = new ObjectGraphType<FragmentationAnswer>
        {
            Name = "Fragmentation",
            Description = "How the collaboration network holds together, as far as it was asked.",
        };
        answers.AddTo(type, answer => (answer.Reason, answer.NextStep, answer.Coverage, answer.Snapshot, answer.Question.Area, answer.Question.Seed));
        type.Add<FragmentationAnswer>("level", types.Int.Required(), "Ties from this level up count.", answer => answer.Question.Level);
        type.Add<FragmentationAnswer>("actorCount", types.Int.Required(), "Agencies and initiatives there are.", answer => answer.ActorCount);
        type.Add<FragmentationAnswer>("memberCount", types.Int.Required(), "Those of whom a tie was asked, and professionals without agency: the network.",
            answer => answer.Members.Length);
        type.Add<FragmentationAnswer>("askedPairCount", types.Long.Required(), "Pairs that were asked, whatever the answer.", answer => answer.AskedPairCount);
        type.Add<FragmentationAnswer>("contradictingPairCount", types.Int.Required(), "Pairs that were reported at different levels; the lowest counts.",
            answer => answer.ContradictingPairCount);
        type.Add<FragmentationAnswer>("tieCount", types.Int.Required(), "Pairs at the level or above.", answer => answer.TieCount);
        type.Add<FragmentationAnswer>("f", types.Float,
            "Share of pairs of members with no path between them, 0 to 1 (Borgatti 2006); null when nothing was asked.", answer => answer.Fragmentation);
        type.Add("distanceWeightedF", types.Float,
            "The same, a path of d ties counting for 1/d (Borgatti 2006); null when nothing was asked. Slow on many thousands of members.", [],
            context => ((FragmentationAnswer)context.Source!).DistanceWeightedFragmentation(context.CancellationToken));
        AddList(type, "components", "The parts that have no tie between them, largest first.", Component(types), answers,
            answer => answer.Components.Select(members => new ComponentAt(answer.Snapshot, members)));
        AddList(type, "articulationPoints", "Members without which their part falls apart, those that cut off most first.", CutPointType(types), answers,
            answer => answer.ArticulationPoints.Select(point => new PointAt(answer.Snapshot, point)));
        AddList(type, "bridges", "Ties without which their part falls apart, those that cut off most first.", BridgeType(types), answers,
            answer => answer.Bridges.Select(bridge => new BridgeAt(answer.Snapshot, bridge)));
        AddList(type, "personBridges", "Connections that hang on one person, those that cut off most first.", PersonBridgeType(types), answers,
            answer => answer.PersonBridges.Select(bridge => new PersonBridgeAt(answer.Snapshot, bridge)));
        AddList(type, "betweenness", "How often an organisation or initiative lies on a shortest path between two others (Brandes 2001); persons are never listed.",
            ActorValueType(types), answers, (answer, stop) => answer.Betweenness(stop).Select(value => new ValueAt(answer.Snapshot, value)));
        AddList(type, "isolatedInitiatives", "Initiatives with no tie at this level and nobody who supports them, as far as is known.",
            IsolatedType(types), answers, answer => answer.IsolatedInitiatives.Select(isolated => new IsolatedAt(answer.Snapshot, isolated)));
        type.Add<FragmentationAnswer>("silos", SiloTypes.Silos(types), "Whether ties stay inside domains; null when nothing was asked or no domain is known.",
            answer => answer.Silos is null ? null : new SilosAt(answer.Snapshot, answer.Silos));
        return type;
    }

    private static void AddList<T>(
        ObjectGraphType<FragmentationAnswer> type, string name, string description, ObjectGraphType<T> item, AnswerFields answers,
        Func<FragmentationAnswer, IEnumerable<T>> read) =>
        AddList(type, name, description, item, answers, (answer, _) => read(answer));

    private static void AddList<T>(
        ObjectGraphType<FragmentationAnswer> type, string name, string description, ObjectGraphType<T> item, AnswerFields answers,
        Func<FragmentationAnswer, CancellationToken, IEnumerable<T>> read) =>
        type.Add(name, item.List(), description, [answers.FirstArgument()],
            context => AnswerFields.First(context, read((FragmentationAnswer)context.Source!, context.CancellationToken))).Costing(PageRequest.SizeOf);

    private static ObjectGraphType<ComponentAt> Component(SharedTypes types)
    {
        var type = new ObjectGraphType<ComponentAt> { Name = "NetworkComponent", Description = "A part of the network without a tie to the rest." };
        type.Add<ComponentAt>("size", types.Int.Required(), "Its members.", at => at.Members.Count);
        type.Add<ComponentAt>("members", types.Records.Record.List(), "Its members.", at => AnswerFields.At(at.Snapshot, at.Members)).Costing(_ => 5);
        return type;
    }

    private static ObjectGraphType<PointAt> CutPointType(SharedTypes types)
    {
        var type = new ObjectGraphType<PointAt> { Name = "ArticulationPoint", Description = "A member on whom part of the network hangs." };
        type.Add<PointAt>("member", types.Records.Record.Required(), "The member.", at => AnswerFields.At(at.Snapshot, at.Point.Actor));
        type.Add<PointAt>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Point.CutOffCount);
        type.Add<PointAt>("partSizes", types.Int.List(), "Members in each part that is left, largest first.", at => at.Point.PartSizes);
        return type;
    }

    private static ObjectGraphType<BridgeAt> BridgeType(SharedTypes types)
    {
        var type = new ObjectGraphType<BridgeAt> { Name = "Bridge", Description = "A tie on which part of the network hangs." };
        type.Add<BridgeAt>("a", types.Records.Record.Required(), "One end.", at => AnswerFields.At(at.Snapshot, at.Bridge.A));
        type.Add<BridgeAt>("b", types.Records.Record.Required(), "The other end.", at => AnswerFields.At(at.Snapshot, at.Bridge.B));
        type.Add<BridgeAt>("cutOffCount", types.Int.Required(), "Members that lose the largest part without it.", at => at.Bridge.CutOffCount);
        return type;
    }

    private static ObjectGraphType<PersonBridgeAt> PersonBridgeType(SharedTypes types)
    {
        var type = new ObjectGraphType<PersonBridgeAt> { Name = "PersonBridge", Description = "A person on whom a connection hangs: share it, do not blame it." };
        type.Add<PersonBridgeAt>("professional", types.Records.Of(NodeKind.Professional).Required(), "The person, by role; the name is personal data.",
            at => AnswerFields.At(at.Snapshot, at.Bridge.Person));
        type.Add<PersonBridgeAt>("cutOff", types.Records.Record.List(), "The members that lose the largest part when this person leaves.",
            at => AnswerFields.At(at.Snapshot, at.Bridge.CutOff)).Costing(_ => 5);
        return type;
    }

    private static ObjectGraphType<ValueAt> ActorValueType(SharedTypes types)
    {
        var type = new ObjectGraphType<ValueAt> { Name = "Betweenness", Description = "How much an organisation or initiative stands in between." };
        type.Add<ValueAt>("member", types.Records.Record.Required(), "The organisation or initiative.", at => AnswerFields.At(at.Snapshot, at.Value.Actor));
        type.Add<ValueAt>("value", types.Float.Required(),
            "Pairs of others on whose shortest paths it lies; with several shortest paths, the share of them.", at => at.Value.Value);
        return type;
    }

    private static ObjectGraphType<IsolatedAt> IsolatedType(SharedTypes types)
    {
        var type = new ObjectGraphType<IsolatedAt> { Name = "IsolatedInitiative", Description = "An initiative that stands alone, as far as is known." };
        type.Add<IsolatedAt>("initiative", types.Records.Of(NodeKind.Initiative).Required(), "The initiative.",
            at => AnswerFields.At(at.Snapshot, at.Isolated.Initiative));
        type.Add<IsolatedAt>("wasAsked", types.Boolean.Required(), "Whether it was asked for ties; if not, it may well have them.", at => at.Isolated.WasAsked);
        return type;
    }

    private sealed record ComponentAt(GraphSnapshot Snapshot, IReadOnlyList<int> Members);

    private sealed record PointAt(GraphSnapshot Snapshot, CutPoint Point);

    private sealed record BridgeAt(GraphSnapshot Snapshot, BridgeTie Bridge);

    private sealed record PersonBridgeAt(GraphSnapshot Snapshot, PersonBridge Bridge);

    private sealed record ValueAt(GraphSnapshot Snapshot, ActorValue Value);

    private sealed record IsolatedAt(GraphSnapshot Snapshot, IsolatedInitiative Isolated);
}
