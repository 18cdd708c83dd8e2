using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>One change as JSON: <c>{"put":record}</c> or <c>{"remove":key}</c>.</summary>
public static class ChangeJson
{
    /// <summary>Writes a change.</summary>
    public static void Write(Utf8JsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        if (change.Record is { } record)
        {
            writer.WritePropertyName("put");
            RecordJson.Write(writer, record);
        }
        else
        {
            writer.WriteString("remove", change.Key);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="RecordFormatException">The record has a member that is missing, unknown or of the wrong form.</exception>
    public static Change Read(JsonElement json) =>
        json.TryGetProperty("remove", out var key) ? Change.Remove(key.GetString()!) : Change.Put(RecordJson.Read(json.GetProperty("put")));
}
