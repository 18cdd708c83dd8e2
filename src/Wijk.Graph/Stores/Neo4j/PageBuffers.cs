using System.Runtime.InteropServices;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>What one thread keeps from page to page: values that stand in many records, each held once, and room for the columns of a page.</summary>
/// <remarks>Columns are too large for the young generation; made anew for each page they would have everything collected again and again.</remarks>
internal sealed class PageBuffers
{
    // Past this most are different, and looking costs more than it saves.
    private const int MostKept = 20_000;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<object, object> values = [];
    private readonly Dictionary<Inference, Inference> inferences = [];
    private readonly List<List<object?>> columns = [];
    private string last = "";

    /// <summary>The nodes of the page that is being read.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>Neo4j's number of each of them.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>How many relations start at each of them.</summary>
    public List<int> Degrees { get; } = [];

    /// <summary>The relations of the page that is being read.</summary>
    public List<Relation> Relations { get; } = [];

    /// <summary>Where among them the first relation between two nodes is, by Neo4j's numbers of the two; of one kind.</summary>
    public Dictionary<(long From, long To), int> Places { get; } = [];

    /// <summary>Room for the values of an attribute, empty.</summary>
    public List<object?> Column(int place)
    {
        while (columns.Count <= place) columns.Add([]);
        columns[place].Clear();
        return columns[place];
    }

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
