using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The runner or project that a question asks for.</summary>
/// <param name="Runner">The runner; null when none was asked for, or none is known.</param>
/// <param name="Project">The project; null when none was asked for, or none is known.</param>
/// <param name="WhyNot">Why what was asked for cannot be told of; null when it can, or all was asked for.</param>
internal sealed record AskedFor(int? Runner, int? Project, Words? WhyNot)
{
    /// <summary>Whether all was asked for.</summary>
    public bool IsAll => this is { Runner: null, Project: null, WhyNot: null };

    public static AskedFor In(FundingBooks books, SplinteredFundingQuestion question)
    {
        if (question.Project is { } key)
        {
            return books.View.Graph.Find(key) is { } work && books.ProjectOf(work) is { } project
                ? new(null, project, null)
                : new(null, null, new(
                    $"Van '{key}' kennen we in {books.Year} geen aanvraag of geld; geef de sleutel van een maatregel waarvoor geld is gevraagd.",
                    $"Of '{key}' we know no application or money in {books.Year}; give the key of a measure for which money was asked."));
        }

        return question.Runner is { } runner ? RunnerIn(books, Keys.Fold(runner)) : new(null, null, null);
    }

    private static AskedFor RunnerIn(FundingBooks books, string asked)
    {
        var graph = books.View.Graph;
        var named = PrivateInitiatives.Of(books.View);
        int[] runners = [.. books.ByRunner.Keys.Where(runner => !named.Contains(runner)).Order()];
        int[] exact = [.. runners.Where(runner => graph.Node(runner).Key == asked || graph.Node(runner).Name == asked)];
        var folded = TextFolding.Fold(asked);
        int[] found = exact.Length > 0 ? exact : [.. runners.Where(runner => TextFolding.Fold(graph.Node(runner).Name) == folded)];
        return found switch
        {
            [var only] => new(only, null, null),
            [] => new(null, null, new(
                $"Van '{asked}' kennen we in {books.Year} geen aanvraag of geld; geef de naam of de sleutel van een organisatie of initiatief. Van privépersonen tonen we niets.",
                $"Of '{asked}' we know no application or money in {books.Year}; give the name or key of an organisation or initiative. Of private persons we show nothing.")),
            _ => new(null, null, new(
                $"Meer dan één heet '{asked}'; geef één van deze sleutels: {string.Join(", ", found.Select(runner => graph.Node(runner).Key))}.",
                $"More than one is called '{asked}'; give one of these keys: {string.Join(", ", found.Select(runner => graph.Node(runner).Key))}.")),
        };
    }
}
