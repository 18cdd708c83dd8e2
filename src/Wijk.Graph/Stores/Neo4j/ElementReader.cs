using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Reads properties that anybody may have written: what is wrong is listed, never thrown.</summary>
internal sealed class ElementReader
{
    private readonly IReadOnlyDictionary<string, JsonElement> properties;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    private ElementReader(IReadOnlyDictionary<string, JsonElement> properties) => this.properties = properties;

    /// <summary>Reads the properties of an element that may carry these attributes.</summary>
    public static ReadElement Read(IReadOnlyDictionary<string, JsonElement> properties, ImmutableArray<AttributeDefinition> attributes)
    {
        var reader = new ElementReader(properties);
        var read = new ReadElement
        {
            Attributes = AttributeSet.Of(attributes.Select(attribute => (attribute.Name, reader.Attribute(attribute)))),
            Key = reader.Text("key"),
            ValidFrom = reader.Date("validFrom"),
            ValidTo = reader.Date("validTo"),
            Visibility = reader.Visibility(),
            Source = reader.Text("source") is { } source && !string.IsNullOrWhiteSpace(source) ? source : null,
            RecordedAt = reader.Time("recordedAt"),
            Inference = reader.Inference(),
            IsStub = reader.Flag("stub") is true,
            Digest = reader.Whole("digest"),
        };
        return read with
        {
            Problems = [.. reader.problems],
            Foreign = [.. properties.Keys.Where(name => !reader.known.Contains(name)).Order(StringComparer.Ordinal)],
            Properties = properties.Where(property => property.Key != "recordedAt" && reader.known.Contains(property.Key)).ToDictionary(),
        };
    }

    private object? Attribute(AttributeDefinition attribute) => attribute.Type switch
    {
        AttributeType.Text or AttributeType.Choice => Text(attribute.Name),
        AttributeType.TextList => Texts(attribute.Name),
        AttributeType.Integer => Whole(attribute.Name),
        AttributeType.Number => Number(attribute.Name),
        AttributeType.Boolean => Flag(attribute.Name),
        _ => Date(attribute.Name),
    };

    private JsonElement? Value(string name)
    {
        known.Add(name);
        return properties.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { } value => Wrong(name, value, new("geen tekst", "not a text")),
    };

    private ImmutableArray<string>? Texts(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(text => text.GetString()!)];
        Wrong(name, value, new("geen lijst van teksten", "not a list of texts"));
        return null;
    }

    private long? Whole(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole)) return whole;
        Wrong(name, value, new("geen heel getal", "not a whole number"));
        return null;
    }

    private decimal? Number(string name)
    {
        var digits = Text(name + RecordProperties.ExactSuffix);
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && RecordProperties.DecimalOf(value.GetDouble()) is { } near)
            return RecordProperties.Exact(near, digits);
        Wrong(name, value, new("geen getal", "not a number"));
        return null;
    }

    private bool? Flag(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, value, new("geen ja of nee", "not true or false"));
        return null;
    }

    private PartialDate? Date(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && PartialDate.TryParse(value.GetString(), out var date)) return date;
        Wrong(name, value, new("geen datum (jjjj, jjjj-MM of jjjj-MM-dd)", "not a date (yyyy, yyyy-MM or yyyy-MM-dd)"));
        return null;
    }

    private DateTimeOffset? Time(string name)
    {
        if (Value(name) is not { } value) return null;
        // A time with a named zone ends in that name: 2026-01-31T12:00:00Z[UTC].
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Split('[')[0] : null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time.ToUniversalTime();
        Wrong(name, value, new("geen tijdstip", "not a time"));
        return null;
    }

    private Visibility? Visibility()
    {
        var code = Text("visibility");
        var visibility = RecordJson.VisibilityOf(code);
        if (code is not null && visibility is null)
            problems.Add(new("visibility", "visibility " + RecordRules.NotOneOf(code, Vocabulary.Visibilities.Select(choice => choice.Code))));
        return visibility;
    }

    private Inference? Inference()
    {
        var (from, rule, words) = (Text("inferredFrom"), Text("inferredRule"), Texts("inferredWords"));
        if (from is null && rule is null && words is null) return null;
        if (from is not null && rule is not null) return new(from, new(Text("inferredRuleNl") ?? rule, rule), words ?? []);
        problems.Add(new("inferredFrom", new(
            "inferredFrom en inferredRule horen bij elkaar; één van de twee ontbreekt.", "inferredFrom and inferredRule belong together; one of them is missing.")));
        return null;
    }

    private string? Wrong(string name, JsonElement value, Words what)
    {
        const int longest = 60;
        var text = value.ToString();
        var shown = text.Length <= longest ? text : text[..longest] + "…";
        problems.Add(new(name, new Words($"{name} '{shown}' is ", $"{name} '{shown}' is ") + what + "."));
        return null;
    }
}
