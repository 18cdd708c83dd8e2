using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Tests.Stores;

/// <summary>Small records and change sets, short to write in a test.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static Node Agency(string id, string name = "An agency") => new(Keys.Of(NodeKind.Agency, "n", id), NodeKind.Agency)
    {
        Source = "n",
        RecordedAt = Noon,
        Attributes = AttributeSet.Of(("name", name)),
    };

    public static Node Measure(string id) => new(Keys.Of(NodeKind.Measure, "n", id), NodeKind.Measure)
    {
        Source = "n",
        RecordedAt = Noon,
        Attributes = AttributeSet.Of(("name", "A measure")),
    };

    public static Relation Runs(Node agency, Node measure) => new(RelationKind.Runs, agency.Key, measure.Key) { Source = "n", RecordedAt = Noon };

    public static Change[] Puts(params IEnumerable<GraphRecord> records) => [.. records.Select(Change.Put)];

    public static ChangeSet Changes(string id, params IEnumerable<Change> changes) =>
        new() { Id = id, Source = "test", RecordedAt = Noon, Changes = [.. changes] };
}
