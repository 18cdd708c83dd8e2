using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>The sentences on collaboration that several answers share.</summary>
internal static class CollaborationWords
{
    /// <summary>That reports differ, and what then counts; null when none do.</summary>
    public static Words? Contradicting(long pairCount) => pairCount == 0 ? null : Phrasing.ByNumber(
        pairCount,
        new("Over 1 paar verschillen de meldingen; dan telt het laagste niveau.", "On 1 pair the reports differ; then the lowest level counts."),
        new($"Over {Phrasing.Count(pairCount).Nl} paren verschillen de meldingen; dan telt het laagste niveau.",
            $"On {Phrasing.Count(pairCount).En} pairs the reports differ; then the lowest level counts."));

    /// <summary>How many of the pairs that were asked coordinate; for where at least one was asked.</summary>
    public static Words Asked(Coordination coordination)
    {
        if (coordination.Total == 1)
        {
            return coordination.Coordinated == 1
                ? new("Er is gemeld dat deze twee afstemmen.", "These two were reported to coordinate.")
                : new("Aan dit paar is gevraagd of zij afstemmen: dat doen zij niet.", "This pair was asked whether they coordinate: they do not.");
        }

        var (known, total) = (Phrasing.Count(coordination.Known), Phrasing.Count(coordination.Total));
        var (yes, no) = (Phrasing.Count(coordination.Coordinated), Phrasing.Count(coordination.NotCoordinated));
        return new(
            $"Voor {known.Nl} van de {total.Nl} paren is gevraagd of zij afstemmen: {yes.Nl} wel, {no.Nl} niet.",
            $"Whether they coordinate was asked for {known.En} of {total.En} pairs: {yes.En} do, {no.En} do not.");
    }
}
