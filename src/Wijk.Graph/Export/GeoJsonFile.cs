using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>Writes areas with their outlines as GeoJSON (RFC 7946): longitude and latitude of WGS 84.</summary>
public static class GeoJsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the areas that have an outline that can be written; the stream stays open.</summary>
    /// <returns>How many areas were written, and how many have an outline that cannot be: of another system of coordinates, or no well-known text.</returns>
    public static (int Written, int LeftOut) Write(Stream stream, PublicNetwork network)
    {
        var (written, leftOut) = (0, 0);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var area in network.Nodes.Where(node => node.Record.Kind == NodeKind.Area && node.Record.Attributes.Text("geometry") is not null))
        {
            if (Outline.Read(area.Record.Attributes.Text("geometry")!, area.Record.Attributes.Integer("epsg")) is not { } outline)
            {
                leftOut++;
                continue;
            }

            written++;
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", area.Key);
            json.WriteStartObject("properties");
            foreach (var (name, value) in NetworkXmlFile.Values(area).Where(pair => pair.Name is not ("geometry" or "epsg" or "kind")))
            {
                if (name is "population" or "edition" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) json.WriteNumber(name, number);
                else json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", outline.Type);
            json.WritePropertyName("coordinates");
            json.WriteRawValue(outline.Coordinates);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return (written, leftOut);
    }
}
