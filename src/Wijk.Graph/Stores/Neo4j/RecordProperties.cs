using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>A record as properties of a node or relation of Neo4j; decision 0008 has the table.</summary>
/// <remarks>Neo4j has no exact decimals: a number that a float does not hold exactly has its digits beside it.</remarks>
internal static class RecordProperties
{
    /// <summary>What follows the name of a number attribute in the property that holds its exact digits.</summary>
    public const string ExactSuffix = "Exact";

    /// <summary>The properties as a parameter: all but the key, and the time of recording, which JSON has no value for.</summary>
    /// <param name="record">The record.</param>
    /// <param name="withAbsent">Whether what the record lacks is null in it, so that <c>SET n += properties</c> takes it away.</param>
    public static Dictionary<string, object?> Of(GraphRecord record, bool withAbsent)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (withAbsent)
        {
            foreach (var name in NamesOf(record)) properties.Add(name, null);
        }

        foreach (var (name, value) in Of(record)) properties[name] = value;
        return properties;
    }

    /// <summary>The properties that have a value: string, long, double, bool or a list of strings.</summary>
    public static IEnumerable<(string Name, object Value)> Of(GraphRecord record)
    {
        foreach (var (name, value) in record.Attributes)
        {
            if (value is not decimal number)
            {
                yield return (name, value is PartialDate date ? date.ToString() : value);
                continue;
            }

            yield return (name, (double)number);
            if (DecimalOf((double)number) != number) yield return (name + ExactSuffix, number.ToString(CultureInfo.InvariantCulture));
        }

        if (record is Node { IsStub: true }) yield return ("stub", true);
        if (record.ValidFrom is { } from) yield return ("validFrom", from.ToString());
        if (record.ValidTo is { } to) yield return ("validTo", to.ToString());
        yield return ("visibility", RecordJson.CodeOf(record.Visibility));
        yield return ("source", record.Source);
        if (record.Inference is { } inference)
        {
            yield return ("inferredFrom", inference.From);
            yield return ("inferredRule", inference.Rule.En);
            if (inference.Rule.Nl != inference.Rule.En) yield return ("inferredRuleNl", inference.Rule.Nl);
            yield return ("inferredWords", inference.Words);
        }

        yield return ("digest", DigestOf(record));
    }

    /// <summary>The decimal that a float stands for: the one with the fewest digits that reads as that float; null when it is out of range.</summary>
    public static decimal? DecimalOf(double number) =>
        decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A number with the digits that stand beside it. Whoever changed the number in Neo4j left the digits, so they only count while they still say what the number says.</summary>
    public static decimal Exact(decimal number, string? digits) =>
        digits is not null && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && DecimalOf((double)exact) == number
            ? exact
            : number;

    /// <summary>The digest of a record's JSON; see decision 0008.</summary>
    public static long DigestOf(GraphRecord record)
    {
        var buffer = digestBuffer ??= new();
        var writer = digestWriter ??= new(buffer, RecordJson.WriterOptions);
        buffer.ResetWrittenCount();
        writer.Reset();
        RecordJson.Write(writer, record);
        writer.Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? digestBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? digestWriter;

    /// <summary>The names of all properties that Wijk writes on a record of its kind, apart from key and recordedAt.</summary>
    public static ImmutableArray<string> NamesOf(GraphRecord record) =>
        record is Node node ? NodeNames[(int)node.Kind] : RelationNames[(int)((Relation)record).Kind];

    private static readonly ImmutableArray<string> Common =
        ["stub", "validFrom", "validTo", "visibility", "source", "inferredFrom", "inferredRule", "inferredRuleNl", "inferredWords", "digest"];

    private static readonly ImmutableArray<string>[] NodeNames = [.. Vocabulary.Nodes.Select(kind => NamesWith(kind.Attributes))];

    private static readonly ImmutableArray<string>[] RelationNames = [.. Vocabulary.Relations.Select(kind => NamesWith(kind.Attributes))];

    private static ImmutableArray<string> NamesWith(ImmutableArray<AttributeDefinition> attributes) => [.. AttributeNames(attributes), .. Common];

    /// <summary>The names of the properties that hold attributes.</summary>
    public static IEnumerable<string> AttributeNames(ImmutableArray<AttributeDefinition> attributes) =>
        attributes.SelectMany(attribute =>
            attribute.Type == AttributeType.Number ? [attribute.Name, attribute.Name + ExactSuffix] : (IEnumerable<string>)[attribute.Name]);
}
