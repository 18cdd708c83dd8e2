using System.Text.Encodings.Web;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>Writes a network as Kumu reads it: a JSON blueprint of elements and connections (https://docs.kumu.io/guides/import/blueprints.md).</summary>
/// <remarks>Kumu finds the ends of a connection by label, so of elements with the same label the later ones get a number.</remarks>
public static class KumuFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it; the stream stays open.</summary>
    public static void Write(Stream stream, PublicNetwork network)
    {
        var labels = Labels(network);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartArray("elements");
        foreach (var node in network.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("label", labels[node.Key]);
            json.WriteString("type", Vocabulary.Of(node.Record.Kind).Label.En);
            json.WriteString("key", node.Key);
            foreach (var (name, value) in NetworkXmlFile.Values(node).Where(pair => pair.Name is not ("kind" or "name")))
                json.WriteString(name switch { "type" => "sort", "key" or "label" or "id" => $"wijk {name}", _ => name }, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("connections");
        foreach (var edge in network.Edges)
        {
            json.WriteStartObject();
            json.WriteString("from", labels[edge.From]);
            json.WriteString("to", labels[edge.To]);
            json.WriteString("direction", Vocabulary.Of(edge.Record.Kind).IsDirected ? "directed" : "mutual");
            json.WriteString("type", Vocabulary.Of(edge.Record.Kind).Label.En);
            foreach (var (name, value) in NetworkXmlFile.Values(edge).Where(pair => pair.Name != "directed")) json.WriteString(name == "type" ? "sort" : name, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Dictionary<string, string> Labels(PublicNetwork network)
    {
        var (labels, used) = (new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var node in network.Nodes)
        {
            var label = node.Label;
            for (var number = 2; !used.Add(label); number++) label = $"{node.Label} ({number})";
            labels.Add(node.Key, label);
        }

        return labels;
    }
}
