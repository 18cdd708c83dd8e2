using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>A pot: who pays, from which scheme.</summary>
/// <param name="Funder">The agency that pays.</param>
/// <param name="Scheme">The scheme; null when it is not known.</param>
internal readonly record struct Pot(int Funder, int? Scheme);

/// <summary>Work that counts as one project: of the same runners and with the same title, or recorded as parts of one.</summary>
/// <param name="Runners">Who does it, ascending; an initiative does its own. None when it is not known.</param>
/// <param name="Title">Its title, as it is first written.</param>
/// <param name="FoldedTitle">The title in lower case, without accents.</param>
/// <param name="Words">The words of the title.</param>
/// <param name="Works">The measures, initiatives and trajectories that are paid, in the order they are met.</param>
/// <param name="Roots">What those are part of, or they themselves.</param>
internal sealed record Project(ImmutableArray<int> Runners, string Title, string FoldedTitle, ImmutableArray<string> Words, List<int> Works, HashSet<int> Roots);

/// <summary>A grant: where it comes from and what it is for.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Pot">A number in <see cref="FundingTable.Pots"/>.</param>
/// <param name="Project">A number in <see cref="FundingTable.Projects"/>.</param>
/// <param name="Year">The year it is for; null when it is not known.</param>
/// <param name="Amount">What was granted; null when it is not known.</param>
/// <param name="Currency">The code of its currency; empty when it is not known.</param>
/// <param name="IsOneOff">Whether it is granted once; null when it is not known.</param>
/// <param name="Areas">The areas at which the work, or what it is part of, is targeted; in no order.</param>
internal sealed record FundingGrant(int Relation, int Pot, int Project, int? Year, decimal? Amount, string Currency, bool? IsOneOff, ImmutableArray<int> Areas)
{
    /// <summary>Whether nothing was granted.</summary>
    public bool IsRefused => Amount == 0;
}

/// <summary>The grants of a view, with the pots they come from and the projects they are for; read once.</summary>
internal sealed class FundingTable
{
    private readonly GraphSnapshot graph;
    private readonly List<Pot> pots = [];
    private readonly Dictionary<Pot, int> potNumbers = [];
    private readonly List<Project> projects = [];
    private readonly Dictionary<(string Runners, string Title), int> projectNumbers = [];
    private readonly Dictionary<string, int> titleCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Project, int[] Schemes, ImmutableArray<int> Areas)> known = [];
    private readonly ILookup<int, int> areas;

    private FundingTable(GraphView view)
    {
        graph = view.Graph;
        areas = Activity.Of(view).All.Where(work => work.Area is not null).ToLookup(work => work.Work, work => work.Area!.Value);
        Grants = [.. graph.NumbersOf(RelationKind.Funds).Where(grant => !IsScheme(graph.To(grant))).Select(Read)];
    }

    /// <summary>The pots.</summary>
    public IReadOnlyList<Pot> Pots => pots;

    /// <summary>The projects.</summary>
    public IReadOnlyList<Project> Projects => projects;

    /// <summary>The grants for work, in the order of their relations. Money that goes into a scheme is no grant: it comes out again as one.</summary>
    public ImmutableArray<FundingGrant> Grants { get; }

    /// <summary>The table of a view.</summary>
    public static FundingTable Of(GraphView view) => view.Index(static view => new FundingTable(view));

    /// <summary>Whether others have the title of a project too, or it has fewer than three words: it may then name a kind of work rather than one project.</summary>
    public bool IsGeneral(Project project) => titleCounts[project.FoldedTitle] > 1 || project.Words.Count(word => !word.All(char.IsDigit)) < 3;

    private bool IsScheme(int node) => graph.Node(node).Attributes.Text("type") == "scheme";

    private FundingGrant Read(int grant)
    {
        var (funder, work, attributes) = (graph.From(grant), graph.To(grant), graph.Relation(grant).Attributes);
        if (!known.TryGetValue(work, out var of)) known.Add(work, of = Describe(work));
        return new(
            grant,
            NumberOf(new(funder, SchemeOf(funder, of.Schemes))),
            of.Project,
            (int?)attributes.Integer("year"),
            attributes.Number("amount"),
            attributes.Text("currency") ?? "",
            attributes.Text("recurrence") is { } recurrence ? recurrence == "oneOff" : null,
            of.Areas);
    }

    private int NumberOf(Pot pot)
    {
        if (!potNumbers.TryGetValue(pot, out var number))
        {
            potNumbers.Add(pot, number = pots.Count);
            pots.Add(pot);
        }

        return number;
    }

    // A scheme that another house runs is not what this funder pays from; of several it could be, nothing says which.
    private int? SchemeOf(int funder, int[] schemes)
    {
        int[] own = [.. schemes.Where(scheme => RunnersOf(scheme) is { Length: > 0 } runners && runners.Any(runner => AreOneHouse(runner, funder)))];
        int[] could = own.Length > 0 ? own : [.. schemes.Where(scheme => RunnersOf(scheme).Length == 0)];
        return could is [var only] ? only : null;
    }

    private bool AreOneHouse(int a, int b) =>
        a == b || Wholes.Of(graph, a).Any(whole => whole.Node == b) || Wholes.Of(graph, b).Any(whole => whole.Node == a);

    private (int Project, int[] Schemes, ImmutableArray<int> Areas) Describe(int work)
    {
        var wholes = Wholes.Of(graph, work);
        int[] schemes = [.. wholes.Where(whole => whole.Steps > 0 && IsScheme(whole.Node)).Select(whole => whole.Node)];
        var root = graph.Node(work).Kind == NodeKind.Measure
            ? wholes.Where(whole => !IsScheme(whole.Node)).OrderByDescending(whole => whole.Steps).ThenBy(whole => whole.Node).First().Node
            : work;
        var runners = graph.Node(work).Kind == NodeKind.Initiative ? [work] : RunnersOf(work) is { Length: > 0 } own ? own : RunnersOf(root);
        var project = ProjectOf(runners, root);
        projects[project].Works.Add(work);
        projects[project].Roots.Add(root);
        return (project, schemes, [.. areas[work].Concat(areas[root]).Distinct()]);
    }

    private int ProjectOf(int[] runners, int root)
    {
        var title = Keys.Fold(graph.Node(root).Name);
        var folded = TextFolding.Fold(title);
        // Of work nobody is known to run, and of initiatives and trajectories, the same title tells nothing.
        var byTitle = runners.Length > 0 && graph.Node(root).Kind == NodeKind.Measure;
        var key = byTitle ? (string.Join(' ', runners), folded) : ("", graph.Node(root).Key);
        if (!projectNumbers.TryGetValue(key, out var number))
        {
            projectNumbers.Add(key, number = projects.Count);
            projects.Add(new([.. runners], title, folded, Titles.WordsOf(folded), [], []));
            titleCounts[folded] = titleCounts.GetValueOrDefault(folded) + 1;
        }

        return number;
    }

    private int[] RunnersOf(int measure) => [.. graph.Incoming(RelationKind.Runs).Neighbors(measure).ToArray().Distinct().Order()];
}
