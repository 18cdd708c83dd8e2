using System.Collections.Immutable;
using Wijk.Graph.Analysis.Trials;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Register;

/// <summary>What became of what was given out.</summary>
public sealed class RegisterAnswer : Answer
{
    /// <summary>The fewest that must have been asked in both arms before a share or a difference is told.</summary>
    public const int FewestPerArm = 20;

    internal RegisterAnswer(QuestionScope scope, RegisterQuestion question, ImmutableArray<RegisterEntry> entries)
        : base(scope, Seeing(entries)) => (Question, Entries) = (question, entries);

    /// <inheritdoc/>
    public override RegisterQuestion Question { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => RegisterWords.Metrics;

    /// <inheritdoc/>
    public override Words NextStep => RegisterWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Entries.Select(entry => View.Graph.Node(entry.Suggestion).Key)
        .Concat(Entries.SelectMany(entry => entry.Pairs.SelectMany(pair => RegisterEntry.Asked(View, pair, entry.GivenOn)))).Distinct().Order(StringComparer.Ordinal);

    /// <summary>All that was given out or kept to compare with, in the order of when.</summary>
    public ImmutableArray<RegisterEntry> Entries { get; }

    /// <summary>The links of each arm, pooled over all rounds.</summary>
    public IEnumerable<ArmCount> Arms => Enum.GetValues<AdviceArm>().Select(CountOf);

    /// <summary>Links that were given out and asked since, and are not there.</summary>
    public IEnumerable<RegisterEntry> Misses => Links(AdviceArm.Given).Where(entry => entry.CountOf(AdviceOutcome.Absent) > 0);

    /// <summary>The 95 % interval of the share of given links that exist less that of held ones, −1 to 1; null below <see cref="FewestPerArm"/> asked in either.</summary>
    public (double Low, double High)? Difference
    {
        get
        {
            var (given, held) = (CountOf(AdviceArm.Given).Asked, CountOf(AdviceArm.Held).Asked);
            return Math.Min(given.Count, held.Count) < FewestPerArm ? null : Proportion.DifferenceInterval(given, held);
        }
    }

    private protected override Words Found => RegisterWords.FoundIn(this);

    /// <summary>The links of one arm.</summary>
    public ArmCount CountOf(AdviceArm arm)
    {
        var links = Links(arm).ToArray();
        return new(arm, links.Length, new(links.Count(entry => entry.CountOf(AdviceOutcome.Exists) > 0), links.Count(entry => entry.CountOf(AdviceOutcome.NotAsked) == 0)));
    }

    private IEnumerable<RegisterEntry> Links(AdviceArm arm) => Entries.Where(entry => entry.Type == AdviceType.Link && entry.Arm == arm && entry.Pairs.Length == 1);

    private static ImmutableArray<Coverage> Seeing(ImmutableArray<RegisterEntry> entries)
    {
        var links = entries.Where(entry => entry.Type == AdviceType.Link && entry.Pairs.Length == 1).ToArray();
        return [new(new("verbindingen uit het register die sindsdien gevraagd zijn", "links in the register that were asked since"), links.Count(entry => entry.CountOf(AdviceOutcome.NotAsked) == 0), links.Length)];
    }
}

/// <summary>What became of the links of one arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Asked">Of those that were asked since, how many exist.</param>
public sealed record ArmCount(AdviceArm Arm, int Count, Proportion Asked)
{
    /// <summary>How many nobody asked since.</summary>
    public int NotAskedCount => Count - Asked.Count;

    /// <summary>The share that exists of those asked, 0 to 1; null below <see cref="RegisterAnswer.FewestPerArm"/>.</summary>
    public double? Share => Asked.Count < RegisterAnswer.FewestPerArm ? null : Asked.Share;
}
