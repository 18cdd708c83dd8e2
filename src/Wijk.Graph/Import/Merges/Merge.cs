using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Merges;

/// <summary>Two nodes that a person made one, with all that is needed to make them two again. It stands in the graph as a decision.</summary>
/// <param name="Decision">The node that says so, without its content.</param>
/// <param name="Keep">The key of the node that stayed.</param>
/// <param name="Other">The key of the node that went into it.</param>
/// <param name="Was">The records that the merge took out or wrote over, as they were, by key.</param>
/// <param name="Made">The records that it wrote, by key.</param>
/// <param name="Moves">Of what it took out and wrote elsewhere: the key of each, and the key where it stands now.</param>
public sealed record Merge(
    Node Decision, string Keep, string Other, ImmutableArray<GraphRecord> Was, ImmutableArray<GraphRecord> Made, ImmutableDictionary<string, string> Moves)
{
    /// <summary>The namespace of the decisions that are merges.</summary>
    public const string Namespace = "merges";

    private const string Rule = "merge", Content = "content";

    /// <summary>Which merge of the graph it is, from 1: a later one may rest on an earlier.</summary>
    public int Ordinal => OrdinalOf(Decision.Key) ?? 0;

    /// <summary>The name of the node that stayed.</summary>
    public string KeepName => NodeWas(Keep).Name;

    /// <summary>The name of the node that went into it.</summary>
    public string OtherName => NodeWas(Other).Name;

    /// <summary>How many relations now stand at the node that stayed.</summary>
    public int MovedCount => Was.OfType<Relation>().Count(relation => Moves.ContainsKey(relation.Key));

    /// <summary>How many relations said what stood there already, or were between the two, and are only kept here.</summary>
    public int SameCount => Was.OfType<Relation>().Count(relation => !Moves.ContainsKey(relation.Key) && Made.All(made => made.Key != relation.Key));

    /// <summary>The attributes that only the node that went had, and that were taken over.</summary>
    public ImmutableArray<string> TakenAttributes => [.. Made.OfType<Node>().Single(node => node.Key == Keep).Attributes.Select(attribute => attribute.Key)
        .Where(name => name != "aliases" && NodeWas(Keep).Attributes[name] is null)];

    /// <summary>The decision of a new merge, still without what it did.</summary>
    /// <param name="ordinal">Which merge of the graph it is.</param>
    /// <param name="keep">The node that stays.</param>
    /// <param name="other">The node that goes into it.</param>
    /// <param name="version">The version of the graph it was made from.</param>
    /// <param name="source">Who says that the two are one.</param>
    /// <param name="now">When.</param>
    internal static Node NewDecision(int ordinal, Node keep, Node other, long version, string source, DateTimeOffset now) => new(KeyOf(ordinal), NodeKind.Decision)
    {
        Source = source,
        RecordedAt = now,
        Visibility = Visibility.Coordinator,
        Attributes = AttributeSet.Of(("text", $"‘{other.Name}’ ({other.Key}) is ‘{keep.Name}’ ({keep.Key})"), ("rule", Rule), ("inputsVersion", version)),
    };

    /// <summary>Whether a node is the decision of a merge.</summary>
    internal static bool IsOne(Node node) => node.Kind == NodeKind.Decision && OrdinalOf(node.Key) is not null && node.Attributes.Text(Content) is not null;

    /// <summary>Reads a merge from its decision.</summary>
    /// <exception cref="MergeException">Its content is not what a merge wrote.</exception>
    internal static Merge Of(Node decision)
    {
        try
        {
            using var json = JsonDocument.Parse(decision.Attributes.Text(Content)!);
            var root = json.RootElement;
            return new(
                decision with { Attributes = decision.Attributes.With(Content, null) },
                root.GetProperty("keep").GetString()!,
                root.GetProperty("other").GetString()!,
                [.. root.GetProperty("was").EnumerateArray().Select(RecordJson.Read)],
                [.. root.GetProperty("made").EnumerateArray().Select(RecordJson.Read)],
                root.GetProperty("moves").EnumerateObject().ToImmutableDictionary(move => move.Name, move => move.Value.GetString()!, StringComparer.Ordinal));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or RecordFormatException)
        {
            throw new MergeException(new(
                $"In '{decision.Key}' staat niet meer wat bij het samenvoegen is bewaard ({broken.Message}); zet het veld content terug zoals het was, of haal dit besluit weg om de samenvoeging definitief te maken.",
                $"'{decision.Key}' no longer holds what was kept when two were merged ({broken.Message}); put its content back as it was, or remove this decision to make the merge final."));
        }
    }

    /// <summary>The decision with all that the merge did, as it stands in the graph.</summary>
    internal Node ToNode()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RecordJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("keep", Keep);
            writer.WriteString("other", Other);
            WriteAll("was", Was);
            WriteAll("made", Made);
            writer.WriteStartObject("moves");
            foreach (var (from, to) in Moves.OrderBy(move => move.Key, StringComparer.Ordinal)) writer.WriteString(from, to);
            writer.WriteEndObject();
            writer.WriteEndObject();

            void WriteAll(string name, IEnumerable<GraphRecord> records)
            {
                writer.WriteStartArray(name);
                foreach (var record in records) RecordJson.Write(writer, record);
                writer.WriteEndArray();
            }
        }

        return Decision with { Attributes = Decision.Attributes.With(Content, Encoding.UTF8.GetString(stream.ToArray())) };
    }

    private Node NodeWas(string key) => Was.OfType<Node>().Single(node => node.Key == key);

    private static string KeyOf(int ordinal) => Keys.Of(NodeKind.Decision, Namespace, $"{ordinal:D6}");

    private static int? OrdinalOf(string key) =>
        Keys.TryParse(key, out _, out var ns, out var id) && ns == Namespace && int.TryParse(id, out var ordinal) ? ordinal : null;
}
