using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>Who collaborates with whom in a city: mostly inside the planted clusters.</summary>
internal static class CityCollaboration
{
    private const double ShareInside = 0.85;

    /// <summary>Adds collaborations until the city has all its relations.</summary>
    public static void Fill(CityRecords records, SkewedRandom random, CityActors actors)
    {
        Actor[] all = [.. actors.Clusters.SelectMany(cluster => cluster)];
        var asked = new HashSet<(string, string)>(records.RelationsLeft);
        while (records.RelationsLeft > 0)
        {
            var cluster = actors.Clusters[random.Next(actors.Clusters.Length)];
            var (isInside, one) = (random.Chance(ShareInside), cluster[random.Next(cluster.Length)]);
            var other = isInside ? cluster[random.Next(cluster.Length)] : all[random.Next(all.Length)];
            if (one.Key == other.Key || !asked.Add(InOrder(one.Key, other.Key))) continue;

            var level = isInside ? 1 + random.Next(Vocabulary.HighestCollaborationLevel) : random.Next(Vocabulary.CoordinationLevel);
            Report(records, one, other, level, one.Organisation);

            // Half of the time the other side was asked too, and sometimes gives another level.
            if (records.RelationsLeft > 0 && one.Organisation != other.Organisation && random.Chance(0.5))
                Report(records, one, other, random.Chance(0.8) ? level : random.Next(Vocabulary.HighestCollaborationLevel + 1), other.Organisation);
        }
    }

    private static void Report(CityRecords records, Actor one, Actor other, int level, string reportedBy) =>
        records.Relate(RelationKind.Collaborates, one.Key, other.Key,
            AttributeSet.Of(("level", (long)level), ("scheme", SyntheticCity.Namespace), ("basis", "asked"), ("reportedBy", reportedBy)));

    private static (string, string) InOrder(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
