using System.Globalization;
using GraphQL.Types;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Clusters;

/// <summary>The types that <c>clusters</c> answers with.</summary>
internal static class ClustersTypes
{
    /// <summary>The type <c>Clusters</c>.</summary>
    public static ObjectGraphType<ClustersAnswer> Clusters(SharedTypes types, AnswerTypes answers)
    {
        var edge = ConnectionTypes.Edge<Cluster>(types, "Cluster", "One cluster of a list.", ClusterType(types, answers), item => item);
        var connection = ConnectionTypes.Connection(types, "Cluster", "Clusters of two or more members.", edge);
        var type = new ObjectGraphType<ClustersAnswer> { Name = "Clusters", Description = "Which agencies and initiatives hang together, and what that is worth." };
        type.Add<ClustersAnswer>("qualityFunction", types.EnumOf(ClustersBinding.QualityFunctions).Required(), "What was maximised.", answer => answer.Question.QualityFunction);
        type.Add<ClustersAnswer>("resolution", types.Float.Required(), "The resolution that was used.", answer => answer.Question.UsedResolution);
        type.Add<ClustersAnswer>("quality", types.Float, "The quality reached; null when nothing hangs together.", answer => answer.Quality);
        type.Add<ClustersAnswer>("tieCount", types.Int.Required(), "Recorded ties the clusters were made of.", answer => answer.TieCount);
        type.Add<ClustersAnswer>("aloneCount", types.Int.Required(), "Agencies and initiatives that hang together with nobody, as far as is known.",
            answer => answer.AloneCount);
        type.Add<ClustersAnswer>("adviceCount", types.Int.Required(), "Clusters that do not only repeat what is known already.", answer => answer.AdviceCount);
        type.Add("clusters", connection.Required(), "Clusters of two or more: those that may be advice first, then the largest.",
            PageRequest.Arguments(types), context => new Page<Cluster>(Sequence((ClustersAnswer)context.Source!), PageRequest.Of(context))).Costing(_ => 1);
        return type;
    }

    private static Sequence<Cluster> Sequence(ClustersAnswer answer) => new(
        "clusters",
        answer.Clusters.Length,
        place => answer.Clusters[place],
        cluster => new(
            string.Create(CultureInfo.InvariantCulture, $"{(cluster.IsAdvice ? 0 : 1)} {int.MaxValue - cluster.Members.Length:D10}"),
            cluster.View.Graph.Node(cluster.Members[0]).Key));

    private static ObjectGraphType<Cluster> ClusterType(SharedTypes types, AnswerTypes answers)
    {
        var trait = Trait(types);
        var type = new ObjectGraphType<Cluster>
        {
            Name = "Cluster",
            Description = "Agencies and initiatives that hang together more with each other than with the rest. It is connected inside.",
        };
        type.Add<Cluster>("reason", types.Words.Required(), "What this says, and what is not known of it.", cluster => cluster.Reason);
        type.Add<Cluster>("isAdvice", types.Boolean.Required(), "Whether it tells something that is not known already: a tie inside it is recorded, and it does not only repeat a trait.",
            cluster => cluster.IsAdvice);
        type.Add<Cluster>("size", types.Int.Required(), "How many members it has.", cluster => cluster.Members.Length);
        type.Add<Cluster>("members", types.Records.Record.List(), "The members, by key.", cluster => AnswerTypes.At(cluster.View, cluster.Members))
            .Costing(_ => 5);
        type.Add<Cluster>("about", trait.List(), "What at least half of the members share, most shared first: target groups, areas and domains.",
            cluster => cluster.About.Take(PageRequest.DefaultSize).Select(shared => new InView<SharedTrait>(cluster.View, shared)));
        type.Add<Cluster>("repeats", trait.List(), "What it only repeats, shared by 80 % of the members or more: a scheme, department or domain and, where no tie is recorded, a group, area or cell.",
            cluster => cluster.Repeats.Select(shared => new InView<SharedTrait>(cluster.View, shared)));
        type.Add<Cluster>("density", types.Float.Required(), "Pairs of members joined by a tie or a shared cell, as a share of all pairs, 0 to 1.",
            cluster => cluster.Density);
        type.Add<Cluster>("tieCount", types.Int.Required(),
            "Recorded ties between its members; none: they only serve the same people in the same places.", cluster => cluster.TieCount);
        type.Add<Cluster>("coordination", answers.Coordination.Required(), "What is known of coordination between its members.",
            cluster => cluster.Coordination);
        type.Add<Cluster>("evidence", types.Id.List(), "The keys of the recorded ties and the targetings that hold it together.", cluster => cluster.Evidence);
        return type;
    }

    private static ObjectGraphType<InView<SharedTrait>> Trait(SharedTypes types)
    {
        var kind = new EnumerationGraphType { Name = "TraitKind", Description = "What members of a cluster can have in common." };
        kind.Add("scheme", TraitKind.Scheme, "A scheme the members' measures are part of.");
        kind.Add("department", TraitKind.Department, "An agency that pays for the members' measures.");
        kind.Add("domain", TraitKind.Domain, "A domain of the members' measures.");
        kind.Add("targetGroup", TraitKind.TargetGroup, "A target group of the members' measures.");
        kind.Add("area", TraitKind.Area, "An area the members' measures are targeted at.");
        kind.Add("cell", TraitKind.Cell, "One target group in one area, which the overlap lists already.");
        var type = new ObjectGraphType<InView<SharedTrait>> { Name = "SharedTrait", Description = "Something that members of a cluster have in common." };
        type.Add<InView<SharedTrait>>("kind", kind.Required(), "What it is.", at => at.Item.Kind);
        type.Add<InView<SharedTrait>>("nodes", types.Records.Record.List(), "The node it is; for a cell its target group and its area.",
            at => AnswerTypes.At(at.View, at.Item.Nodes));
        type.Add<InView<SharedTrait>>("memberCount", types.Int.Required(), "Members that have it.", at => at.Item.MemberCount);
        type.Add<InView<SharedTrait>>("share", types.Float.Required(), "Those as a share of all members, 0 to 1.", at => at.Item.Share);
        return type;
    }

}
