using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What overlap has to say on the first page: the first of each lens in turn, other organisations each time.</summary>
public static class FirstPage
{
    /// <summary>What counts as the same, in the order of the first page.</summary>
    /// <remarks>Each from another domain at the same people first. What those of them with the same work have in common is a part of it, and would take its place.</remarks>
    public static ImmutableArray<OverlapLens> Lenses { get; } = [OverlapLens.Group, OverlapLens.Both, OverlapLens.Activity];

    /// <summary>
    /// In turn of each answer its next finding of which most organisations were not told of yet; when those run out, what was passed over. Where all
    /// coordinate there is least to do, so that comes last.
    /// </summary>
    /// <param name="answers">The answers, one for each lens.</param>
    /// <param name="count">How many there is room for.</param>
    public static IEnumerable<OverlapFinding> Choose(IReadOnlyList<OverlapAnswer> answers, int count)
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
}
