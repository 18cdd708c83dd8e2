using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>Writes a float so that Neo4j keeps it as one: it reads 5 as an integer and 5.0 as a float, and an attribute is of one type for all records.</summary>
internal sealed class FloatConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text, skipInputValidation: true);
    }
}
