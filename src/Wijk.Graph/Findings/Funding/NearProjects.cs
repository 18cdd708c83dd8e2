using System.Collections.Immutable;
using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Projects of the same runners, from different pots, whose titles are nearly the same: to be confirmed by people, and counted nowhere.</summary>
/// <param name="View">What it was read from.</param>
/// <param name="Projects">The projects, two or more, by their first work.</param>
/// <param name="Difference">In what their titles differ.</param>
/// <param name="OwnWords">Of each of <see cref="Projects"/>, the words of its title that not all of them have, folded, in its order.</param>
public sealed record NearProjects(GraphView View, ImmutableArray<FundedProject> Projects, TitleDifference Difference, ImmutableArray<string> OwnWords)
{
    /// <summary>The first works of the projects, which tell these from all others.</summary>
    public IEnumerable<int> FirstWorks => Projects.Select(project => project.Works[0]);

    /// <summary>The grants and refusals of all of them, ascending.</summary>
    public ImmutableArray<int> Grants => [.. Projects.SelectMany(project => project.Grants).Order()];

    /// <summary>In what their titles differ, as a sentence.</summary>
    public Words Differing => NearProjectsWords.DifferenceOf(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => NearProjectsWords.ReasonOf(this);

    /// <summary>Whom to ask what.</summary>
    public Words NextStep => NearProjectsWords.NextStepOf(this);

    /// <summary>All of them: the largest groups first, then those that differ in spelling, in place or year, in words; then by key.</summary>
    /// <remarks>Only projects of the same runners are compared.</remarks>
    internal static ImmutableArray<NearProjects> Among(FundingBooks books, AskedFor asked, CancellationToken cancellationToken)
    {
        var (graph, projects) = (books.View.Graph, books.Table.Projects);
        // A number in the name of an area is no word for a place.
        var places = graph.NumbersOf(NodeKind.Area).SelectMany(area => Titles.WordsOf(TextFolding.Fold(graph.Node(area).Name)))
            .Where(word => !word.All(char.IsDigit)).ToHashSet(StringComparer.Ordinal);
        var found = new List<NearProjects>();
        foreach (var group in books.PaidProjects.Where(project => !projects[project].Runners.IsEmpty && IsAsked(projects[project].Runners))
            .GroupBy(project => string.Join(' ', projects[project].Runners)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] own = [.. group];
            if (own.Length < 2) continue;
            var name = projects[own[0]].Runners.SelectMany(runner => Titles.WordsOf(TextFolding.Fold(graph.Node(runner).Name)))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var near in NearTitles.Among([.. own.Select(project => projects[project].Words)], places, name))
            {
                int[] alike = [.. near.Titles.Select(title => own[title])];
                if (AreFromSeveralPots(books, alike)) found.Add(Of(books, alike, near.Difference));
            }
        }

        return
        [
            .. found.OrderByDescending(one => one.Projects.Length).ThenBy(one => one.Difference)
                .ThenBy(one => one.Projects[0].Works[0]).ThenBy(one => one.Projects[1].Works[0]),
        ];

        bool IsAsked(ImmutableArray<int> runners) => asked.IsAll
            || (asked.Runner is { } runner && runners.Contains(runner))
            || (asked.Project is { } project && runners.SequenceEqual(projects[project].Runners));
    }

    private static NearProjects Of(FundingBooks books, int[] alike, TitleDifference difference)
    {
        var all = alike.Select(project => books.Table.Projects[project].Words.AsEnumerable())
            .Aggregate((shared, words) => shared.Intersect(words, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var told = alike
            .Select(project => (Project: books.Describe(project), Own: string.Join(' ', books.Table.Projects[project].Words.Where(word => !all.Contains(word)))))
            .OrderBy(one => one.Project.Works[0]).ToArray();
        return new(books.View, [.. told.Select(one => one.Project)], difference, [.. told.Select(one => one.Own)]);
    }

    private static bool AreFromSeveralPots(FundingBooks books, int[] alike) =>
        alike.Select(project => string.Join(' ', FundingBooks.PotsOf(books.Of(project)))).Distinct(StringComparer.Ordinal).Skip(1).Any();
}
