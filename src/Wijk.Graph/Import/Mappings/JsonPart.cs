using System.Text.Json;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A part of a mapping's JSON that knows its place, so that every error can name it.</summary>
internal sealed class JsonPart(string mapping, string place, JsonElement element)
{
    public JsonValueKind Kind => element.ValueKind;

    /// <summary>The error that this value is not what it must be.</summary>
    public MappingException Wrong(Words rule) => new(mapping, place, Shown() + " " + rule);

    /// <summary>The error that the mapping has given no such name.</summary>
    /// <param name="one">What the name should stand for, such as a map.</param>
    /// <param name="many">The same, plural.</param>
    /// <param name="known">The names the mapping has given.</param>
    public MappingException NoneOf(Words one, Words many, IEnumerable<string> known)
    {
        var names = known.ToArray();
        return Wrong(new Words($"is geen {one.Nl} van deze vertaling; {many.Nl} zijn ", $"is not a {one.En} of this mapping; {many.En} are ")
            + string.Join(", ", names) + "." + NearestName.Hint(Text(), names));
    }

    /// <summary>Refuses members other than these.</summary>
    public JsonPart Only(params string[] names)
    {
        foreach (var (name, _) in Members())
        {
            if (names.Contains(name) || name == "comment") continue;
            throw new MappingException(mapping, place,
                new Words($"'{name}' is hier niet bekend; bekend zijn ", $"'{name}' is not known here; known are ")
                + string.Join(", ", names) + "." + NearestName.Hint(name, names));
        }

        return this;
    }

    public JsonPart? Optional(string name)
    {
        RequireObject();
        return element.TryGetProperty(name, out var value) ? new(mapping, $"{place}.{name}", value) : null;
    }

    public JsonPart Required(string name) =>
        Optional(name) ?? throw new MappingException(mapping, place, new($"'{name}' ontbreekt; voeg het toe.", $"'{name}' is missing; add it."));

    public IEnumerable<(string Name, JsonPart Value)> Members()
    {
        RequireObject();
        return element.EnumerateObject().Select(member => (member.Name, new JsonPart(mapping, $"{place}.{member.Name}", member.Value)));
    }

    public IEnumerable<JsonPart> Items()
    {
        if (Kind != JsonValueKind.Array) throw Wrong(new("moet een lijst zijn, tussen vierkante haken.", "must be a list, in square brackets."));
        return element.EnumerateArray().Select((item, index) => new JsonPart(mapping, $"{place}[{index}]", item));
    }

    public string Text() => Kind == JsonValueKind.String
        ? element.GetString()!
        : throw Wrong(new("moet een tekst zijn, tussen aanhalingstekens.", "must be a text, in quotes."));

    /// <summary>A text in Dutch and English: an object with nl and en.</summary>
    public Words InBothLanguages() => new(Only("nl", "en").Required("nl").Text(), Required("en").Text());

    /// <summary>The same, or one text that serves for both.</summary>
    public Words InOneOrBothLanguages() => Kind switch
    {
        JsonValueKind.String => Text(),
        JsonValueKind.Object => InBothLanguages(),
        _ => throw Wrong(new("moet een tekst zijn, of een object met nl en en.", "must be a text, or an object with nl and en.")),
    };

    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    public bool Flag() => Kind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Wrong(new("moet true of false zijn.", "must be true or false."));

    public decimal Number() => Kind == JsonValueKind.Number && element.TryGetDecimal(out var number)
        ? number
        : throw Wrong(new("moet een getal zijn.", "must be a number."));

    /// <summary>One of the names of an enumeration, in camelCase.</summary>
    public T OneOf<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToArray();
        return names.Contains(Text()) ? Enum.Parse<T>(Text(), ignoreCase: true)
            : throw Wrong(new Words("moet één van deze zijn: ", "must be one of ") + string.Join(", ", names) + "." + NearestName.Hint(Text(), names));
    }

    /// <summary>A regular expression; it gives up after a second, so that no pattern can hang an import.</summary>
    public Regex Pattern(RegexOptions options = RegexOptions.None)
    {
        try
        {
            return new(Text(), options | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException fault)
        {
            throw Wrong(new($"is geen reguliere expressie: {fault.Message}", $"is not a regular expression: {fault.Message}"));
        }
    }

    private void RequireObject()
    {
        if (Kind == JsonValueKind.Object) return;
        throw Wrong(new("moet een object zijn, met namen en waarden tussen accolades.", "must be an object, with names and values in braces."));
    }

    private string Shown() => element.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : element.GetRawText();
}
