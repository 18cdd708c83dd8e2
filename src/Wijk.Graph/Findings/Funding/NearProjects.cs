using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Two projects of one runner, from different pots, whose titles are nearly the same: to be confirmed by people, and counted nowhere.</summary>
/// <param name="View">What it was read from.</param>
/// <param name="A">The one whose first work comes first.</param>
/// <param name="B">The other.</param>
/// <param name="Near">In what their titles differ.</param>
public sealed record NearProjects(GraphView View, FundedProject A, FundedProject B, NearTitle Near)
{
    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => NearProjectsWords.ReasonOf(this);

    /// <summary>Whom to ask what.</summary>
    public Words NextStep => NearProjectsWords.NextStepOf(this);

    /// <summary>All of them: those that differ in spelling first, then in place or year, then in words; then by key. Only projects of the same runners are compared.</summary>
    internal static ImmutableArray<NearProjects> Among(FundingBooks books, AskedFor asked, CancellationToken cancellationToken)
    {
        var (graph, projects) = (books.View.Graph, books.Table.Projects);
        var places = graph.NumbersOf(NodeKind.Area).SelectMany(area => Titles.WordsOf(TextFolding.Fold(graph.Node(area).Name))).ToHashSet(StringComparer.Ordinal);
        var found = new List<(int A, int B, NearTitle Near)>();
        foreach (var group in books.PaidProjects.Where(IsAsked).GroupBy(project => string.Join(' ', projects[project].Runners)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] own = [.. group];
            if (own.Length < 2 || projects[own[0]].Runners.IsEmpty) continue;
            found.AddRange(NearTitles.Among([.. own.Select(project => projects[project].Words)], places)
                .Select(pair => (own[pair.A], own[pair.B], pair.Near))
                .Where(pair => FromSeveralPots(books, pair.Item1, pair.Item2)));
        }

        return
        [
            .. found.Select(pair => InOrder(books.View, books.Describe(pair.A), books.Describe(pair.B), pair.Near))
                .OrderBy(pair => pair.Near.Difference).ThenBy(pair => pair.A.Works[0]).ThenBy(pair => pair.B.Works[0]),
        ];

        bool IsAsked(int project) =>
            asked.IsAll || asked.Project == project || (asked.Runner is { } runner && projects[project].Runners.Contains(runner))
            || (asked.Project is { } one && projects[project].Runners.SequenceEqual(projects[one].Runners));
    }

    private static NearProjects InOrder(GraphView view, FundedProject a, FundedProject b, NearTitle near) => a.Works[0] < b.Works[0]
        ? new(view, a, b, near)
        : new(view, b, a, near with { OnlyInA = near.OnlyInB, OnlyInB = near.OnlyInA });

    private static bool FromSeveralPots(FundingBooks books, int a, int b) =>
        FundingBooks.PotsOf(books.Of(a).Concat(books.Of(b))).Length > 1
        && !FundingBooks.PotsOf(books.Of(a)).AsSpan().SequenceEqual(FundingBooks.PotsOf(books.Of(b)));
}
