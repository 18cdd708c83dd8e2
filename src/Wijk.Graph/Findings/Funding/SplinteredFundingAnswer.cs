using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>What is paid from several pots, and what that takes of those who apply.</summary>
public sealed class SplinteredFundingAnswer : Answer
{
    internal SplinteredFundingAnswer(QuestionScope scope, ImmutableArray<Coverage> seen, SplinteredFundingQuestion question, AskedFor asked)
        : base(scope, seen) => (Question, Asked) = (question, asked);

    /// <inheritdoc/>
    public override SplinteredFundingQuestion Question { get; }

    /// <inheritdoc/>
    public override Words NextStep => SplinteredFundingWords.NextStepOf(this);

    /// <inheritdoc/>
    public override IEnumerable<string> Evidence => Projects.SelectMany(project => project.Grants)
        .Concat(Question.Runner is null ? [] : Runners.SelectMany(runner => runner.Grants))
        .Concat(Candidates.SelectMany(one => one.Grants))
        .Concat(PaidApart.SelectMany(one => one.Grants))
        .Distinct()
        .Order()
        .Select(grant => View.Graph.Relation(grant).Key);

    /// <inheritdoc/>
    public override ImmutableArray<Metric> Metrics => FundingMetrics.All;

    /// <summary>The year it is about: that of the day that is looked at.</summary>
    public int Year => LookedAt.Day.Year;

    /// <summary>The currency of all amounts, that of most grants; empty when it is not known. Others are counted and never added up.</summary>
    public required string Currency { get; init; }

    /// <summary>The organisations that get money, by how split it is.</summary>
    public required Recipients Recipients { get; init; }

    /// <summary>The figures of all grants of the year, those to initiatives included.</summary>
    public required FundingFigures Figures { get; init; }

    /// <summary>The largest amount that one pot grants to one project; null when no amount is known.</summary>
    public required LargestGrant? LargestGrant { get; init; }

    /// <summary>The projects that are paid from several pots, those that can be acted on first; or the project that was asked for.</summary>
    public required ImmutableArray<FundedProject> Projects { get; init; }

    /// <summary>The organisations and initiatives that are paid from several pots, those that can be acted on first; or the one that was asked for.</summary>
    public required ImmutableArray<FundedRunner> Runners { get; init; }

    /// <summary>The areas where work is paid; none when a runner or project was asked for.</summary>
    public required ImmutableArray<FundedArea> Areas { get; init; }

    /// <summary>Projects that may be one, by titles that are nearly the same.</summary>
    public required ImmutableArray<NearProjects> Candidates { get; init; }

    /// <summary>Organisations that the same departments and a district each pay apart; none when a runner or project was asked for.</summary>
    public required ImmutableArray<PaidApart> PaidApart { get; init; }

    /// <summary>Of <see cref="Projects"/>, those that two or more funders pay.</summary>
    public IEnumerable<FundedProject> OfSeveralFunders => Projects.Where(project => project.Funders.Length > 1);

    /// <summary>Of <see cref="OfSeveralFunders"/>, those that are clearly one project.</summary>
    public IEnumerable<FundedProject> ClearlyOfSeveralFunders => OfSeveralFunders.Where(project => project.IsClearlyOne);

    /// <summary>Hours that one application and one account for each of <see cref="ClearlyOfSeveralFunders"/> would save, if each takes as many as is assumed.</summary>
    /// <remarks>Pots of one funder may be a scheme and what replaced it, and a general title may be that of several projects, so these are not added up.</remarks>
    public long HoursSaved => ClearlyOfSeveralFunders.Sum(project => project.OneDoor.HoursSaved);

    /// <summary>Why the runner or project that was asked for cannot be told of; null when it can, or all was asked for.</summary>
    public Words? WhyNot => Asked.WhyNot;

    /// <summary>How much of it there is as a whole: projects, organisations and money, a sentence or two for each; none when there is none, or one was asked for.</summary>
    public IEnumerable<Words> Whole => Asked.IsAll && Figures.ApplicationCount > 0 ? SplinteredFundingWords.WholeOf(this) : [];

    /// <summary>What was asked for.</summary>
    internal AskedFor Asked { get; }

    private protected override Words Found => SplinteredFundingWords.FoundIn(this);
}
