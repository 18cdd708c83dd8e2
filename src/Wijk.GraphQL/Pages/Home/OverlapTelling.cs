using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Home;

/// <summary>What overlap has to say on the first page: the first of each lens in turn, other organisations each time.</summary>
internal static class OverlapTelling
{
    // Each from another domain at the same people first. What those of them with the same work have in common is a part of it, and would take its place.
    private static readonly OverlapLens[] Lenses = [OverlapLens.Group, OverlapLens.Both, OverlapLens.Activity];

    /// <summary>Asks in the three lenses.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="count">How many sentences there is room for.</param>
    public static async Task<Told> TellAsync(Visit visit, int count)
    {
        var answers = new List<OverlapAnswer>();
        foreach (var lens in Lenses)
        {
            answers.Add(await visit.AskAsync(new OverlapQuestion { Lens = lens, Area = visit.Given.Of(Parameters.Area), AsOf = visit.Given.Of(Parameters.AsOf) }));
        }

        // How much is known is best told by the groups, where most is missing.
        return new([.. Choose(answers, count).Select(Sentence)], [.. answers], answers.Any(answer => answer.CellCount > 0));
    }

    /// <summary>
    /// In turn of each answer its next finding of which most organisations were not told of yet; when those run out, what was passed over. Where all
    /// coordinate there is least to do, so that comes last.
    /// </summary>
    internal static IEnumerable<OverlapFinding> Choose(IReadOnlyList<OverlapAnswer> answers, int count)
    {
        var told = new HashSet<int>();
        var waiting = answers.Select(answer => new Queue<OverlapFinding>(answer.Findings.Where(finding => finding.Cells[0].IsOverlapping))).ToArray();
        var (chosen, passed) = (new List<OverlapFinding>(), new List<OverlapFinding>());
        while (chosen.Count < count && waiting.Any(findings => findings.Count > 0))
        {
            foreach (var findings in waiting)
            {
                while (findings.TryDequeue(out var next))
                {
                    var isNew = next.Cells[0].Standing != CellStanding.Coordinated && 2 * next.Agencies.Count(told.Contains) < next.Agencies.Count();
                    (isNew ? chosen : passed).Add(next);
                    if (!isNew) continue;
                    told.UnionWith(next.Agencies);
                    break;
                }
            }
        }

        // The same organisations once more tell nothing new.
        return chosen.Concat(passed.OrderBy(finding => finding.Cells[0].Standing)).DistinctBy(finding => string.Join(',', finding.Agencies.Order())).Take(count).OrderBy(finding => finding.Cells[0].Standing);
    }

    private static TellingSentence Sentence(OverlapFinding finding) => new(
        Phrasing.Begin(finding.Cells[0].Title),
        finding.Summary,
        [.. finding.Agencies.Select(agency => finding.View.Graph.Node(agency).Name).Order(StringComparer.OrdinalIgnoreCase).Select(Phrasing.Listed)],
        CellModel.PathOf(finding.Cells[0]));
}
