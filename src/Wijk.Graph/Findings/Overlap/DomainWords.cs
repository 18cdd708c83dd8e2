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

    private static Words? Known(OverlapCell cell, CellActor[] known)
    {
        if (cell.IsOverlapping)
        {
            var names = Phrasing.List([.. cell.Domains.Select(domain => cell.View.Graph.Node(domain).Name).Distinct()], NamesShown);
            return Phrasing.Count(cell.PairCount, new("paar", "pair"), new("paren", "pairs")) + Phrasing.ByNumber(
                cell.PairCount,
                new(" komt uit verschillende domeinen", " comes from different domains"),
                new(" komen uit verschillende domeinen", " come from different domains")) + " (" + names + ").";
        }

        if (known.Length < 2) return null;
        if (known.Any(agency => !agency.Domains.SequenceEqual(known[0].Domains)))
            return new("Wie uit verschillende domeinen komt, is er niet in dezelfde tijd.", "Those who come from different domains are not there at the same time.");
        var domains = string.Join(" + ", known[0].Domains.Select(domain => cell.View.Graph.Node(domain).Name));
        return new(
            $"Druk, maar geen overlap tussen domeinen die we kennen: {known.Length} van de {cell.Agencies.Length} staan onder {domains}.",
            $"Crowded, but no overlap between domains that we know of: {known.Length} of the {cell.Agencies.Length} stand under {domains}.");
    }

    private static Words? Unknown(OverlapCell cell, int unknownCount, bool sayNothing)
    {
        if (unknownCount == 0) return null;
        return sayNothing
            ? new($"Van {unknownCount} van de {cell.Agencies.Length} kennen we geen domein, of alleen een verzamelnaam; of zij uit verschillende domeinen komen, weten we dus niet.",
                $"Of {unknownCount} of the {cell.Agencies.Length} we know no domain, or only a catch-all, so we do not know whether they come from different domains.")
            : new($"Van {unknownCount} kennen we geen domein, of alleen een verzamelnaam.", $"Of {unknownCount} we know no domain, or only a catch-all.");
    }
}
