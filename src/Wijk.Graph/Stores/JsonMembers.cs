using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Members of a JSON object, with an error that names the member, its value and the rule.</summary>
internal static class JsonMembers
{
    /// <summary>Checks that it is an object with no members but these.</summary>
    public static void Require(JsonElement json, Words what, ReadOnlySpan<string> members)
    {
        var known = string.Join(", ", members);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Broken(what.En, new(
                $"'{Shown(json)}' is geen object; {what.Nl} is een object met {known}.",
                $"'{Shown(json)}' is not an object; {what.En} is an object with {known}."));
        }

        foreach (var member in json.EnumerateObject())
        {
            if (members.Contains(member.Name)) continue;
            throw Broken(member.Name, new(
                $"'{member.Name}' hoort niet in {what.Nl}; daar horen {known}.",
                $"'{member.Name}' is not a member of {what.En}; it has {known}."));
        }
    }

    /// <summary>Checks that none of these members is there.</summary>
    public static void Forbid(JsonElement json, Words what, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (json.TryGetProperty(member, out _)) throw Broken(member, what + new Words($" heeft geen {member}; haal het weg.", $" has no {member}; remove it."));
        }
    }

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement json, string member) => TextOf(Value(json, member), member);

    /// <summary>A member's value that must be a text.</summary>
    public static string TextOf(JsonElement value, string member)
    {
        if (value.ValueKind != JsonValueKind.String) throw Broken(member, value, new("is geen tekst; zet het tussen aanhalingstekens.", "is not a text; write it in quotes."));
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Broken(member, value, new("bevat een half teken; schrijf de tekst in hele UTF-8.", "holds half a character; write the text in whole UTF-8."));
        }
    }

    /// <summary>A list of texts that must be there.</summary>
    public static ImmutableArray<string> Texts(JsonElement json, string member)
    {
        var value = Value(json, member);
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(text => TextOf(text, member))]
            : throw Broken(member, value, new("is geen lijst van teksten; schrijf [\"een\", \"twee\"].", "is not a list of texts; write [\"one\", \"two\"]."));
    }

    /// <summary>A truth value; false when it is absent.</summary>
    public static bool Flag(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Broken(member, value, new("is geen ja of nee; schrijf true of false.", "is not true or false; write true or false.")),
        };

    /// <summary>A whole number, 0 or higher, that must be there.</summary>
    public static long Count(JsonElement json, string member) => CountOf(Value(json, member), member);

    /// <summary>A member's value that must be a whole number, 0 or higher.</summary>
    public static long CountOf(JsonElement value, string member) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Broken(member, value, new("is geen heel getal van 0 of hoger.", "is not a whole number of 0 or higher."));

    /// <summary>The error of one member.</summary>
    public static RecordFormatException Broken(string member, Words message) => new(new Problem(member, message));

    private static RecordFormatException Broken(string member, JsonElement value, Words rule) => Broken(member, $"'{Shown(value)}' " + rule);

    private static JsonElement Value(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) ? value : throw Broken(member, new($"{member} ontbreekt; voeg het toe.", $"{member} is missing; add it."));

    private static string Shown(JsonElement value)
    {
        const int longest = 80;
        var text = value.GetRawText();
        return text.Length <= longest ? text : text[..longest] + "…";
    }
}
