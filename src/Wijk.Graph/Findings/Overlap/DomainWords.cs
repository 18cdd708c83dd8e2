using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What a group cell says of the domains that meet there, and of those that are not known.</summary>
internal static class DomainWords
{
    private const int NamesShown = 5;

    public static Words Of(OverlapCell cell)
    {
        var known = cell.Agencies.Where(agency => !agency.Domains.IsEmpty).ToArray();
        var unknownCount = cell.Agencies.Length - known.Length;
        return Words.Join(Known(cell, known), Unknown(cell, unknownCount, known.Length < 2));
    }

    /// <summary>How much of what two agencies do crosses: "6 of 8 pairs of measures come from different domains".</summary>
    public static Words Of(CellPair pair)
    {
        var (crossing, all) = (Phrasing.Count(pair.CountingCount), Phrasing.Count(pair.ComparedCount, new("paar maatregelen", "pair of measures"), new("paren maatregelen", "pairs of measures")));
        return new Words($"{crossing.Nl} van {all.Nl}", $"{crossing.En} of {all.En}") + FromDifferentDomains(pair.CountingCount) + ".";
    }

    private static Words? Known(OverlapCell cell, CellActor[] known)
    {
        if (cell.IsOverlapping)
        {
            return Phrasing.Count(cell.PairCount, new("paar", "pair"), new("paren", "pairs")) + FromDifferentDomains(cell.PairCount)
                + " (" + Phrasing.List(NamesOf(cell, cell.ComparedDomains), NamesShown) + ")" + Wholly(cell) + ".";
        }

        if (known.Length < 2) return null;
        var common = NamesOf(cell, known.Select(OverlapCell.ComparedBy).Aggregate(Enumerable.Intersect));
        var crowded = new Words(
            $"Druk, maar geen overlap tussen domeinen die we kennen: {known.Length} van de {cell.Agencies.Length} ",
            $"Crowded, but no overlap between domains that we know of: {known.Length} of the {cell.Agencies.Length} ");
        return common.Length > 0
            ? crowded + new Words("staan onder ", "stand under ") + string.Join(" + ", common) + "."
            : crowded + new Words("delen twee aan twee een domein (", "share a domain two by two (") + Phrasing.List(NamesOf(cell, cell.ComparedDomains), NamesShown) + ").";
    }

    private static Words FromDifferentDomains(long count) => Phrasing.ByNumber(
        count,
        new(" komt uit verschillende domeinen", " comes from different domains"),
        new(" komen uit verschillende domeinen", " come from different domains"));

    // Where all of them share nothing, "from different domains" says it already.
    private static Words Wholly(OverlapCell cell) => cell.WhollyDifferentPairCount == cell.PairCount
        ? new("", "")
        : cell.WhollyDifferentPairCount == 0
            ? Phrasing.ByNumber(
                cell.PairCount,
                new("; het doet ook werk in hetzelfde domein", "; it also works in the same domain"),
                new("; elk daarvan doet ook werk in hetzelfde domein", "; each of them also works in the same domain"))
            : Phrasing.ByNumber(
                cell.WhollyDifferentPairCount!.Value,
                new("; 1 daarvan is helemaal verschillend en deelt geen enkel domein", "; 1 of them is wholly different and shares no domain at all"),
                new($"; {Phrasing.Count(cell.WhollyDifferentPairCount.Value).Nl} daarvan zijn helemaal verschillend en delen geen enkel domein",
                    $"; {Phrasing.Count(cell.WhollyDifferentPairCount.Value).En} of them are wholly different and share no domain at all"));

    private static string[] NamesOf(OverlapCell cell, IEnumerable<int> domains) =>
        [.. domains.Order().Select(domain => cell.View.Graph.Node(domain).Name).Distinct()];

    private static Words? Unknown(OverlapCell cell, int unknownCount, bool sayNothing)
    {
        if (unknownCount == 0) return null;
        return sayNothing
            ? new($"Van {unknownCount} van de {cell.Agencies.Length} kennen we geen domein, of alleen een verzamelnaam; of zij uit verschillende domeinen komen, weten we dus niet.",
                $"Of {unknownCount} of the {cell.Agencies.Length} we know no domain, or only a catch-all, so we do not know whether they come from different domains.")
            : new($"Van {unknownCount} kennen we geen domein, of alleen een verzamelnaam.", $"Of {unknownCount} we know no domain, or only a catch-all.");
    }
}
