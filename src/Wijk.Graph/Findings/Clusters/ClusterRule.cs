using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>What tells the members of a cluster from the others: one trait, or two that go together.</summary>
/// <param name="Traits">The traits, one or two; all of them count.</param>
/// <param name="HitCount">Members that it fits.</param>
/// <param name="MemberCount">All members.</param>
/// <param name="OtherHitCount">Others that it fits.</param>
/// <param name="OtherCount">All others.</param>
public sealed record ClusterRule(ImmutableArray<SharedTrait> Traits, int HitCount, int MemberCount, int OtherHitCount, int OtherCount)
{
    /// <summary>Below it a rule describes a cluster too badly to be told.</summary>
    public const double LowestF1 = 0.7;

    /// <summary>The harmonic mean of the share of members that it fits and the share of those it fits who are members, 0 to 1.</summary>
    /// <remarks>2h/(m + f), with h the members it fits, m all members and f all it fits. Source: Van Rijsbergen (1979), Information Retrieval, ch. 7.</remarks>
    public double F1 => 2.0 * HitCount / (MemberCount + HitCount + OtherHitCount);
}

/// <summary>Finds the rule that describes a cluster best: all traits and pairs of traits are tried.</summary>
/// <remarks>An F1 of .7 needs a trait that 7 of 13 members have: so only those can be in a rule, and only their pairs are tried.</remarks>
internal sealed class ClusterRules
{
    private const double FewestHits = ClusterRule.LowestF1 / (2 - ClusterRule.LowestF1);

    private static readonly TraitKind[] Told = [TraitKind.TargetGroup, TraitKind.Area, TraitKind.Domain, TraitKind.Department, TraitKind.Barrier];

    private readonly Traits traits;
    private readonly ImmutableArray<int> everyone;
    private readonly Dictionary<(TraitKind Kind, int First, int Second), HashSet<int>> holders;

    public ClusterRules(Traits traits, ImmutableArray<int> everyone)
    {
        (this.traits, this.everyone) = (traits, everyone);
        holders = everyone.SelectMany(actor => traits.TraitsOf(actor).Select(trait => (trait, actor)))
            .GroupBy(held => held.trait, held => held.actor).ToDictionary(held => held.Key, held => held.ToHashSet());
    }

    /// <summary>Who has a trait, ascending.</summary>
    public int[] HoldersOf(SharedTrait trait) => [.. holders[(trait.Kind, trait.Nodes[0], trait.Nodes.Length > 1 ? trait.Nodes[1] : -1)].Order()];

    /// <summary>The best rule, the simplest of those as good; null below <see cref="ClusterRule.LowestF1"/>.</summary>
    /// <param name="members">The members.</param>
    public ClusterRule? Of(ImmutableArray<int> members)
    {
        var candidates = traits.SharedBy(members).Where(trait => Told.Contains(trait.Kind) && trait.Share >= FewestHits).ToArray();
        var inside = members.ToHashSet();
        var rules = candidates.Select(trait => RuleOf([trait])).ToList();
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var j = i + 1; j < candidates.Length; j++) rules.Add(RuleOf([candidates[i], candidates[j]]));
        }

        return rules.OrderByDescending(rule => rule.F1).ThenBy(rule => rule.Traits.Length).FirstOrDefault() is { F1: >= ClusterRule.LowestF1 } best ? best : null;

        ClusterRule RuleOf(ImmutableArray<SharedTrait> told)
        {
            var sets = told.Select(trait => holders[(trait.Kind, trait.Nodes[0], -1)]).OrderBy(set => set.Count).ToArray();
            var (hits, all) = (0, 0);
            foreach (var actor in sets[0])
            {
                if (sets.Length > 1 && !sets[1].Contains(actor)) continue;
                all++;
                if (inside.Contains(actor)) hits++;
            }

            return new(told, hits, members.Length, all - hits, everyone.Length - members.Length);
        }
    }
}
