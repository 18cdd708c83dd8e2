using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;

namespace Wijk.Graph.Tests.Stores.Neo4j.ForeignEdits;

/// <summary>Elements as Neo4j would give them, and a check of a handful of them.</summary>
internal static class Stored
{
    public const string School = "agency:test:School";
    public const string Library = "agency:test:Library";
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Node Agency(string key = School, string name = "School") => new(key, NodeKind.Agency)
    {
        Source = "test",
        RecordedAt = Noon,
        Attributes = AttributeSet.Of(("name", name)),
    };

    public static Relation Ties(string from = School, string to = Library) => new(RelationKind.Collaborates, from, to)
    {
        Source = "test",
        RecordedAt = Noon,
        Attributes = AttributeSet.Of(("level", 3L), ("reportedBy", "School")),
    };

    /// <summary>A node as Wijk writes it; its element id is its key.</summary>
    public static StoredNode Of(Node node, Action<Dictionary<string, object?>>? edit = null, params string[] moreLabels) =>
        new(node.Key, ["WijkNode", node.Kind.ToString(), .. moreLabels], Properties(node, edit));

    /// <summary>A relation as Wijk writes it; its element id is its key, and those of its ends are theirs.</summary>
    public static StoredRelation Of(Relation relation, Action<Dictionary<string, object?>>? edit = null) =>
        new(relation.Key, Vocabulary.Of(relation.Kind).Name, relation.From, relation.To, Properties(relation, edit));

    /// <summary>A node that Wijk never wrote.</summary>
    public static StoredNode Foreign(string elementId, string label, params (string Name, object? Value)[] properties) =>
        new(elementId, [label], Json(properties.ToDictionary(property => property.Name, property => property.Value)));

    /// <summary>A relation that Wijk never wrote.</summary>
    public static StoredRelation Foreign(string elementId, string type, string from, string to, params (string Name, object? Value)[] properties) =>
        new(elementId, type, from, to, Json(properties.ToDictionary(property => property.Name, property => property.Value)));

    public static ForeignEditCheck Check(IEnumerable<StoredNode> nodes, IEnumerable<StoredRelation>? relations = null, params string[] removed)
    {
        var check = new ForeignEditCheck(removed.Contains);
        foreach (var node in nodes) check.Take(node);
        foreach (var relation in relations ?? []) check.Take(relation);
        return check;
    }

    public static ImmutableArray<VerificationFinding> Findings(this ForeignEditCheck check, params GraphRecord[] log) =>
        check.Finish(new(1, Noon), check.Trace(log), check.Adopt(log: log)).Findings;

    public static LogTrace Trace(this ForeignEditCheck check, params GraphRecord[] log)
    {
        var trace = new LogTrace(check.Wanted);
        if (log.Length > 0) trace.Add(new(new(1, Noon), "id", "test", [.. log.Select(Change.Put)]));
        return trace;
    }

    public static AdoptionPlan Adopt(this ForeignEditCheck check, string? ns = "analyst", params GraphRecord[] log) =>
        AdoptionPlan.Of(check, check.Trace(log), new() { Source = "the analyst", Namespace = ns }, Noon.AddDays(1));

    private static Dictionary<string, JsonElement> Properties(GraphRecord record, Action<Dictionary<string, object?>>? edit)
    {
        var properties = RecordProperties.Of(record).ToDictionary(property => property.Name, property => (object?)property.Value);
        properties["key"] = record.Key;
        properties["recordedAt"] = RecordJson.TimeText(record.RecordedAt);
        edit?.Invoke(properties);
        return Json(properties);
    }

    private static Dictionary<string, JsonElement> Json(Dictionary<string, object?> properties)
    {
        var json = JsonSerializer.Serialize(properties.ToDictionary(
            property => property.Key, property => property.Value is ImmutableArray<string> texts ? texts.ToArray() : property.Value));
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
    }
}
