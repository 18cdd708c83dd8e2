using GraphQL.Types;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Clusters;

/// <summary>The types that <c>clusters</c> answers with.</summary>
internal static class ClustersTypes
{
    private static readonly Choices<TraitKind> TraitKinds = new("TraitKind", "What members of a cluster can have in common.",
    [
        (TraitKind.Scheme, "A scheme the members' measures are part of."),
        (TraitKind.Department, "An agency that pays for the members' measures."),
        (TraitKind.Domain, "A domain of the members' measures."),
        (TraitKind.TargetGroup, "A target group of the members' measures."),
        (TraitKind.Area, "An area the members' measures are targeted at."),
        (TraitKind.Cell, "One target group in one area, which the overlap lists already."),
    ]);

    // Its key is not in the schema: what makes a cluster the same one on another day is still to be settled.
    private static readonly AnswerItems<ClustersAnswer, Cluster> Found =
        new((answer, _) => answer.Clusters, (answer, cluster) => $"{answer.Question with { AsOf = null }} {answer.View.Graph.Node(cluster.Members[0]).Key}");

    /// <summary>The type <c>Clusters</c>.</summary>
    public static ObjectGraphType<ClustersAnswer> Clusters(SharedTypes types, AnswerTypes answers)
    {
        var cluster = ClusterType(types, answers);
        var type = new ObjectGraphType<ClustersAnswer> { Name = "Clusters", Description = "Which agencies and initiatives hang together, and what that is worth." };
        type.Add<ClustersAnswer>("qualityFunction", types.EnumOf(ClustersBinding.QualityFunctions).Required(), "What was maximised.", answer => answer.Question.QualityFunction);
        type.Add<ClustersAnswer>("resolution", types.Float.Required(), "The resolution that was used.", answer => answer.Question.UsedResolution);
        type.Add<ClustersAnswer>("quality", types.Float, "The quality reached; null when nothing hangs together.", answer => answer.Quality);
        type.Add<ClustersAnswer>("tieCount", types.Int.Required(), "Recorded ties the clusters were made of.", answer => answer.TieCount);
        type.Add<ClustersAnswer>("aloneCount", types.Int.Required(), "Agencies and initiatives that hang together with nobody, as far as is known.",
            answer => answer.AloneCount);
        type.Add<ClustersAnswer>("adviceCount", types.Int.Required(), "Clusters that do not only repeat what is known already.", answer => answer.AdviceCount);
        type.AddList("clusters", cluster, "Clusters of two or more: those that may be advice first, then the largest.", types, Found,
            at => SortKey.Of([SortKey.Down(at.Item.IsAdvice ? 1 : 0), SortKey.Down(at.Item.Members.Length)], at.View.Graph.Node(at.Item.Members[0]).Key));
        return type;
    }

    private static ObjectGraphType<AnswerItem<Cluster>> ClusterType(SharedTypes types, AnswerTypes answers)
    {
        var trait = Trait(types);
        var type = new ObjectGraphType<AnswerItem<Cluster>>
        {
            Name = "Cluster",
            Description = "Agencies and initiatives that hang together more with each other than with the rest. It is connected inside.",
        };
        type.Add<AnswerItem<Cluster>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        type.Add<AnswerItem<Cluster>>("isAdvice", types.Boolean.Required(), "Whether it tells something that is not known already: a tie inside it is recorded, and it does not only repeat a trait.",
            at => at.Item.IsAdvice);
        type.Add<AnswerItem<Cluster>>("size", types.Int.Required(), "How many members it has.", at => at.Item.Members.Length);
        type.AddNodes("members", null, "The members, by key.", types, cluster => cluster.Members);
        AddTraits(type, "about", "What at least half of the members share, most shared first: target groups, areas and domains.", trait, types, cluster => cluster.About);
        AddTraits(type, "repeats",
            "What it only repeats, shared by 80 % of the members or more: a scheme, department or domain and, where no tie is recorded, a group, area or cell.",
            trait, types, cluster => cluster.Repeats);
        type.Add<AnswerItem<Cluster>>("density", types.Float.Required(), "Pairs of members joined by a tie or a shared cell, as a share of all pairs, 0 to 1.",
            at => at.Item.Density);
        type.Add<AnswerItem<Cluster>>("tieCount", types.Int.Required(),
            "Recorded ties between its members; none: they only serve the same people in the same places.", at => at.Item.TieCount);
        type.Add<AnswerItem<Cluster>>("coordination", answers.Coordination.Required(), "What is known of coordination between its members.",
            at => at.Item.Coordination);
        type.AddEvidence("evidence", "The known ties and the targetings that hold it together, by key.", types, at => (at.View, at.Key, at.Item.Evidence));
        return type;
    }

    private static void AddTraits(
        ObjectGraphType<AnswerItem<Cluster>> type, string name, string description, ObjectGraphType<InView<SharedTrait>> trait, SharedTypes types,
        Func<Cluster, IReadOnlyList<SharedTrait>> read) =>
        type.AddList(name, types.Connections.Of<InView<SharedTrait>>(trait), description, types, context =>
        {
            var cluster = (AnswerItem<Cluster>)context.Source!;
            var traits = read(cluster.Item);
            return new(AnswerLists.NameOf(name, cluster.Key), cluster.View, [.. traits.Select((shared, place) => new InView<SharedTrait>(cluster.View, shared))],
                at => SortKey.Of(
                    [SortKey.Down(at.Item.MemberCount), SortKey.Up((int)at.Item.Kind)], [.. at.Item.Nodes.Select(node => at.View.Graph.Node(node).Key)]));
        }, AnswerLists.AFew);

    private static ObjectGraphType<InView<SharedTrait>> Trait(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<SharedTrait>> { Name = "SharedTrait", Description = "Something that members of a cluster have in common." };
        type.Add<InView<SharedTrait>>("kind", types.EnumOf(TraitKinds).Required(), "What it is.", at => at.Item.Kind);
        type.Add<InView<SharedTrait>>("nodes", types.Nodes.Item.List(), "The node it is; for a cell its target group and its area.",
            at => at.Item.Nodes.Select(node => AnswerTypes.At(at.View, node)));
        type.Add<InView<SharedTrait>>("memberCount", types.Int.Required(), "Members that have it.", at => at.Item.MemberCount);
        type.Add<InView<SharedTrait>>("share", types.Float.Required(), "Those as a share of all members, 0 to 1.", at => at.Item.Share);
        return type;
    }
}
