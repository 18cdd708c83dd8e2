using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

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
        { } value => Wrong<string>(name, value, new("geen tekst", "no text")),
    };

    private ImmutableArray<string>? Texts(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(text => text.GetString()!)];
        Wrong<string>(name, value, new("geen lijst van teksten", "no list of texts"));
        return null;
    }

    private long? Whole(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole)) return whole;
        Wrong<string>(name, value, new("geen heel getal", "no whole number"));
        return null;
    }

    // The digits stand beside a number that a float does not hold. Who changed the number in Neo4j changed the float and left the digits,
    // so the digits count only while they still are that number.
    private decimal? Number(string name)
    {
        var digits = Text(name + RecordProperties.ExactSuffix);
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && RecordProperties.DecimalOf(value.GetDouble()) is { } near)
            return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) && (double)exact == value.GetDouble() ? exact : near;
        Wrong<string>(name, value, new("geen getal", "no number"));
        return null;
    }

    private bool? Flag(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong<string>(name, value, new("geen ja of nee", "no truth value"));
        return null;
    }

    private PartialDate? Date(string name)
    {
        if (Value(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String && PartialDate.TryParse(value.GetString(), out var date)) return date;
        Wrong<string>(name, value, new("geen datum (jjjj, jjjj-MM of jjjj-MM-dd)", "no date (yyyy, yyyy-MM or yyyy-MM-dd)"));
        return null;
    }

    private DateTimeOffset? Time(string name)
    {
        if (Value(name) is not { } value) return null;
        // A time with a named zone ends in that name: 2026-01-31T12:00:00Z[UTC].
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Split('[')[0] : null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return time.ToUniversalTime();
        Wrong<string>(name, value, new("geen tijdstip", "no time"));
        return null;
    }

    private Visibility? Visibility()
    {
        var code = Text("visibility");
        var visibility = RecordProperties.VisibilityOf(code);
        if (code is not null && visibility is null)
            problems.Add(new("visibility", RecordRules.NotOneOf(code, Vocabulary.Visibilities.Select(choice => choice.Code))));
        return visibility;
    }

    private Inference? Inference()
    {
        var (from, rule, words) = (Text("inferredFrom"), Text("inferredRule"), Texts("inferredWords"));
        if (from is null && rule is null && words is null) return null;
        if (from is not null && rule is not null) return new(from, rule, words ?? []);
        problems.Add(new("inferredFrom", new(
            "inferredFrom en inferredRule horen bij elkaar; één van de twee ontbreekt.", "inferredFrom and inferredRule belong together; one of them is missing.")));
        return null;
    }

    private T? Wrong<T>(string name, JsonElement value, Words what)
        where T : class
    {
        const int longest = 60;
        var text = value.ToString();
        var shown = text.Length <= longest ? text : text[..longest] + "…";
        problems.Add(new(name, new Words($"{name} '{shown}' is ", $"{name} '{shown}' is ") + what + "."));
        return null;
    }
}
