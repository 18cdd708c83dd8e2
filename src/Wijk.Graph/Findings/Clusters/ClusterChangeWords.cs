using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The sentences on what became of clusters.</summary>
internal static class ClusterChangeWords
{
    /// <summary>How many names stand for a whole group.</summary>
    public const int NamesInGroup = 3;

    private const int NamesShown = 4;

    /// <summary>What the whole says.</summary>
    public static Words ReasonOf(ClusterChanges changes)
    {
        if (changes.Since is not { } since)
        {
            return new("Van welke groepen er eerder waren, is niets bewaard: dit is het begin.", "Nothing was kept of which groups there were before: this is the beginning.");
        }

        var found = changes.Changes.CountBy(change => change.Kind).ToDictionary();
        Words?[] said =
        [
            Said(ClusterChangeKind.Stayed, new("gelijk gebleven", "the same as before")), Said(ClusterChangeKind.Changed, new("met andere leden", "with other members")),
            Said(ClusterChangeKind.New, new("nieuw", "new")), Said(ClusterChangeKind.Split, new("afgesplitst", "split off")),
            Said(ClusterChangeKind.Merged, new("opgegaan in een andere", "merged into another")), Said(ClusterChangeKind.Gone, new("geen groep meer", "no longer a group")),
        ];
        Words[] parts = [.. said.OfType<Words>()];
        return new Words($"Van versie {since} naar {changes.Until}: ", $"From version {since} to {changes.Until}: ")
            + (parts.Length == 0 ? new("er was en is geen groep.", "there was no group and there is none.") : Phrasing.List(parts, parts.Length) + ".");

        Words? Said(ClusterChangeKind kind, Words what) => found.TryGetValue(kind, out var count) ? Phrasing.Count(count) + " " + what : null;
    }

    /// <summary>What became of one.</summary>
    public static Words ReasonOf(ClusterChange change) => Phrasing.Begin(change.Kind switch
    {
        ClusterChangeKind.Stayed => new Words("dezelfde leden als eerder.", "the same members as before."),
        ClusterChangeKind.Changed => Words.Join(
            change.Joined.IsEmpty ? null : Some(change, change.Joined, new("kwam erbij", "joined"), new("kwamen erbij", "joined")),
            change.Left.IsEmpty ? null : Some(change, change.Left, new("ging eruit", "left"), new("gingen eruit", "left"))),
        ClusterChangeKind.New => new("deze groep was er niet.", "this group was not there."),
        ClusterChangeKind.Split => new Words("afgesplitst van de groep van ", "split off from the group of ") + Phrasing.End(NamesOf(change.View, change.Other!.Members, NamesInGroup)),
        ClusterChangeKind.Merged => new Words("opgegaan in de groep van ", "merged into the group of ") + Phrasing.End(NamesOf(change.View, change.Other!.Members, NamesInGroup)),
        _ => new("dit is geen groep meer.", "this is no longer a group."),
    });

    /// <summary>The first few names; those who are not there any more, or are not seen, are counted.</summary>
    public static Words NamesOf(GraphView view, ImmutableArray<string> members, int most)
    {
        Words[] names = [.. members.Select(key => view.Graph.Find(key)).OfType<int>().Select(member => (Words)Phrasing.Listed(ClustersWords.NameOf(view, member)))];
        var shown = Math.Min(most, names.Length);
        var rest = members.Length - shown;
        var told = shown == 0 ? null : Phrasing.List(names[..shown], shown);
        return (told, rest) switch
        {
            (null, _) => Phrasing.Count(rest, new("die hier niet te zien is", "who is not seen here"), new("die hier niet te zien zijn", "who are not seen here")),
            (_, 0) => told,
            _ => told + new Words(" en nog ", " and ") + Phrasing.Count(rest) + new Words("", " more"),
        };
    }

    private static Words Some(ClusterChange change, ImmutableArray<string> members, Words one, Words many) =>
        Phrasing.Count(members.Length, one, many) + Phrasing.End(": " + NamesOf(change.View, members, NamesShown));
}
