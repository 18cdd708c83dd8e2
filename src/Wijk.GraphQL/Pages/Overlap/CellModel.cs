using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Overlap;

/// <summary>The page of one combination, for a meeting of those in it.</summary>
/// <param name="Answer">The answer it is part of.</param>
/// <param name="Cell">The combination.</param>
public sealed record CellModel(OverlapAnswer Answer, OverlapCell Cell)
{
    /// <summary>Its key, for who wants to find it again.</summary>
    public string Key => AnswerKeys.OfCell(Cell);

    /// <summary>All combinations with the same organisations.</summary>
    public OverlapFinding Finding => Answer.Findings.First(finding => finding.Cells.Contains(Cell));

    /// <summary>The other combinations in which the same organisations are.</summary>
    public IEnumerable<OverlapCell> Elsewhere => Finding.Cells.Where(cell => cell != Cell);

    /// <summary>The keys of the records it rests on.</summary>
    public ImmutableArray<string> Evidence => [.. Cell.Targetings.Select(targeting => Cell.View.Graph.Node(targeting).Key)];

    /// <summary>The path of the page of a combination.</summary>
    public static string PathOf(OverlapCell cell) => "/overlap/" + Uri.EscapeDataString(AnswerKeys.OfCell(cell));

    /// <summary>The question that finds a combination by its key or id, whoever muted it.</summary>
    /// <param name="id">The key; <c>key@2016-07-01</c> says the day as well.</param>
    /// <param name="asOf">The day, when the id says none.</param>
    /// <returns>The question and the key; null when the text is no key of a combination.</returns>
    public static (OverlapQuestion Question, string Key)? Asked(string id, DateOnly? asOf) =>
        ViewId.TryParse(id, out var parts) && parts.Scenario is null && parts.Key.StartsWith(AnswerKeys.Cell + ":", StringComparison.Ordinal)
            && AnswerKeys.OverlapOf(parts.Key) is { } question
            ? (question with { Muted = true, AsOf = parts.Day ?? asOf }, parts.Key)
            : null;

    /// <summary>The combination with a key.</summary>
    /// <returns>Null when fewer than two organisations are there on the day that the answer looks at.</returns>
    public static CellModel? Find(OverlapAnswer answer, string key) =>
        answer.Cells.FirstOrDefault(cell => AnswerKeys.OfCell(cell) == key) is { } cell ? new(answer, cell) : null;

    /// <summary>Says that a text is no key of a combination.</summary>
    public static Words NotAKey(string text)
    {
        var shown = TextRules.Shown(text);
        return new(
            $"'{shown}' is geen sleutel van een combinatie; zo'n sleutel begint met {AnswerKeys.Cell}: en staat bij elke combinatie in het overzicht van overlap.",
            $"'{shown}' is not the key of a combination; such a key begins with {AnswerKeys.Cell}: and stands with each combination in the list of overlap.");
    }

    /// <summary>Says that there is no such combination on the day that was looked at.</summary>
    public static Words NotThere(string key, OverlapAnswer answer)
    {
        var day = Phrasing.Day(answer.LookedAt.Day);
        return new(
            $"Op {day.Nl} werken hier geen twee organisaties: '{TextRules.Shown(key)}'. Kies een andere dag, of zoek de combinatie in het overzicht van overlap.",
            $"On {day.En} no two organisations work here: '{TextRules.Shown(key)}'. Choose another day, or look for the combination in the list of overlap.");
    }

    internal static async Task<PageContent> ShowAsync(Visit visit, string id) => PageContent.Of<CellPage, CellModel>(await FindAsync(visit, id));

    /// <summary>The combination with a key or id.</summary>
    /// <exception cref="PageRefused">There is none.</exception>
    internal static async Task<CellModel> FindAsync(Visit visit, string id)
    {
        if (Asked(id, visit.Given.Of(Parameters.AsOf)) is not var (question, key)) throw new PageRefused(StatusCodes.Status404NotFound, NotAKey(id));
        var answer = await visit.AskAsync(question);
        return Find(answer, key) ?? throw new PageRefused(StatusCodes.Status404NotFound, NotThere(key, answer));
    }
}
