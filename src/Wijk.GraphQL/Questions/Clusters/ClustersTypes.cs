using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
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
        (TraitKind.Barrier, "A barrier the members' measures address."),
        (TraitKind.Seat, "An area in which the members have their office."),
    ]);

    // Its key is not in the schema: only what is more than chance has one.
    private static readonly AnswerItems<ClustersAnswer, Cluster> Found =
        new((answer, _) => answer.Clusters, (answer, cluster) => $"{answer.Question with { AsOf = null }} {answer.View.Graph.Node(cluster.Members[0]).Key}");

    private static readonly AnswerItems<ClustersAnswer, TrustedCluster> Trusted = new(
        (answer, stop) => answer.Trust(cancellationToken: stop).Clusters,
        AnswerKeys.OfCluster, ClustersAnswer.TrustFigure);

    private static readonly Choices<StabilityLabel> Labels = new("ClusterLabel", "How sure it is that the members of a cluster belong together.",
    [
        (StabilityLabel.Core, "It comes back whichever sources and respondents are left out: stability .85 or more."),
        (StabilityLabel.Likely, "It mostly comes back: .60 or more; or it could not be judged, and is stable as a computation."),
        (StabilityLabel.Unsure, "Below .60: no advice."),
    ]);

    private static readonly Choices<ClusterChangeKind> ChangeKinds = new("ClusterChangeKind", "What became of a cluster.",
    [
        (ClusterChangeKind.Stayed, "It has the same members."),
        (ClusterChangeKind.Changed, "Members joined or left."),
        (ClusterChangeKind.New, "It was not there before."),
        (ClusterChangeKind.Split, "It is new, and half of its members or more were in another before."),
        (ClusterChangeKind.Merged, "It is gone, and half of its members or more are in another now."),
        (ClusterChangeKind.Gone, "It is gone."),
    ]);

    /// <summary>The type <c>Clusters</c>.</summary>
    public static ObjectGraphType<ClustersAnswer> Clusters(SharedTypes types, AnswerTypes answers)
    {
        var cluster = ClusterType(types, answers);
        var type = new ObjectGraphType<ClustersAnswer> { Name = "Clusters", Description = "Which agencies and initiatives hang together, and what that is worth." };
        type.Add<ClustersAnswer>("qualityFunction", types.EnumOf(ClustersBinding.QualityFunctions).Required(), "What was maximised.", answer => answer.Question.QualityFunction);
        type.Add<ClustersAnswer>("resolution", types.Float.Required(), "The resolution that was used: what was asked for, else the middle of the widest range that gives the same clusters, else the usual.", answer => answer.Resolution);
        type.Add<ClustersAnswer>("lowestResolution", types.Float,
            $"The lowest of the widest range of resolutions that gives the same clusters; null when no range of a factor two does, or there are more than {ClustersQuestion.MostTried} ties to try them on.",
            answer => answer.Resolutions?.Lowest);
        type.Add<ClustersAnswer>("highestResolution", types.Float, "The highest.", answer => answer.Resolutions?.Highest);
        type.Add<ClustersAnswer>("quality", types.Float, "The quality reached; null when nothing hangs together.", answer => answer.Quality);
        type.Add<ClustersAnswer>("tieCount", types.Int.Required(), "Recorded ties the clusters were made of.", answer => answer.TieCount);
        type.Add<ClustersAnswer>("aloneCount", types.Int.Required(), "Agencies and initiatives that hang together with nobody, as far as is known.",
            answer => answer.AloneCount);
        type.Add<ClustersAnswer>("candidateCount", types.Int.Required(), "Clusters that could be advice, if they are more than chance: 'trust' says that.", answer => answer.CandidateCount);
        type.Add("trust", TrustType(types).Required(),
            "What of this is more than chance, against random networks with the same ties for everyone. Found together with trustedClusters; slow on large graphs.", [], async context =>
            {
                var answer = (ClustersAnswer)context.Source!;
                await Trusted.AllAsync(answer, Operation.Of(context), context.CancellationToken);
                return answer.Trust(cancellationToken: context.CancellationToken);
            });
        type.AddList("trustedClusters", TrustedType(types, cluster), "What is more than chance: advice first, then other clusters, then blocks; the largest first.", types, Trusted,
            at => SortKey.Of([SortKey.Down(at.Item.IsAdvice ? 1 : 0), SortKey.Up(at.Item.IsBlock ? 1 : 0), SortKey.Down(at.Item.Cluster.Members.Length)],
                at.View.Graph.Node(at.Item.Cluster.Members[0]).Key), AnswerLists.AFew);
        type.AddList("inNone", types.Connections.OfItems(null), "Who has a known tie or a shared cell but is in no cluster and no block, by key.", types, async context =>
        {
            var answer = (ClustersAnswer)context.Source!;
            await Trusted.AllAsync(answer, Operation.Of(context), context.CancellationToken);
            var found = answer.Trust(cancellationToken: context.CancellationToken).InNone;
            return new Sequence<NodeInView>(AnswerLists.NameOf("inNone", answer), answer.View, found.Length, place => new(answer.View, found[place]), node => SortKey.Of(node.Node.Key));
        }, AnswerLists.AFew);
        type.Add("changes", ChangesType(types),
            "What became of the clusters since a version, or between two: members that joined and left, what is new, split off, merged or gone. Null when clusters of this question are not kept: only those of all areas, with everything else as usual, are.",
            [
                new QueryArgument(types.Long) { Name = "since", Description = "The version to begin at; the newest of which clusters were kept, at or before it, counts. Absent: the last that were other." },
                new QueryArgument(types.Long) { Name = "until", Description = "The version to end at, in the same way. Absent: this answer." },
            ],
            async context =>
            {
                var answer = (ClustersAnswer)context.Source!;
                await Trusted.AllAsync(answer, Operation.Of(context), context.CancellationToken);
                return answer.Changes(context.GetArgument<long?>("since"), context.GetArgument<long?>("until"), context.CancellationToken);
            });
        answers.AddSearch(AnswerKeys.Cluster, Trusted, AnswerKeys.ClustersOf);
        type.AddList("clusters", cluster, "Clusters of two or more: those that could be advice first, then the largest.", types, Found,
            at => SortKey.Of([SortKey.Down(at.Item.CouldBeAdvice ? 1 : 0), SortKey.Down(at.Item.Members.Length)], at.View.Graph.Node(at.Item.Members[0]).Key));
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
        type.Add<AnswerItem<Cluster>>("couldBeAdvice", types.Boolean.Required(),
            "Whether it could tell something that is not known already: a tie inside it is recorded, and it does not only repeat a trait. Not whether it is more than chance.",
            at => at.Item.CouldBeAdvice);
        type.Add<AnswerItem<Cluster>>("size", types.Int.Required(), "How many members it has.", at => at.Item.Members.Length);
        type.AddNodes("members", null, "The members, by key.", types, cluster => cluster.Members);
        AddTraits(type, "about", "What at least half of the members share, most shared first: target groups, areas and domains.", trait, types, cluster => cluster.About);
        AddTraits(type, "repeats",
            "What it only repeats, shared by 80 % of the members or more: a scheme, funder, domain or seat and, where no tie is recorded, a group, area or cell.",
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

    private static ObjectGraphType<ClustersTrust> TrustType(SharedTypes types)
    {
        var type = new ObjectGraphType<ClustersTrust>
        {
            Name = "ClustersTrust",
            Description = "What hangs together more than chance: clusters against the best that the same call finds in random networks (configuration model; Fosdick et al. 2018), members "
                + "against the ties that chance gives them there (as OSLOM; Lancichinetti et al. 2011), both with a false discovery rate of .05 (Benjamini and Hochberg 1995).",
        };
        type.Add<ClustersTrust>("reason", types.Words.Required(), "What this says, and what is not known of it.", trust => trust.Reason);
        type.Add<ClustersTrust>("nextStep", types.Words.Required(), "What to do or ask next.", trust => trust.NextStep);
        type.Add<ClustersTrust>("wouldHelp", types.Words.List(), "What would let clusters show, or make advice of them, a sentence each; none when there is advice already.", trust => trust.WouldHelp)
            .Costing(3);
        type.Add<ClustersTrust>("adviceCount", types.Int.Required(), "Clusters that may be put to their members.", trust => trust.AdviceCount);
        type.Add<ClustersTrust>("clusterCount", types.Int.Required(), "Clusters that are more than chance.", trust => trust.ClusterCount);
        type.Add<ClustersTrust>("blockCount", types.Int.Required(), "Blocks that are only apart and have no clusters inside.", trust => trust.BlockCount);
        type.Add<ClustersTrust>("inNoneCount", types.Int.Required(), "Who has ties but is in no cluster and no block.", trust => trust.InNone.Length);
        type.Add<ClustersTrust>("onlyRepeatingCount", types.Int.Required(), "How many stand only in clusters that repeat a trait.", trust => trust.OnlyRepeatingCount);
        type.Add<ClustersTrust>("bringerCount", types.Int.Required(), "Sources and respondents that brought the ties and cells; below five stability cannot be judged.",
            trust => trust.BringerCount);
        type.Add<ClustersTrust>("randomCount", types.Int.Required(), "How many random networks it was held against: a chance below 1 in so many and one is estimated from how far they differ (a Gumbel distribution).",
            trust => trust.Result.RandomCount);
        type.Add<ClustersTrust>("bitsSaved", types.Float,
            "A second opinion: how many bits shorter the ties, shared cells left out, are described with these groups than as one (degree-corrected block model; Peixoto 2017); null without ties.",
            trust => trust.Result.DescriptionLength?.Saved);
        return type;
    }

    private static ObjectGraphType<AnswerItem<TrustedCluster>> TrustedType(SharedTypes types, ObjectGraphType<AnswerItem<Cluster>> cluster)
    {
        var type = new ObjectGraphType<AnswerItem<TrustedCluster>> { Name = "TrustedCluster", Description = "A cluster that is more than chance, or a block that is only apart." };
        types.Nodes.Add(type);
        type.Add<AnswerItem<TrustedCluster>>("title", types.Words.Required(), "What it is about: its rule or, where nothing describes it, the first of its members.", at => at.Item.Title);
        type.Add<AnswerItem<TrustedCluster>>("nextStep", types.Words.Required(), "What to do with it.", at => at.Item.NextStep);
        type.Add<AnswerItem<TrustedCluster>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        type.Add<AnswerItem<TrustedCluster>>("isAdvice", types.Boolean.Required(), "Whether it may be put to its members: no block, stable, with a recorded tie, and not only a trait they have in common.",
            at => at.Item.IsAdvice);
        type.Add<AnswerItem<TrustedCluster>>("isBlock", types.Boolean.Required(), "Whether it is only apart from the rest, and has no clusters inside.", at => at.Item.IsBlock);
        type.Add<AnswerItem<TrustedCluster>>("cluster", cluster.Required(), "Its members and what they share.", at => new AnswerItem<Cluster>(at.View, at.Item.Cluster, at.Key));
        type.Add<AnswerItem<TrustedCluster>>("label", types.EnumOf(Labels).Required(), "How sure it is that the members belong together.", at => at.Item.Label);
        type.Add<AnswerItem<TrustedCluster>>("stability", types.Float.Required(),
            "How well it comes back in resampled networks: the mean Jaccard index with the nearest cluster (Hennig 2007), 0 to 1.", at => at.Item.Group.Stability!.Mean);
        type.Add<AnswerItem<TrustedCluster>>("isStabilityOfComputation", types.Boolean.Required(), "Whether sources and respondents were too few to leave out, so that only a tenth of the ties was moved.",
            at => at.Item.Group.Stability!.OfComputation);
        type.Add<AnswerItem<TrustedCluster>>("ambiguity", types.Float.Required(), "How far seeded runs disagree on its members, on average, 0 to 1.", at => at.Item.Ambiguity);
        type.Add<AnswerItem<TrustedCluster>>("score", types.Float.Required(), "(w - E)/sqrt(E): w the weight inside, E what chance puts there.", at => at.Item.Group.Standing.Score);
        type.Add<AnswerItem<TrustedCluster>>("chanceScore", types.Float.Required(), "The best score of a cluster of similar size in a random network, on average.", at => at.Item.Group.Standing.ChanceMean);
        type.Add<AnswerItem<TrustedCluster>>("percentile", types.Float.Required(), "The share of random networks whose best cluster of similar size scores lower, 0 to 1.",
            at => at.Item.Group.Standing.Percentile);
        type.Add<AnswerItem<TrustedCluster>>("q", types.Float.Required(), "The false discovery rate at which it is more than chance.", at => at.Item.Group.Standing.Q);
        type.Add<AnswerItem<TrustedCluster>>("isByMajority", types.Boolean.Required(), "Whether members have too few ties to test each, and are in it by half of their ties.",
            at => at.Item.Group.IsByMajority);
        type.Add<AnswerItem<TrustedCluster>>("rule", RuleType(types), "What describes its members; null when nothing that is known does (F1 below .7).",
            at => at.Item.Rule is { } rule ? new InView<ClusterRule>(at.View, rule) : null);
        return type;
    }

    private static ObjectGraphType<ClusterChanges> ChangesType(SharedTypes types)
    {
        var change = new ObjectGraphType<ClusterChange> { Name = "ClusterChange", Description = "What became of one cluster." };
        change.Add<ClusterChange>("reason", types.Words.Required(), "What this says.", one => one.Reason);
        change.Add<ClusterChange>("kind", types.EnumOf(ChangeKinds).Required(), "What became of it.", one => one.Kind);
        change.Add<ClusterChange>("cluster", types.String.Required(), "Which cluster: the last part of its key, which it keeps.", one => one.Id);
        change.Add<ClusterChange>("members", types.String.List(), "The keys of its members; of one that is gone those that it had.", one => one.Members).Costing(5);
        change.Add<ClusterChange>("joined", types.String.List(), "The keys of those who joined.", one => one.Joined).Costing(1);
        change.Add<ClusterChange>("left", types.String.List(), "The keys of those who left.", one => one.Left).Costing(1);
        change.Add<ClusterChange>("other", types.String, "The cluster that it split off from or merged into; null for other kinds.", one => one.Other?.Id);
        var changes = new ObjectGraphType<ClusterChanges> { Name = "ClusterChanges", Description = "What became of the clusters between two versions." };
        changes.Add<ClusterChanges>("reason", types.Words.Required(), "What this says.", all => all.Reason);
        changes.Add<ClusterChanges>("since", types.Long, "The version of which clusters were kept; null when none were kept by then.", all => all.Since);
        changes.Add<ClusterChanges>("until", types.Long.Required(), "The version they are held against.", all => all.Until);
        changes.Add<ClusterChanges>("changes", change.List(), "One for each cluster that is or was there: what changed first.", all => all.Changes).Costing(1);
        return changes;
    }

    private static ObjectGraphType<InView<ClusterRule>> RuleType(SharedTypes types)
    {
        var type = new ObjectGraphType<InView<ClusterRule>> { Name = "ClusterRule", Description = "One trait, or two that go together, that tell members from others best." };
        type.Add<InView<ClusterRule>>("nodes", types.Nodes.Item.List(), "The nodes the traits are: a group, an area, a domain, a funder, a barrier.",
            at => at.Item.Traits.SelectMany(trait => trait.Nodes).Select(node => AnswerTypes.At(at.View, node)));
        type.Add<InView<ClusterRule>>("hitCount", types.Int.Required(), "Members that it fits.", at => at.Item.HitCount);
        type.Add<InView<ClusterRule>>("memberCount", types.Int.Required(), "All members.", at => at.Item.MemberCount);
        type.Add<InView<ClusterRule>>("otherHitCount", types.Int.Required(), "Others that it fits.", at => at.Item.OtherHitCount);
        type.Add<InView<ClusterRule>>("otherCount", types.Int.Required(), "All others.", at => at.Item.OtherCount);
        type.Add<InView<ClusterRule>>("f1", types.Float.Required(), "2h/(m + f): h the members it fits, m all members, f all it fits; .7 to 1.", at => at.Item.F1);
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
