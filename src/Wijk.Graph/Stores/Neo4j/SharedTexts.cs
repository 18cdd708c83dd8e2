using System.Runtime.InteropServices;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Values that stand in many records of a reading, each held in memory once. For one thread.</summary>
internal sealed class SharedTexts
{
    // Past this most are different, and looking costs more than it saves.
    private const int MostKept = 20_000;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<object, object> values = [];
    private readonly Dictionary<Inference, Inference> inferences = [];
    private string last = "";

    /// <summary>The text a reader is at.</summary>
    public string Text(ref Utf8JsonReader reader)
    {
        // Most records say the same as the one before them.
        if (reader.ValueTextEquals(last)) return last;
        var text = reader.GetString()!;
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, text, out _);
        return last = kept ??= text;
    }

    /// <summary>An inference equal to this one.</summary>
    public Inference Same(Inference inference)
    {
        if (inferences.TryGetValue(inference, out var kept)) return kept;
        if (inferences.Count < MostKept) inferences.Add(inference, inference);
        return inference;
    }

    /// <summary>A value equal to this one; texts that tell records apart are left as they are.</summary>
    public object? Same(object? value, AttributeDefinition definition)
    {
        if (value is not (string or long or bool or decimal or PartialDate) || definition is { Type: AttributeType.Choice } or { Name: "name" or "description" })
            return value;
        if (values.TryGetValue(value, out var kept)) return kept;
        if (values.Count < MostKept) values.Add(value, value);
        return value;
    }
}
