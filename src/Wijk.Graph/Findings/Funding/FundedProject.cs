using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>A project and the pots it is paid from. Nodes and relations are numbers in the graph of its view.</summary>
public sealed record FundedProject
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>What was asked: what is small, and how many hours are assumed.</summary>
    public required SplinteredFundingQuestion Question { get; init; }

    /// <summary>The currency of its amounts; empty when it is not known.</summary>
    public required string Currency { get; init; }

    /// <summary>The year it is about.</summary>
    public required int Year { get; init; }

    /// <summary>Its title, as it is first written.</summary>
    public required string Title { get; init; }

    /// <summary>Who does it, ascending; none when that is not known.</summary>
    public required ImmutableArray<int> Runners { get; init; }

    /// <summary>The measures, initiatives and trajectories that are paid, ascending.</summary>
    public required ImmutableArray<int> Works { get; init; }

    /// <summary>Whether its parts are recorded as parts of one, so that no title was needed to tell.</summary>
    public required bool IsRecordedAsOne { get; init; }

    /// <summary>Whether others have this title too, or it is short: it may then be the name of a kind of work rather than of one project.</summary>
    public required bool IsGeneralTitle { get; init; }

    /// <summary>The pots it is paid from, the largest first.</summary>
    public required ImmutableArray<FundedPot> Pots { get; init; }

    /// <summary>Its figures.</summary>
    public required FundingFigures Figures { get; init; }

    /// <summary>Its grants, also those that were refused, ascending.</summary>
    public required ImmutableArray<int> Grants { get; init; }

    /// <summary>How many of <see cref="Grants"/> granted anything.</summary>
    public required int GrantedCount { get; init; }

    /// <summary>Who pays, the largest pot first, each once.</summary>
    public ImmutableArray<int> Funders => [.. Pots.Select(pot => pot.Funder).Distinct()];

    /// <summary>Whether only its title says that it is one project.</summary>
    public bool IsByTitle => !IsRecordedAsOne && Works.Length > 1;

    /// <summary>Whether it is clear that this is one project; if not, people must say so first.</summary>
    public bool IsClearlyOne => !IsByTitle || !IsGeneralTitle;

    /// <summary>What one application and one account would save.</summary>
    public OneDoor OneDoor
    {
        get
        {
            var each = Question.HoursPerApplication + Question.HoursPerAccount;
            return new((long)Figures.AccountingCount * each, Figures.AccountingCount == 0 ? 0 : each);
        }
    }

    /// <summary>Its name: its title, with who does it.</summary>
    public Words Name => FundingPhrases.TitleOf(this);

    /// <summary>The one sentence that matters: from how many pots it is paid, with how many forms and accounts, and whether it could be one.</summary>
    public Words Headline => FundedProjectWords.Headline(this);

    /// <summary>The same, for below its <see cref="Name"/>.</summary>
    public Words Summary => FundedProjectWords.SummaryOf(this);

    /// <summary>The sentences after it: how sure it is that this is one project, how much it is, what was refused.</summary>
    public IEnumerable<Words> Details => FundedProjectWords.DetailsOf(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => Words.Join([Headline, .. Details]);

    /// <summary>What to do, and with whom.</summary>
    public Words NextStep => FundedProjectWords.NextStepOf(this);
}
