using Wijk.Graph.Analysis.Funding;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Which projects and services are paid from several pots, with how many forms and accounts?</summary>
/// <remarks>
/// It is about a year: that of the day it looks at, and of what holds on that day. A pot is a funder with a scheme. A project is the work of one runner under one title,
/// or what is recorded as parts of one.
/// </remarks>
public sealed record SplinteredFundingQuestion : Question<SplinteredFundingAnswer>
{
    /// <summary>The most hours that an application or an account can be said to take.</summary>
    public const int MostHours = 1_000;

    /// <summary>The largest amount under which a pot can be called small.</summary>
    public const int MostSmallAmount = 1_000_000_000;

    /// <summary>Key or name of the agency or initiative to look at; null for all.</summary>
    public string? Runner { get; init; }

    /// <summary>Key of the measure whose project is looked at; null for all.</summary>
    public string? Project { get; init; }

    /// <summary>A pot is small under this share of all money of who gets it, in percents, 0 to 100.</summary>
    public int SmallPercent
    {
        get;
        init => field = Checked(value, 100, nameof(SmallPercent));
    } = 5;

    /// <summary>A pot is small under this amount too, 0 to <see cref="MostSmallAmount"/>.</summary>
    public int SmallAmount
    {
        get;
        init => field = Checked(value, MostSmallAmount, nameof(SmallAmount));
    } = 10_000;

    /// <summary>The hours that one application is assumed to take who applies, 0 to <see cref="MostHours"/>.</summary>
    /// <remarks>An assumption to be changed, not a measurement: one working day.</remarks>
    public int HoursPerApplication
    {
        get;
        init => field = Checked(value, MostHours, nameof(HoursPerApplication));
    } = 8;

    /// <summary>The hours that one account is assumed to take who gives it, 0 to <see cref="MostHours"/>.</summary>
    /// <remarks>An assumption to be changed, not a measurement: one working day.</remarks>
    public int HoursPerAccount
    {
        get;
        init => field = Checked(value, MostHours, nameof(HoursPerAccount));
    } = 8;

    /// <inheritdoc/>
    public override double CostPerRecord => 2;

    /// <summary>When a pot is small.</summary>
    internal SmallPots SmallPots => new(SmallPercent, SmallAmount);

    private protected override SplinteredFundingAnswer Answer(QuestionScope scope, CancellationToken cancellationToken)
    {
        var books = new FundingBooks(scope, this);
        var asked = AskedFor.In(books, this);
        var projects = books.Projects(asked);
        cancellationToken.ThrowIfCancellationRequested();
        return new(scope, FundingCoverage.Of(books, scope.Area is null), this, asked)
        {
            Currency = books.Currency,
            Recipients = Recipients.Of(books),
            Figures = books.Total,
            LargestGrant = books.LargestGrant(),
            Projects = projects,
            Runners = books.Runners(asked, projects),
            Areas = asked.IsAll ? books.Areas() : [],
            Candidates = NearProjects.Among(books, asked, cancellationToken),
            PaidApart = asked.IsAll ? PaidApart.Among(books) : [],
        };
    }

    private static int Checked(int value, int most, string name) =>
        value >= 0 && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 to {most}.");
}
