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

    /// <summary>The same of some pairs; null where one pair is all there is and <see cref="Known"/> says so already.</summary>
    public static Words? Contradicting(Coordination coordination) => IsOneThatDiffers(coordination) ? null : Contradicting(coordination.Contradicting);

    /// <summary>How many of the pairs that were asked coordinate, and what stands on record of others; for where at least one is known.</summary>
    public static Words Known(Coordination coordination) => Words.Join(
        coordination.Asked > 0 ? Asked(coordination) : null,
        coordination.Recorded > 0 ? Recorded(coordination) : null);

    /// <summary>Where something stands on record, after " en van 3" and " and 3".</summary>
    public static Words OnRecord(long count, string registers) => new Words($" staat contact vast in {registers}", "")
        + Phrasing.ByNumber(count, new("", $" is on record in {registers}"), new("", $" are on record in {registers}"));

    private static bool IsOneThatDiffers(Coordination coordination) => coordination is { Total: 1, Contradicting: 1, Coordinated: 0 };

    private static Words Asked(Coordination coordination)
    {
        if (IsOneThatDiffers(coordination))
            return new("Over dit paar spreken de meldingen elkaar tegen: vraag aan allebei of zij afstemmen.", "On this pair the reports contradict each other: ask both whether they coordinate.");
        if (coordination.Total == 1)
        {
            return coordination.Coordinated == 1
                ? new("Er is gemeld dat deze twee afstemmen.", "These two were reported to coordinate.")
                : new("Aan dit paar is gevraagd of zij afstemmen: dat doen zij niet.", "This pair was asked whether they coordinate: they do not.");
        }

        var (asked, total) = (Phrasing.Count(coordination.Asked), Phrasing.Count(coordination.Total));
        if (coordination.Asked == coordination.Total && coordination.Coordinated == 0)
            return new($"Alle {total.Nl} paren zijn gevraagd: geen daarvan stemt af.", $"All {total.En} pairs were asked: none of them coordinates.");
        var yes = Phrasing.Count(coordination.Coordinated - coordination.RecordedCoordinated);
        var no = Phrasing.Count(coordination.NotCoordinated - coordination.RecordedNotCoordinated);
        return new(
            $"Voor {asked.Nl} van de {total.Nl} paren is gevraagd of zij afstemmen: {yes.Nl} wel, {no.Nl} niet.",
            $"Whether they coordinate was asked for {asked.En} of {total.En} pairs: {yes.En} do, {no.En} do not.");
    }

    // A contact on record below coordination says nothing against it: nobody asked.
    private static Words Recorded(Coordination coordination)
    {
        var (registers, pairs) = (coordination.Registers!, (One: new Words("paar", "pair"), Many: new Words("paren", "pairs")));
        return Words.Join(
            coordination.RecordedCoordinated == 0 ? null : new Words("Van ", "Of ") + Phrasing.Count(coordination.RecordedCoordinated, pairs.One, pairs.Many)
                + new Words($" staat vast in {registers} dat zij afstemmen; dat is niet gevraagd.", $" it is on record in {registers} that they coordinate; nobody asked them."),
            coordination.RecordedNotCoordinated == 0 ? null : new Words("Van ", "Of ") + Phrasing.Count(coordination.RecordedNotCoordinated, pairs.One, pairs.Many)
                + new Words($" staat een contact vast in {registers}, maar niet dat zij afstemmen; dat is niet gevraagd.",
                    $" a contact is on record in {registers}, but not that they coordinate; nobody asked them."));
    }
}
