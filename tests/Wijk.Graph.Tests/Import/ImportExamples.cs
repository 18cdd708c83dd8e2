using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Tests.Import;

/// <summary>Small records, files and graphs to import, and what a graph becomes when a plan is carried out.</summary>
internal static class ImportExamples
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    public static readonly GraphContents EmptyGraph = new(new(0, DateTimeOffset.UnixEpoch), [], []);

    public static Node Agency(string source, string id, string? name = null) => new(Keys.Of(NodeKind.Agency, "city", id), NodeKind.Agency)
    {
        Source = source,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributeSet.Of(("name", name ?? id)),
    };

    public static Node Measure(string source, string id) => new(Keys.Of(NodeKind.Measure, "city", id), NodeKind.Measure)
    {
        Source = source,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributeSet.Of(("name", id)),
    };

    public static Node Area(string source, string id, bool isStub = false) => new(Keys.Of(NodeKind.Area, "city", id), NodeKind.Area)
    {
        Source = source,
        RecordedAt = DateTimeOffset.UnixEpoch,
        IsStub = isStub,
        Attributes = isStub ? AttributeSet.Empty : AttributeSet.Of(("name", $"{id} by {source}"), ("level", "buurt")),
    };

    public static Node Targeting(string source, Node measure, Node area) =>
        new(Keys.OfTargeting(measure.Key, null, area.Key, null), NodeKind.Targeting)
        {
            Source = source,
            RecordedAt = DateTimeOffset.UnixEpoch,
        };

    public static Relation Relation(string source, RelationKind kind, GraphRecord from, GraphRecord to) =>
        new(kind, from.Key, to.Key) { Source = source, RecordedAt = DateTimeOffset.UnixEpoch };

    /// <summary>A file of which row 2 holds the first record, row 3 the second, and so on.</summary>
    public static MappedRecords File(string source, params GraphRecord[] records)
    {
        var placed = records.Select((record, index) => (record, Place: new RowPlace($"{source}.csv", index + 2))).ToList();
        return new(
            source,
            string.Join('|', records.Select(record => $"{record.Key}={record.Attributes.TextOf("name")}")),
            [new($"{source}.csv", "utf-8", records.Length)],
            [.. placed.Where(item => item.record is Node).Select(item => new Mapped<Node>((Node)item.record, item.Place))],
            [.. placed.Where(item => item.record is Relation).Select(item => new Mapped<Relation>((Relation)item.record, item.Place))],
            [],
            []);
    }

    public static GraphContents GraphOf(params GraphRecord[] records) =>
        Commit(EmptyGraph, Monday, [.. records.Select(record => Change.Put(record with { RecordedAt = Monday }))]);

    public static ImportPlan Plan(MappedRecords mapped, GraphContents graph, bool skipRefused = false) =>
        ImportPlanner.Plan(mapped, graph, new() { SkipRefused = skipRefused }, Tuesday);

    /// <summary>What the graph becomes; the same graph when the plan has no change set.</summary>
    public static GraphContents After(ImportPlan plan, GraphContents graph) =>
        plan.ChangeSet is { } changeSet ? Commit(graph, changeSet.RecordedAt, [.. changeSet.Changes]) : graph;

    public static GraphContents AfterImport(GraphContents graph, MappedRecords mapped) => After(Plan(mapped, graph), graph);

    public static GraphContents Commit(GraphContents graph, DateTimeOffset at, params Change[] changes)
    {
        var records = graph.Nodes.Concat<GraphRecord>(graph.Relations).ToDictionary(record => record.Key, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.Record is null) records.Remove(change.Key);
            else records[change.Key] = change.Record;
        }

        var ordered = records.Values.OrderBy(record => record.Key, StringComparer.Ordinal).ToList();
        return new(new(graph.Version.Number + 1, at), [.. ordered.OfType<Node>()], [.. ordered.OfType<Relation>()]);
    }

    public static IEnumerable<GraphRecord> Records(GraphContents graph) => graph.Nodes.Concat<GraphRecord>(graph.Relations);

    /// <summary>What the graph says, whenever it was recorded.</summary>
    public static IEnumerable<GraphRecord> Said(GraphContents graph) =>
        Records(graph).Select(record => record with { RecordedAt = DateTimeOffset.UnixEpoch });
}
