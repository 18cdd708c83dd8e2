using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>
/// The grants of one year, for work in the area that was asked for: by runner and by area. A project with any work there is told whole, wherever the rest is.
/// </summary>
internal sealed class FundingBooks
{
    private readonly SplinteredFundingQuestion question;
    private readonly AreaScope? scope;
    private readonly Dictionary<int, List<FundingGrant>> byProject = [];
    private readonly Dictionary<int, IReadOnlySet<int>> smallByRunner = [];

    public FundingBooks(QuestionScope scope, SplinteredFundingQuestion question)
    {
        (View, Year, this.question) = (scope.View, scope.LookedAt.Day.Year, question);
        Table = FundingTable.Of(View);
        Held = [.. Table.Grants.Where(grant => grant.Year is null || grant.Year == Year)];
        Grants = scope.Area is { } area ? [.. Held.Where(grant => grant.Areas.Any(area.Contains))] : Held;
        (this.scope, Currency) = (scope.Area, CurrencyOfMost(Held));
        foreach (var runner in ByRunnerIn(Held)) smallByRunner.Add(runner.Key, question.SmallPots.Of(Counted(runner.Value)));
        ByRunner = ByRunnerIn(Grants);
        var here = Grants.Select(grant => grant.Project).ToHashSet();
        foreach (var grant in Held.Where(grant => here.Contains(grant.Project))) Add(byProject, grant.Project, grant);
        Total = FundingTally.Of(Counted(Grants)) with { SmallPotCount = ByRunner.Sum(runner => SmallPotsOf(runner.Key, runner.Value)) };
    }

    /// <summary>What it is read from.</summary>
    public GraphView View { get; }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>All grants of the view, whatever their year.</summary>
    public FundingTable Table { get; }

    /// <summary>The grants of the year, wherever their work is; those of which no year is known are among them.</summary>
    public ImmutableArray<FundingGrant> Held { get; }

    /// <summary>The grants of the year for work in the area that was asked for.</summary>
    public ImmutableArray<FundingGrant> Grants { get; }

    /// <summary>The currency that is added up: that of most grants. Empty when none is known.</summary>
    public string Currency { get; }

    /// <summary>The grants by who does the work; those of several runners are with each.</summary>
    public Dictionary<int, List<FundingGrant>> ByRunner { get; }

    /// <summary>The figures of all of them.</summary>
    public FundingFigures Total { get; }

    /// <summary>The project that a work is part of, when money was asked for it this year; else null.</summary>
    public int? ProjectOf(int work) => byProject.Keys
        .Where(project => Table.Projects[project].Works.Contains(work) || Table.Projects[project].Roots.Contains(work))
        .Order().Select(project => (int?)project).FirstOrDefault();

    /// <summary>The largest amount that one pot grants to one project, with who gets it; null when no amount is known. Of equals the first project.</summary>
    public LargestGrant? LargestGrant() => Grants.Where(grant => Amount(grant) > 0)
        .GroupBy(grant => (grant.Pot, grant.Project))
        .Select(group => (group.Key, Amount: group.Sum(grant => Amount(grant)!.Value)))
        .OrderByDescending(group => group.Amount).ThenBy(group => group.Key.Project).ThenBy(group => group.Key.Pot)
        .Select(group => new LargestGrant(group.Amount, Table.Pots[group.Key.Pot].Funder, Public(Table.Projects[group.Key.Project].Runners)))
        .FirstOrDefault();

    /// <summary>The project that was asked for, or each that is paid from several pots: those that can be acted on first.</summary>
    /// <remarks>First those of which it is clear that they are one, then those with most funders, then those with most pots.</remarks>
    public ImmutableArray<FundedProject> Projects(AskedFor asked) =>
    [
        .. byProject.Keys.Where(project => asked.IsAll ? IsSplit(project) : asked.Project == project || IsSplitOf(project, asked.Runner))
            .Order()
            .Select(Describe)
            .OrderByDescending(project => project.IsClearlyOne)
            .ThenByDescending(project => project.Funders.Length)
            .ThenByDescending(project => project.Pots.Length)
            .ThenBy(project => project.Works[0]),
    ];

    /// <summary>The runner that was asked for, or each that is paid from several pots: those that can be acted on first.</summary>
    /// <remarks>First those with most projects that are paid from several pots, then those with most small pots, then those with most pots.</remarks>
    public ImmutableArray<FundedRunner> Runners(AskedFor asked, ImmutableArray<FundedProject> projects)
    {
        var split = projects.Where(project => project.Pots.Length > 1).SelectMany(project => project.Runners.Select(runner => (runner, project)))
            .ToLookup(entry => entry.runner, entry => entry.project);
        var hidden = PrivateInitiatives.Of(View);
        return
        [
            .. ByRunner.Where(entry => asked.IsAll ? !hidden.Contains(entry.Key) && PotsOf(entry.Value).Length > 1 : asked.Runner == entry.Key)
                .Select(entry => new FundedRunner
                {
                    View = View,
                    Question = question,
                    Currency = Currency,
                    Year = Year,
                    Runner = entry.Key,
                    Pots = Described(entry.Value, smallByRunner[entry.Key]),
                    Figures = FundingTally.Of(Counted(entry.Value)) with { SmallPotCount = SmallPotsOf(entry.Key, entry.Value) },
                    Grants = [.. entry.Value.Select(grant => grant.Relation).Order()],
                    PaidProjectCount = entry.Value.Where(grant => !grant.IsRefused).Select(grant => grant.Project).Distinct().Count(),
                    AccountsIfOne = entry.Value.GroupBy(grant => grant.Project).Select(project => (project.Key, Accounts: PotsOf(project).Length))
                        .Sum(project => project.Accounts < 2 || !Describe(project.Key).IsClearlyOne ? project.Accounts : 1),
                    SplitProjects = [.. split[entry.Key]],
                })
                .OrderByDescending(runner => runner.SplitProjects.Length)
                .ThenByDescending(runner => runner.Figures.SmallPotCount)
                .ThenByDescending(runner => runner.Pots.Length)
                .ThenBy(runner => runner.Runner),
        ];
    }

    /// <summary>The areas at which work is targeted that gets money: those with most projects that are paid from several pots first, then those with most pots.</summary>
    public ImmutableArray<FundedArea> Areas()
    {
        var grants = new Dictionary<int, List<FundingGrant>>();
        foreach (var grant in Grants)
        {
            foreach (var area in grant.Areas.Where(area => scope?.Contains(area) != false)) Add(grants, area, grant);
        }

        return
        [
            .. grants.Select(entry => Area(entry.Key, entry.Value))
                .OrderByDescending(area => area.SplitProjectCount).ThenByDescending(area => area.Figures.PotCount).ThenBy(area => area.Area),
        ];
    }

    /// <summary>The projects of each runner or group of runners that were granted anything, in order.</summary>
    public IEnumerable<int> PaidProjects => byProject.Where(entry => entry.Value.Any(grant => !grant.IsRefused)).Select(entry => entry.Key).Order();

    /// <summary>The grants of a project.</summary>
    public IReadOnlyList<FundingGrant> Of(int project) => byProject[project];

    /// <summary>The pots that grant anything, each once, ascending.</summary>
    public static int[] PotsOf(IEnumerable<FundingGrant> grants) => [.. grants.Where(grant => !grant.IsRefused).Select(grant => grant.Pot).Distinct().Order()];

    /// <summary>What a grant adds to sums: its amount, when it is known in the currency that is added up.</summary>
    public decimal? Amount(FundingGrant grant) => grant.Currency == Currency ? grant.Amount : null;

    /// <summary>A project as it is told.</summary>
    public FundedProject Describe(int number)
    {
        var (project, grants) = (Table.Projects[number], byProject[number]);
        var small = project.Runners.Where(smallByRunner.ContainsKey).SelectMany(runner => smallByRunner[runner]).ToHashSet();
        var pots = Described(grants, small);
        return new()
        {
            View = View,
            Question = question,
            Currency = Currency,
            Year = Year,
            Title = project.Title,
            Runners = project.Runners,
            Works = [.. grants.Select(grant => View.Graph.To(grant.Relation)).Distinct().Order()],
            IsRecordedAsOne = project.Roots.Count == 1,
            IsGeneralTitle = Table.IsGeneral(project),
            Pots = pots,
            Figures = FundingTally.Of(Counted(grants)) with { SmallPotCount = pots.Count(pot => pot.IsSmall) },
            Grants = [.. grants.Select(grant => grant.Relation).Order()],
            GrantedCount = grants.Count(grant => !grant.IsRefused),
        };
    }

    private bool IsSplit(int project) => PotsOf(byProject[project]).Length > 1;

    private bool IsSplitOf(int project, int? asked) => asked is { } runner && Table.Projects[project].Runners.Contains(runner) && IsSplit(project);

    private FundedArea Area(int area, List<FundingGrant> grants)
    {
        int[] projects = [.. grants.Select(grant => grant.Project).Distinct()];
        var runners = grants.SelectMany(grant => Table.Projects[grant.Project].Runners.Select(runner => (runner, grant)))
            .ToLookup(entry => entry.runner, entry => entry.grant);
        int[] initiatives = [.. runners.Select(runner => runner.Key).Where(runner => View.Graph.Node(runner).Kind == NodeKind.Initiative)];
        return new()
        {
            View = View,
            Area = area,
            Figures = FundingTally.Of(Counted(grants)) with { SmallPotCount = runners.Sum(runner => SmallPotsOf(runner.Key, runner)) },
            AgencyCount = runners.Count(runner => View.Graph.Node(runner.Key).Kind == NodeKind.Agency && runner.Any(grant => !grant.IsRefused)),
            InitiativeCount = PrivateInitiatives.Of(View).Count(initiatives),
            SplitProjectCount = projects.Count(project => IsSplit(project)),
        };
    }

    private ImmutableArray<FundedPot> Described(List<FundingGrant> grants, IReadOnlySet<int> small) =>
    [
        .. grants.Where(grant => !grant.IsRefused).GroupBy(grant => grant.Pot)
            .Select(pot => new FundedPot(
                Table.Pots[pot.Key].Funder,
                Table.Pots[pot.Key].Scheme,
                pot.Any(grant => Amount(grant) is not null) ? pot.Sum(grant => Amount(grant) ?? 0) : null,
                pot.Select(grant => grant.Project).Distinct().Count(),
                small.Contains(pot.Key)))
            .OrderByDescending(pot => pot.Amount ?? -1).ThenBy(pot => pot.Funder).ThenBy(pot => pot.Scheme ?? -1),
    ];

    private Grant[] Counted(IEnumerable<FundingGrant> grants) =>
        [.. grants.Select(grant => new Grant(grant.Pot, grant.Project, grant.IsRefused, Amount(grant), grant.IsOneOff))];

    private ImmutableArray<int> Public(ImmutableArray<int> runners) => [.. runners.Where(runner => !PrivateInitiatives.Of(View).Contains(runner))];

    private int SmallPotsOf(int runner, IEnumerable<FundingGrant> grants) => PotsOf(grants).Count(smallByRunner[runner].Contains);

    private Dictionary<int, List<FundingGrant>> ByRunnerIn(ImmutableArray<FundingGrant> grants)
    {
        var found = new Dictionary<int, List<FundingGrant>>();
        foreach (var grant in grants)
        {
            foreach (var runner in Table.Projects[grant.Project].Runners) Add(found, runner, grant);
        }

        return found;
    }

    private static string CurrencyOfMost(ImmutableArray<FundingGrant> grants) => grants.Where(grant => grant.Amount > 0).CountBy(grant => grant.Currency)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => count.Key).FirstOrDefault("");

    private static void Add(Dictionary<int, List<FundingGrant>> lists, int key, FundingGrant grant)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(grant);
    }
}

/// <summary>The largest amount that one pot grants to one project.</summary>
/// <param name="Amount">The amount, in the currency of the answer.</param>
/// <param name="Funder">Who pays.</param>
/// <param name="Runners">Who gets it; none when that is not known, or a private person.</param>
public sealed record LargestGrant(decimal Amount, int Funder, System.Collections.Immutable.ImmutableArray<int> Runners);
