using Wijk.Graph.Analysis.Chance;

namespace Wijk.Graph.Tests.Analysis.Chance;

/// <summary>Small tables of actor × stratum × subject, and all those with the same margins, by trying them all.</summary>
internal static class SameMargins
{
    /// <summary>Each possible entry is there with a chance of a half, by the bits of a number.</summary>
    public static List<(int Actor, int Stratum, int Subject)> Table(int actors, int strata, int subjects, long bits) =>
    [
        .. from actor in Enumerable.Range(0, actors)
           from stratum in Enumerable.Range(0, strata)
           from subject in Enumerable.Range(0, subjects)
           where (bits >> ((((actor * strata) + stratum) * subjects) + subject) & 1) == 1
           select (actor, stratum, subject),
    ];

    /// <summary>What a deal has now, as text.</summary>
    public static string Text(StratifiedCells cells, Deal deal) => Text(Entries(cells, deal));

    public static string Text(IEnumerable<(int Actor, int Stratum, int Subject)> entries) =>
        string.Join(' ', entries.Order().Select(entry => $"{entry.Actor}{entry.Stratum}{entry.Subject}"));

    public static IEnumerable<(int Actor, int Stratum, int Subject)> Entries(StratifiedCells cells, Deal deal) =>
        from row in Enumerable.Range(0, cells.RowCount)
        let stratum = cells.StratumOf[row]
        from column in Enumerable.Range(0, cells.FirstColumn[stratum + 1] - cells.FirstColumn[stratum])
        where (deal.Bits[cells.FirstWord[row] + (column / 64)] >> column & 1) == 1
        select (cells.ActorOf[row], stratum, cells.SubjectOf[cells.FirstColumn[stratum] + column]);

    /// <summary>All tables with the margins of one: actor × stratum, subject × stratum and, if asked, actor × subject.</summary>
    public static HashSet<string> Of(List<(int Actor, int Stratum, int Subject)> table, bool keepSubjects)
    {
        var places = (from actor in table.Select(entry => entry.Actor).Distinct()
                      from cell in table.Select(entry => (entry.Stratum, entry.Subject)).Distinct()
                      where table.Any(entry => entry.Actor == actor && entry.Stratum == cell.Stratum)
                      where !keepSubjects || table.Any(entry => entry.Actor == actor && entry.Subject == cell.Subject)
                      orderby actor, cell
                      select (Actor: actor, cell.Stratum, cell.Subject)).ToArray();
        var left = new Dictionary<(int, int, int), int>();
        foreach (var margin in table.SelectMany(Margins)) left[margin] = left.GetValueOrDefault(margin) + 1;
        var after = new Dictionary<(int, int, int), int>[places.Length + 1];
        after[^1] = [];
        for (var place = places.Length - 1; place >= 0; place--)
        {
            after[place] = new(after[place + 1]);
            foreach (var margin in Margins(places[place])) after[place][margin] = after[place].GetValueOrDefault(margin) + 1;
        }

        var found = new HashSet<string>();
        Try(0, []);
        return found;

        void Try(int place, List<(int, int, int)> taken)
        {
            if (place == places.Length)
            {
                found.Add(Text(taken));
                return;
            }

            var margins = Margins(places[place]).ToArray();
            if (margins.All(margin => left[margin] <= after[place + 1].GetValueOrDefault(margin))) Try(place + 1, taken);
            if (margins.Any(margin => left[margin] == 0)) return;
            foreach (var margin in margins) left[margin]--;
            if (margins.All(margin => left[margin] <= after[place + 1].GetValueOrDefault(margin))) Try(place + 1, [.. taken, places[place]]);
            foreach (var margin in margins) left[margin]++;
        }

        IEnumerable<(int, int, int)> Margins((int Actor, int Stratum, int Subject) entry)
        {
            yield return (entry.Actor, entry.Stratum, -1);
            yield return (-1, entry.Stratum, entry.Subject);
            if (keepSubjects) yield return (entry.Actor, -1, entry.Subject);
        }
    }
}
