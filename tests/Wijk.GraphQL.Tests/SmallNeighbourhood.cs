using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Tests;

/// <summary>A neighbourhood small enough to draw: three agencies, three measures, an initiative, two areas, a group, a targeting.</summary>
internal static class SmallNeighbourhood
{
    public static readonly DateTimeOffset Recorded = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);

    public static ChangeSet ChangeSet => new() { Id = "small", Source = "t", RecordedAt = Recorded, Changes = [.. Records.Select(Change.Put)] };

    private static IEnumerable<GraphRecord> Records =>
    [
        Named(NodeKind.Agency, "ggd", "GGD") with { Attributes = AttributeSet.Of(("name", "GGD"), ("type", "care")) },
        Named(NodeKind.Agency, "politie", "Politie"),
        Named(NodeKind.Agency, "reclassering", "Réclassering"),
        Named(NodeKind.Measure, "m1", "Schuldhulp"),
        Named(NodeKind.Measure, "m2", "Wijkagent"),
        Named(NodeKind.Measure, "m3", "Reclassering op straat") with { ValidFrom = PartialDate.OfYear(2016), ValidTo = PartialDate.OfYear(2016) },
        Named(NodeKind.Initiative, "i1", "Buurttuin"),
        Named(NodeKind.Area, "oost", "Oost"),
        Named(NodeKind.Area, "dapper", "Dapperbuurt"),
        Named(NodeKind.TargetGroup, "jongeren", "Jongeren"),
        Joined(RelationKind.PartOf, "area:t:dapper", "area:t:oost"),
        Joined(RelationKind.Runs, "agency:t:ggd", "measure:t:m1"),
        Joined(RelationKind.Runs, "agency:t:politie", "measure:t:m2"),
        Joined(RelationKind.Runs, "agency:t:reclassering", "measure:t:m3"),
        Joined(RelationKind.Collaborates, "agency:t:politie", "agency:t:ggd") with { Attributes = AttributeSet.Of(("level", 3L), ("reportedBy", "GGD")) },
        .. Targeting("measure:t:m1", "targetgroup:t:jongeren", "area:t:dapper"),
    ];

    /// <summary>A node of this neighbourhood.</summary>
    public static Node Named(NodeKind kind, string id, string name) => new(Keys.Of(kind, "t", id), kind)
    {
        Source = "t",
        RecordedAt = Recorded,
        Attributes = AttributeSet.Of(("name", name)),
    };

    /// <summary>A relation between two of its nodes.</summary>
    public static Relation Joined(RelationKind kind, string from, string to) => new(kind, from, to) { Source = "t", RecordedAt = Recorded };

    private static IEnumerable<GraphRecord> Targeting(string measure, string group, string area)
    {
        var key = Keys.OfTargeting(measure, group, area, null);
        return
        [
            new Node(key, NodeKind.Targeting) { Source = "t", RecordedAt = Recorded },
            Joined(RelationKind.Of, key, measure), Joined(RelationKind.For, key, group), Joined(RelationKind.In, key, area),
        ];
    }
}
