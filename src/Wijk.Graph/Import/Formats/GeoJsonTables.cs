using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Wijk.Graph.Import.Formats;

/// <summary>
/// Reads GeoJSON (RFC 7946): a row for each feature, with its properties as columns, and beside them <c>feature.id</c>, <c>feature.geometry</c> as well-known
/// text and <c>feature.epsg</c>, the number of the system of coordinates.
/// </summary>
internal static class GeoJsonTables
{
    // The coordinates of GeoJSON, longitude first, unless an older file names others.
    private const string Wgs84 = "4326";

    /// <summary>Whether it is a collection of features.</summary>
    public static bool Holds(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("FeatureCollection") && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array;

    /// <summary>The features as a table.</summary>
    public static SourceTable Read(string file, string encoding, JsonElement root)
    {
        var epsg = EpsgOf(root);
        return JsonRows.Table(file, encoding, root.GetProperty("features").EnumerateArray().Select((feature, index) => (index + 1, Cells(feature, epsg))));
    }

    private static JsonCells? Cells(JsonElement feature, string epsg)
    {
        if (feature.ValueKind != JsonValueKind.Object) return null;
        try
        {
            var cells = new JsonCells();
            if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object) cells.Add(properties, "");
            if (feature.TryGetProperty("id", out var id)) cells.Texts.Add(("feature.id", JsonRows.TextOf(id)));
            if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind == JsonValueKind.Null) return cells;
            if (WellKnownText(geometry) is not { } outline) return new() { Fault = NoOutline(geometry) };
            cells.Texts.Add(("feature.geometry", outline));
            cells.Texts.Add(("feature.epsg", epsg));
            return cells;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // "urn:ogc:def:crs:EPSG::28992", "EPSG:28992"; CRS84 is WGS 84 with the longitude first, as GeoJSON has it.
    private static string EpsgOf(JsonElement root)
    {
        if (!root.TryGetProperty("crs", out var crs) || crs.ValueKind != JsonValueKind.Object
            || !crs.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) return Wgs84;
        var last = name.GetString()!.Split(':')[^1];
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? last : Wgs84;
    }

    private static RowFault NoOutline(JsonElement geometry)
    {
        var type = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        return new(Model.TextRules.Shown(type), type == "GeometryCollection"
            ? new(
                "een verzameling van verschillende vormen (GeometryCollection) is geen omtrek; bewaar het gebied als Polygon of MultiPolygon.",
                "a collection of different shapes (GeometryCollection) is not an outline; save the area as a Polygon or MultiPolygon.")
            : new(
                "de vorm (geometry) is geen Point, LineString, Polygon of Multi daarvan met coördinaten als getallen; verbeter haar of haal haar weg.",
                "the geometry is no Point, LineString, Polygon or Multi of these with numbers as coordinates; correct it or take it out."));
    }

    // Null when it is no geometry.
    private static string? WellKnownText(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return null;
        // How many lists stand around each position.
        var (name, depth) = type.GetString() switch
        {
            "Point" => ("POINT", 0),
            "MultiPoint" => ("MULTIPOINT", 1),
            "LineString" => ("LINESTRING", 1),
            "MultiLineString" => ("MULTILINESTRING", 2),
            "Polygon" => ("POLYGON", 2),
            "MultiPolygon" => ("MULTIPOLYGON", 3),
            _ => ("", 0),
        };
        if (name.Length == 0 || !geometry.TryGetProperty("coordinates", out var coordinates)) return null;
        var text = new StringBuilder(name).Append(' ');
        if (depth == 0) text.Append('(');
        if (!Write(coordinates, depth, text)) return null;
        if (depth == 0) text.Append(')');
        return text.ToString();
    }

    private static bool Write(JsonElement part, int depth, StringBuilder text)
    {
        if (part.ValueKind != JsonValueKind.Array) return false;
        if (depth == 0) return WritePosition(part, text);
        if (part.GetArrayLength() == 0)
        {
            text.Append("EMPTY");
            return true;
        }

        text.Append('(');
        var isFirst = true;
        foreach (var inner in part.EnumerateArray())
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            if (!Write(inner, depth - 1, text)) return false;
        }

        text.Append(')');
        return true;
    }

    // The height, which an outline does not need, is left off.
    private static bool WritePosition(JsonElement position, StringBuilder text)
    {
        if (position.GetArrayLength() < 2 || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number) return false;
        text.Append(position[0].GetRawText()).Append(' ').Append(position[1].GetRawText());
        return true;
    }
}
