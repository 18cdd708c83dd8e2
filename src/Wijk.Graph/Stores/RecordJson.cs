using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>One record as one JSON object, with its members in a fixed order: equal records give equal bytes.</summary>
/// <remarks>
/// A node is <c>{"key","kind","stub"?,"validFrom"?,"validTo"?,"visibility"?,"source","recordedAt","inference"?,"attributes"}</c>; a relation
/// has <c>"from","to"</c> after its kind. Visibility is left out when public, stub when false. Times are UTC, to the millisecond.
/// </remarks>
public static class RecordJson
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly ImmutableArray<string> Members =
        ["key", "kind", "stub", "from", "to", "validFrom", "validTo", "visibility", "source", "recordedAt", "inference", "attributes"];

    private static readonly ImmutableArray<string> Visibilities = [.. Vocabulary.Visibilities.Select(visibility => visibility.Code)];

    /// <summary>How Wijk writes JSON to files: compact, and readable where a name holds an accent or an apostrophe.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a record.</summary>
    public static void Write(Utf8JsonWriter writer, GraphRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("key", record.Key);
        if (record is Node node)
        {
            writer.WriteString("kind", Vocabulary.Of(node.Kind).Name);
            if (node.IsStub) writer.WriteBoolean("stub", true);
        }
        else if (record is Relation relation)
        {
            writer.WriteString("kind", Vocabulary.Of(relation.Kind).Name);
            writer.WriteString("from", relation.From);
            writer.WriteString("to", relation.To);
        }

        if (record.ValidFrom is { } from) writer.WriteString("validFrom", from.ToString());
        if (record.ValidTo is { } to) writer.WriteString("validTo", to.ToString());
        if (record.Visibility != Visibility.Public) writer.WriteString("visibility", CodeOf(record.Visibility));
        writer.WriteString("source", record.Source);
        writer.WriteString("recordedAt", TimeText(record.RecordedAt));
        if (record.Inference is { } inference)
        {
            writer.WritePropertyName("inference");
            WriteInference(writer, inference);
        }

        writer.WritePropertyName("attributes");
        AttributeJson.Write(writer, record.Attributes);
        writer.WriteEndObject();
    }

    /// <summary>Reads a record; its members may stand in any order, and the key of a relation may be left out.</summary>
    /// <exception cref="RecordFormatException">A member is missing, unknown or of the wrong form.</exception>
    public static GraphRecord Read(JsonElement json)
    {
        JsonMembers.Require(json, new("een record", "a record"), Members.AsSpan());
        var kind = JsonMembers.Text(json, "kind");
        if (Vocabulary.FindNode(kind) is { } node) return ReadNode(json, node);
        if (Vocabulary.FindRelation(kind) is { } relation) return ReadRelation(json, relation);
        var known = Vocabulary.Nodes.Select(definition => definition.Name).Concat(Vocabulary.Relations.Select(definition => definition.Name));
        throw JsonMembers.Broken("kind", new(
            $"'{kind}' is geen soort knoop of relatie; kies uit {string.Join(", ", known)}.",
            $"'{kind}' is not a kind of node or relation; it must be one of {string.Join(", ", known)}."));
    }

    /// <summary>The code of a visibility.</summary>
    internal static string CodeOf(Visibility visibility) => Visibilities[(int)visibility];

    /// <summary>The visibility of a code; null when there is no such code.</summary>
    internal static Visibility? VisibilityOf(string? code) => code is not null && Visibilities.IndexOf(code) is >= 0 and var place ? (Visibility)place : null;

    /// <summary>Writes how a record was concluded.</summary>
    internal static void WriteInference(Utf8JsonWriter writer, Inference inference)
    {
        writer.WriteStartObject();
        writer.WriteString("from", inference.From);
        WriteRule(writer, inference.Rule);
        writer.WritePropertyName("words");
        AttributeJson.WriteTexts(writer, inference.Words);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="WriteInference"/> wrote.</summary>
    internal static Inference ReadInference(JsonElement json)
    {
        JsonMembers.Require(json, new("een afleiding", "an inference"), ["from", "rule", "words"]);
        return new(JsonMembers.Text(json, "from"), ReadRule(json), JsonMembers.Texts(json, "words"));
    }

    // A rule that is the same in both languages is one text, as it was when rules had only one.
    private static void WriteRule(Utf8JsonWriter writer, Words rule)
    {
        if (rule.Nl == rule.En)
        {
            writer.WriteString("rule", rule.En);
            return;
        }

        writer.WriteStartObject("rule");
        writer.WriteString("nl", rule.Nl);
        writer.WriteString("en", rule.En);
        writer.WriteEndObject();
    }

    private static Words ReadRule(JsonElement json)
    {
        if (!json.TryGetProperty("rule", out var rule) || rule.ValueKind != JsonValueKind.Object) return JsonMembers.Text(json, "rule");
        JsonMembers.Require(rule, new("een regel", "a rule"), ["nl", "en"]);
        return new(JsonMembers.Text(rule, "nl"), JsonMembers.Text(rule, "en"));
    }

    /// <summary>A time as it stands in files: UTC, to the millisecond.</summary>
    internal static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="TimeText"/> wrote.</summary>
    internal static DateTimeOffset ReadTime(string text, string member) =>
        DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw JsonMembers.Broken(member, new(
                $"'{text}' is geen tijdstip; schrijf het in UTC, zoals 2026-01-31T12:00:00.000Z.",
                $"'{text}' is not a time; write it in UTC as 2026-01-31T12:00:00.000Z."));

    private static Node ReadNode(JsonElement json, NodeDefinition definition)
    {
        var key = Key(json, "key");
        if (!key.StartsWith($"{definition.KeyPrefix}:", StringComparison.Ordinal))
        {
            throw JsonMembers.Broken("key", new(
                $"'{key}' is geen sleutel van {definition.Name}; schrijf {definition.KeyPrefix}:naamruimte:id.",
                $"'{key}' is not a key of {definition.Name}; write {definition.KeyPrefix}:namespace:id."));
        }

        JsonMembers.Forbid(json, new("een knoop", "a node"), "from", "to");
        return Parts(json, definition.Name, definition.Attributes).Node(key, definition.Kind, JsonMembers.Flag(json, "stub"));
    }

    private static Relation ReadRelation(JsonElement json, RelationDefinition definition)
    {
        JsonMembers.Forbid(json, new("een relatie", "a relation"), "stub");
        var (from, to) = (Key(json, "from"), Key(json, "to"));
        var relation = Parts(json, definition.Name, definition.Attributes).Relation(definition.Kind, from, to);
        if (json.TryGetProperty("key", out _) && JsonMembers.Text(json, "key") is var key && key != relation.Key)
        {
            throw JsonMembers.Broken("key", new(
                $"'{key}' is niet de sleutel die bij de einden en velden hoort, '{relation.Key}'; verbeter hem of laat hem weg.",
                $"'{key}' is not the key that its ends and attributes make, '{relation.Key}'; correct it or leave it out."));
        }

        return relation;
    }

    private static RecordParts Parts(JsonElement json, string kind, ImmutableArray<AttributeDefinition> definitions) => new(
        Source: JsonMembers.Text(json, "source"),
        RecordedAt: ReadTime(JsonMembers.Text(json, "recordedAt"), "recordedAt"),
        Visibility: ReadVisibility(json),
        ValidFrom: Date(json, "validFrom"),
        ValidTo: Date(json, "validTo"),
        Inference: json.TryGetProperty("inference", out var inference) ? ReadInference(inference) : null,
        Attributes: json.TryGetProperty("attributes", out var attributes)
            ? AttributeJson.Read(JsonMarshal.GetRawUtf8Value(attributes), kind, definitions)
            : AttributeSet.Empty);

    private static string Key(JsonElement json, string member)
    {
        var key = JsonMembers.Text(json, member);
        return Keys.TryParse(key, out _, out _, out _) ? key : throw JsonMembers.Broken(
            member, new($"'{key}' is geen sleutel; schrijf soort:naamruimte:id.", $"'{key}' is not a key; write kind:namespace:id."));
    }

    private static PartialDate? Date(JsonElement json, string member)
    {
        if (!json.TryGetProperty(member, out _)) return null;
        var text = JsonMembers.Text(json, member);
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw JsonMembers.Broken(member, new(
                $"'{text}' is geen datum; schrijf jjjj, jjjj-MM of jjjj-MM-dd.", $"'{text}' is not a date; write yyyy, yyyy-MM or yyyy-MM-dd."));
    }

    private static Visibility ReadVisibility(JsonElement json)
    {
        if (!json.TryGetProperty("visibility", out _)) return Visibility.Public;
        var text = JsonMembers.Text(json, "visibility");
        return VisibilityOf(text) ?? throw JsonMembers.Broken("visibility", RecordRules.NotOneOf(text, Visibilities));
    }
}
