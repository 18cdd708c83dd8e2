using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>Writes the parameters of <c>adopt.cypher</c>.</summary>
internal static class AdoptionParameters
{
    /// <summary>Writes them.</summary>
    /// <param name="parameters">Where to.</param>
    /// <param name="changeSet">What is taken, its changes in key order.</param>
    /// <param name="plan">The elements it is taken from.</param>
    /// <param name="version">The version that was looked at.</param>
    public static void Write(Utf8JsonWriter parameters, ChangeSet changeSet, AdoptionPlan plan, long version)
    {
        parameters.WriteString("id", changeSet.Id);
        parameters.WriteString("source", changeSet.Source);
        parameters.WriteNumber("recordedAt", changeSet.RecordedAt.ToUnixTimeMilliseconds());
        parameters.WriteNumber("version", version);
        parameters.WriteNumber("changeCount", changeSet.Changes.Length);
        parameters.WriteString("log", Guid.NewGuid().ToString("N"));
        parameters.WriteKeys("pages", LogPages.Of(changeSet.Changes));
        var records = changeSet.Changes.Select(change => change.Record).OfType<GraphRecord>().ToArray();
        WriteRows(parameters, "nodes", records.Where(record => record is Node), plan);
        WriteRows(parameters, "relations", records.Where(record => record is Relation), plan);
        parameters.WriteKeys("removed", changeSet.Changes.Where(change => change.Record is null).Select(change => change.Key));
        parameters.WriteKeys("present", records.Select(record => record.Key));
    }

    private static void WriteRows(Utf8JsonWriter parameters, string name, IEnumerable<GraphRecord> records, AdoptionPlan plan)
    {
        parameters.WriteStartArray(name);
        foreach (var record in records)
        {
            var element = plan.Elements[record.Key];
            parameters.WriteStartObject();
            parameters.WriteString("elementId", element.ElementId);
            parameters.WriteString("key", record.Key);
            parameters.WriteNumber("recordedAt", record.RecordedAt.ToUnixTimeMilliseconds());
            parameters.WriteStartObject("read");
            foreach (var (property, value) in element.Read.Properties)
            {
                parameters.WritePropertyName(property);
                value.WriteTo(parameters);
            }

            parameters.WriteEndObject();
            parameters.WritePropertyName("properties");
            RecordProperties.Write(parameters, record, withAbsent: true);
            parameters.WriteEndObject();
        }

        parameters.WriteEndArray();
    }
}
