using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>An organisation or initiative and the pots it is paid from. Nodes and relations are numbers in the graph of its view.</summary>
public sealed record FundedRunner
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>What was asked: what is small, and how many hours are assumed.</summary>
    public required SplinteredFundingQuestion Question { get; init; }

    /// <summary>The currency of its amounts; empty when it is not known.</summary>
    public required string Currency { get; init; }

    /// <summary>The year it is about.</summary>
    public required int Year { get; init; }

    /// <summary>The agency or initiative.</summary>
    public required int Runner { get; init; }

    /// <summary>The pots it is paid from, the largest first.</summary>
    public required ImmutableArray<FundedPot> Pots { get; init; }

    /// <summary>Its figures.</summary>
    public required FundingFigures Figures { get; init; }

    /// <summary>Its grants, also those that were refused, ascending.</summary>
    public required ImmutableArray<int> Grants { get; init; }

    /// <summary>Its projects that were granted anything.</summary>
    public required int PaidProjectCount { get; init; }

    /// <summary>The accounts to give if each project that is clearly one had one.</summary>
    public required int AccountsIfOne { get; init; }

    /// <summary>Those of its projects that are paid from several pots; each whole, wherever its work is.</summary>
    public required ImmutableArray<FundedProject> SplitProjects { get; init; }

    /// <summary>Who pays, the largest pot first, each once.</summary>
    public ImmutableArray<int> Funders => [.. Pots.Select(pot => pot.Funder).Distinct()];

    /// <summary>What one application and one account for each project that is clearly one would save; projects stay apart.</summary>
    public OneDoor OneDoor
    {
        get
        {
            var each = Question.HoursPerApplication + Question.HoursPerAccount;
            return new((long)Figures.AccountingCount * each, (long)AccountsIfOne * each);
        }
    }

    /// <summary>The one sentence that matters: from how many pots it is paid, with how many applications and accounts.</summary>
    public Words Headline => FundedRunnerWords.HeadlineOf(this);

    /// <summary>The same, for below its name.</summary>
    public Words Summary => FundedRunnerWords.SummaryOf(this);

    /// <summary>The sentences after it: what was refused, which projects are paid from several pots, what is small, on whom it depends.</summary>
    public IEnumerable<Words> Details => FundedRunnerWords.DetailsOf(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => Words.Join([Headline, .. Details]);

    /// <summary>What to do, and with whom.</summary>
    public Words NextStep => FundedRunnerWords.NextStepOf(this);
}
