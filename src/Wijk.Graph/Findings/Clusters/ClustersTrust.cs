using System.Collections.Immutable;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>Which clusters are more than chance, how sure they are, and what describes them.</summary>
public sealed record ClustersTrust
{
    // With so few known ties it can mostly not be tested with whom somebody belongs.
    private const int FewTies = 2;

    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>What stands: advice first, then other clusters, then blocks; the largest first.</summary>
    public required ImmutableArray<TrustedCluster> Clusters { get; init; }

    /// <summary>Who has a known tie or a shared cell but is in no cluster and no block, ascending.</summary>
    public required ImmutableArray<int> InNone { get; init; }

    /// <summary>What was compared with chance.</summary>
    public required TrustResult Result { get; init; }

    /// <summary>The widest range of resolutions that gives the same clusters, where the one that was used is in it; null when it is not, or there is no such range.</summary>
    public required Resolutions? Resolutions { get; init; }

    /// <summary>How many sources and respondents brought the ties and the cells.</summary>
    public required int BringerCount { get; init; }

    /// <summary>Agencies and initiatives without a known tie and without a shared cell, ascending.</summary>
    public required ImmutableArray<int> Alone { get; init; }

    /// <summary>What would let clusters show, or make advice of them; nothing when there is advice already.</summary>
    public required ImmutableArray<Words> WouldHelp { get; init; }

    /// <summary>Clusters that are more than chance.</summary>
    public int ClusterCount => Clusters.Count(cluster => !cluster.IsBlock);

    /// <summary>Blocks that are only apart and have no clusters inside.</summary>
    public int BlockCount => Clusters.Length - ClusterCount;

    /// <summary>Clusters that may be put to their members.</summary>
    public int AdviceCount => Clusters.Count(cluster => cluster.IsAdvice);

    /// <summary>How many stand only in clusters that repeat a trait.</summary>
    public int OnlyRepeatingCount => Clusters.Where(cluster => cluster.OnlyRepeats).Sum(cluster => cluster.Cluster.Members.Length);

    /// <summary>What this says.</summary>
    public Words Reason => TrustWords.ReasonOf(this);

    /// <summary>Whether there are clusters, in one sentence; where there are none, how near the strongest came.</summary>
    public Words Opening => TrustWords.OpeningOf(this);

    /// <summary>What chance is here, and what a second test says.</summary>
    public Words Method => TrustWords.MethodOf(this);

    /// <summary>How many with ties are in no cluster and no block; null when none are.</summary>
    public Words? InNoneReason => TrustWords.InNone(InNone.Length);

    /// <summary>How many stand alone, as far as is known; null when none do.</summary>
    public Words? AloneReason => TrustWords.AloneOf(Alone.Length);

    /// <summary>Over which resolutions the clusters are the same; null where there are none.</summary>
    public Words? ResolutionReason => ClusterCount > 0 && Resolutions is { } range ? TrustWords.ResolutionOf(range) : null;

    /// <summary>These clusters as they are kept.</summary>
    /// <param name="day">The day that was looked at.</param>
    public KeptClusters Keep(DateOnly day) => new(View.Version, day,
        [.. Clusters.Select(cluster => new KeptCluster(cluster.Id, cluster.IsBlock, [.. cluster.Cluster.MemberKeys])).OrderBy(cluster => cluster.Id, StringComparer.Ordinal)]);

    /// <summary>The names of those who are in none, each once, with how many have it.</summary>
    /// <param name="most">How many are told.</param>
    public Words NamesInNone(int most) => ClustersWords.NamesOf(View, InNone, most);

    /// <summary>What to do next.</summary>
    public Words NextStep => AdviceCount == 0
        ? ClustersWords.AskFirst
        : new("Leg de eerste groep aan de leden voor: herkennen zij zich, en wie ontbreekt?", "Put the first group before its members: do they recognise it, and who is missing?");

    /// <summary>Judges what hangs together in an answer.</summary>
    internal static ClustersTrust Of(ClustersAnswer answer, ClusterNetwork network, IProgress<Words>? progress, CancellationToken cancellationToken)
    {
        var (question, view) = (answer.Question, answer.View);
        var sources = new ClusterSources(view, network);
        var layers = sources.All;

        // After two iterations what is gained is in the fourth decimal of modularity, and a thousand networks are to be divided by the same call.
        var leiden = new LeidenParameters { QualityFunction = question.QualityFunction, Resolution = answer.Resolution, MaxIterations = 2 };
        var parameters = new TrustParameters { Seed = question.Seed }.For(layers.NodeCount + layers.Size);
        var result = ClusterTrust.Of(
            layers, leiden, parameters, sources.Count < ClusterSources.FewestToJudge ? null : sample => sources.Drawn(question.Seed, sample),
            progress is null ? null : new TrustProgressWords(progress), cancellationToken);
        var describe = new ClusterDescription(view, network);
        var rules = new ClusterRules(new Traits(view.Graph, Activity.Of(view), network), network.Members);
        var numbers = network.Members.Index().ToDictionary(member => member.Item, member => member.Index);
        var repetitions = new Dictionary<(TraitKind Kind, int Node), Repetition>();
        Cluster[] described = [.. result.Groups.Select(group => describe.Of([.. group.Nodes.Select(node => network.Members[node])]))];
        var ids = new ClusterIds(answer.IsKept ? view.History.Clusters : null, view.Version, [.. described.Select(cluster => cluster.MemberKeys.ToImmutableArray())]);
        var clusters = result.Groups.Select((group, place) =>
        {
            var cluster = described[place];
            var ambiguity = group.Nodes.Average(node => result.Ambiguity[node]);
            return new TrustedCluster(cluster with { Repeats = cluster.Repeats.RemoveAll(trait => IsMore(group, trait)) }, group, ambiguity, rules.Of(cluster.Members)) { Ids = ids, Place = place };
        });
        var tieCounts = network.Ties.SelectMany(tie => new[] { tie.A, tie.B }).CountBy(actor => actor).ToDictionary();
        var found = new ClustersTrust
        {
            View = view,
            Clusters = [.. clusters.OrderByDescending(cluster => cluster.IsAdvice).ThenBy(cluster => cluster.IsBlock)
                .ThenByDescending(cluster => cluster.Cluster.Members.Length).ThenBy(cluster => cluster.Cluster.Members[0])],
            InNone = [.. Enumerable.Range(0, network.Members.Length)
                .Where(node => result.GroupOf[node] < 0 && network.Network.Degree(node) > 0).Select(node => network.Members[node])],
            Alone = [.. Enumerable.Range(0, network.Members.Length).Where(node => network.Network.Degree(node) == 0).Select(node => network.Members[node])],
            WouldHelp = [],
            Resolutions = answer.Resolutions is { } range && range.Lowest <= answer.Resolution && answer.Resolution <= range.Highest ? range : null,
            Result = result,
            BringerCount = sources.Count,
        };
        var few = new Coverage("", network.Members.Count(actor => tieCounts.GetValueOrDefault(actor) <= FewTies), network.Members.Length);
        return found.AdviceCount > 0 ? found : found with { WouldHelp = [.. TrustWords.WouldHelpOf(answer.Coverage[1], few, FewTies, sources.Count)] };

        // Among those who have the trait this cluster is more than their ties by chance: then it does not only repeat it.
        bool IsMore(TrustedGroup group, SharedTrait trait)
        {
            if (group.IsBlock || trait.Kind is TraitKind.Cell or TraitKind.TargetGroup or TraitKind.Area) return false;
            if (!repetitions.TryGetValue((trait.Kind, trait.Nodes[0]), out var repetition))
            {
                int[] holders = [.. rules.HoldersOf(trait).Select(actor => numbers[actor]).Order()];
                repetitions[(trait.Kind, trait.Nodes[0])] = repetition = new(layers, holders, leiden, parameters);
            }

            return repetition.IsMore(group.Nodes, cancellationToken);
        }
    }
}

/// <summary>A cluster that is more than chance, or a block that is only apart.</summary>
/// <param name="Cluster">Its members and what they share; of what they repeat only what explains it.</param>
/// <param name="Group">How it compares with chance, and how stable it is.</param>
/// <param name="Ambiguity">How far seeded runs disagree on its members, on average, 0 to 1.</param>
/// <param name="Rule">What describes its members; null when nothing that is known does.</param>
public sealed record TrustedCluster(Cluster Cluster, TrustedGroup Group, double Ambiguity, ClusterRule? Rule)
{
    /// <summary>The ids of all clusters it was found with; null where it stands alone.</summary>
    internal ClusterIds? Ids { get; init; }

    /// <summary>Its place among them.</summary>
    internal int Place { get; init; }

    /// <summary>What tells it from others. It stays the same with new data as long as its membership overlaps most with what it was.</summary>
    public string Id => Ids?[Place] ?? ClusterIds.OfNew(Cluster.MemberKeys);

    /// <summary>Whether it is only apart from the rest and has no clusters inside.</summary>
    public bool IsBlock => Group.IsBlock;

    /// <summary>Whether it is a cluster that only repeats a trait.</summary>
    public bool OnlyRepeats => !IsBlock && !Cluster.Repeats.IsEmpty;

    /// <summary>How sure it is that the members belong together.</summary>
    public StabilityLabel Label => Group.Stability!.Label == StabilityLabel.Core && Group.IsByMajority ? StabilityLabel.Likely : Group.Stability.Label;

    /// <summary>Whether it may be put to its members: no block, stable, with a recorded tie, and not only a trait they have in common.</summary>
    public bool IsAdvice => !IsBlock && Label != StabilityLabel.Unsure && Cluster.CouldBeAdvice;

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => TrustWords.ReasonOf(this);

    /// <summary>What it is about: its rule or, where nothing describes it, the first of its members.</summary>
    public Words Title => TrustWords.TitleOf(this);

    /// <summary>That its members belong together, and how surely.</summary>
    public Words Belong => TrustWords.BelongOf(this, isNamed: false);

    /// <summary>The names of its members, each once, with how many have it.</summary>
    /// <param name="most">How many are told.</param>
    public Words NamesOf(int most) => ClustersWords.NamesOf(Cluster.View, Cluster.Members, most);

    /// <summary>What tells its members from the others, with its hits; or that nothing does.</summary>
    public Words RuleReason => TrustWords.RuleOf(this);

    /// <summary>Against which chance it stands; of a block, that nothing inside does.</summary>
    public Words ChanceReason => TrustWords.ChanceOf(this);

    /// <summary>How well it comes back when something else had been seen.</summary>
    public Words StabilityReason => TrustWords.StabilityOf(this);

    /// <summary>How sure it is, in a few words.</summary>
    public Words LabelName => TrustWords.NameOf(Label);

    /// <summary>What is known of contact between its members.</summary>
    public Words ContactReason => ClustersWords.Known(Cluster);

    /// <summary>Why it is no advice; null when it is.</summary>
    public Words? Caution => TrustWords.CautionOf(this);

    /// <summary>What to do with it.</summary>
    public Words NextStep => TrustWords.NextStepOf(this);
}
